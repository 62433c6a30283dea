import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { inEach, pick } from '../../kernel/text.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { type Notification, notificationsOf } from './notification-queries.ts'
import { notificationText } from './notification-text.ts'
import type { NotificationKind } from './rules.ts'

const most = 5

async function unread(
  db: Read,
  actor: Actor,
  wanted: (kind: NotificationKind) => boolean,
): Promise<readonly Turn[]> {
  if (actor.kind !== 'person') return []
  const { items } = await notificationsOf(db, actor, { unread: true, limit: 50, offset: 0 })
  return items
    .filter((n) => wanted(n.kind))
    .slice(0, most)
    .map(turnOf)
}

const turnOf = (n: Notification): Turn => {
  return {
    what: inEach((l) => pick(n.title, l)?.text ?? ''),
    why: inEach(
      (l) => `${notificationText[l].what[n.kind](n.actor_name ?? notificationText[l].talkoot)}: ${n.excerpt}`,
    ),
    path: n.path,
    since: n.at,
  }
}

/** Who is mentioned is asked for something. */
export const mentions: TurnSource = {
  place: 'turn',
  find: ({ db, actor }) => unread(db, actor, (kind) => kind === 'mention'),
}

export const news: TurnSource = {
  place: 'news',
  find: ({ db, actor }) => unread(db, actor, (kind) => kind !== 'mention'),
}
