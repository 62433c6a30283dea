import { isId } from '../../kernel/id.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { projectPath } from './item.ts'

/** A project as something that can be spoken of. The lists it comes from are public, and so is it. */
export const projectSubject: SubjectKind = {
  kind: 'project',
  find: async (db, id) => {
    if (!isId(id)) return undefined
    const row = await db
      .selectFrom('project')
      .where('id', '=', id)
      .select(['registry', 'code', 'title', 'language'])
      .executeTakeFirst()
    return (
      row && {
        title: { [row.language === 'sv' || row.language === 'en' ? row.language : 'fi']: row.title },
        path: projectPath(row),
        record: { share: 'public', ecosystem: null },
      }
    )
  },
}
