import { isId } from '../../kernel/id.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { inEach } from '../../kernel/text.ts'
import { newestOf } from './queries.ts'
import { pathOf, titleOf } from './words.ts'

/** A thing of an operating model as it is spoken of and given files: the signed contract, the template itself. */
export const operatingSubject: SubjectKind = {
  kind: 'operating-item',
  find: async (db, id) => {
    const found = isId(id) ? await newestOf(db, id) : undefined
    if (!found) return undefined
    return {
      title: inEach((l) => titleOf(found, {}, l)),
      path: pathOf(found.key, `/${id}`),
      record: { share: found.share, ecosystem: found.ecosystem, person: found.person },
      closed: found.endedAt !== null,
    }
  },
}
