import type { Actor } from '../../kernel/actor.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { standingsOf } from '../conflicts/index.ts'
import { readPeople } from '../people/index.ts'
import { pathOf } from './head.ts'
import { headById } from './head-queries.ts'
import { handles } from './sight.ts'
import { clockOf } from './turn-queries.ts'

/**
 * The preparing of a decision as it is spoken of: by who handles it and is free of conflict there, until it is published.
 * It is known by its application, which is there before anything is proposed.
 */
export const decisionSubject: SubjectKind = {
  kind: 'decision',
  find: async (db, id) => {
    const head = await headById(db, id)
    if (!head) return undefined
    const now = await clockOf(db)
    const people = (await readPeople(db, now)).filter(({ actor }) => handles(actor, head.ecosystem.id))
    const ids = people.map((p) => p.actor.id)
    const standings = await standingsOf(db, ids, [head.application], now)
    const among = new Set(ids.filter((p) => standings.of(p, head.application, 'propose').is === 'free'))
    const seenBy = (actor: Actor) => actor.kind === 'person' && among.has(actor.id)
    return {
      title: { [head.language]: head.title },
      path: pathOf(head),
      record: { share: 'agreement', ecosystem: head.ecosystem.id },
      seenBy,
      keptBy: seenBy,
      closed: head.state === 'published',
    }
  },
}
