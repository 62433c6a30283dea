import { type Answers, asked, type Form, type Question } from '../../engine/form/index.ts'
import type { Money, Terms, ToldBudget } from '../applications/index.ts'

/**
 * A version without the questions that are kept from assessors: neither the questions, nor their answers, nor their
 * files are in what comes out. What is asked is settled first, by all answers, so that a hidden answer still decides
 * what else was asked.
 */
export function withoutHidden<F extends { question: string }>(
  form: Form,
  answers: Answers,
  files: readonly F[],
): { form: Form; answers: Answers; files: F[] } {
  const sections = asked(form, answers).flatMap(({ when: _, ...section }) => {
    const questions = section.questions.filter((q) => !q.hidden).map(unconditional)
    return questions.length > 0 ? [{ ...section, questions }] : []
  })
  const keys = new Set(sections.flatMap((section) => section.questions.map((q) => q.key)))
  return {
    form: { ...form, sections },
    // A field is its question's key, or begins with it.
    answers: Object.fromEntries(
      Object.entries(answers).filter(([field]) => keys.has(field.split('.')[0] ?? '')),
    ),
    files: files.filter((f) => keys.has(f.question)),
  }
}

/** Its condition is settled, and might name a question that is not there any more. */
function unconditional(question: Question): Question {
  const { when: _, ...rest } = question
  return rest as Question
}

/** For those from whom nothing is kept. */
export const withoutHiding = (form: Form): Form => ({
  ...form,
  sections: form.sections.map((s) => ({
    ...s,
    questions: s.questions.map(({ hidden: _, ...rest }) => rest as Question),
  })),
})

const hides = (form: Form, kind: Question['kind']): boolean =>
  form.sections.some((s) => s.questions.some((q) => q.kind === kind && q.hidden === true))

/** Which of the money is kept from assessors: a plan tells the costs, and what room is left tells the grants. */
export function hiddenMoney(form: Form): { cost: boolean; grant: boolean; room: boolean } {
  const cost = hides(form, 'budget')
  const grant = cost || hides(form, 'financing')
  return { cost, grant, room: grant || hides(form, 'de-minimis') }
}

/** The counted money of a version as assessors may read it: nothing that is shown tells of what is hidden. */
export function moneyShown(form: Form, { money, terms }: { money: Money; terms: Terms }) {
  const { cost, grant, room } = hiddenMoney(form)
  const { deMinimis, ...rest } = terms
  return {
    hidden: { cost, grant },
    money: {
      ...money,
      ...(cost && { budget: undefined, typed: undefined, unread: [] }),
      ...(grant && { financing: undefined, aid: undefined, typed: undefined, unread: [] }),
      ...(room && { rooms: [] }),
    },
    // The plan names the room that is left: it asks the rule for it.
    terms: { ...rest, deMinimis: hides(form, 'de-minimis') ? undefined : deMinimis },
  }
}

/** The same of the sums that were kept with a version, for what has changed since. */
export function budgetShown(form: Form, told: ToldBudget | null): ToldBudget | null {
  const { cost, grant } = hiddenMoney(form)
  if (!told || cost) return null
  return grant
    ? {
        ...told,
        grant: null,
        rate: null,
        partners: told.partners.map((p) => ({ ...p, sources: {}, grant: null })),
      }
    : told
}
