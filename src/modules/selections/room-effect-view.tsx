import type { PageRequest } from '../../kernel/page.ts'
import type { RoomScreen } from './room-screen.ts'

/** What the portfolio does to the matrix, the timeline and the balance. */
export function Effect(_: { screen: RoomScreen; request: PageRequest }) {
  return null
}
