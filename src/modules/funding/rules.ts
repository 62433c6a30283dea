import type { Day } from '../../kernel/time.ts'
import { type Checked, type Entry, entryFields, type State } from './entry.ts'

/** How long a check holds, days. */
export const checkHolds = 90

/** Whether it is open on a day: what its keeper says, unless its own days say otherwise. */
export function stateOn(e: Pick<Entry, 'stage' | 'opens_on' | 'closes_on'>, today: Day): State {
  if (e.stage === 'closed' || (e.closes_on !== null && e.closes_on < today)) return 'closed'
  if (e.stage === 'forecast' || (e.opens_on !== null && e.opens_on > today)) return 'coming'
  return e.stage === 'continuous' ? 'continuous' : 'open'
}

/** Why an entry cannot be trusted any more: nobody has looked at it for long, or it says open after its deadline. */
export function staleBecause(
  e: Pick<Entry, 'stage' | 'closes_on'> & Checked,
  today: Day,
): 'unchecked' | 'passed' | undefined {
  if (e.archived || e.stage === 'closed') return undefined
  if (e.closes_on !== null && e.closes_on < today) return 'passed'
  return e.checked_on < daysBefore(today, checkHolds) ? 'unchecked' : undefined
}

export const daysBefore = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** "https://..." as it is; undefined for what is no address of the web. */
export const webAddress = (text: string | null | undefined): string | undefined => {
  const said = text?.trim() ?? ''
  return /^https?:\/\/\S+$/i.test(said) && URL.canParse(said) ? said : undefined
}

/** Whether two values are the same, whatever the order of their keys; what is undefined is not there. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const there = (o: object) =>
    Object.entries(o)
      .filter(([, v]) => v !== undefined)
      .map(([k]) => k)
  const keys = there(a)
  if (keys.length !== there(b).length) return false
  return keys.every((k) => Object.hasOwn(b, k) && same(a[k as never], b[k as never]))
}

/** What differs between two entries. */
export const changedFields = (a: Entry, b: Entry): (keyof Entry)[] =>
  entryFields.filter((field) => !same(a[field], b[field]))

/**
 * An imported entry when its source tells of it anew: what people have changed here since the last import stays, the
 * rest is as the source now says. What was typed is never written over by a file.
 */
export function takeIn(now: Entry, before: Entry, told: Entry): Entry {
  const kept = entryFields.filter((f) => !same(now[f], before[f])).map((f) => [f, now[f]])
  return { ...told, ...Object.fromEntries(kept) }
}

/** "0100." and "100" are one amount; the database writes it so. */
export const plainAmount = (text: string): string =>
  text
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/\.$/, '')
    .replace(/^-(0(?:\.0+)?)$/, '$1')

/** A text as people would type it: one kind of line end, no control signs, no blanks around it. */
export const tidied = (said: string): string =>
  said
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '')
    .trim()
