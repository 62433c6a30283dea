import { isId } from '../../kernel/id.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { items, keyOf } from './queries.ts'

/** A claim or a clinic as it is spoken of and given files: the study itself, the slides of the clinic. */
export const impactSubject: SubjectKind = {
  kind: 'impact-item',
  find: async (db, id) => {
    const found = isId(id) ? await items.newest(db, id) : undefined
    const key = found && (await keyOf(db, found.owner))
    if (!found || !key) return undefined
    return {
      title: inEach((l) => pick(found.content.title, l)?.text ?? ''),
      path: `/ecosystems/${key}/impact/${id}`,
      record: { share: found.share, ecosystem: found.owner, person: found.person },
      closed: found.endedAt !== null,
    }
  },
}
