import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'

/** An exact fraction as decimal strings of whole numbers. */
export type StoredExact = { numerator: string; denominator: string }

/** A figure of an ecosystem as it was made when the last of its values was approved. */
export type FigureRow = {
  indicator: string
  numerator: string | null
  denominator: string | null
  projects: number
  unnumbered: number
  series: ({ to: Day } & StoredExact)[]
  /** Enterprises by size, region and kind; what is not known stands under "". */
  breakdown: Record<string, Record<string, number>>
  approvedAt: Date | null
}

export async function figureRows(db: Read, ecosystem: string): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select indicator_id as indicator, numerator::text as numerator, denominator::text as denominator, projects, unnumbered,
      series, breakdown, approved_at as "approvedAt"
    from indicator_figure where ecosystem_id = ${ecosystem}`.execute(db as Tx)
  return rows
}

export async function saveFigure(tx: Tx, ecosystem: string, f: FigureRow, at: Date): Promise<void> {
  const values = {
    numerator: f.numerator,
    denominator: f.denominator,
    projects: f.projects,
    unnumbered: f.unnumbered,
    series: JSON.stringify(f.series),
    breakdown: JSON.stringify(f.breakdown),
    approved_at: f.approvedAt,
    made_at: at,
  }
  await tx
    .insertInto('indicator_figure')
    .values({ ecosystem_id: ecosystem, indicator_id: f.indicator, ...values })
    .onConflict((c) => c.columns(['ecosystem_id', 'indicator_id']).doUpdateSet(values))
    .execute()
}
