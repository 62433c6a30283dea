import type { Choice, ChoiceList, Form } from './definition.ts'

/** The form with the choices that its call gives: priorities, emphases, specific objectives. */
export const withChoices = (
  form: Form,
  lists: Partial<Readonly<Record<ChoiceList, readonly Choice[]>>>,
): Form => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => {
      const choices = question.kind === 'choice' && question.list ? lists[question.list] : undefined
      return choices ? { ...question, choices } : question
    }),
  })),
})
