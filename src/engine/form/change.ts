import type { Form, Question, Section, Texts } from './definition.ts'

/**
 * One small step in making a form. What it is about is named by its key and its place by its neighbour, so that two
 * people may work at once; each step can be undone by another.
 */
export type Change =
  | { do: 'form.name'; name: Texts }
  | { do: 'section.add'; section: Section; after: string | null }
  | { do: 'section.change'; section: Omit<Section, 'questions'> }
  | { do: 'section.place'; key: string; after: string | null }
  | { do: 'section.remove'; key: string }
  | { do: 'question.add'; section: string; question: Question; after: string | null }
  | { do: 'question.change'; question: Question }
  | { do: 'question.place'; key: string; section: string; after: string | null }
  | { do: 'question.remove'; key: string }

export const changeKinds = [
  'form.name',
  'section.add',
  'section.change',
  'section.place',
  'section.remove',
  'question.add',
  'question.change',
  'question.place',
  'question.remove',
] as const satisfies readonly Change['do'][]

export type Changed = { form: Form; undo: Change }

/** The form after a step, and the step back. Undefined when what the step is about is not there (any more). */
export function change(form: Form, step: Change): Changed | undefined {
  switch (step.do) {
    case 'form.name':
      return { form: { ...form, name: step.name }, undo: { do: 'form.name', name: form.name } }
    case 'section.add': {
      const sections = put(form.sections, step.section, step.after)
      return { form: { ...form, sections }, undo: { do: 'section.remove', key: step.section.key } }
    }
    case 'section.change':
      return withSection(form, step.section.key, (old) => {
        const { questions, ...before } = old
        return { now: { ...step.section, questions }, undo: { do: 'section.change', section: before } }
      })
    case 'section.place': {
      const section = form.sections.find((s) => s.key === step.key)
      if (!section) return undefined
      const undo: Change = { do: 'section.place', key: step.key, after: before(form.sections, step.key) }
      return { form: { ...form, sections: put(without(form.sections, step.key), section, step.after) }, undo }
    }
    case 'section.remove': {
      const section = form.sections.find((s) => s.key === step.key)
      if (!section) return undefined
      const undo: Change = { do: 'section.add', section, after: before(form.sections, step.key) }
      return { form: { ...form, sections: without(form.sections, step.key) }, undo }
    }
    case 'question.add':
      return withSection(form, step.section, (section) => ({
        now: { ...section, questions: put(section.questions, step.question, step.after) },
        undo: { do: 'question.remove', key: step.question.key },
      }))
    case 'question.change':
      return withSection(form, placeOf(form, step.question.key), (section) => {
        const old = section.questions.find((q) => q.key === step.question.key)!
        const questions = section.questions.map((q) => (q === old ? step.question : q))
        return { now: { ...section, questions }, undo: { do: 'question.change', question: old } }
      })
    case 'question.place': {
      const from = placeOf(form, step.key)
      const section = form.sections.find((s) => s.key === from)
      if (!section || !form.sections.some((s) => s.key === step.section)) return undefined
      const question = section.questions.find((q) => q.key === step.key)!
      const undo: Change = {
        do: 'question.place',
        key: step.key,
        section: section.key,
        after: before(section.questions, step.key),
      }
      const sections = form.sections.map((s) => {
        const rest = { ...s, questions: without(s.questions, step.key) }
        return s.key === step.section
          ? { ...rest, questions: put(rest.questions, question, step.after) }
          : rest
      })
      return { form: { ...form, sections }, undo }
    }
    case 'question.remove':
      return withSection(form, placeOf(form, step.key), (section) => {
        const question = section.questions.find((q) => q.key === step.key)!
        const after = before(section.questions, step.key)
        return {
          now: { ...section, questions: without(section.questions, step.key) },
          undo: { do: 'question.add', section: section.key, question, after },
        }
      })
  }
}

/** In which section a question stands. */
export const placeOf = (form: Form, question: string): string | undefined =>
  form.sections.find((s) => s.questions.some((q) => q.key === question))?.key

function withSection(
  form: Form,
  key: string | undefined,
  work: (section: Section) => { now: Section; undo: Change },
): Changed | undefined {
  const section = form.sections.find((s) => s.key === key)
  if (!section) return undefined
  const { now, undo } = work(section)
  return { form: { ...form, sections: form.sections.map((s) => (s === section ? now : s)) }, undo }
}

type Keyed = { key: string }

const without = <T extends Keyed>(items: readonly T[], key: string): T[] =>
  items.filter((item) => item.key !== key)

/** After the one named; first after none; last where the one named is not there. */
function put<T extends Keyed>(items: readonly T[], item: T, after: string | null): T[] {
  if (after === null) return [item, ...items]
  const at = items.findIndex((one) => one.key === after)
  return at < 0 ? [...items, item] : [...items.slice(0, at + 1), item, ...items.slice(at + 1)]
}

function before(items: readonly Keyed[], key: string): string | null {
  const at = items.findIndex((one) => one.key === key)
  return at > 0 ? items[at - 1]!.key : null
}
