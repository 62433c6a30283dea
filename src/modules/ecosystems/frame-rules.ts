import { bornAt } from '../../kernel/id.ts'
import { type Day, dayIn } from '../../kernel/time.ts'

type Value = { id: string; source: string; validFrom: Day | null; validTo: Day | null }

/**
 * Whether something may refer to a value: it was read in a source, or has held on a day before this one. Such a value
 * is ended, not deleted, so that what was marked with it keeps its meaning.
 */
export const isInUse = (value: Value, ownSource: string, today: Day): boolean =>
  value.source !== ownSource || (value.validFrom ?? dayIn(new Date(bornAt(value.id)))) < today

export type ValueState = 'coming' | 'now' | 'ended'

export const stateOfValue = (
  { validFrom, validTo }: Pick<Value, 'validFrom' | 'validTo'>,
  today: Day,
): ValueState =>
  validTo !== null && validTo < today ? 'ended' : validFrom !== null && validFrom > today ? 'coming' : 'now'

/** The list with the item one step earlier or later; at the end it stays. */
export function moved<T>(list: readonly T[], item: T, by: 'up' | 'down'): T[] {
  const from = list.indexOf(item)
  const to = from + (by === 'up' ? -1 : 1)
  if (from < 0 || to < 0 || to >= list.length) return [...list]
  const rest = list.filter((_, i) => i !== from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

/** A short word for addresses and codes: "Hyvinvointi & terveys" -> "hyvinvointi-terveys". */
export const wordOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40) || 'x'

/** "1 234,50" or "1234.5" -> "1234.50"; undefined when it is no number of at most two decimals. */
export function readTarget(text: string): string | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^\d{1,15}(\.\d{1,2})?$/.test(plain) ? plain : undefined
}
