import { decimalFromExact, type Light } from '../../engine/indicators/index.ts'
import type { Read } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import { type Day, dayIn } from '../../kernel/time.ts'
import { exactOf } from './figures.ts'
import { pathOf } from './paths.ts'
import { type IndicatorState, statesOf } from './state.ts'

/** A figure of an ecosystem as other pictures show it: rounded, with its light, its page and its date. */
export type IndicatorFigure = {
  id: string
  code: string
  name: Names
  unit: Names
  decimals: number
  /** Decimal strings; null where there is none. */
  target: { baseline: string; target: string; dueOn: Day } | null
  realised: string | null
  light: Light
  /** Parts of the way and of the time, with four decimals. */
  done: string | null
  gone: string | null
  /** The page that tells where it comes from, without a language. */
  source: string
  /** When the newest of its values was approved. */
  asOf: Date | null
}

const part = (of: IndicatorState['done']): string | null => (of ? decimalFromExact(exactOf(of), 4) : null)

/** The figures of an ecosystem against their targets, from the summary table. */
export async function figuresOf(
  { db, now }: { db: Read; now: Date },
  ecosystem: { id: string; key: string },
): Promise<IndicatorFigure[]> {
  const { states } = await statesOf(db, ecosystem.id, dayIn(now))
  return states.map((state) => figureOf(ecosystem.key, state))
}

/** One of them, from what `indicator.list` answers. */
export const figureOf = (
  key: string,
  { indicator, target, realised, light, done, gone, figure }: IndicatorState,
): IndicatorFigure => ({
  id: indicator.id,
  code: indicator.code,
  name: indicator.name,
  unit: indicator.unit,
  decimals: indicator.decimals,
  target: target && { baseline: target.baseline, target: target.target, dueOn: target.dueOn },
  realised: realised && decimalFromExact(exactOf(realised), indicator.decimals),
  light,
  done: part(done),
  gone: part(gone),
  source: pathOf(key, indicator.id),
  asOf: figure?.approvedAt ?? null,
})
