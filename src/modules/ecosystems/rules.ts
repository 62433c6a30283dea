import { type Day, dayOf } from '../../kernel/time.ts'
import { isValidOn } from '../codes/index.ts'
import type { Dimension, Ecosystem, EcosystemMoney, FrameValue } from './record.ts'

type Period = Pick<NonNullable<Ecosystem['period']>, 'start' | 'end'>

/** "2021" begins on 1.1.2021, "2021-02" on 1.2.2021. */
export const firstDay = (partial: string): Day => `${partial}-01-01`.slice(0, 10)

/** "2021" ends on 31.12.2021, "2021-02" on 28.2.2021. */
export function lastDay(partial: string): Day {
  if (partial.length === 10) return partial
  if (partial.length === 4) return `${partial}-12-31`
  const [year, month] = partial.split('-').map(Number) as [number, number]
  return [31, 30, 29, 28].map((day) => dayOf(year, month, day)).find((day) => day !== undefined)!
}

export type EcosystemState = 'coming' | 'running' | 'ended' | 'unknown'

/** Where the day falls in the period. Without an end it cannot be said to have ended. */
export function stateOf(period: Period | undefined, today: Day): EcosystemState {
  if (!period || (!period.start && !period.end)) return 'unknown'
  if (period.end && lastDay(period.end) < today) return 'ended'
  if (period.start && today < firstDay(period.start)) return 'coming'
  return 'running'
}

/** The values of a dimension that hold on the day: priorities change during a period. */
export const valuesOn = (dimension: Dimension, day: Day): FrameValue[] =>
  dimension.values.filter((value) => isValidOn(value, day))

export type FrameMatrix = { rows: Dimension; columns: Dimension }

/** The two dimensions that are crossed: priorities down, emphases across. Undefined when the frame has not both. */
export function matrixOf(frame: readonly Dimension[]): FrameMatrix | undefined {
  const rows = frame.find((d) => d.dimension === 'priority')
  const columns = frame.find((d) => d.dimension === 'emphasis')
  return rows && columns ? { rows, columns } : undefined
}

/** The dimensions that are told as lists, because the matrix does not tell them. */
export function listedDimensions(frame: readonly Dimension[]): Dimension[] {
  const matrix = matrixOf(frame)
  return frame.filter((d) => d !== matrix?.rows && d !== matrix?.columns)
}

/** The years that a set of periods spans, whole years: [2021, 2028) for 2021 to 2027. */
export function yearsSpanned(
  periods: readonly (Period | undefined)[],
  today: Day,
): { from: number; to: number } {
  const days = [today, ...periods.flatMap((p) => [p?.start, p?.end]).filter((d) => d !== undefined)]
  const years = days.map((day) => Number(day.slice(0, 4)))
  return { from: Math.min(...years), to: Math.max(...years) + 1 }
}

/** The amount that speaks for an ecosystem in a list: the first exact one, else the first. */
export const leadingMoney = (money: readonly EcosystemMoney[]): EcosystemMoney | undefined =>
  money.find((m) => m.qualifier === 'exact') ?? money[0]
