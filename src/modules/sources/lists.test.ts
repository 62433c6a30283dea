import { describe, expect, test } from 'vitest'
import { dataAtHand, dataFile } from '../../../test/data-at-hand.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'
import { foldName } from './cells.ts'
import type { Field } from './fields.ts'
import type { ProblemCode } from './problem.ts'
import type { Profile } from './profile.ts'
import { builtInProfiles } from './profiles.ts'
import { originOfFile } from './reading/origin.ts'
import { openTable } from './reading/table.ts'
import { type Plan, planOf } from './recognising/plan.ts'
import type { StatementValues } from './statement.ts'
import { type ReadRow, readRows } from './statements.ts'

async function read(file: string, profiles: readonly Profile[] = builtInProfiles) {
  const table = await openTable(await originOfFile(dataFile(file)))
  const plan = await planOf(table, profiles)
  const rows: ReadRow[] = []
  for await (const row of readRows(table, plan)) rows.push(row)
  return { table, plan, rows }
}

type Amount = 'granted' | 'realised' | 'plannedPublic' | 'realisedPublic' | 'totalCost' | 'eu'
const sumOf = (rows: readonly ReadRow[], amount: Amount, keep = (_cents: bigint) => true): string =>
  decimalOf(
    rows
      .map((row) => row.values[amount])
      .filter((value) => value !== undefined)
      .map(centsOf)
      .filter(keep)
      .reduce((a, b) => a + b, 0n),
  )

const problemsOf = (rows: readonly ReadRow[]) => {
  const counts: Partial<Record<ProblemCode, number>> = {}
  for (const p of rows.flatMap((row) => row.problems)) counts[p.code] = (counts[p.code] ?? 0) + 1
  return counts
}

const fieldsOf = (plan: Plan): Partial<Record<Field, string>> =>
  Object.fromEntries(plan.columns.filter((c) => c.field).map((c) => [c.field, c.header]))

const messy = 'fi-structural-funds-2014-2020/projektilista-2014-2020.original.csv'
const clean = 'fi-structural-funds-2014-2020/projektilista-2014-2020.cleaned.csv'

describe.skipIf(!dataAtHand)('the lists that everybody has', () => {
  test('2007-2013: every row, to the cent', async () => {
    const { plan, rows } = await read('fi-structural-funds-2007-2013/projektilista-2007-2013.csv.gz')
    expect(plan.profile?.name).toBe('fi-2007-2013')
    expect(rows).toHaveLength(19_940)
    expect(sumOf(rows, 'granted')).toBe('2985951604.00')
    expect(sumOf(rows, 'realised', (cents) => cents >= 0n)).toBe('2858286450.00')
    expect(problemsOf(rows)).toEqual({ negative: 4 })
    const corrected = rows.find((row) => row.key === 'S10194')!
    expect(corrected.values.realised).toBe('-876')
    expect(corrected.problems[0]).toMatchObject({ code: 'negative', row: 373, text: '-876' })
    const first = rows[0]!
    expect(first).toMatchObject({ row: 2, registry: 'eura', key: 'S10324' })
    expect(first.values.authority).toBe('Hämeen elinkeino-, liikenne- ja ympäristökeskus')
    expect(first.cells[5]).toBe('Hämeen elinkeino-  liikenne- ja ympäristökeskus')
  })

  test('2014-2020 cleaned: the check figure, and what is blank stays blank', async () => {
    const { rows } = await read(clean)
    expect(rows).toHaveLength(2_881)
    expect(sumOf(rows, 'granted')).toBe('507063529.00')
    expect(problemsOf(rows)).toEqual({ 'not-a-date': 1, negative: 3 })
    expect(rows.find((r) => r.key === 'A70305')!.values.lead).toBeUndefined()
    expect(rows.find((r) => r.key === 'A70447')!.values.granted).toBeUndefined()
  })

  test('2014-2020 original agrees with cleaned in every field that cleaned proves', async () => {
    const [original, cleaned] = [await read(messy), await read(clean)]
    expect(original.rows).toHaveLength(2_881)
    expect(original.rows.filter((row) => row.rejected)).toEqual([])
    const byKey = new Map(original.rows.map((row) => [row.key, row.values]))
    const differences: string[] = []
    for (const { key, values } of cleaned.rows) {
      const mine = byKey.get(key)
      expect(mine, key).toBeDefined()
      for (const field of new Set([...Object.keys(values), ...Object.keys(mine!)]) as Set<
        keyof StatementValues
      >) {
        if (!same(field, mine![field], values[field])) {
          differences.push(
            `${key} ${field}: ${JSON.stringify(mine![field])} | ${JSON.stringify(values[field])}`,
          )
        }
      }
    }
    expect(differences).toEqual([
      // The hand that cleaned wrote a zero where the original has the date 17.10.2014: the original proves no amount.
      'A70366 realised: undefined | "0"',
      // The hand that cleaned moved ten amounts out of the date column and forgot this one.
      'A70447 granted: "7560" | undefined',
    ])
  })

  test('project pages: partners with business ids, later dates', async () => {
    const { plan, rows } = await read('fi-eura2014-project-pages/projects.json')
    expect(plan.profile?.name).toBe('fi-eura-pages')
    expect(rows).toHaveLength(43)
    expect(problemsOf(rows)).toEqual({})
    expect(rows.flatMap((row) => row.values.partners ?? [])).toHaveLength(27)
    expect(rows.every((row) => row.values.lead?.ids?.[0]?.scheme === 'fi-business-id')).toBe(true)
    const first = rows.find((row) => row.key === 'A70011')!
    expect(first.registry).toBe('eura')
    expect(first.values.partners?.[0]).toEqual({
      name: 'Varsinais-Suomen liitto - Egentliga Finlands förbund',
      ids: [{ scheme: 'fi-business-id', value: '0922305-9' }],
    })
  })

  test('Denmark: kroner, business ids, partners between full stops', async () => {
    const { rows } = await read('dk-structural-funds-2007-2013/erdf-2007-2013.csv.gz')
    expect(rows).toHaveLength(598)
    // "project" three times, which is nobody, and two lists where an abbreviation may end a name or not.
    expect(problemsOf(rows)).toEqual({ 'unnamed-partners': 3, 'unsure-partners': 2 })
    const unsure = rows.find((row) => row.problems.some(({ code }) => code === 'unsure-partners'))!
    expect(unsure.problems).toMatchObject([
      { row: 237, column: 'parter', other: 'SOSU Nykøbing F. SOSU Greve' },
    ])
    expect(unsure.cells.at(-1)).toContain('SOSU Nykøbing F. SOSU Greve')
    expect(unsure.values.partners).toHaveLength(6)
    const named = rows.flatMap((row) => row.values.partners ?? []).map(({ name }) => name)
    expect(named).toContain('CELF, Center for Erhvervsrettede Uddannelse Lolland-Falster')
    expect(named).toContain('Dansk Metal Thisted afd.')
    expect(new Set(rows.map((row) => row.values.currency))).toEqual(new Set(['DKK']))
    expect(new Set(rows.map((row) => row.values.fund))).toEqual(new Set(['ERDF', 'ESF']))
    expect(sumOf(rows, 'eu')).toBe('3665372950.47')
    expect(rows.filter((row) => row.values.partners)).toHaveLength(436)
    expect(new Set(rows.map((row) => row.values.lead?.ids?.[0]?.value)).size).toBe(271)
  })

  test('Sweden: kronor by the name of the column, ISO dates, lists of municipalities', async () => {
    const { rows } = await read('se-structural-funds-2014-2020/projekt-2014-2020.json')
    expect(rows).toHaveLength(374)
    expect(problemsOf(rows)).toEqual({})
    expect(sumOf(rows, 'granted')).toBe('4354438151.00')
    expect(rows.every((row) => row.values.currency === 'SEK' && row.values.start && row.values.end)).toBe(
      true,
    )
    expect(rows[0]!.values.municipalities).toEqual(['Arjeplog'])
  })

  test('Poland: windows-1250', async () => {
    const { table, rows } = await read('misc-structural-funds-samples/pl-erdf-2014-2020.windows-1250.csv')
    expect(table.layout).toMatchObject({ encoding: 'windows-1250', delimiter: ';' })
    expect(rows).toHaveLength(749)
    expect(rows[0]!.values.lead?.name).toBe('GENERALNA DYREKCJA DRÓG KRAJOWYCH I AUTOSTRAD')
    expect(new Set(rows.map((row) => row.values.currency))).toEqual(new Set(['PLN']))
    // Two rows differ in the case of their title alone: the second is numbered when it is stored.
    expect(new Set(rows.map((row) => row.key)).size).toBe(748)
  })

  test('England: "01. Nov 15", percent signs, line breaks in cells', async () => {
    const { rows } = await read('misc-structural-funds-samples/uk-england-esif-2014-2020.csv')
    expect(rows).toHaveLength(394)
    expect(problemsOf(rows)).toEqual({ 'month-only': 8, 'end-before-start': 2, 'not-a-percent': 3 })
    expect(rows[0]!.values).toMatchObject({
      start: '2015-11-01',
      end: '2018-12-31',
      eu: '1434364',
      rate: '60',
      currency: 'GBP',
    })
    expect(rows.some((row) => row.values.summary?.includes('\n'))).toBe(true)
    expect(rows.some((row) => row.values.title === 'ESF 2014 – 2020 Provision')).toBe(true)
  })

  test('Latvia: quoted decimal commas', async () => {
    const { rows } = await read('misc-structural-funds-samples/lv-2014-2020.csv')
    expect(rows).toHaveLength(134)
    expect(problemsOf(rows)).toEqual({})
    expect(rows[0]!.values).toMatchObject({ totalCost: '64029231', eu: '54424846', currency: 'EUR' })
  })

  test('Slovenia: JSON with Slovene keys', async () => {
    const { rows } = await read('misc-structural-funds-samples/si-2007-2013.json.gz')
    expect(rows).toHaveLength(5_041)
    expect(problemsOf(rows)).toEqual({ 'bad-address': 1, 'missing-title': 2 })
  })

  test('the official Kohesio example', async () => {
    const { rows } = await read('standard-kohesio-csv/IE_valid_example.csv')
    expect(rows).toHaveLength(5)
    expect(problemsOf(rows)).toEqual({})
    expect(rows[0]!.values).toMatchObject({
      start: '2015-01-01',
      end: '2015-12-31',
      totalCost: '299609.48',
      currency: 'EUR',
      rate: '50',
    })
  })

  test('a register of ids is no project list, and is asked about', async () => {
    const table = await openTable(
      await originOfFile(dataFile('fi-eura2014-project-pages/business-id-names.csv')),
    )
    const plan = await planOf(table, builtInProfiles)
    expect(plan.profile).toBeUndefined()
  })

  const known: readonly [file: string, profile: string][] = [
    ['fi-structural-funds-2007-2013/projektilista-2007-2013.csv.gz', 'fi-2007-2013'],
    [messy, 'fi-2014-2020'],
    ['fi-eura2014-project-pages/projects.json', 'fi-eura-pages'],
    ['dk-structural-funds-2007-2013/erdf-2007-2013.csv.gz', 'dk-2007-2013'],
    ['misc-structural-funds-samples/pl-erdf-2014-2020.windows-1250.csv', 'pl-2014-2020'],
    ['misc-structural-funds-samples/uk-england-esif-2014-2020.csv', 'uk-2014-2020'],
    ['misc-structural-funds-samples/lv-2014-2020.csv', 'lv-2014-2020'],
    ['misc-structural-funds-samples/si-2007-2013.json.gz', 'si-2007-2013'],
  ]
  test.each(known)('%s is recognised without its profile too', async (file, name) => {
    const profile = builtInProfiles.find((p) => p.name === name)!
    const table = await openTable(await originOfFile(dataFile(file)))
    const plan = await planOf(table, [])
    const wanted = Object.fromEntries(
      Object.entries(profile.columns).flatMap(([header, c]) => (c.field ? [[c.field, header]] : [])),
    )
    expect(fieldsOf(plan)).toMatchObject(wanted)
  })
})

/** Equal but for what the hand that cleaned took out on its way: commas, semicolons, bars, quotes, case of blanks. */
function same(field: keyof StatementValues, mine: unknown, theirs: unknown): boolean {
  if (field === 'lead')
    return same('title', (mine as { name?: string })?.name, (theirs as { name?: string })?.name)
  if (['title', 'authority'].includes(field) && typeof mine === 'string' && typeof theirs === 'string') {
    return foldName(mine) === foldName(theirs)
  }
  return JSON.stringify(mine) === JSON.stringify(theirs)
}
