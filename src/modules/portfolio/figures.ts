import type { Language } from '../../kernel/text.ts'
import { formatDecimal, pick } from '../../kernel/text.ts'
import { inWords, type Quantity } from '../../ui/index.ts'
import type { Axis, Entry } from './entry.ts'
import type { Target } from './matrix.ts'

/** Whole cents in millions of euros; small sums with two decimals, so that they are not written as nothing. */
export const millions = (cents: bigint): Quantity => ({
  millions: { cents, currency: 'EUR' },
  decimals: cents < 100_000_000n ? 2 : 1,
})

/** Hundredths of a percent: 1250 is written "12,5 %". */
export const percent = (points: number | bigint | undefined, language: Language): string =>
  points === undefined
    ? '–'
    : `${formatDecimal(Number(points) / 100, language, Number(points) % 100 === 0 ? 0 : 1)}\u00a0%`

/** An amount of a target in its measure: "25 %", "1,5 M€", "3". */
export function inMeasure(measure: Target['measure'], amount: bigint, language: Language): string {
  if (measure === 'share') return percent(amount, language)
  return inWords(measure === 'money' ? millions(amount) : { count: amount }, language)
}

/** How many of each: what is proposed for a selection is counted with the projects. */
export function countedIn(entries: readonly Pick<Entry, 'state'>[]) {
  const of = (state: Entry['state']) => entries.filter((entry) => entry.state === state).length
  const [applications, ideas] = [of('application'), of('idea')]
  return { projects: entries.length - applications - ideas, applications, ideas }
}

export const nameIn = (axis: Pick<Axis, 'name'>, language: Language): string =>
  pick(axis.name, language)?.text ?? ''

/** A value as a head of a table: its number where it has one, and its name. */
export function labelOf(axis: Axis, code: string, language: Language): string {
  const value = axis.values.find((v) => v.code === code)
  const name = value ? (pick(value.name, language)?.text ?? code) : code
  return /^\d+$/.test(code) ? `${code} ${name}` : name
}
