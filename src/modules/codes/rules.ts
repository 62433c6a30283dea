import type { Day } from '../../kernel/time.ts'
import type { Code } from './lists.ts'

type Dated = Pick<Code, 'code' | 'validFrom' | 'validTo' | 'successors'>

/** Both ends belong to the validity; a missing end is open. */
export const isValidOn = (
  item: { validFrom?: Day | undefined; validTo?: Day | undefined },
  day: Day,
): boolean =>
  (item.validFrom === undefined || item.validFrom <= day) &&
  (item.validTo === undefined || day <= item.validTo)

/**
 * Every code that carries the meaning of `code` on the day: itself while it is valid, else what followed it.
 * Empty when the code is unknown, not yet valid, or ended without a successor.
 */
export function codesAt<T extends Dated>(list: readonly T[], code: string, day: Day): T[] {
  const found = new Set<T>()
  const seen = new Set<string>()
  const follow = (wanted: string): void => {
    if (seen.has(wanted)) return
    seen.add(wanted)
    for (const item of list) {
      if (item.code !== wanted) continue
      if (isValidOn(item, day)) found.add(item)
      else if (item.validTo !== undefined && item.validTo < day) {
        for (const next of item.successors ?? []) if (next.from <= day) follow(next.code)
      }
    }
  }
  follow(code)
  return [...found]
}

/** The one code that carries the meaning of `code` on the day; undefined when there is none or the work was split. */
export function codeAt<T extends Dated>(list: readonly T[], code: string, day: Day): T | undefined {
  const found = codesAt(list, code, day)
  return found.length === 1 ? found[0] : undefined
}

/** A table for finding an item by its code. Throws when a list holds the same code twice. */
export function byCode<T extends { code: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  const table = new Map<string, T>()
  for (const item of list) {
    if (table.has(item.code)) throw new Error(`code list has ${item.code} twice`)
    table.set(item.code, item)
  }
  return table
}
