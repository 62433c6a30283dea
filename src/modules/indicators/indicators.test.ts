import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { anOrganisation } from '../../../test/organisations.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { commonIndicators } from '../codes/index.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { figuresOf } from './figures-of.ts'
import {
  defineIndicator,
  dropIndicator,
  offerIndicators,
  setLight,
  setTarget,
  useIndicators,
} from './keep-actions.ts'
import { formatExactDecimal } from './numbers.ts'
import { getIndicator, listEnterprises, listIndicators } from './read-actions.ts'
import { type Approval, recordValues, type SaidValue } from './recording.ts'
import { decimalTyped, definitionFaults, lightTyped, meantBy, targetFaults } from './rules.ts'

const now = new Date('2026-11-23T06:00:00Z')
let database: TestDatabase
let stage: Stage
let coordinator: TestPerson
let member: TestPerson
let outsider: TestPerson
let hev: string
const key = 'hev'

beforeAll(async () => {
  database = await freshDatabase()
  stage = { database: database.db, actor: { kind: 'visitor' }, way: 'page', now, language: 'fi' } as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const row = await database.db
    .selectFrom('ecosystem')
    .where('key', '=', key)
    .select('id')
    .executeTakeFirstOrThrow()
  hev = row.id
  await anOrganisation(database, 'Rekisterin Nimi Oy', { businessId: '0737546-2' })
  coordinator = await somebody(database, 'Kaarlo Koordinaattori', [['coordinator', hev]])
  member = await somebody(database, 'Maija Mukana', [['member', hev]])
  outsider = await somebody(database, 'Ulla Ulkopuolinen')
})
afterAll(() => database.drop())

const as = (person: TestPerson) => actingAs(database, stage, person)
type Listed = { items: { indicator: { id: string; code: string }; realised: unknown; light: string }[] }
const idOf = async (code: string): Promise<string> => {
  const { items } = await as(coordinator)<Listed>(listIndicators, { key })
  return items.find(({ indicator }) => indicator.code === code)!.indicator.id
}

const approval = (project: string, more: Partial<Approval>): Approval => ({
  ecosystem: hev,
  project,
  report: newId(now.getTime()),
  version: 1,
  from: '2026-01-01',
  to: '2026-06-30',
  said: { person: null, by: 'Pia', at: now },
  approved: { person: null, by: 'Leo', at: now },
  reason: null,
  values: [],
  ...more,
})
const value = (indicator: string, more: Partial<SaidValue>): SaidValue => ({
  indicator,
  definition: 1,
  organisation: null,
  amount: null,
  per: null,
  narrative: null,
  enterprises: [],
  ...more,
})
const record = (a: Approval) => transaction(database.db, (tx) => recordValues(tx, a))
const enterprise = (business: string | null, name: string, size: string | null = null) => ({
  business,
  name,
  size,
  region: null,
})
const figure = async (code: string) =>
  (await figuresOf({ db: database.db, now }, { id: hev, key })).find((f) => f.code === code)!

describe('the indicators of an ecosystem', () => {
  it('are chosen by those who keep it, from the verified common list', async () => {
    await expect(as(member)(useIndicators, { key, codes: ['RCO01'] })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const { common } = await as(coordinator)<{ common: { code: string }[] }>(offerIndicators, { key })
    expect(common.length).toBe(commonIndicators.length)
    expect(await as(coordinator)(useIndicators, { key, codes: ['RCO01', 'RCR02', 'RCO01'] })).toEqual({
      added: 2,
    })
    expect(await as(coordinator)(useIndicators, { key, codes: ['RCO01'] })).toEqual({ added: 0 })
    await expect(as(coordinator)(useIndicators, { key, codes: ['RCO30'] })).rejects.toMatchObject({
      kind: 'invalid',
    })
    const { items } = await perform(listIndicators, stage, { key })
    expect(items.map(({ indicator }) => [indicator.code, indicator.aggregation])).toEqual([
      ['RCO01', 'unique'],
      ['RCR02', 'sum'],
    ])
  })

  it('have own definitions, of which a change makes a version; another ecosystem may use them as they are', async () => {
    const own = {
      key,
      code: 'HEV-01',
      name: { fi: 'Kokeilut' },
      definition: { fi: 'Päättyneet kokeilut.' },
      unit: { fi: 'kokeilua' },
      aggregation: 'sum',
    }
    const { indicator } = await as(coordinator)<{ indicator: string }>(defineIndicator, own)
    await expect(as(coordinator)(defineIndicator, own)).rejects.toMatchObject({
      reason: 'indicators.code-taken',
    })
    await as(coordinator)(defineIndicator, {
      ...own,
      indicator,
      definition: { fi: 'Aloitetut kokeilut.' },
      reason: 'Sovittu',
    })
    const { versions } = await as(coordinator)<{ versions: { version: number; reason: string | null }[] }>(
      getIndicator,
      { key, indicator },
    )
    expect(versions.map((v) => [v.version, v.reason])).toEqual([
      [2, 'Sovittu'],
      [1, null],
    ])
    const hgie = await database.db
      .selectFrom('ecosystem')
      .where('key', '=', 'hgie')
      .select('id')
      .executeTakeFirstOrThrow()
    const other = await somebody(database, 'Elli Muualta', [['coordinator', hgie.id]])
    expect(await as(other)(useIndicators, { key: 'hgie', ids: [indicator] })).toEqual({ added: 1 })
    await expect(as(other)(defineIndicator, { ...own, key: 'hgie', indicator })).rejects.toMatchObject({
      reason: 'indicators.not-kept',
    })
  })

  it('have a target with its date, which gives way to the next and stays in the history', async () => {
    const indicator = await idOf('RCO01')
    const target = { key, indicator, baseline: '0', target: '10', starts: '1.1.2026', due: '31.12.2027' }
    await expect(as(member)(setTarget, target)).rejects.toMatchObject({ kind: 'forbidden' })
    await as(coordinator)(setTarget, target)
    await as(coordinator)(setTarget, { ...target, target: '4' })
    await expect(
      as(coordinator)(setTarget, { ...target, scope: 'priority', subject: 'ei/ole' }),
    ).rejects.toMatchObject({ reason: 'indicators.no-subject' })
    const { targets } = await as(coordinator)<{ targets: { target: string; endedAt: Date | null }[] }>(
      getIndicator,
      {
        key,
        indicator,
      },
    )
    expect(targets.map((t) => [t.target, t.endedAt === null])).toEqual([
      ['4', true],
      ['10', false],
    ])
  })
})

describe('a figure', () => {
  const [first, second] = [newId(now.getTime()), newId(now.getTime())]

  it('counts an enterprise once that two projects report, and tells names without a business id apart', async () => {
    const indicator = await idOf('RCO01')
    const alfa = enterprise('0737546-2', 'Kirjoitettu Nimi', 'small')
    await record(
      approval(first, {
        values: [
          value(indicator, {
            amount: '2',
            enterprises: [alfa, enterprise('2331972-7', 'Beeta Oy', 'micro')],
          }),
        ],
      }),
    )
    await record(
      approval(second, {
        values: [value(indicator, { amount: '2', enterprises: [alfa, enterprise(null, 'Tunnukseton')] })],
      }),
    )
    expect(await figure('RCO01')).toMatchObject({ realised: '2', light: 'green', done: '0.5000' })
    const behind = await as(coordinator)<{
      items: { business: string; name: string; first: string }[]
      unnumbered: { name: string }[]
    }>(listEnterprises, { key, indicator })
    expect(behind.items.map((one) => [one.business, one.name, one.first])).toEqual([
      ['0737546-2', 'Rekisterin Nimi Oy', '2026-06-30'],
      ['2331972-7', 'Beeta Oy', '2026-06-30'],
    ])
    expect(behind.unnumbered.map(({ name }) => name)).toEqual(['Tunnukseton'])
    await expect(as(outsider)(listEnterprises, { key, indicator })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  it('hides a sole trader from all but those who keep the ecosystem, and counts them all the same', async () => {
    const indicator = await idOf('RCO01')
    const trader = enterprise('1572860-0', 'Tmi Matti Meikäläinen')
    await record(
      approval(second, {
        from: '2026-07-01',
        to: '2026-12-31',
        values: [value(indicator, { amount: '1', enterprises: [trader] })],
      }),
    )
    expect((await figure('RCO01')).realised).toBe('3')
    const shown = async (person: TestPerson) =>
      (
        await as(person)<{ items: { business: string | null; name: string | null; personal: boolean }[] }>(
          listEnterprises,
          { key, indicator },
        )
      ).items.find(({ personal }) => personal)
    expect(await shown(member)).toMatchObject({ business: null, name: null })
    expect(await shown(coordinator)).toMatchObject({ business: '1572860-0', name: 'Tmi Matti Meikäläinen' })
  })

  it('is corrected by a later version, which stays in the log with its reason', async () => {
    const indicator = await idOf('RCR02')
    const report = newId(now.getTime())
    await record(approval(first, { report, values: [value(indicator, { amount: '1000.10' })] }))
    await record(approval(second, { values: [value(indicator, { amount: '0.20' })] }))
    expect((await figure('RCR02')).realised).toBe('1000.30')
    await record(
      approval(first, {
        report,
        version: 2,
        reason: 'Kirjanpito tarkistettu',
        values: [value(indicator, { amount: '900' })],
      }),
    )
    expect((await figure('RCR02')).realised).toBe('900.20')
    const got = await as(coordinator)<{
      corrections: { was: { amount: string }; by: { amount: string; reason: string } }[]
    }>(getIndicator, { key, indicator })
    expect(got.corrections.map(({ was, by }) => [was.amount, by.amount, by.reason])).toEqual([
      ['1000.1', '900', 'Kirjanpito tarkistettu'],
    ])
  })

  it('shows visitors numbers without names or words of people', async () => {
    const { values } = await perform(getIndicator, stage, { key, indicator: await idOf('RCR02') })
    expect(values.length).toBe(2)
    expect(values.map((v) => [v.byWhom, v.approvedBy, v.narrative, v.projectName])).toEqual([
      ['', '', null, null],
      ['', '', null, null],
    ])
  })

  it('follows the limits that the ecosystem has set for its light', async () => {
    expect((await figure('RCO01')).light).toBe('green')
    await as(coordinator)(setLight, { key, green: '180', amber: '160' })
    expect((await figure('RCO01')).light).toBe('amber')
    await expect(as(coordinator)(setLight, { key, green: '50', amber: '60' })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  it('goes when its indicator is taken out of use, and is there again with it', async () => {
    const indicator = await idOf('RCR02')
    await as(coordinator)(dropIndicator, { key, indicator })
    expect(
      (await figuresOf({ db: database.db, now }, { id: hev, key })).map(({ code }) => code),
    ).not.toContain('RCR02')
    await as(coordinator)(useIndicators, { key, codes: ['RCR02'] })
    expect((await figure('RCR02')).realised).toBe('900.20')
  })
})

describe('what is typed', () => {
  test.each([
    ['1 234,50', '1234.50'],
    ['1234.5', '1234.5'],
    ['-3', '-3'],
    ['0', '0'],
  ])('"%s" is %s', (typed, decimal) => expect(decimalTyped(typed)).toBe(decimal))
  test.each(['', 'kaksi', '1,2,3', '1e5', '12345678901234567', '1.1234567'])('"%s" is no number', (typed) =>
    expect(decimalTyped(typed)).toBeUndefined(),
  )

  it('of a target must leave a way to go, and a time', () => {
    const good = { baseline: '0', target: '5', starts: '1.1.2026', due: '31.12.2026' }
    expect(targetFaults(good)).toEqual([])
    expect(targetFaults({ ...good, target: '0,0' }).map((f) => f.key)).toEqual(['noWay'])
    expect(targetFaults({ ...good, due: '1.1.2026' }).map((f) => f.key)).toEqual(['dueBefore'])
    expect(
      targetFaults({ baseline: 'x', target: '', starts: '31.2.2026', due: '' }).map((f) => f.field),
    ).toEqual(['baseline', 'target', 'starts', 'due'])
  })

  it('of an own definition never takes a code of the common list', () => {
    const said = { code: 'RCO99', name: { fi: 'a' }, definition: { fi: 'b' }, unit: { fi: 'c' } }
    expect(definitionFaults(said, true).map((f) => f.key)).toEqual(['noCode'])
    expect(definitionFaults({ ...said, code: 'HEV-2' }, true)).toEqual([])
    expect(definitionFaults({ ...said, name: {} }, false).map((f) => f.key)).toEqual(['noName'])
  })

  it('of limits is per cent, amber below green', () => {
    expect(lightTyped({ green: '90 %', amber: '60' })).toEqual({ green: '0.9', amber: '0.6' })
    expect(lightTyped({ green: '60', amber: '90' })).toMatchObject([{ key: 'amberAbove' }])
    expect(lightTyped({ green: 'x', amber: '900' })).toMatchObject([{ field: 'green' }, { field: 'amber' }])
  })

  it('in an application means an indicator by its code or its name in full', () => {
    const known = [
      { code: 'RCO01', name: { fi: 'Tuetut yritykset' } },
      { code: 'HEV-01', name: { fi: 'Kokeilut', sv: 'Försök' } },
    ]
    const meant = (text: string) => meantBy(text, known)?.code
    expect(['RCO 1: yritykset', 'rco01', 'tuetut yritykset', 'Försök', 'HEV-01 kokeilut'].map(meant)).toEqual(
      ['RCO01', 'RCO01', 'RCO01', 'HEV-01', 'HEV-01'],
    )
    expect(['RCO10', 'yritykset', 'RCO011'].map(meant)).toEqual([undefined, undefined, undefined])
  })

  it('is shown with the marks of its language, digit by digit', () => {
    expect(formatExactDecimal('1234567.5', 'fi')).toBe('1\u00a0234\u00a0567,5')
    expect(formatExactDecimal('-1234', 'en')).toBe('−1,234')
    expect(formatExactDecimal('12', 'sv')).toBe('12')
  })
})
