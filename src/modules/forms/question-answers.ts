import {
  type Answers,
  type Choice,
  type Column,
  type Condition,
  type Question,
  readDay,
  readNumber,
  rowsOf,
  type Section,
  type Texts,
} from '../../engine/form/index.ts'
import { choicesQuestion, columnsQuestion, conditionQuestions } from './editor-questions.ts'
import type { Kind } from './question-editor.ts'
import { keyFrom } from './rules.ts'

// Between a question and the answers of the form in which it is made. What is wrong in them, the form itself says.

type Values = Record<string, string | readonly string[]>
const languages = ['fi', 'sv', 'en'] as const

const spread = (key: string, texts: Texts | undefined): Values =>
  Object.fromEntries(languages.map((l) => [`${key}-${l}`, texts?.[l] ?? '']))

const said = (value: unknown): string => (value === undefined ? '' : String(value))

/** A condition as rows; undefined when it has parts within parts, which rows cannot tell. */
function rowsOfCondition(when: Condition | undefined): Values | undefined {
  if (!when) return {}
  const parts = 'all' in when ? when.all : 'any' in when ? when.any : [when]
  const values: Values = {
    'when.rows': parts.map((_, i) => String(i + 1)).join('\n'),
    'when-how': 'any' in when ? 'any' : 'all',
  }
  for (const [i, part] of parts.entries()) {
    if (!('question' in part)) return undefined
    values[`when.${i + 1}.question`] = part.question
    values[`when.${i + 1}.is`] = part.is
    values[`when.${i + 1}.values`] = 'values' in part ? (part.values as readonly string[]).join(', ') : ''
  }
  return values
}

/** Whether the rows of the editor can tell the condition. */
export const isPlainCondition = (when: Condition | undefined): boolean => rowsOfCondition(when) !== undefined

const choiceRows = (choices: readonly Choice[]): Values => ({
  ...(choices.length > 0 && { 'choices.rows': choices.map((_, i) => String(i + 1)).join('\n') }),
  ...Object.fromEntries(
    choices.flatMap(({ code, label }, i) => [
      [`choices.${i + 1}.code`, code],
      ...languages.map((l) => [`choices.${i + 1}.${l}`, label[l] ?? '']),
    ]),
  ),
})

const columnRows = (columns: readonly Column[]): Values => ({
  'columns.rows': columns.map((_, i) => String(i + 1)).join('\n'),
  ...Object.fromEntries(
    columns.flatMap((column, i) => {
      const at = `columns.${i + 1}`
      const choices = column.kind === 'choice' ? column.choices : []
      return [
        ...languages.map((l) => [`${at}.${l}`, column.label[l] ?? '']),
        [`${at}.kind`, column.kind],
        [`${at}.required`, column.required ? 'yes' : 'no'],
        [`${at}.most`, 'most' in column ? said(column.most) : ''],
        [`${at}.least`, 'least' in column ? said(column.least) : ''],
        [`${at}.shape`, column.kind === 'text' ? said(column.shape) : ''],
        [`${at}.decimals`, column.kind === 'number' ? said(column.decimals) : ''],
        [
          `${at}.choices`,
          choices.map((c) => [c.code, ...languages.map((l) => c.label[l] ?? '')].join(' | ')).join('\n'),
        ],
        [`${at}.key`, column.key],
      ]
    }),
  ),
})

/** A question as the answers of its form. */
export function answersOfQuestion(question: Question): Values {
  const { label, help, required, hidden, published, when } = question
  const marks = [required && 'required', hidden && 'hidden', published && 'published'].filter(
    (m) => m !== false && m !== undefined,
  )
  const own = question as unknown as Record<string, unknown>
  const plain = Object.fromEntries(
    (['most', 'least', 'decimals', 'shape', 'from', 'list'] as const).map((name) => [name, said(own[name])]),
  )
  const day = (text: string) => text.split('-').map(Number).reverse().join('.')
  return {
    ...spread('label', label),
    ...spread('help', help),
    ...plain,
    ...(question.kind === 'date' && {
      least: question.least ? day(question.least) : '',
      most: question.most ? day(question.most) : '',
    }),
    ...(question.kind === 'number' && spread('unit', question.unit)),
    ...(question.kind === 'declaration' && spread('text', question.text)),
    ...(question.kind === 'choice' && {
      ...choiceRows(question.choices),
      several: question.several ? 'yes' : 'no',
      list: question.list ?? 'own',
    }),
    ...(question.kind === 'text' && { shape: question.shape ?? 'none' }),
    ...(question.kind === 'table' && {
      ...columnRows(question.columns),
      leastrows: said(question.leastRows),
      mostrows: said(question.mostRows),
    }),
    ...(question.kind === 'file' && { mostfiles: said(question.mostFiles) }),
    marks: marks as string[],
    ...rowsOfCondition(when),
  }
}

/** What a new question begins with. */
export const newQuestion = (kind: Kind): Values => ({
  marks: ['required'],
  ...(kind === 'text' && { most: '200', shape: 'none' }),
  ...(kind === 'long-text' && { most: '2000' }),
  ...(kind === 'number' && { decimals: '0' }),
  ...(kind === 'choice' && { several: 'no', list: 'own' }),
  ...(kind === 'table' && { mostrows: '20' }),
  ...(kind === 'file' && { mostfiles: '1' }),
})

/** A section as the answers of its form. */
export const answersOfSection = ({ title, lead, when }: Section): Values => ({
  ...spread('title', title),
  ...spread('lead', lead),
  ...rowsOfCondition(when),
})

export type Get = { text: (name: string) => string; list: (name: string) => readonly string[] }

export const textsFrom = ({ text }: Get, key: string): Texts =>
  Object.fromEntries(languages.flatMap((l) => (text(`${key}-${l}`) ? [[l, text(`${key}-${l}`)]] : [])))

const optional = (key: string, value: unknown) =>
  value === undefined || value === '' ? {} : { [key]: value }

/** A number as it was typed; what is none stays as it is, for the form to complain about. */
const typedCount = (text: string): number | string | undefined => {
  const read = readNumber(text, 0)
  return text === '' ? undefined : 'value' in read ? Number(read.value) : text
}
const typedDecimal = (text: string, decimals: number): string | undefined => {
  const read = readNumber(text, decimals)
  return text === '' ? undefined : 'value' in read ? read.value : text
}
const typedDay = (text: string): string | undefined => (text === '' ? undefined : (readDay(text) ?? text))

function conditionFrom(get: Get): Condition | undefined {
  const [table] = conditionQuestions([])
  const parts = rowsIn(table!, get).flatMap((row) => {
    const [question, is] = [get.text(`when.${row}.question`), get.text(`when.${row}.is`)]
    if (!question) return []
    const values = get
      .text(`when.${row}.values`)
      .split(',')
      .map((v) => v.trim())
      .filter(Boolean)
    return [is === 'one-of' || is === 'none-of' ? { question, is, values } : { question, is: is || 'filled' }]
  }) as Condition[]
  if (parts.length === 0) return undefined
  if (parts.length === 1) return parts[0]
  return get.text('when-how') === 'any' ? { any: parts } : { all: parts }
}

const rowsIn = (table: Question, { text }: Get): string[] =>
  rowsOf(table, { [`${table.key}.rows`]: text(`${table.key}.rows`) } as Answers)

function choicesFrom(get: Get): Choice[] {
  const taken = new Set<string>()
  return rowsIn(choicesQuestion, get).flatMap((row) => {
    const label = Object.fromEntries(
      languages.flatMap((l) => optionalPair(l, get.text(`choices.${row}.${l}`))),
    )
    const typed = get.text(`choices.${row}.code`)
    if (!typed && Object.keys(label).length === 0) return []
    const code = typed || keyFrom(Object.values(label)[0] ?? '', taken, 'choice')
    taken.add(code)
    return [{ code, label }]
  })
}
const optionalPair = (key: string, value: string): [string, string][] => (value ? [[key, value]] : [])

function columnsFrom(get: Get, old: readonly Column[]): unknown[] {
  const taken = new Set<string>()
  return rowsIn(columnsQuestion, get).flatMap((row) => {
    const at = (name: string) => get.text(`columns.${row}.${name}`)
    const label = Object.fromEntries(languages.flatMap((l) => optionalPair(l, at(l))))
    const typed = at('key')
    if (!typed && Object.keys(label).length === 0) return []
    const key = typed || keyFrom(Object.values(label)[0] ?? '', taken, 'column')
    taken.add(key)
    const kind = at('kind') || 'text'
    const was = old.find((c) => c.key === key)
    const places = typedCount(at('decimals')) ?? 0
    const decimals = kind === 'money' ? 2 : typeof places === 'number' ? places : 0
    return [
      {
        key,
        label,
        // What this form does not ask of a column stays as it came from a file.
        ...optional('help', was?.help),
        required: at('required') === 'yes',
        kind,
        ...((kind === 'text' || kind === 'long-text') && {
          most: typedCount(at('most')) ?? (kind === 'text' ? 200 : 2000),
        }),
        ...(kind === 'text' && optional('shape', at('shape'))),
        ...(kind === 'number' && { decimals: places }),
        ...((kind === 'number' || kind === 'money') && {
          ...optional('least', typedDecimal(at('least'), decimals)),
          ...optional('most', typedDecimal(at('most'), decimals)),
        }),
        ...(kind === 'choice' && { choices: choiceLines(at('choices')) }),
      },
    ]
  })
}

/** "code | Finnish | Swedish | English", or the Finnish text alone. */
function choiceLines(text: string): Choice[] {
  const taken = new Set<string>()
  return text.split('\n').flatMap((written) => {
    const parts = written.split('|').map((part) => part.trim())
    if (parts.every((part) => part === '')) return []
    const [code, ...labels] = parts.length === 1 ? [keyFrom(parts[0]!, taken, 'choice'), parts[0]!] : parts
    taken.add(code!)
    return [
      {
        code: code!,
        label: Object.fromEntries(languages.flatMap((l, i) => optionalPair(l, labels[i] ?? ''))),
      },
    ]
  })
}

/** The question that its form makes, to be checked with the whole. `old` is the question that is changed. */
export function questionFrom(kind: Kind, key: string, get: Get, old?: Question): Question {
  const { text } = get
  const marks = get.list('marks')
  const when = old && !isPlainCondition(old.when) ? old.when : conditionFrom(get)
  const help = textsFrom(get, 'help')
  const limits = (read: (t: string) => unknown) => ({
    ...optional('least', read(text('least'))),
    ...optional('most', read(text('most'))),
  })
  const shape = text('shape')
  const list = text('list')
  const decimals = typedCount(text('decimals')) ?? 0
  return {
    key,
    label: textsFrom(get, 'label'),
    ...(Object.keys(help).length > 0 && { help }),
    required: marks.includes('required'),
    ...(when && { when }),
    ...(marks.includes('hidden') && { hidden: true }),
    ...(marks.includes('published') && { published: true }),
    ...optional('from', text('from')),
    kind,
    ...(kind === 'text' && {
      most: typedCount(text('most')) ?? 200,
      ...optional('shape', shape === 'none' ? '' : shape),
    }),
    ...(kind === 'long-text' && {
      most: typedCount(text('most')) ?? 2000,
      ...optional('least', typedCount(text('least'))),
    }),
    ...(kind === 'number' && {
      decimals,
      ...limits((t) => typedDecimal(t, typeof decimals === 'number' ? decimals : 0)),
      ...(Object.keys(textsFrom(get, 'unit')).length > 0 && { unit: textsFrom(get, 'unit') }),
    }),
    ...(kind === 'money' && limits((t) => typedDecimal(t, 2))),
    ...(kind === 'date' && limits(typedDay)),
    ...(kind === 'choice' && {
      choices: choicesFrom(get),
      ...optional('list', list === 'own' ? '' : list),
      several: text('several') === 'yes',
      ...limits(typedCount),
    }),
    ...(kind === 'table' && {
      columns: columnsFrom(get, old?.kind === 'table' ? old.columns : []),
      ...optional('leastRows', typedCount(text('leastrows'))),
      mostRows: typedCount(text('mostrows')) ?? 20,
    }),
    ...(kind === 'file' && { mostFiles: typedCount(text('mostfiles')) ?? 1 }),
    ...(kind === 'declaration' && { text: textsFrom(get, 'text') }),
  } as unknown as Question
}

/** The same of a section, without its questions. */
export function sectionFrom(key: string, get: Get, old?: Section): Omit<Section, 'questions'> {
  const lead = textsFrom(get, 'lead')
  const when = old && !isPlainCondition(old.when) ? old.when : conditionFrom(get)
  return {
    key,
    title: textsFrom(get, 'title'),
    ...(Object.keys(lead).length > 0 && { lead }),
    ...(when && { when }),
  }
}
