/**
 * Talk and attention: comments on anything that is a subject, who follows what, and who is told of what, in the bell
 * and in the daily digest. A page that wants a discussion asks `talkOn` and shows `Talk`; a module that has news for
 * people calls `notify`, and the people decide by kind whether and how they hear of it.
 */
import type { PageRequest } from '../../kernel/page.ts'
import type { Subject } from '../../kernel/subject.ts'
import { listComments } from './comment-actions.ts'
import { draftsUnder } from './comment-drafts.ts'
import type { Talked } from './comments-view.tsx'

export { addComment, listeners, mentionedIn } from './comment-actions.ts'
export { Talk, type Talked } from './comments-view.tsx'
export { mailDigest } from './digest.ts'
export { followAll, followersOf } from './follow-queries.ts'
export { Formatted } from './formatted.tsx'
export { lookAt } from './notification-actions.ts'
export { ringing } from './notification-queries.ts'
export { notificationText } from './notification-text.ts'
export { type News, notify } from './notify.ts'
export { personOf, speakers } from './subject.ts'

/** The discussion of a subject for somebody signed in; undefined for a visitor, who sees none. */
export async function talkOn(request: PageRequest, subject: Subject): Promise<Talked | undefined> {
  if (request.actor.kind !== 'person') return undefined
  const found = await request.perform(listComments, subject)
  return { subject, ...found, drafts: await draftsUnder(request, subject, found.items) }
}
