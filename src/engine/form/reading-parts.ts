import type { Texts } from './definition.ts'

export type ComplaintCode =
  | 'not-a-form'
  | 'not-an-object'
  | 'not-a-list'
  | 'not-a-text'
  | 'not-yes-or-no'
  | 'not-a-count'
  | 'not-a-decimal'
  | 'not-a-day'
  | 'unknown-property'
  | 'unknown-kind'
  | 'unknown-shape'
  | 'unknown-reuse'
  | 'unknown-list'
  | 'unknown-language'
  | 'bad-key'
  | 'bad-code'
  | 'key-twice'
  | 'code-twice'
  | 'too-long'
  | 'too-many'
  | 'too-many-fields'
  | 'no-choices'
  | 'no-columns'
  | 'limits-crossed'
  | 'bad-condition'
  | 'condition-unknown'
  | 'condition-later'
  | 'condition-itself'
  | 'condition-kind'
  | 'condition-not-a-choice'

/** What is wrong in a form, and where: "sections.0.questions.2.most". */
export type Complaint = {
  code: ComplaintCode
  path: string
  values?: Readonly<Record<string, string | number>>
}

export type Reading = { tell: (code: ComplaintCode, path: string, values?: Complaint['values']) => void }

export const limits = {
  sections: 40,
  questions: 80,
  choices: 300,
  columns: 20,
  rows: 200,
  files: 50,
  conditions: 20,
  depth: 4,
  /** Characters. */
  label: 300,
  help: 3_000,
  text: 6_000,
  answer: 100_000,
  /** Fields of one draft, which a section is. */
  fields: 400,
}

export const keyForm = /^[a-z][a-z0-9-]{0,39}$/
export const codeForm = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$/

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function onlyKnown(
  raw: Record<string, unknown>,
  known: readonly string[],
  path: string,
  { tell }: Reading,
): void {
  for (const key of Object.keys(raw))
    if (!known.includes(key)) tell('unknown-property', within(path, key), { property: key.slice(0, 60) })
}

export const within = (path: string, key: string): string => (path ? `${path}.${key}` : key)

export function readList(raw: unknown, path: string, most: number, { tell }: Reading): readonly unknown[] {
  if (!Array.isArray(raw)) {
    tell('not-a-list', path)
    return []
  }
  if (raw.length > most) {
    tell('too-many', path, { count: raw.length, most })
    return []
  }
  return raw
}

/** Texts by language, in the order of the languages; an empty one is none. */
export function readTexts(raw: unknown, path: string, most: number, { tell }: Reading): Texts {
  const texts: Texts = {}
  if (!isRecord(raw)) {
    tell('not-an-object', path)
    return texts
  }
  for (const language of Object.keys(raw))
    if (!isLanguage(language))
      tell('unknown-language', within(path, language), { language: language.slice(0, 20) })
  for (const language of ['fi', 'sv', 'en'] as const) {
    const text = Object.hasOwn(raw, language) ? raw[language] : undefined
    if (text === undefined || text === '') continue
    if (typeof text !== 'string') tell('not-a-text', within(path, language))
    else if (text.length > most) tell('too-long', within(path, language), { count: text.length, most })
    else texts[language] = text
  }
  return texts
}

const isLanguage = (word: string): boolean => word === 'fi' || word === 'sv' || word === 'en'

export function readYesNo(raw: unknown, path: string, { tell }: Reading): boolean {
  if (typeof raw !== 'boolean') tell('not-yes-or-no', path)
  return raw === true
}

/** A whole number between two others. */
export function readCount(
  raw: unknown,
  path: string,
  least: number,
  most: number,
  { tell }: Reading,
): number {
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= least && raw <= most) return raw
  tell('not-a-count', path, { least, most })
  return least
}
