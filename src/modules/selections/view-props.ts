import type { PageRequest } from '../../kernel/page.ts'
import type { Room } from './room.ts'
import type { SelectionEvent } from './rules.ts'

/** What every part of a meeting's page is given. */
export type ViewProps = {
  room: Room
  /** What its keeper can do next, and whom they could seat. */
  events: readonly SelectionEvent[]
  people: readonly { id: string; name: string }[]
  request: Pick<PageRequest, 'language' | 'link'>
}
