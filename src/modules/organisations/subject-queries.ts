import { isId } from '../../kernel/id.ts'
import type { SubjectKind } from '../../kernel/subject.ts'

/** An organisation as something that can be spoken of. A personal trader is counted, never named or discussed. */
export const organisationSubject: SubjectKind = {
  kind: 'organisation',
  find: async (db, id) => {
    if (!isId(id)) return undefined
    const row = await db
      .selectFrom('organisation')
      .where('id', '=', id)
      .where('personal', '=', false)
      .select(['name', 'name_sv', 'name_en', 'canonical_id'])
      .executeTakeFirst()
    return (
      row && {
        title: { fi: row.name, sv: row.name_sv, en: row.name_en },
        path: `/organisations/${row.canonical_id}`,
        record: { share: 'public', ecosystem: null },
      }
    )
  },
}
