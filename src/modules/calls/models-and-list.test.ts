import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CallRoom, later, now, openCallRoom, refused } from '../../../test/call-room.ts'
import { objectives, programmes } from '../codes/index.ts'
import { changeCall, copyCall } from './actions.ts'
import { findCalls, phaseOf } from './list.ts'
import { dropModel, keepModel } from './model-actions.ts'
import { moveCall } from './move-actions.ts'
import { phases } from './phases.ts'
import { callById } from './queries.ts'

let room: CallRoom
let database: CallRoom['database']
let as: CallRoom['as']
let aCall: CallRoom['aCall']
let coordinator: CallRoom['coordinator']
let preparer: CallRoom['preparer']
let outsider: CallRoom['outsider']

beforeAll(async () => {
  room = await openCallRoom()
  ;({ database, as, aCall, coordinator, preparer, outsider } = room)
})
afterAll(() => database.drop())

describe('a cost model of its own', () => {
  const fields = {
    'name.fi': 'Palkat ja alkuraha',
    'name.sv': 'Löner och startsumma',
    'lines.0.kind': 'typed',
    'lines.0.fi': 'Palkat',
    'lines.0.sv': 'Löner',
    'lines.1.kind': 'percent',
    'lines.1.fi': 'Muut',
    'lines.1.sv': 'Övriga',
    'lines.1.percent': '37,5',
    'lines.1.of': '1',
  }
  it('is made, allowed at once, changed, left out without being lost, copied, and frozen at the opening', async () => {
    const code = await aCall()
    const call = async () => (await callById(database.db, code))!.settings
    expect(await refused(as(outsider)(keepModel, { call: code, fields }))).toBe(
      'call.keep-cost-model.forbidden',
    )
    expect(
      await refused(as(preparer)(keepModel, { call: code, fields: { ...fields, 'lines.1.of': '2' } })),
    ).toBe('call.model')
    await as(preparer)(keepModel, { call: code, fields })
    expect((await call()).costModels.map((m) => m.code)).toEqual(['FR40', 'own-1'])
    await as(preparer)(keepModel, {
      call: code,
      model: 'own-1',
      fields: { ...fields, 'lines.1.percent': '20' },
    })
    for (const list of [(await call()).costModels, (await call()).ownModels])
      expect(list.find((m) => m.code === 'own-1')).toMatchObject({ lines: [{}, { percent: '20' }] })
    const costs = {
      costModels: ['FR40'],
      'rate.all': '60',
      'kindRate.0.applicant': 'company',
      'kindRate.0.most': '50',
    }
    await as(preparer)(changeCall, { call: code, part: 'costs', fields: costs })
    expect((await call()).ownModels).toHaveLength(1)
    expect((await call()).rates).toEqual([
      { costModel: null, most: '60' },
      { costModel: null, applicant: 'company', most: '50' },
    ])
    const copy = await as(preparer)<{ code: string }>(copyCall, { call: code })
    expect((await callById(database.db, copy.code))!.settings.ownModels).toHaveLength(1)
    await as(preparer)(dropModel, { call: copy.code, model: 'own-1' })
    expect((await callById(database.db, copy.code))!.settings.ownModels).toEqual([])
    await as(coordinator)(moveCall, { call: code, event: 'open' })
    for (const work of [
      as(coordinator)(keepModel, { call: code, fields }),
      as(coordinator)(dropModel, { call: code, model: 'own-1' }),
    ])
      expect(await refused(work)).toBe('call.model-frozen')
  })
})

describe('the list', () => {
  it('counts each facet as the others let through, and finds by words and code', async () => {
    const code = await aCall()
    const find = (asked: object) =>
      findCalls(database.db, { kind: 'system', name: 'test' }, now, {
        ...{ ecosystem: [], fund: [], programme: [], objective: [], state: [] },
        limit: 1000,
        offset: 0,
        ...asked,
      })
    const all = await find({})
    const sum = (counts: Record<string, number> = {}) => Object.values(counts).reduce((a, b) => a + b, 0)
    expect(sum(all.counts.state)).toBe(all.total)
    const open = await find({ state: ['open'] })
    expect(open.counts.state).toEqual(all.counts.state)
    expect(open.counts.ecosystem).toEqual({ hev: open.total })
    expect((await find({ q: code })).items.map((c) => c.code)).toContain(code)
    expect((await find({ q: 'siirtymä' })).total).toBeGreaterThan(0)
    expect((await find({ fund: ['JTF'] })).total).toBe(0)
    const part = { programme: programmes[0]!.code, objectives: [objectives[1]!.code] }
    await as(coordinator)(changeCall, { call: code, part: 'frame', fields: part })
    for (const facet of [{ programme: [part.programme] }, { objective: part.objectives }]) {
      const narrowed = await find(facet)
      expect(narrowed.items.map((c) => c.code)).toEqual([code])
      expect(narrowed.counts.programme).toMatchObject({ [part.programme]: 1 })
    }
  })

  it('says in SQL what the rules say: where each call stands, and what can be done now comes first', async () => {
    const none = { ecosystem: [], fund: [], programme: [], objective: [], state: [] }
    for (const at of [now, later(11), later(45)]) {
      const find = (asked: object) =>
        findCalls(database.db, { kind: 'system', name: 'test' }, at, {
          ...none,
          limit: 1000,
          offset: 0,
          ...asked,
        })
      const all = await find({})
      const order = all.items.map((call) => phases.indexOf(phaseOf(call, at)))
      const ranks = order.map((phase) => [1, 2, 3, 0][phase]!)
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      for (const phase of phases) {
        const { items, total } = await find({ state: [phase] })
        expect(items.map((c) => phaseOf(c, at))).toEqual(items.map(() => phase))
        expect(total).toBe(all.counts.state[phase] ?? 0)
        const ends = items.map((c) =>
          phase === 'past' ? -(c.closesAt?.getTime() ?? 0) : (c.closesAt?.getTime() ?? 0),
        )
        if (phase === 'open' || phase === 'past') expect(ends).toEqual(ends.toSorted((a, b) => a - b))
      }
      expect((await find({ limit: 2, offset: 1 })).items).toEqual(all.items.slice(1, 3))
    }
  })
})
