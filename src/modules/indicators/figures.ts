import {
  aggregate,
  breakDown,
  type Counted,
  countOnce,
  type Disaggregation,
  disaggregations,
  type Exact,
  exactFromDecimal,
  fraction,
  standing,
  type UniqueCount,
  type Value,
  whole,
} from '../../engine/indicators/index.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Indicator } from './definition.ts'
import { indicatorById } from './definition-queries.ts'
import { type FigureRow, type StoredExact, saveFigure } from './figure-queries.ts'
import {
  type EnterpriseRow,
  enterprisesBehind,
  supportsOf,
  type ValueRow,
  valuesOf,
} from './value-queries.ts'

/** A value of the engine that still knows its row. */
type Told = Value & { row: ValueRow }

export const toldOf = (row: ValueRow): Told => ({
  row,
  project: row.project,
  part: row.organisation ?? '',
  period: { from: row.from, to: row.to },
  amount: row.amount === null ? null : (exactFromDecimal(row.amount) ?? null),
  per: row.per === null ? undefined : exactFromDecimal(row.per),
  version: row.version,
})

/** The values that hold, and for each that was corrected what took its place. */
export function standingRows(rows: readonly ValueRow[]): {
  valid: ValueRow[]
  corrections: { was: ValueRow; by: ValueRow }[]
} {
  const { valid, corrections } = standing(rows.map(toldOf))
  return {
    valid: valid.map(({ row }) => row),
    corrections: corrections.map(({ was, by }) => ({ was: was.row, by: by.row })),
  }
}

/** The enterprises behind values that hold, each once, with what is known of them. */
export async function enterprisesOf(
  db: Read,
  valid: readonly ValueRow[],
): Promise<UniqueCount & { known: ReadonlyMap<string, EnterpriseRow> }> {
  const ids = valid.map(({ id }) => id)
  const byId = new Map(valid.map((row) => [row.id, row]))
  const supports = await supportsOf(db, ids)
  const known = await enterprisesBehind(db, ids)
  return {
    ...countOnce(
      supports.map(({ value, business, name }) => {
        const { project, to } = byId.get(value)!
        return { project, on: to, business, name }
      }),
    ),
    known: new Map(known.map((one) => [one.business, one])),
  }
}

const stored = ({ numerator, denominator }: Exact): StoredExact => ({
  numerator: `${numerator}`,
  denominator: `${denominator}`,
})

export const exactOf = ({ numerator, denominator }: StoredExact): Exact =>
  fraction(BigInt(numerator), BigInt(denominator))

const endsOf = (rows: readonly ValueRow[]): string[] => [...new Set(rows.map(({ to }) => to))].sort()

/** Makes one figure of an ecosystem anew from its approved values. */
export async function makeFigure(db: Read, ecosystem: string, indicator: Indicator): Promise<FigureRow> {
  const rows = await valuesOf(db, { ecosystem, indicator: indicator.id })
  const { valid } = standingRows(rows)
  const reported = valid.filter(({ amount }) => amount !== null)
  const approvedAt = rows.reduce<Date | null>(
    (latest, row) => (latest === null || row.approvedAt > latest ? row.approvedAt : latest),
    null,
  )
  const start = {
    indicator: indicator.id,
    projects: new Set(reported.map(({ project }) => project)).size,
    approvedAt,
  }
  return indicator.aggregation === 'unique'
    ? { ...start, ...(await countedFigure(db, indicator, valid)) }
    : { ...start, ...addedFigure(indicator.aggregation, valid) }
}

type Made = Pick<FigureRow, 'numerator' | 'denominator' | 'unnumbered' | 'series' | 'breakdown'>

function addedFigure(
  aggregation: Exclude<Indicator['aggregation'], 'unique'>,
  valid: readonly ValueRow[],
): Made {
  const values = valid.map(toldOf)
  const figure = aggregate(aggregation, values)
  const series = endsOf(valid).flatMap((to) => {
    const until = aggregate(
      aggregation,
      values.filter(({ period }) => period.to <= to),
    )
    return until ? [{ to, ...stored(until) }] : []
  })
  return { ...figureOf(figure), unnumbered: 0, series, breakdown: {} }
}

async function countedFigure(db: Read, indicator: Indicator, valid: readonly ValueRow[]): Promise<Made> {
  const { counted, unnumbered, known } = await enterprisesOf(db, valid)
  const reported = valid.some(({ amount }) => amount !== null)
  return {
    ...figureOf(reported ? whole(counted.length) : undefined),
    unnumbered: unnumbered.length,
    series: seriesOf(counted, endsOf(valid)),
    breakdown: breakdownOf(counted, known, indicator.disaggregation),
  }
}

const figureOf = (figure: Exact | undefined): Pick<FigureRow, 'numerator' | 'denominator'> =>
  figure ? stored(figure) : { numerator: null, denominator: null }

/** How many had come by the end of each period. */
function seriesOf(counted: readonly Counted[], ends: readonly string[]): FigureRow['series'] {
  const firsts = counted.map(({ first }) => first).sort()
  return ends.map((to) => ({ to, ...stored(whole(firsts.filter((first) => first <= to).length)) }))
}

function breakdownOf(
  counted: readonly Counted[],
  known: ReadonlyMap<string, EnterpriseRow>,
  asked: readonly Disaggregation[],
): FigureRow['breakdown'] {
  const by = disaggregations.filter((one) => asked.includes(one))
  return Object.fromEntries(
    by.map((trait) => [
      trait,
      Object.fromEntries(
        [...breakDown(counted, (business) => known.get(business), trait)].map(([value, n]) => [
          value ?? '',
          n,
        ]),
      ),
    ]),
  )
}

/** Makes the figures of these indicators anew, in the transaction that changed their values. */
export async function refreshFigures(
  tx: Tx,
  ecosystem: string,
  indicators: readonly string[],
  now: Date,
): Promise<void> {
  for (const id of [...new Set(indicators)].sort()) {
    const indicator = await indicatorById(tx, id)
    if (indicator) await saveFigure(tx, ecosystem, await makeFigure(tx, ecosystem, indicator), now)
  }
}
