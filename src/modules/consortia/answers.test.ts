import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConsortiumRoom, openConsortiumRoom } from '../../../test/consortium-room.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { answerSignedIn, showPartner } from './answer-actions.ts'
import type { PartnerView } from './answer-view.ts'
import { changeState } from './consortium-actions.ts'
import { invitePartner, withdrawInvitation } from './invite-actions.ts'
import { forgetInvited, invitationTurns, remindInvited } from './invite-news.ts'
import { editTemplate, showLetterByLink, withdrawLetterAction } from './letter-actions.ts'
import { consortiaModule } from './module.ts'
import { propose } from './partner-actions.ts'
import { markTask, minuteMeeting } from './task-actions.ts'

let room: ConsortiumRoom
let keeper: Awaited<ReturnType<typeof somebody>>
beforeAll(async () => {
  room = await openConsortiumRoom()
  const { db } = room.database
  keeper = await somebody(room.database, 'Pia Pitäjä')
  const { id: organisation } = await db
    .selectFrom('organisation')
    .where('name', '=', 'Etelän ammattikorkeakoulu')
    .select('id')
    .executeTakeFirstOrThrow()
  await sql`insert into person_organisation (person_id, organisation_id, starts_on) values (${keeper.id}, ${organisation}, '2026-01-01')`.execute(
    db,
  )
  await sql`insert into profile_keeper (id, organisation_id, person_id, since, way, joined)
    values (${newId()}, ${organisation}, ${keeper.id}, '2026-01-01', 'invited', true)`.execute(db)
})
afterAll(() => room.database.drop())

const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (e: { reason?: string; complaints?: { field?: string }[] }) =>
      [e.reason, ...(e.complaints ?? []).map((c) => c.field)].filter(Boolean).join(' '),
  )
const pages = consortiaModule.pages!
const asVisitor = { who: 'visitor' as const }
const look = async (path: string) => whatIsSent(await visit(pages, await room.stageOf(asVisitor.who), path))
const send = async (path: string, values: Record<string, string>) =>
  post(pages, await room.stageOf(asVisitor.who), path, values)
const mails = () =>
  room.database.db.selectFrom('mail').select(['recipient', 'subject', 'body']).orderBy('id').execute()
const takeIn = async (organisation: string, unknown = false): Promise<string> =>
  (await room.as('coordinator')<{ partner: string }>(propose, { consortium: room.id, organisation, unknown }))
    .partner
const asked = (partner: string) => ({ consortium: room.id, partner })
const invite = async (partner: string, more: object = {}) => {
  const said = { ...asked(partner), email: 'anna@verstas.example', language: 'fi', message: 'Tulkaa mukaan.' }
  const { link } = await room.as('coordinator')<{ link: string | null }>(invitePartner, { ...said, ...more })
  return link ? new URL(link).searchParams.get('token')! : ''
}
const stateOf = async (partner: string) => (await room.kept()).partners.find((p) => p.id === partner)?.state

describe('an invitation by link', () => {
  let partner = ''
  let token = ''
  it('goes to an address with the way to answer, and says the partner is invited', async () => {
    partner = await takeIn('Verstas Oy', true)
    expect(await refused(invite(partner, { email: '' }))).toBe('consortium.noAddress email')
    expect(await refused(invite(partner, { email: 'ei osoite' }))).toBe('consortium.badEmail email')
    expect(await refused(invite(partner, { message: ' ' }))).toBe('consortium.noMessage message')
    expect(await refused(invite(partner, { answerBy: '2020-01-01' }))).toBe('consortium.badDay answerBy')
    token = await invite(partner, { answerBy: '2026-12-01' })
    expect(await stateOf(partner)).toBe('invited')
    const [mail] = (await mails()).slice(-1)
    expect(mail).toMatchObject({
      recipient: 'anna@verstas.example',
      subject: 'Kutsu konsortioon: Robottikonsortio',
    })
    expect(mail!.body).toContain(`/consortium-invitation?token=${token}`)
  })

  it('is read by whoever has it without being used up, and tells no address', async () => {
    for (let i = 0; i < 3; i += 1) {
      const page = await look(`/consortium-invitation?token=${token}`)
      expect(page).toContain('Verstas Oy')
      expect(page).not.toContain('anna@verstas.example')
    }
    expect(await stateOf(partner)).toBe('invited')
    expect(await refused(look('/consortium-invitation?token=muu-kuin-se-joka-lahetettiin'))).toBe(
      'consortium.gone',
    )
  })

  it('takes an answer from a form without script, tells what is wrong, and keeps what was typed', async () => {
    const typed = {
      token,
      answer: 'interested',
      said: 'Koekäytämme robotit.',
      share: 'paljon',
      name: 'Anna Asiantuntija',
    }
    const wrong = await send('/consortium-invitation', typed)
    expect(wrong).toMatchObject({ status: 422 })
    expect(await whatIsSent(wrong)).toContain('Koekäytämme robotit.')
    expect(await send('/consortium-invitation', { ...typed, share: '1', name: '' })).toMatchObject({
      status: 422,
    })
    const sent = await send('/consortium-invitation', { ...typed, share: '12 345,67', ownShare: '2000' })
    expect(sent).toMatchObject({ as: 'redirect', to: `/consortium-invitation?token=${token}&said=1` })
    expect((await room.kept()).partners.find((p) => p.id === partner)).toMatchObject({
      state: 'interested',
      share: '12345.67',
    })
    expect((await mails()).at(-1)).toMatchObject({ subject: 'Vastauksenne: Robottikonsortio' })
    expect(await look(`/consortium-invitation?token=${token}&said=1`)).toContain('Vastaus on tullut perille')
  })

  it('can be corrected until the call closes, to a commitment with a signed letter', async () => {
    await send('/consortium-invitation', {
      token,
      answer: 'committed',
      said: 'Koekäytämme robotit.',
      share: '12 345,67',
      ownShare: '2 000',
      name: 'Anna Asiantuntija',
    })
    expect(await stateOf(partner)).toBe('committed')
    const page = await look(`/consortium-letter?token=${token}`)
    expect(page).toContain('Koekäytämme robotit.')
    expect(page).toMatch(/12\s345,67/)
    const preview = await previewOf(token)
    const signing = {
      token,
      language: 'fi',
      preview,
      signer: 'Anna Asiantuntija',
      position: 'toimitusjohtaja',
    }
    expect(await send('/consortium-letter', signing)).toMatchObject({ status: 422 })
    const other = { ...signing, right: '1', preview: `${preview} Lisäys.` }
    expect(await whatIsSent(await send('/consortium-letter', other))).toContain('muuttui sillä välin')
    expect(await send('/consortium-letter', { ...signing, right: '1' })).toMatchObject({ as: 'redirect' })
    const signed = await look(`/consortium-letter?token=${token}`)
    expect(signed).toContain('täsmää')
    expect(signed).toContain('toimitusjohtaja')
    expect((await room.kept()).partners.find((p) => p.id === partner)?.signed).toBe(true)
  })

  it('shows when a letter was changed behind its signer’s back', async () => {
    const { db } = room.database
    await sql`update consortium_letter set body = replace(body, '12', '99')`.execute(db)
    expect(await look(`/consortium-letter?token=${token}`)).toContain('ei täsmää')
    await sql`update consortium_letter set body = replace(body, '99', '12')`.execute(db)
  })

  it('withdraws the letter when the partner no longer commits', async () => {
    await send('/consortium-invitation', { token, answer: 'declined', name: 'Anna Asiantuntija' })
    expect((await room.kept()).partners.find((p) => p.id === partner)).toMatchObject({
      state: 'declined',
      signed: false,
    })
  })

  it('says that it was withdrawn, and a newer one takes its place', async () => {
    const again = await invite(partner)
    expect(await look(`/consortium-invitation?token=${token}`)).toContain('Kutsu on peruttu')
    expect(await refused(room.as('coordinator')(withdrawInvitation, asked(partner)))).toBe(
      'consortium.noReason reason',
    )
    await room.as('coordinator')(withdrawInvitation, { ...asked(partner), reason: 'Haku peruttiin.' })
    expect(await look(`/consortium-invitation?token=${again}`)).toContain('Haku peruttiin.')
    expect(
      await whatIsSent(
        await send('/consortium-invitation', { token: again, answer: 'committed', name: 'A' }),
      ),
    ).toContain('Kutsu on peruttu')
    expect(await stateOf(partner)).toBe('proposed')
  })
})

const previewOf = async (token: string) => {
  const told = await perform(showLetterByLink, await room.stageOf('visitor'), { token })
  return told.preview
}

describe('those who keep the profile of who is asked', () => {
  it('find it among their turns and answer signed in; others of no right do not', async () => {
    const partner = await takeIn('Etelän ammattikorkeakoulu')
    await invite(partner, { email: '' })
    const actor = { kind: 'person', id: keeper.id, name: keeper.name, offices: [], organisations: [] }
    const { db } = room.database
    const now = (await room.stageOf('visitor')).now
    const turns = await invitationTurns.find({ db, actor, now } as unknown as Parameters<
      typeof invitationTurns.find
    >[0])
    expect(turns).toMatchObject([{ what: { fi: 'Vastaa kutsuun konsortioon Robottikonsortio' } }])
    const pia = actingAs(room.database, await room.stageOf('visitor'), keeper)
    const said = {
      ...asked(partner),
      answer: 'committed',
      share: '50000.00',
      ownShare: '10000.00',
      said: 'Opetamme.',
    }
    expect(await refused(room.as('elsewhere')(answerSignedIn, said))).not.toBe('done')
    expect(await refused(room.as('coordinator')(answerSignedIn, said))).not.toBe('done')
    await pia(answerSignedIn, said)
    expect(await stateOf(partner)).toBe('committed')
    const { view } = await pia<{ view: PartnerView }>(showPartner, asked(partner))
    expect(view).toMatchObject({
      partner: { share: '50000.00' },
      may: { answer: true, gather: false, agree: true },
    })
    expect(await refused(room.as('elsewhere')(showPartner, asked(partner)))).not.toBe('done')
    expect(
      await refused(room.as('coordinator')(withdrawLetterAction, { ...asked(partner), reason: 'x' })),
    ).toBe('consortium.notSigned')
  })

  it('mark their own tasks done that minutes gave them, and nobody else’s', async () => {
    const { partners } = await room.kept()
    const own = partners.find((p) => p.name === 'Etelän ammattikorkeakoulu')!
    const minutes = {
      consortium: room.id,
      heldOn: '20.11.2026',
      present: 'Kaisa, Pia',
      minutes: 'Sovittiin työnjako.',
    }
    const tasks = [
      { what: 'Kirjoittaa työpaketin 2', partner: own.id, due: '1.12.2026' },
      { what: 'Kokoaa budjetin', partner: '', due: '' },
      { what: '', partner: '', due: '' },
    ]
    const wrong = [{ what: 'X', partner: '', due: 'pian' }]
    expect(await refused(room.as('coordinator')(minuteMeeting, { ...minutes, tasks: wrong }))).toBe(
      'consortium.badDay task.1.due',
    )
    await room.as('coordinator')(minuteMeeting, { ...minutes, tasks })
    const rows = await room.database.db
      .selectFrom('consortium_task')
      .select(['id', 'what', 'due'])
      .orderBy('id')
      .execute()
    expect(rows).toMatchObject([
      { what: 'Kirjoittaa työpaketin 2', due: '2026-12-01' },
      { what: 'Kokoaa budjetin', due: null },
    ])
    const pia = actingAs(room.database, await room.stageOf('visitor'), keeper)
    await pia(markTask, { consortium: room.id, task: rows[0]!.id })
    expect(await refused(pia(markTask, { consortium: room.id, task: rows[1]!.id }))).toBe(
      'consortium.notYours',
    )
    const done = await room.database.db
      .selectFrom('consortium_task')
      .select(['done_by'])
      .orderBy('id')
      .execute()
    expect(done).toEqual([{ done_by: 'Pia Pitäjä' }, { done_by: null }])
  })
})

describe('reminders', () => {
  it('go at most twice, each with a link of its own, and addresses are forgotten in time', async () => {
    const partner = await takeIn('Konepaja Oy', true)
    const first = await invite(partner, { email: 'kone@paja.example', answerBy: '2026-12-01' })
    const stage = await room.stageOf('visitor')
    const remind = (at: string) =>
      perform(remindInvited, { ...stage, actor: { kind: 'system', name: 'job' }, now: new Date(at) }, {})
    expect(await remind('2026-11-21T06:00:00Z')).toEqual({ reminded: 0 })
    expect(await remind('2026-11-25T06:00:00Z')).toEqual({ reminded: 1 })
    expect(await remind('2026-11-26T06:00:00Z')).toEqual({ reminded: 0 })
    expect(await remind('2026-11-30T06:00:00Z')).toEqual({ reminded: 1 })
    expect(await remind('2026-12-01T06:00:00Z')).toEqual({ reminded: 0 })
    const token = /token=([\w-]+)/.exec((await mails()).at(-1)!.body)![1]!
    expect(token).not.toBe(first)
    expect(await look(`/consortium-invitation?token=${token}`)).toContain('Konepaja Oy')
    await room.as('coordinator')(changeState, {
      consortium: room.id,
      event: 'end',
      reason: 'Haku peruttiin.',
    })
    const forget = (at: string) =>
      perform(forgetInvited, { ...stage, actor: { kind: 'system', name: 'job' }, now: new Date(at) }, {})
    expect((await forget('2027-02-01T06:00:00Z')).removed).toBe(0)
    expect((await forget('2027-03-01T06:00:00Z')).removed).toBeGreaterThan(0)
    expect(await refused(look(`/consortium-invitation?token=${token}`))).toBe('consortium.gone')
    await room.as('coordinator')(changeState, { consortium: room.id, event: 'resume' })
  })
})

describe('the template of letters', () => {
  it('names only what is known, and at least who commits to what', async () => {
    const edit = (body: string | null) =>
      refused(room.as('coordinator')(editTemplate, { ecosystem: 'hev', language: 'fi', body }))
    expect(await edit('{partner} {title} {palkka}')).toBe('consortium.unknown body')
    expect(await edit('{partner}')).toBe('consortium.missing body')
    expect(await edit(' ')).toBe('consortium.empty body')
    expect(await edit('Lupaus\n\n{partner} on mukana: {title}.')).toBe('done')
    expect(
      await refused(room.as('member')(editTemplate, { ecosystem: 'hev', language: 'fi', body: null })),
    ).not.toBe('done')
    expect(await edit(null)).toBe('done')
  })
})
