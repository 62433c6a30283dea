import { pick } from '../../kernel/text.ts'
import type { Item } from './meeting-queries.ts'
import { meetingText } from './meeting-text.ts'

export type StandingItem = 'opening' | 'quorum' | 'order' | 'other' | 'closing'

/** Which of the items that every meeting has it is; undefined for a matter. */
export const standingOf = ({ title }: Pick<Item, 'title'>): StandingItem | undefined => {
  const said = title && pick(title, 'fi')?.text
  const { standing } = meetingText.fi
  return (Object.keys(standing) as StandingItem[]).find((key) => standing[key] === said)
}

/** What was added by hand, or is to be decided: its place may change, and it may be taken off. */
export const isMovable = (item: Pick<Item, 'title'>): boolean => standingOf(item) === undefined

/** The ids in their order after one is moved by a place; the same where it cannot. */
export function moved(items: readonly Item[], id: string, way: 'up' | 'down'): string[] {
  const ids = items.map((i) => i.id)
  const from = ids.indexOf(id)
  const to = way === 'up' ? from - 1 : from + 1
  const [one, other] = [items[from], items[to]]
  if (!one || !other || !isMovable(one) || !isMovable(other)) return ids
  return ids.with(from, other.id).with(to, one.id)
}

/** Where a new matter goes: after the matters, before what every meeting ends with. */
export function placeForNew(items: readonly Item[]): number {
  const end = items.findIndex((i) => ['other', 'closing'].includes(standingOf(i) ?? ''))
  return end < 0 ? items.length : end
}
