import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Read } from '../../kernel/db.ts'
import { everyone } from '../../kernel/rule.ts'
import { valuesOf } from '../statistics/index.ts'
import { anybody, columnOf } from './gather.ts'
import { benchmarkById, runsOf } from './queries.ts'
import { repeated } from './record.ts'
import { refuse } from './refusals.ts'
import type { Gathered } from './rules.ts'

/** A variable over all its periods, for the target and its peers, in the version that the run used. */
export type OverTime = {
  periods: string[]
  /** The target first, then the peers from the nearest. */
  series: { code: string; values: { value: string | null; flag: string }[] }[]
}

async function readOverTime(
  db: Read,
  gathered: Gathered,
  at: number,
  codes: readonly string[],
): Promise<OverTime> {
  const asked = gathered.asked.variables[at]!
  const { version } = gathered.variables[at]!
  const one = await valuesOf(db, anybody, {
    dataset: asked.dataset,
    version,
    codes: Object.fromEntries(Object.entries(asked.codes).map(([id, code]) => [id, [code]])),
  })
  const time = one.dimensions.find((d) => d.role === 'time')?.id
  if (!time) return { periods: [], series: [] }
  const { figures } = await valuesOf(db, anybody, {
    dataset: asked.dataset,
    version,
    codes: Object.fromEntries(
      Object.entries(asked.codes).flatMap(([id, code]) => (id === time ? [] : [[id, [code]]])),
    ),
  })
  const periods = [...new Set(figures.map((f) => f.time))].sort()
  const byPeriod = new Map(
    periods.map((period) => [
      period,
      columnOf({ figures: figures.filter((f) => f.time === period) }, gathered.asked.level).cells,
    ]),
  )
  return {
    periods,
    series: codes.map((code) => ({
      code,
      values: periods.map((period) => {
        const cell = byPeriod.get(period)?.get(code)
        return { value: cell?.value ?? null, flag: cell?.flag ?? '' }
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
    const { gathered, result } = repeated(row.record)
    if (variable > gathered.variables.length) throw refuse('missing')
    const codes = [gathered.asked.target, ...result.peers.map((p) => p.code)]
    return readOverTime(db, gathered, variable - 1, codes)
  },
})
