import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CallRoom, later, now, openCallRoom, refused, typed } from '../../../test/call-room.ts'
import { somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import { eventsFrom, stateAfter } from '../../kernel/machine.ts'
import { offices } from '../people/index.ts'
import { moveCall } from './move-actions.ts'
import { callById } from './queries.ts'
import { callEvents, callMachine, callStates } from './rules.ts'

let room: CallRoom
let database: CallRoom['database']
let stage: CallRoom['stage']
let as: CallRoom['as']
let aCall: CallRoom['aCall']
let setState: CallRoom['setState']
let coordinator: TestPerson
let outsider: TestPerson
let hev: string

beforeAll(async () => {
  room = await openCallRoom()
  ;({ database, stage, as, aCall, setState, coordinator, outsider, hev } = room)
})
afterAll(() => database.drop())

describe('every state, event and office', () => {
  it('does what the state table says, and nothing else', async () => {
    const held = await Promise.all(
      offices.map(async (office) => ({
        office,
        person: await somebody(database, `Tehtävä ${office}`, [[office, hev]]),
      })),
    )
    const code = await aCall()
    const extra = {
      reason: { fi: 'Syy', sv: 'Orsak' },
      closesDay: typed(later(60)),
      closesClock: '16.00',
    }
    const cells: string[] = []
    for (const state of callStates)
      for (const event of callEvents) {
        const machine = callMachine.events[event]
        const { to } = machine
        const trial = async (who: string, run: () => Promise<unknown>) => {
          await setState(code, state)
          // What opens must close in the future.
          if (event === 'open')
            await database.db
              .updateTable('call')
              .set({ closes_at: later(30), announced_at: now })
              .where('code', '=', code)
              .execute()
          const said = await refused(run())
          const is = (await callById(database.db, code))!.state
          const may = machine.by.includes(who)
          const can = stateAfter(callMachine, state, event) !== undefined
          const wanted = !may ? 'call.move.forbidden' : can ? 'done' : 'call.wrong-state'
          cells.push(`${state} ${event} ${who}`)
          expect(`${state} ${event} ${who}: ${said} ${is}`).toBe(
            `${state} ${event} ${who}: ${wanted} ${may && can ? to : state}`,
          )
        }
        for (const { office, person } of held)
          await trial(office, () => as(person)(moveCall, { call: code, event, ...extra }))
        await trial('system', () => room.asSystem(moveCall, { call: code, event, ...extra }))
      }
    expect(cells.length).toBe(callStates.length * callEvents.length * (offices.length + 1))
    await setState(code, 'planned')
    expect(await refused(as(outsider)(moveCall, { call: code, event: 'archive' }))).toBe(
      'call.move.forbidden',
    )
    expect(await refused(perform(moveCall, stage, { call: code, event: 'archive' }))).toBe(
      'call.move.forbidden',
    )
    expect(eventsFrom(callMachine, 'archived')).toEqual([])
  }, 120_000)

  it('closes nobody’s call before its deadline, and extends only onwards and with a reason in each language', async () => {
    const code = await aCall()
    await as(coordinator)(moveCall, { call: code, event: 'open' })
    expect(await refused(as(coordinator)(moveCall, { call: code, event: 'close' }))).toBe('call.still-open')
    const extend = (closesDay: string, reason: object) =>
      refused(
        as(coordinator)(moveCall, { call: code, event: 'extend', closesDay, closesClock: '16', reason }),
      )
    const both = { fi: 'Katkos', sv: 'Avbrott' }
    expect(await extend(typed(later(60)), { fi: 'Katkos' })).toBe('call.no-reason')
    expect(await extend(typed(later(20)), both)).toBe('call.closing-past')
    expect(await extend('', both)).toBe('call.extend')
    expect(await extend(typed(later(60)), both)).toBe('done')
    const call = (await callById(database.db, code))!
    expect(call.closesAt).toEqual(new Date('2027-03-11T14:00:00Z'))
    expect(room.planned.at(-1)).toEqual({ name: 'calls.clock', startAfter: call.closesAt })
  })
})
