import type { Context } from '../../kernel/context.ts'
import type { DraftKind, ToldFields } from '../../kernel/draft.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { applicationPath } from './application.ts'
import { formOf } from './form-of.ts'
import { applicationById } from './queries.ts'
import { inWords, shut } from './shut.ts'
import { isAtLeast, isOpen, levelOf, openedOf } from './standing.ts'
import { text } from './text.ts'

/** "APPLICATION.SECTION": what a draft of a section is about. */
export const sectionSubject = (application: string, section: string): string => `${application}.${section}`

const partsOf = (subject: string): { application: string; section: string } => {
  const [application = '', ...section] = subject.split('.')
  return { application, section: section.join('.') }
}

export const sectionPath = (application: string, section: string): string =>
  `${applicationPath({ id: application })}/sections/${section}`

/**
 * A section of an application as its people write it together: they share one draft. The answers of an application
 * are what these drafts hold over what was sent before; sending takes them all and ends them.
 */
export const sectionDraft: DraftKind = {
  kind: 'application.section',
  shared: true,
  partOf: true,
  title: { fi: 'Hakemuksen osio', sv: 'Avsnitt i en ansökan', en: 'Section of an application' },
  path: (subject) => {
    const { application, section } = partsOf(subject)
    return sectionPath(application, section)
  },
  allow: {
    who: ['signed-in'],
    only: {
      says: {
        fi: 'hakemuksen kirjoittajat, osiot jotka ovat nyt auki',
        sv: 'de som skriver ansökan, i avsnitt som är öppna nu',
        en: 'those who write the application, in sections that are open now',
      },
      check: (ctx, { subject }) => mayWrite(ctx, partsOf(subject)),
      why: (ctx, { subject }) => whyShut(ctx, partsOf(subject)),
    },
  },
  told: async ({ db }, subject, values) => {
    const { application, section: key } = partsOf(subject)
    const found = await applicationById(db, application)
    const section = found && (await formOf(db, found.call, found.form)).sections.find((s) => s.key === key)
    if (!section) return {}
    const labels: Record<string, ToldFields[string]> = {}
    for (const field of Object.keys(values)) {
      const question = section.questions.find((q) => field === q.key || field.startsWith(`${q.key}.`))
      if (question) labels[field] = { label: question.label }
    }
    return labels
  },
}

async function mayWrite(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { application, section }: { application: string; section: string },
): Promise<boolean> {
  const found = await applicationById(db, application)
  if (!found || !isAtLeast(levelOf(actor, found), 'edit')) return false
  return isOpen(openedOf(found, now), section)
}

/** Its own people are told that it has closed, and when; that they may only read, where that is so. */
async function whyShut(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { application }: { application: string },
) {
  const found = await applicationById(db, application)
  const level = found && levelOf(actor, found)
  if (!level) return undefined
  if (!isAtLeast(level, 'edit')) return inWords((l) => text[l].list.viewOnly)
  return new Refusal('conflict', 'application.section-closed', [shut(found, now)])
}
