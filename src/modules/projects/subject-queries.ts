import { isId } from '../../kernel/id.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { projectPath } from './item.ts'

/** A project as something that can be spoken of by those who see it. */
export const projectSubject: SubjectKind = {
  kind: 'project',
  find: async (db, id) => {
    if (!isId(id)) return undefined
    const row = await db
      .selectFrom('project')
      .where('id', '=', id)
      .select(['registry', 'code', 'title', 'language', 'share', 'ecosystem_id'])
      .executeTakeFirst()
    return (
      row && {
        title: { [row.language === 'sv' || row.language === 'en' ? row.language : 'fi']: row.title },
        path: projectPath(row),
        record: { share: row.share as ShareLevel, ecosystem: row.ecosystem_id },
      }
    )
  },
}
