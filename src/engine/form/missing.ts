import type { Form, Question, Texts } from './definition.ts'

export type FormLanguage = keyof Texts
export type MissingText = {
  path: string
  language: FormLanguage
  section?: string
  question?: string
}

/**
 * Texts that a language lacks, place by place, in the order of the form. A name, title, label or choice must be there;
 * a help, lead or unit only where another language has it.
 */
export function missingTexts(form: Form, languages: readonly FormLanguage[]): MissingText[] {
  const missing: MissingText[] = []
  const look = (
    path: string,
    texts: Texts | undefined,
    must: boolean,
    at: Omit<MissingText, 'path' | 'language'>,
  ) => {
    if (!must && !(texts && Object.keys(texts).length > 0)) return
    for (const language of languages) if (!texts?.[language]?.trim()) missing.push({ path, language, ...at })
  }
  look('name', form.name, true, {})
  for (const [i, section] of form.sections.entries()) {
    const at = { section: section.key }
    look(`sections.${i}.title`, section.title, true, at)
    look(`sections.${i}.lead`, section.lead, false, at)
    for (const [j, question] of section.questions.entries())
      for (const { path, texts, must } of textsOf(question))
        look(`sections.${i}.questions.${j}.${path}`, texts, must, { ...at, question: question.key })
  }
  return missing
}

type Said = { path: string; texts: Texts | undefined; must: boolean }

function textsOf(question: Question): Said[] {
  const said: Said[] = [
    { path: 'label', texts: question.label, must: true },
    { path: 'help', texts: question.help, must: false },
  ]
  if (question.kind === 'declaration') said.push({ path: 'text', texts: question.text, must: true })
  if (question.kind === 'number') said.push({ path: 'unit', texts: question.unit, must: false })
  if (question.kind === 'choice')
    for (const [i, c] of question.choices.entries())
      said.push({ path: `choices.${i}.label`, texts: c.label, must: true })
  if (question.kind === 'table')
    for (const [i, column] of question.columns.entries()) {
      said.push({ path: `columns.${i}.label`, texts: column.label, must: true })
      said.push({ path: `columns.${i}.help`, texts: column.help, must: false })
      if (column.kind === 'choice')
        for (const [j, c] of column.choices.entries())
          said.push({ path: `columns.${i}.choices.${j}.label`, texts: c.label, must: true })
    }
  return said
}
