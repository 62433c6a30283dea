import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CallRoom,
  filled,
  later,
  now,
  openCallRoom,
  refused,
  texts,
  typed,
} from '../../../test/call-room.ts'
import { somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { actorOf } from '../people/index.ts'
import { addCall, changeCall, copyCall } from './actions.ts'
import type { Call } from './call.ts'
import { correctCall } from './correct-actions.ts'
import type { Happening } from './event-queries.ts'
import { windClocks } from './jobs.ts'
import { listCalls, publicCalls } from './list.ts'
import { announceCall, moveCall } from './move-actions.ts'
import { callById } from './queries.ts'
import { checkCall, readCall, setAssessors } from './read-actions.ts'
import { openingSoon } from './turns.ts'

let room: CallRoom
let database: CallRoom['database']
let stage: CallRoom['stage']
let as: CallRoom['as']
let aCall: CallRoom['aCall']
let setState: CallRoom['setState']
let coordinator: TestPerson
let preparer: TestPerson
let outsider: TestPerson
let hev: string

beforeAll(async () => {
  room = await openCallRoom()
  ;({ database, stage, as, aCall, setState, coordinator, preparer, outsider, hev } = room)
})
afterAll(() => database.drop())

describe('a call is made', () => {
  it('with a code of its ecosystem and year, or one’s own; part by part; and copied', async () => {
    const first = await aCall()
    expect(first).toMatch(/^hev-2027-\d+$/)
    expect(
      await refused(as(coordinator)(addCall, { ecosystem: hev, title: { fi: 'X' }, code: 'Iso Koodi' })),
    ).toBe('call.code')
    expect(await refused(as(coordinator)(addCall, { ecosystem: hev, title: { fi: 'X' }, code: first }))).toBe(
      'call.code-taken',
    )
    expect(await refused(as(coordinator)(addCall, { ecosystem: hev, title: {} }))).toBe('call.no-title')
    const copy = await as(preparer)<{ code: string }>(copyCall, { call: first })
    const [a, b] = [await callById(database.db, first), await callById(database.db, copy.code)]
    expect(b!.settings).toEqual(a!.settings)
    expect([b!.opensAt, b!.closesAt, b!.state, b!.copiedFrom]).toEqual([null, null, 'planned', a!.id])
  })

  it('by those of its ecosystem only, and seen by nobody else before it is published', async () => {
    const code = await aCall(preparer)
    expect(await refused(as(outsider)(addCall, { ecosystem: hev, title: { fi: 'X' } }))).toBe(
      'call.add.forbidden',
    )
    expect(await refused(as(outsider)(changeCall, { call: code, part: 'texts', fields: texts }))).toBe(
      'call.change.forbidden',
    )
    expect(await refused(as(outsider)(readCall, { call: code }))).not.toBe('done')
    expect(await refused(perform(readCall, stage, { call: code }))).not.toBe('done')
    const seen = async (person?: TestPerson) =>
      (person
        ? await as(person)<{ items: Call[] }>(listCalls, { q: code, limit: 1000 })
        : await perform(listCalls, stage, { limit: 1000 })
      ).items.map((c) => c.code)
    expect(await seen()).not.toContain(code)
    expect(await seen(outsider)).not.toContain(code)
    expect(await seen(preparer)).toContain(code)
  })

  it('says every fault of a part at its field, and keeps nothing of it', async () => {
    const code = await aCall()
    const before = await callById(database.db, code)
    const bad = { 'money.0.amount': 'paljon', 'money.0.fund': 'ERDF', moneyTotal: '1,234' }
    const error = await as(coordinator)(changeCall, { call: code, part: 'money', fields: bad }).catch(
      (e) => e,
    )
    expect((error as Refusal).complaints.map((c) => c.field)).toEqual(['moneyTotal', 'money.0.amount'])
    expect(await callById(database.db, code)).toEqual(before)
  })
})

describe('a call is published', () => {
  it('not while a language is missing; then it is seen as coming, and the clock opens and closes it', async () => {
    const code = await aCall()
    const lacking = { ...texts, 'body.sv': '' }
    await as(coordinator)(changeCall, { call: code, part: 'texts', fields: lacking })
    const check = await as(preparer)<{ lacks: unknown[] }>(checkCall, { call: code })
    expect(check.lacks).toEqual([{ part: 'texts', what: 'body', language: 'sv' }])
    expect(await refused(as(coordinator)(announceCall, { call: code, announced: true }))).toBe(
      'call.not-ready',
    )
    expect(await refused(as(coordinator)(moveCall, { call: code, event: 'open' }))).toBe('call.not-ready')
    // Not even at its time.
    await windClocks.run(
      { ...stage, now: later(11), actor: { kind: 'system', name: 'x' } },
      {},
      async () => undefined,
    )
    expect((await callById(database.db, code))!.state).toBe('planned')
    // A shortened Swedish version will do.
    await as(coordinator)(changeCall, { call: code, part: 'texts', fields: { ...lacking, short: ['sv'] } })
    expect(await refused(as(preparer)(announceCall, { call: code, announced: true }))).toBe(
      'call.announce.forbidden',
    )
    await as(coordinator)(announceCall, { call: code, announced: true })
    const call = (await callById(database.db, code))!
    expect(room.planned.at(-1)).toEqual({ name: 'calls.clock', startAfter: call.opensAt })
    const coming = await perform(publicCalls, stage, { state: 'coming', limit: 100 })
    expect(coming.items.map((c) => c.code)).toContain(code)
    // What the public sees is not made to lack anything, and only its coordinator changes it.
    expect(await refused(as(coordinator)(changeCall, { call: code, part: 'texts', fields: lacking }))).toBe(
      'call.not-ready',
    )
    expect(await refused(as(preparer)(changeCall, { call: code, part: 'texts', fields: texts }))).toBe(
      'call.announced',
    )
    const wind = (at: Date) =>
      windClocks.run({ ...stage, now: at, actor: { kind: 'system', name: 'x' } }, {}, async () => undefined)
    await wind(new Date(call.opensAt!.getTime() - 1))
    expect((await callById(database.db, code))!.state).toBe('planned')
    await wind(call.opensAt!)
    expect((await callById(database.db, code))!.state).toBe('open')
    await wind(new Date(call.closesAt!.getTime() - 1))
    expect((await callById(database.db, code))!.state).toBe('open')
    await wind(call.closesAt!)
    await wind(call.closesAt!)
    expect((await callById(database.db, code))!.state).toBe('closed')
    const { happenings } = await as(preparer)<{ happenings: Happening[] }>(readCall, { call: code })
    expect(happenings.map((h) => h.event)).toEqual(['close', 'open', 'announce'])
    // The public is not told who did it.
    const seen = await perform(readCall, stage, { call: code })
    expect(seen.happenings.map((h) => h.byWhom)).toEqual(['', '', ''])
  })

  it('asks its coordinator for what it lacks three days before it opens', async () => {
    const code = await aCall(coordinator, later(2))
    const turns = async (person: TestPerson) => {
      const actor = await actorOf(database.db, person.session, now)
      return (await openingSoon.find({ db: database.db, actor, now })).map((t) => t.path)
    }
    const path = `/calls/${code}/setup/check`
    expect(await turns(coordinator)).toContain(path)
    expect(await turns(preparer)).toEqual([])
    expect(await turns(outsider)).toEqual([])
    await as(coordinator)(announceCall, { call: code, announced: true })
    expect(await turns(coordinator)).not.toContain(path)
  })
})

describe('a call that has opened', () => {
  it('is frozen but for corrections, which are published with what changed and why, and told', async () => {
    const code = await aCall()
    await as(coordinator)(moveCall, { call: code, event: 'open' })
    const call = (await callById(database.db, code))!
    expect(call.opensAt).toEqual(now)
    expect(await refused(as(coordinator)(changeCall, { call: code, part: 'texts', fields: texts }))).toBe(
      'call.corrected',
    )
    // Somebody has begun an application, another has left theirs.
    const writer = await somebody(database, 'Hilla Hakija')
    const gone = await somebody(database, 'Poissa Oleva')
    const application = newId(now.getTime())
    await database.db
      .insertInto('application')
      .values({
        id: application,
        call_id: call.id,
        ecosystem_id: hev,
        number: 1,
        step: 'full',
        form_id: newId(),
        form_version: 1,
        state: 'draft',
        title: 'Hakemus',
        language: 'fi',
        person_id: writer.id,
        created_at: now,
      })
      .execute()
    for (const [person, ended_at] of [
      [writer, null],
      [gone, now],
    ] as const)
      await database.db
        .insertInto('application_right')
        .values({
          id: newId(),
          application_id: application,
          person_id: person.id,
          level: 'submit',
          given_at: now,
          ended_at,
        })
        .execute()
    const correct = (
      part: string,
      fields: object,
      reason: object = { fi: 'Virhe', sv: 'Fel' },
      who = preparer,
    ) => as(who)<{ told: number }>(correctCall, { call: code, part, fields, reason })
    const money = { ...filled(later(1), later(2)).money, moneyTotal: '120 000', 'money.0.amount': '120 000' }
    expect(await refused(correct('money', money, { fi: 'Virhe' }))).toBe('call.no-reason')
    expect(await refused(correct('money', filled(later(1), later(2)).money))).toBe('call.unchanged')
    expect(await refused(correct('money', { ...money, moneyTotal: '1' }))).toBe('call.not-ready')
    expect(await refused(correct('money', money, undefined, outsider))).toBe('call.correct.forbidden')
    expect((await correct('money', money)).told).toBe(1)
    const period = filled(now, later(40)).period
    const opened = { opensDay: typed(now), opensClock: '8.00' }
    expect(await refused(correct('period', { ...period, ...opened, closesDay: typed(later(-1)) }))).toBe(
      'call.period',
    )
    expect(
      await refused(correct('period', { ...period, closesDay: typed(later(45)), closesClock: '12' })),
    ).toBe('call.steps')
    await correct('period', { ...period, ...opened, closesDay: typed(later(45)), closesClock: '12' })
    const after = (await callById(database.db, code))!
    expect([after.opensAt, after.closesAt]).toEqual([now, new Date('2027-02-24T10:00:00Z')])
    const { happenings } = await perform(readCall, stage, { call: code })
    // All of it happened at one instant of the test's clock.
    const ofMoney = happenings.find((h) => h.change?.fields.some((d) => d.part === 'money'))
    expect(ofMoney).toMatchObject({
      event: 'correct',
      reason: { fi: 'Virhe', sv: 'Fel' },
      change: {
        told: 1,
        fields: [
          { part: 'money', field: 'settings.moneyTotal', before: '100000.00', after: '120000.00' },
          { part: 'money', field: 'settings.money' },
        ],
      },
    })
    const told = await database.db
      .selectFrom('notification')
      .where('kind', '=', 'call-corrected')
      .select(['person_id', 'path'])
      .execute()
    expect(new Set(told.map((n) => n.person_id))).toEqual(new Set([writer.id]))
    expect(told[0]!.path).toBe(`/calls/${code}#corrections`)
    await setState(code, 'closed')
    expect(await refused(correct('costs', { costModels: ['LUMP'], 'rate.all': '60' }))).toBe(
      'call.not-corrected',
    )
  })

  it('is told of to those who follow its ecosystem', async () => {
    const follower = await somebody(database, 'Seppo Seuraaja')
    await database.db
      .insertInto('follow')
      .values({
        person_id: follower.id,
        subject_kind: 'ecosystem',
        subject_id: hev,
        following: true,
        at: now,
      })
      .execute()
    const code = await aCall()
    await as(coordinator)(moveCall, { call: code, event: 'open' })
    const told = await database.db
      .selectFrom('notification')
      .where('kind', '=', 'call-opened')
      .where('path', '=', `/calls/${code}`)
      .select('person_id')
      .execute()
    expect(told.map((n) => n.person_id)).toEqual([follower.id])
  })

  it('has assessors, who hold that office in its ecosystem', async () => {
    const code = await aCall()
    const assessor = await somebody(database, 'Arvi Arvioija', [['assessor', hev]])
    const people = (ids: string[]) => as(preparer)(setAssessors, { call: code, people: ids })
    expect(await refused(people([preparer.id]))).toBe('call.not-assessor')
    const named = async () =>
      (await as(preparer)<{ assessors: { name: string }[] }>(checkCall, { call: code })).assessors.map(
        (a) => a.name,
      )
    await people([assessor.id])
    expect(await named()).toEqual(['Arvi Arvioija'])
    await people([])
    expect(await named()).toEqual([])
    await people([assessor.id])
    expect(await named()).toEqual(['Arvi Arvioija'])
  })
})
