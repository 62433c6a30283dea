import { readDay } from '../../../kernel/time.ts'
import { firstDay, lastDay } from '../rules.ts'

/**
 * A time as precise as it is written: "5.3.2026" -> "2026-03-05", "3/2026" -> "2026-03", "2026" -> "2026".
 * Undefined when it is none of these.
 */
export function readPartialDay(text: string): string | undefined {
  const written = text.trim()
  if (/^(19|20|21)\d\d$/.test(written)) return written
  const month = /^(\d{1,2})\/((19|20|21)\d\d)$/.exec(written) ?? undefined
  if (month) {
    const number = Number(month[1])
    return number >= 1 && number <= 12 ? `${month[2]}-${String(number).padStart(2, '0')}` : undefined
  }
  return readDay(written)
}

/** Whether a period that is known in part only can be: it does not end before it begins. */
export const isInOrder = (start: string | undefined, end: string | undefined): boolean =>
  !start || !end || firstDay(start) <= lastDay(end)

/**
 * Whether making `child` a part of `parent` would close a ring. `parentOf` says what each is a part of; a ring that
 * is there already does not hang.
 */
export function wouldRing(
  child: string,
  parent: string,
  parentOf: (id: string) => string | null | undefined,
): boolean {
  const seen = new Set<string>()
  for (let at: string | null | undefined = parent; at && !seen.has(at); at = parentOf(at)) {
    if (at === child) return true
    seen.add(at)
  }
  return false
}
