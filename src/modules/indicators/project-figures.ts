import { aggregate, decimalFromExact, type Exact, whole } from '../../engine/indicators/index.ts'
import type { Read } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { Indicator } from './definition.ts'
import { indicatorsOf } from './definition-queries.ts'
import { enterprisesOf, standingRows, toldOf } from './figures.ts'
import { meantBy } from './rules.ts'
import { promisedIn, targetsOf } from './target-queries.ts'
import { type ValueRow, valuesOf } from './value-queries.ts'

/** One indicator of one project: its target and what its approved reports say. Numbers are exact decimal strings. */
export type ProjectFigure = {
  id: string
  code: string
  name: Names
  unit: Names
  /** That was set for the project, else what its application promised; null where there is none. */
  target: string | null
  /** Null where nothing has been reported. */
  realised: string | null
  /** What was reported, period by period, each organisation by itself. */
  values: { from: Day; to: Day; amount: string | null; narrative: string | null; report: string }[]
}

async function realisedOf(
  db: Read,
  indicator: Indicator,
  valid: readonly ValueRow[],
): Promise<string | null> {
  if (!valid.some(({ amount }) => amount !== null)) return null
  const figure: Exact | undefined =
    indicator.aggregation === 'unique'
      ? whole((await enterprisesOf(db, valid)).counted.length)
      : aggregate(indicator.aggregation, valid.map(toldOf))
  return figure ? decimalFromExact(figure, indicator.decimals) : null
}

/**
 * The figures of one project in an ecosystem against its own targets: what it promised or has reported, in the order of
 * the ecosystem's indicators.
 * @param until periods that end later are left out
 */
export async function projectFigures(
  db: Read,
  { ecosystem, project, until }: { ecosystem: string; project: string; until?: Day },
): Promise<ProjectFigure[]> {
  const indicators = await indicatorsOf(db, ecosystem)
  const rows = await valuesOf(db, { ecosystem, project })
  const promised = await promisedIn(db, ecosystem, project)
  const targets = await targetsOf(db, ecosystem)
  const figures: ProjectFigure[] = []
  for (const indicator of indicators) {
    const own = rows.filter((row) => row.indicator === indicator.id && (!until || row.to <= until))
    const { valid } = standingRows(own)
    const set = targets.find(
      (t) => t.indicator === indicator.id && t.scope === 'project' && t.subject === project && !t.endedAt,
    )
    const promise = promised.find((p) => meantBy(p.indicator, [indicator]))
    if (valid.length === 0 && !set && !promise) continue
    figures.push({
      id: indicator.id,
      code: indicator.code,
      name: indicator.name,
      unit: indicator.unit,
      target: set?.target ?? promise?.target ?? null,
      realised: await realisedOf(db, indicator, valid),
      values: valid.map(({ from, to, amount, narrative, report }) => ({
        from,
        to,
        amount,
        narrative,
        report,
      })),
    })
  }
  return figures
}
