import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { later, now, openProfileRoom, type ProfileRoom, three } from '../../../test/profile-room.ts'
import type { Action } from '../../kernel/action.ts'
import { addCompetence, addIndustry, confirmProfile, stateBasics, stateCard } from './fact-actions.ts'
import {
  acceptKeeping,
  answerToKeep,
  askToKeep,
  declineKeeping,
  endKeeping,
  enterByKeeperInvitation,
  inviteKeeper,
  readKeepers,
  revokeKeeperInvitation,
  showKeeperInvitation,
} from './keeper-actions.ts'
import { type Profile, readHistory, readProfile } from './read-actions.ts'
import { answerNews, requestTurns } from './turns.ts'

let room: ProfileRoom
beforeAll(async () => {
  room = await openProfileRoom()
})
afterAll(() => room.close())

describe('who keeps a profile', () => {
  it('nobody but coordinators and keepers states, reads the history or invites', async () => {
    const tries: [Action, object][] = [
      [stateBasics as Action, { id: room.company }],
      [stateCard as Action, { id: room.company, kind: 'need', sort: 'data', title: three('X') }],
      [addCompetence as Action, { id: room.company, word: 'x' }],
      [addIndustry as Action, { id: room.company, code: '28' }],
      [readHistory as Action, { id: room.company }],
      [readKeepers as Action, { id: room.company }],
      [inviteKeeper as Action, { id: room.company, email: 'a@example.fi' }],
    ]
    for (const [action, raw] of tries) {
      await expect(room.visit(action, raw), action.name).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(room.as(room.stranger)(action, raw), action.name).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
    await expect(
      room.as(room.coordinator)(confirmProfile as Action, { id: room.company }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  it('is invited by mail and accepts by the link, once', async () => {
    const email = 'uusi.ihminen@example.fi'
    await room.as(room.coordinator)(inviteKeeper as Action, { id: room.twin, email: email.toUpperCase() })
    const [letter] = await room.mails('profile-invitation')
    expect(letter).toMatchObject({
      recipient: email,
      subject: expect.stringContaining('Hallin Koneistus Oy'),
    })
    const token = await room.newestToken()
    expect(await room.visit(showKeeperInvitation as Action, { token })).toMatchObject({
      organisation: room.company,
      known: false,
    })
    await expect(
      room.visit(enterByKeeperInvitation as Action, { token, name: ' ', language: 'fi' }),
    ).rejects.toMatchObject({ reason: 'profile.no-name' })
    const { link } = await room.visit<{ link?: string }>(enterByKeeperInvitation as Action, {
      token,
      name: 'Uuno Uusi',
      language: 'fi',
    })
    expect(link).toMatch(/^[\w-]{20,}$/)
    await room.as(room.keeper)(acceptKeeping as Action, { token })
    expect((await room.as(room.keeper)<Profile>(readProfile as Action, { id: room.company })).mine).toBe(
      'keeper',
    )
    await expect(room.as(room.stranger)(acceptKeeping as Action, { token })).rejects.toMatchObject({
      kind: 'missing',
    })
  })

  it('an invitation that is older, taken back, declined or past its days lets nobody in', async () => {
    const does = room.as(room.coordinator)
    const to = (email: string) => does<{ id: string }>(inviteKeeper as Action, { id: room.company, email })
    const newest = room.newestToken
    await to('b@example.fi')
    const first = await newest()
    const { id } = await to('b@example.fi')
    const second = await newest()
    await expect(room.visit(showKeeperInvitation as Action, { token: first })).rejects.toMatchObject({
      reason: 'profile.no-invitation',
    })
    await expect(
      room.visit(showKeeperInvitation as Action, { token: second }, later(31)),
    ).rejects.toMatchObject({
      kind: 'missing',
    })
    await does(revokeKeeperInvitation as Action, { id: room.company, invitation: id })
    await expect(room.as(room.stranger)(acceptKeeping as Action, { token: second })).rejects.toMatchObject({
      kind: 'missing',
    })
    await to('c@example.fi')
    const third = await newest()
    await room.visit(declineKeeping as Action, { token: third })
    await expect(room.as(room.stranger)(acceptKeeping as Action, { token: third })).rejects.toMatchObject({
      kind: 'missing',
    })
    const { invited } = await does<{ invited: { state: string }[] }>(readKeepers as Action, {
      id: room.company,
    })
    expect(invited.map((i) => i.state)).toEqual(['declined'])
  })

  it('somebody asks; the answer stands on their page, and a second room.keeper is given', async () => {
    const asks = room.as(room.stranger)
    await expect(asks(askToKeep as Action, { id: room.company, words: ' ' })).rejects.toMatchObject({
      reason: 'profile.no-words',
    })
    const { id } = await asks<{ id: string }>(askToKeep as Action, {
      id: room.company,
      words: 'Olen tuotantopäällikkö.',
    })
    await expect(asks(askToKeep as Action, { id: room.twin, words: 'Taas' })).rejects.toMatchObject({
      reason: 'profile.asked',
    })
    const waiting = { db: room.database.db, actor: await room.actorFor(room.coordinator), now }
    expect((await requestTurns.find(waiting)).map((t) => t.what.fi)).toEqual([
      'Sari Sivullinen pyytää toimijan Hallin Koneistus Oy profiilia pidettäväksi',
    ])
    // Whoever keeps it is asked too.
    expect(await requestTurns.find({ ...waiting, actor: await room.actorFor(room.keeper) })).toHaveLength(1)
    await room.as(room.keeper)(answerToKeep as Action, { id: room.company, request: id, granted: true })
    await expect(
      room.as(room.coordinator)(answerToKeep as Action, { id: room.company, request: id, granted: false }),
    ).rejects.toMatchObject({ reason: 'profile.answered' })
    expect(await requestTurns.find(waiting)).toEqual([])
    const news = await answerNews.find({
      db: room.database.db,
      actor: await room.actorFor(room.stranger),
      now: later(1),
    })
    expect(news[0]!.what.en).toBe('You now keep the profile of Hallin Koneistus Oy')
    await asks(endKeeping as Action, { id: room.company, person: room.stranger.id })
    expect((await asks<Profile>(readProfile as Action, { id: room.company })).mine).toBe(null)
  })

  it('keeping ends with the place in the organisation', async () => {
    const has = (value: string | null) =>
      room.database.db
        .updateTable('person_organisation')
        .set({ ends_on: value })
        .where('person_id', '=', room.keeper.id)
        .execute()
    await room.database.db
      .updateTable('person_organisation')
      .set({ starts_on: '2026-01-01' })
      .where('person_id', '=', room.keeper.id)
      .execute()
    await has('2026-11-20')
    expect((await room.as(room.keeper)<Profile>(readProfile as Action, { id: room.company })).mine).toBe(null)
    await has(null)
    expect((await room.as(room.keeper)<Profile>(readProfile as Action, { id: room.company })).mine).toBe(
      'keeper',
    )
  })
})
