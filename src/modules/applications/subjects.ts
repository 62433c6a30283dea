import type { SubjectKind } from '../../kernel/subject.ts'
import { type Application, applicationPath, titleOf } from './application.ts'
import { formOf } from './form-of.ts'
import { applicationById } from './queries.ts'
import { sectionPath } from './section-draft.ts'
import { isAtLeast, isOpen, levelOf, maySeeApplication, openedOf } from './standing.ts'
import { fileKind } from './state.ts'

/** Nobody by a share level: who sees it is said by `seenBy`. */
const recordOf = ({ call }: Application) => ({ share: 'own', ecosystem: call.ecosystem }) as const

/** An application as others speak of it. It takes no comments: what is said of one belongs to its assessment. */
export const applicationSubject: SubjectKind = {
  kind: 'application',
  find: async (db, id) => {
    const found = await applicationById(db, id)
    return (
      found && {
        title: titleOf(found),
        path: applicationPath(found),
        record: recordOf(found),
        closed: true,
        seenBy: (actor) => maySeeApplication(actor, found),
      }
    )
  },
}

/**
 * The files beside a question, "APPLICATION.QUESTION": its own people's while it is written. The offices see the files
 * of what was sent, with its version, and never these.
 */
export const applicationFiles: SubjectKind = {
  kind: fileKind,
  find: async (db, subject) => {
    const [id = '', ...rest] = subject.split('.')
    const question = rest.join('.')
    const found = await applicationById(db, id)
    if (!found) return undefined
    const form = await formOf(db, found.call, found.form)
    const section = form.sections.find((s) =>
      s.questions.some((q) => q.key === question && q.kind === 'file'),
    )
    if (!section) return undefined
    return {
      title: titleOf(found),
      path: sectionPath(id, section.key),
      record: recordOf(found),
      closed: true,
      seenBy: (actor) => levelOf(actor, found) !== undefined,
      keptBy: (actor, now) =>
        isAtLeast(levelOf(actor, found), 'edit') && isOpen(openedOf(found, now), section.key),
    }
  },
}
