import type { PageRequest } from '../../kernel/page.ts'
import type { MeetingView } from './meeting-actions.ts'
import type { Coming } from './meeting-queries.ts'

/** What every part of a meeting's page is given. */
export type MeetingProps = {
  view: MeetingView
  /** Who could be called besides, and the meetings to which a matter could be left; of who keeps the meeting. */
  people: readonly { id: string; name: string }[]
  coming: readonly Coming[]
  request: Pick<PageRequest, 'language' | 'link' | 'actor'>
}
