import { isId } from '../../kernel/id.ts'
import { type ShareLevel, shareLevels } from '../../kernel/share.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { closedTo } from './sight-queries.ts'

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
    if (!row) return undefined
    // One that only closed projects name may be spoken of by those who see the widest of them.
    const closed = await closedTo(db, row.canonical_id)
    const widest = shareLevels.findLast((level) => closed.some((c) => c.share === level)) ?? 'public'
    return {
      title: { fi: row.name, sv: row.name_sv, en: row.name_en },
      path: `/organisations/${row.canonical_id}`,
      record: {
        share: widest satisfies ShareLevel,
        ecosystem: closed.find((c) => c.share === widest)?.ecosystem ?? null,
      },
    }
  },
}
