import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { countedSheets, isOpened } from './judged.ts'
import { clockOf, judgedOf } from './judged-queries.ts'
import { assessmentPath } from './notices.ts'
import { assessingStandings } from './standing.ts'

/**
 * The discussion of an assessment: only for those who gave their scores and are free of conflicts, and only while all
 * scores are open: `seenBy` says who, and its share level only where the talk is kept.
 */
export const assessmentSubject: SubjectKind = {
  kind: 'assessment',
  find: async (db: Read, id: string) => {
    const judged = await judgedOf(db, id)
    if (!judged) return undefined
    const people = isOpened(judged)
      ? countedSheets(judged)
          .filter((s) => s.state === 'given')
          .map((s) => s.person)
      : []
    const standing = await assessingStandings(db, people, [id], await clockOf(db))
    const among = new Set(people.filter((p) => standing(p, id) === 'free'))
    const seenBy = (actor: Actor) => actor.kind === 'person' && among.has(actor.id)
    return {
      title: { [judged.language]: judged.title },
      path: assessmentPath(id),
      record: { share: 'agreement', ecosystem: judged.ecosystem },
      seenBy,
      keptBy: seenBy,
      closed: judged.state === 'settled',
    }
  },
}
