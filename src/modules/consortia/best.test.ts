import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ConsortiumRoom, openConsortiumRoom } from '../../../test/consortium-room.ts'
import { whatIsSent } from '../../../test/page-request.ts'
import { bestAction, type ToldBest, takeIn } from './best-actions.ts'
import { choosePartner } from './partner-actions.ts'

let room: ConsortiumRoom
beforeAll(async () => {
  room = await openConsortiumRoom()
})
afterAll(() => room.database.drop())

type Answered = Extract<ToldBest, { state: 'answered' }>

async function answered(): Promise<Answered> {
  while (true) {
    const told = await room.as('coordinator')<ToldBest>(bestAction, { consortium: room.id })
    if (told.state === 'answered' && told.whole) return told
    if (told.state === 'failed') throw new Error('the thread has failed')
    await pause(50)
  }
}

it('proves the smallest that meets everything, round who leads, and says what others would give up', async () => {
  const { best, alternatives, contradiction } = await answered()
  expect(best?.proved).toBe(true)
  const members = (best?.members ?? []).toSorted((a, b) => a.name.localeCompare(b.name))
  expect(members).toMatchObject([
    { name: 'Etelän ammattikorkeakoulu', isIn: false, settled: false },
    { name: 'Pohjan yliopisto', isIn: true, settled: true },
  ])
  expect(members[0]?.meets).toContain('Tekoäly')
  expect(contradiction).toBeNull()
  for (const other of alternatives) {
    expect(other.members.map(({ name }) => name)).toContain('Pohjan yliopisto')
    expect(other.changes.length).toBeGreaterThan(0)
  }
}, 30_000)

it('says on its page what it waits for, and then who are in it', async () => {
  await answered()
  const sent = await whatIsSent(await room.page('/best'))
  for (const words of ['2 kumppania', 'todistettu', 'Ota ehdolle uudet (1)']) expect(sent).toContain(words)
}, 30_000)

it('holds to what people refuse, and says why not everything can be met', async () => {
  const organisation = (await room.cover()).suggestions[0]!.organisation
  const choose = (choice: string) =>
    room.as('coordinator')(choosePartner, { consortium: room.id, organisation, choice, reason: 'Ei ehdi.' })
  await choose('refused')
  const { best, contradiction } = await answered()
  expect(best?.members.map((m) => m.organisation)).not.toContain(organisation)
  expect(contradiction?.parts.join(' ')).toContain('Tekoäly')
  expect(await whatIsSent(await room.page('/best'))).toContain('Miksi kaikki ei voi täyttyä')
  await choose('none')
}, 30_000)

it('takes in those who are new in one act, and leaves the others as they are', async () => {
  const { best } = await answered()
  const organisation = best!.members.flatMap((m) => m.organisation ?? [])
  expect(await room.send('/take-in', { organisation })).toMatchObject({ as: 'redirect' })
  expect((await room.kept()).partners.map(({ name, state }) => [name, state])).toEqual([
    ['Pohjan yliopisto', 'proposed'],
    ['Etelän ammattikorkeakoulu', 'proposed'],
  ])
  await expect(
    room.as('member')(takeIn, { consortium: room.id, organisations: organisation }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
})
