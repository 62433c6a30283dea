import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CallRoom, later, openCallRoom, typed } from '../../../test/call-room.ts'
import type { TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { calendarModule } from '../calendar/module.ts'
import { actorOf } from '../people/index.ts'
import { changeCall } from './actions.ts'
import { correctCall } from './correct-actions.ts'
import { callDays } from './days.ts'
import { announceCall } from './move-actions.ts'

let room: CallRoom
let stage: Stage
let code: string

const named = (name: string) => calendarModule.actions!.find((action) => action.name === name)!
const timetable = (on: string) => ({
  'timetable.0.fi': 'Infotilaisuus',
  'timetable.0.sv': 'Informationsmöte',
  'timetable.0.on': on,
})
const change = (on: string) =>
  room.as(room.coordinator)(changeCall, { call: code, part: 'timetable', fields: timetable(on) })

type Shown = {
  event: { id: string; title: string; path?: string; kind: string; language: string }
  start: string
}
const between = { from: '2027-01-01', to: '2027-12-31' }
/** What the calendar shows of the call, to somebody or to the public. */
async function seen(person?: TestPerson, at = stage): Promise<string[]> {
  const asked = { ...between, ecosystem: room.hev }
  const { items } = (await (person
    ? room.as(person)(named('event.list'), asked)
    : perform(named('event.list'), at, asked))) as { items: Shown[] }
  expect(items.every(({ event }) => event.path === `/calls/${code}`)).toBe(true)
  return items.map(({ event, start }) => `${start} ${event.kind} ${event.title}`)
}
const title = 'Vihreän siirtymän haku'
const days = (info: string) =>
  [
    '2027-01-20 call Haku avautuu: '.concat(title),
    `${info} call Infotilaisuus: ${title}`,
    '2027-02-19 deadline Hakuaika päättyy: '.concat(title),
  ].sort()

beforeAll(async () => {
  room = await openCallRoom()
  room.stage.days = [callDays]
  ;({ stage } = room)
  code = await room.aCall()
  await change(typed(later(20)))
})
afterAll(() => room.database.drop())

describe('the days of a call in the calendar', () => {
  it('are seen of a planned call by those who prepare it, and by nobody else', async () => {
    for (const person of [room.coordinator, room.preparer])
      expect(await seen(person)).toEqual(days('2027-01-30'))
    expect(await seen(room.outsider)).toEqual([])
    expect(await seen()).toEqual([])
  })

  it('change at once when the call does', async () => {
    await change(typed(later(25)))
    expect(await seen(room.preparer)).toEqual(days('2027-02-04'))
  })

  it('are the public’s once the call is told of, in its language, in the public calendar file as well', async () => {
    await room.as(room.coordinator)(announceCall, { call: code, announced: true })
    expect(await seen()).toEqual(days('2027-02-04'))
    expect((await seen(undefined, { ...stage, language: 'sv' })).join('\n')).toContain(
      'Informationsmöte: Utlysning för grön omställning',
    )
    const asked = { ecosystem: room.hev }
    const { events } = (await perform(named('calendar-feed.public'), stage, asked)) as {
      events: { title: string; starts_at: string | null }[]
    }
    expect(events.map((e) => [e.title, e.starts_at])).toEqual([
      [`Haku avautuu: ${title}`, '09:00'],
      [`Hakuaika päättyy: ${title}`, '16:15'],
      [`Infotilaisuus: ${title}`, null],
    ])
    await room.as(room.coordinator)(announceCall, { call: code, announced: false })
    expect(await seen()).toEqual([])
  })

  it('are nothing that could be changed in the calendar', async () => {
    const { items } = await room.as(room.coordinator)<{ items: Shown[] }>(named('event.list'), between)
    for (const { event } of items)
      await expect(
        room.as(room.coordinator)(named('event.edit'), {
          event: event.id,
          kind: 'call',
          title: 'x',
          startDay: '1.2.2027',
        }),
      ).rejects.toMatchObject({ reason: 'event.missing' })
  })

  it('remind those who hold an office there of a deadline within two weeks', async () => {
    const actor = await actorOf(room.database.db, room.preparer.session, later(30))
    const [turns] = calendarModule.turns!
    const found = await turns!.find({
      db: stage.database,
      actor,
      now: later(30),
      days: [callDays],
    })
    expect(found).toMatchObject([
      {
        what: { sv: 'Ansökningstiden går ut: Utlysning för grön omställning' },
        path: `/calls/${code}`,
        due: '2027-02-19',
      },
    ])
  })

  it('follow a correction of an open call', async () => {
    await room.setState(code, 'open')
    await room.as(room.coordinator)(correctCall, {
      call: code,
      part: 'timetable',
      fields: timetable(typed(later(30))),
      reason: { fi: 'Siirtyi.', sv: 'Flyttades.' },
    })
    expect(await seen(room.outsider)).toContain(`2027-02-09 call Infotilaisuus: ${title}`)
  })
})
