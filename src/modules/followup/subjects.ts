import type { Actor } from '../../kernel/actor.ts'
import { isId } from '../../kernel/id.ts'
import { isAmong } from '../../kernel/rule.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { helping, overseeing, partyRows } from '../reports/index.ts'
import { followupPath } from './paths.ts'
import { followedById, items } from './queries.ts'

/** A thing of a project's follow-up as it is spoken of and given files: the deliverable itself, what shows a milestone. */
export const followupSubject: SubjectKind = {
  kind: 'followup-item',
  find: async (db, id) => {
    const found = isId(id) ? await items.newest(db, id) : undefined
    const followed = found && (await followedById(db, found.owner))
    if (!followed) return undefined
    const { ecosystem, project, name } = followed
    const own = new Set(await partyRows(db, project))
    const isOwn = (actor: Actor) =>
      actor.kind === 'person' && !actor.previewing && actor.organisations.some((one) => own.has(one))
    return {
      title: found.content.title ? { fi: found.content.title } : name,
      path: followupPath(project, `/items/${id}`),
      record: { share: 'own', ecosystem },
      seenBy: (actor) => isOwn(actor) || isAmong([...overseeing, 'system'], actor, ecosystem),
      keptBy: (actor) => found.endedAt === null && (isOwn(actor) || isAmong([...helping], actor, ecosystem)),
      closed: found.endedAt !== null,
    }
  },
}
