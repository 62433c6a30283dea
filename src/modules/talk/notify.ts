import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { canSee, type SharedRecord, shareLevels } from '../../kernel/share.ts'
import type { Subject } from '../../kernel/subject.ts'
import type { Names } from '../../kernel/text.ts'
import type { KnownPerson } from '../people/index.ts'
import { choicesOf, insertNotifications } from './notification-queries.ts'
import { excerptOf, type NotificationKind, usual } from './rules.ts'

export type News = {
  kind: NotificationKind
  subject: Subject
  /** What it tells of: nobody is told of one thing twice. */
  about: string
  title: Names
  /** The page to go to, without a language. */
  path: string
  text: string
  /** Under which ecosystem a digest tells it. */
  ecosystem: string | null
  /** Whoever is told sees every one of these. */
  records: readonly SharedRecord[]
  to: readonly KnownPerson[]
}

/** Tells people of something: those who may see it, who have not switched its kind off, and never who did it. */
export async function notify(ctx: Context<Tx>, news: News): Promise<void> {
  const { actor } = ctx
  const self = actor.kind === 'person' ? actor.id : null
  const seeing = news.to.filter(
    (p) => p.actor.id !== self && news.records.every((record) => canSee(p.actor, record)),
  )
  const choices = await choicesOf(
    ctx.db,
    seeing.map((p) => p.actor.id),
  )
  const told = seeing.filter((p) => {
    const { bell, mail } = choices.get(p.actor.id)?.[news.kind] ?? usual[news.kind]
    return bell || mail
  })
  const [narrowest] = [...news.records].sort(
    (a, b) => shareLevels.indexOf(a.share) - shareLevels.indexOf(b.share),
  )
  await insertNotifications(
    ctx.db,
    told.map((p) => ({
      id: newId(ctx.now.getTime()),
      person_id: p.actor.id,
      kind: news.kind,
      subject_kind: news.subject.kind,
      subject_id: news.subject.id,
      about: news.about,
      share: narrowest?.share ?? 'public',
      ecosystem_id: narrowest?.ecosystem ?? news.ecosystem,
      organisation_id: narrowest?.organisation ?? null,
      owner_id: narrowest?.person ?? null,
      actor_name: actor.kind === 'person' ? actor.name : null,
      title: JSON.stringify(news.title),
      path: news.path,
      excerpt: excerptOf(news.text),
      at: ctx.now,
    })),
  )
}
