import { z } from 'zod'
import { derivedOf } from '../../engine/benchmark/index.ts'
import { query } from '../../kernel/action.ts'
import type { Read } from '../../kernel/db.ts'
import { everyone } from '../../kernel/rule.ts'
import { type Figure, headOf, valuesOf } from '../statistics/index.ts'
import { anybody, type Cell, columnOf, timeIdOf } from './columns.ts'
import { benchmarkById, runsOf } from './queries.ts'
import { repeatedOnce } from './record.ts'
import { refuse } from './refusals.ts'
import { derivedIn, type Gathered } from './rules.ts'

/** A variable over all its periods, for the target and its peers, in the version that the run used. */
export type OverTime = {
  periods: string[]
  /** The target first, then the peers from the nearest. */
  series: { code: string; values: { value: string | null; flag: string }[] }[]
}

type Columns = ReadonlyMap<string, ReadonlyMap<string, Cell>>

/** Every period of a series in a version, territory by territory. */
async function columnsOf(
  db: Read,
  { dataset, version }: { dataset: string; version: string },
  codes: Readonly<Record<string, string>>,
  level: Gathered['asked']['level'],
): Promise<Columns> {
  const time = timeIdOf(await headOf(db, anybody, { dataset, version }))
  if (!time) return new Map()
  const { figures } = await valuesOf(db, anybody, {
    dataset,
    version,
    codes: Object.fromEntries(
      Object.entries(codes).flatMap(([id, code]) => (id === time ? [] : [[id, [code]]])),
    ),
  })
  const byPeriod = new Map<string, Figure[]>()
  for (const figure of figures) byPeriod.set(figure.time, [...(byPeriod.get(figure.time) ?? []), figure])
  return new Map(
    [...byPeriod].sort(byKey).map(([period, own]) => [period, columnOf({ figures: own }, level).cells]),
  )
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)

/** The second series of a derived variable at a period of the first: the same period of a ratio, the earlier one of a change. */
async function othersOf(db: Read, gathered: Gathered, at: number, own: Columns) {
  const { derived } = gathered.asked.variables[at]!
  const { other } = gathered.variables[at]!
  if (!derived || !other) return undefined
  if (derived.is === 'change') return () => own.get(derived.since)
  const below = await columnsOf(db, other, derived.codes, gathered.asked.level)
  return (period: string) => below.get(period)
}

async function readOverTime(
  db: Read,
  gathered: Gathered,
  at: number,
  codes: readonly string[],
): Promise<OverTime> {
  const asked = gathered.asked.variables[at]!
  const own = await columnsOf(db, gathered.variables[at]!, asked.codes, gathered.asked.level)
  const others = await othersOf(db, gathered, at, own)
  const derived = derivedIn(asked)
  const periods = [...own.keys()].filter((period) => !others || others(period))
  return {
    periods,
    series: codes.map((code) => ({
      code,
      values: periods.map((period) => {
        const [a, b] = [own.get(period)?.get(code), others?.(period)?.get(code)]
        if (derived)
          return {
            value: derivedOf(derived, a?.value ?? null, b?.value ?? null),
            flag: a?.flag || b?.flag || '',
          }
        return { value: a?.value ?? null, flag: a?.flag ?? '' }
      }),
    })),
  }
}

export const benchmarkOverTime = query({
  name: 'benchmarks.over-time',
  summary: {
    fi: 'Yhden muuttujan kehitys alueella ja sen verrokeissa',
    sv: 'En variabels utveckling i området och dess jämförbara områden',
    en: 'One variable over time in the territory and its peers',
  },
  route: { method: 'GET', path: '/benchmarks/{id}/over-time' },
  input: z.object({
    id: z.uuid(),
    run: z.coerce.number().int().min(1).max(1_000_000).optional(),
    variable: z.coerce
      .number()
      .int()
      .min(1)
      .max(12)
      .default(1)
      .describe('The number of the variable, from 1.'),
  }),
  output: z.custom<OverTime>(),
  allow: everyone,
  run: async ({ db }, { id, run, variable }) => {
    if (!(await benchmarkById(db, id))) throw refuse('missing')
    const rows = await runsOf(db, id)
    const row = run === undefined ? rows[0] : rows.find((r) => r.number === run)
    if (!row) throw refuse('missing')
    const { gathered, result } = repeatedOnce(row.record)
    if (variable > gathered.variables.length) throw refuse('missing')
    const codes = [gathered.asked.target, ...result.peers.map((p) => p.code)]
    return readOverTime(db, gathered, variable - 1, codes)
  },
})
