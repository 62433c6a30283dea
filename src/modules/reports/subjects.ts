import type { Actor } from '../../kernel/actor.ts'
import { isId } from '../../kernel/id.ts'
import { isAmong } from '../../kernel/rule.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { reportPath } from './news.ts'
import { partiesOf, partyRows, reportById } from './queries.ts'
import { overseeing } from './rights.ts'
import { isWritable } from './rules.ts'

/** A report as files stand beside it: evidence is put there by the project while it writes, and seen by the office. */
export const reportSubject: SubjectKind = {
  kind: 'report',
  find: async (db, id) => {
    const report = isId(id) ? await reportById(db, id) : undefined
    if (!report) return undefined
    const [lead] = await partiesOf(db, report.project)
    const own = new Set(await partyRows(db, report.project))
    const isOwn = (actor: Actor) =>
      actor.kind === 'person' && !actor.previewing && actor.organisations.some((one) => own.has(one))
    const helps = (actor: Actor) => isAmong(['coordinator', 'preparer'], actor, report.ecosystem)
    return {
      title: report.projectName,
      path: reportPath(id),
      record: { share: 'own', ecosystem: report.ecosystem, organisation: lead?.organisation ?? null },
      seenBy: (actor) => isOwn(actor) || isAmong([...overseeing, 'system'], actor, report.ecosystem),
      keptBy: (actor) => isWritable(report.state) && (isOwn(actor) || helps(actor)),
    }
  },
}
