import { type Answers, answerTo, type Form, type Reuse, rowsField } from '../../engine/form/index.ts'
import type { Context } from '../../kernel/context.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { personOf } from './access.ts'
import { kept, questionOf } from './answers.ts'
import { emailOf, type KnownOrganisation, latestSentOf, ownOrganisations } from './known-queries.ts'
import { newestAnswers } from './version-queries.ts'

type Known = Partial<Record<Reuse, string>>

/**
 * What the product knows already, filled in for the applicant to look over; and the first organisation of theirs, or
 * of those that are named.
 */
export async function prefilled(
  ctx: Context,
  form: Form,
  named?: readonly string[],
): Promise<{ answers: Answers; organisation: string | null }> {
  const person = personOf(ctx)
  const [organisation] = await ownOrganisations(ctx.db, named ?? person.organisations)
  const email = await emailOf(ctx.db, person.id)
  const earlier = await latestSentOf(ctx.db, person.id)
  const before = earlier ? ((await newestAnswers(ctx.db, [earlier])).get(earlier) ?? {}) : {}
  const known: Known = {
    ...(organisation && ofOrganisation(organisation, ctx.language)),
    'person.name': person.name,
    ...(email && { 'person.email': email }),
  }
  return { answers: kept(answersFrom(form, known, before)), organisation: organisation?.id ?? null }
}

function ofOrganisation({ name, kind, place, businessId }: KnownOrganisation, language: Language): Known {
  return {
    'organisation.name': pick(name, language)?.text ?? '',
    'organisation.kind': kind,
    ...(place && { 'organisation.place': place }),
    ...(businessId && { 'organisation.business-id': businessId }),
  }
}

function answersFrom(form: Form, known: Known, earlier: Answers): Answers {
  const answers: Record<string, string | readonly string[]> = {}
  for (const question of form.sections.flatMap((section) => section.questions)) {
    const { from, key } = question
    const value = from === undefined || from === 'earlier' ? undefined : known[from]
    if (value !== undefined && (question.kind !== 'choice' || question.choices.some((c) => c.code === value)))
      answers[key] = value
    else if (from !== undefined)
      for (const [field, old] of Object.entries(earlier)) if (questionOf(field) === key) answers[field] = old
    if (question.kind === 'partners')
      Object.assign(answers, leadRow(question.key, rowsField(question), known))
  }
  return answers
}

/** The first row of the partners: who applies leads. */
const leadRow = (key: string, rows: string, known: Known): Answers => ({
  [rows]: '1',
  [`${key}.1.organisation`]: known['organisation.name'] ?? '',
  [`${key}.1.business-id`]: known['organisation.business-id'] ?? '',
  [`${key}.1.role`]: 'lead',
  [`${key}.1.contact`]: known['person.name'] ?? '',
  [`${key}.1.email`]: known['person.email'] ?? '',
})

/** A name to begin with, until its people have given one. */
export const firstTitle = (answers: Answers, otherwise: string): string =>
  (answerTo(answers, 'name') || otherwise).slice(0, 300)
