import { readCondition } from './conditions.ts'
import { readDay } from './day.ts'
import {
  type Asked,
  type Choice,
  type Column,
  choiceLists,
  moneyBlocks,
  type Question,
  type QuestionKind,
  reuses,
  type Shape,
  shapes,
  type Texts,
  tableBlocks,
} from './definition.ts'
import { compareDecimals, isDecimal } from './number.ts'
import {
  codeForm,
  isRecord,
  keyForm,
  limits,
  onlyKnown,
  type Reading,
  readCount,
  readList,
  readTexts,
  readYesNo,
} from './reading-parts.ts'

type Raw = Record<string, unknown>
type At = { raw: Raw; path: string; reading: Reading }

const ofEvery = ['key', 'label', 'help', 'required', 'when', 'hidden', 'published', 'from', 'kind']

/** One question, its parts in their order. */
export function readQuestion(raw: unknown, path: string, reading: Reading): Question | undefined {
  if (!isRecord(raw)) {
    reading.tell('not-an-object', path)
    return undefined
  }
  const at = { raw, path, reading }
  const kind = kindOf(at)
  if (!kind) return undefined
  onlyKnown(raw, [...ofEvery, ...Object.keys(kind.properties)], path, reading)
  return { ...askedOf(at), ...kind.read }
}

function askedOf({ raw, path, reading }: At): Asked {
  const asked = columnHead({ raw, path, reading })
  const when = raw.when === undefined ? undefined : readCondition(raw.when, `${path}.when`, reading)
  const flag = (name: 'hidden' | 'published') =>
    raw[name] !== undefined && readYesNo(raw[name], `${path}.${name}`, reading) ? { [name]: true } : {}
  const from = reuses.find((reuse) => reuse === raw.from)
  if (raw.from !== undefined && !from)
    reading.tell('unknown-reuse', `${path}.from`, { reuse: String(raw.from) })
  return { ...asked, ...(when && { when }), ...flag('hidden'), ...flag('published'), ...(from && { from }) }
}

function columnHead({ raw, path, reading }: At): Pick<Asked, 'key' | 'label' | 'help' | 'required'> {
  const key = typeof raw.key === 'string' && keyForm.test(raw.key) ? raw.key : ''
  if (!key) reading.tell('bad-key', `${path}.key`, { key: String(raw.key) })
  const label = readTexts(raw.label, `${path}.label`, limits.label, reading)
  const help: Texts = raw.help === undefined ? {} : readTexts(raw.help, `${path}.help`, limits.help, reading)
  const required = readYesNo(raw.required, `${path}.required`, reading)
  return { key, label, ...(Object.keys(help).length > 0 && { help }), required }
}

/** What a kind adds to a question; `properties` are the names that may stand in it. */
type Kind = { read: QuestionKind; properties: Readonly<Record<string, true>> }

const names = (...all: string[]) => Object.fromEntries(all.map((name) => [name, true as const]))

function kindOf(at: At): Kind | undefined {
  const { raw, path, reading } = at
  const { kind } = raw
  if (kind === 'choice') return choiceKind(at)
  const column = columnKindOf(at)
  if (column && kind === 'long-text') {
    const least = optionalCount(at, 'least', 0, limits.answer)
    crossed(at, least, (column.read as { most: number }).most)
    const read = { ...column.read, ...(least !== undefined && { least }) } as QuestionKind
    return { read, properties: { ...column.properties, least: true } }
  }
  if (column && kind === 'date') {
    const [least, most] = [optionalDay(at, 'least'), optionalDay(at, 'most')]
    if (least && most && least > most) reading.tell('limits-crossed', path)
    const read: QuestionKind = { kind, ...(least && { least }), ...(most && { most }) }
    return { read, properties: names('least', 'most') }
  }
  if (column && kind === 'number') {
    const unit = raw.unit === undefined ? {} : readTexts(raw.unit, `${path}.unit`, limits.label, reading)
    const read = { ...column.read, ...(Object.keys(unit).length > 0 && { unit }) } as QuestionKind
    return { read, properties: { ...column.properties, unit: true } }
  }
  if (column) return { read: column.read as QuestionKind, properties: column.properties }
  if (kind === 'table') return tableKind(at)
  if (kind === 'file') {
    const mostFiles = readCount(raw.mostFiles, `${path}.mostFiles`, 1, limits.files, reading)
    return { read: { kind, mostFiles }, properties: names('mostFiles') }
  }
  if (kind === 'declaration') {
    const text = readTexts(raw.text, `${path}.text`, limits.text, reading)
    return { read: { kind, text }, properties: names('text') }
  }
  const block = [...tableBlocks, ...moneyBlocks].find((one) => one === kind)
  if (block) return { read: { kind: block }, properties: {} }
  reading.tell('unknown-kind', `${path}.kind`, { kind: String(kind).slice(0, 60) })
  return undefined
}

type OfColumn<T> = T extends unknown ? Omit<T, 'key' | 'label' | 'help' | 'required'> : never
type ColumnKind = { read: OfColumn<Column>; properties: Kind['properties'] }

/** The kinds that a table's column may be too. */
function columnKindOf(at: At): ColumnKind | undefined {
  const { raw, path, reading } = at
  const { kind } = raw
  if (kind === 'text') {
    const most = readCount(raw.most, `${path}.most`, 1, limits.answer, reading)
    const shape = shapes.find((one) => one === raw.shape) as Shape | undefined
    if (raw.shape !== undefined && !shape)
      reading.tell('unknown-shape', `${path}.shape`, { shape: String(raw.shape) })
    return { read: { kind, most, ...(shape && { shape }) }, properties: names('most', 'shape') }
  }
  if (kind === 'long-text') {
    const most = readCount(raw.most, `${path}.most`, 1, limits.answer, reading)
    return { read: { kind, most }, properties: names('most') }
  }
  if (kind === 'number') {
    const decimals = readCount(raw.decimals, `${path}.decimals`, 0, 6, reading)
    return {
      read: { kind, decimals, ...decimalLimits(at, decimals) },
      properties: names('decimals', 'least', 'most'),
    }
  }
  if (kind === 'money') return { read: { kind, ...decimalLimits(at, 2) }, properties: names('least', 'most') }
  if (kind === 'date') return { read: { kind }, properties: {} }
  if (kind === 'choice') return { read: { kind, choices: choicesOf(at, 1) }, properties: names('choices') }
  return undefined
}

function choiceKind(at: At): Kind {
  const { raw, path, reading } = at
  const list = choiceLists.find((one) => one === raw.list)
  if (raw.list !== undefined && !list)
    reading.tell('unknown-list', `${path}.list`, { list: String(raw.list) })
  const choices = choicesOf(at, list ? 0 : 1)
  const several = readYesNo(raw.several, `${path}.several`, reading)
  const least = optionalCount(at, 'least', 0, limits.choices)
  const most = optionalCount(at, 'most', 1, limits.choices)
  crossed(at, least, most)
  return {
    read: {
      kind: 'choice',
      choices,
      ...(list && { list }),
      several,
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
    },
    properties: names('choices', 'list', 'several', 'least', 'most'),
  }
}

function tableKind(at: At): Kind {
  const { raw, path, reading } = at
  const columns = readList(raw.columns, `${path}.columns`, limits.columns, reading).flatMap((one, i) => {
    const column = columnOf(one, `${path}.columns.${i}`, reading)
    return column ? [column] : []
  })
  if (Array.isArray(raw.columns) && raw.columns.length === 0) reading.tell('no-columns', `${path}.columns`)
  for (const [i, { key }] of columns.entries())
    if (columns.findIndex((c) => c.key === key) < i)
      reading.tell('key-twice', `${path}.columns.${i}.key`, { key })
  const leastRows = optionalCount(at, 'leastRows', 0, limits.rows)
  const mostRows = readCount(raw.mostRows, `${path}.mostRows`, 1, limits.rows, reading)
  crossed(at, leastRows, mostRows)
  return {
    read: { kind: 'table', columns, ...(leastRows !== undefined && { leastRows }), mostRows },
    properties: names('columns', 'leastRows', 'mostRows'),
  }
}

function columnOf(raw: unknown, path: string, reading: Reading): Column | undefined {
  if (!isRecord(raw)) {
    reading.tell('not-an-object', path)
    return undefined
  }
  const kind = columnKindOf({ raw, path, reading })
  if (!kind) {
    reading.tell('unknown-kind', `${path}.kind`, { kind: String(raw.kind).slice(0, 60) })
    return undefined
  }
  onlyKnown(raw, ['key', 'label', 'help', 'required', 'kind', ...Object.keys(kind.properties)], path, reading)
  return { ...columnHead({ raw, path, reading }), ...kind.read } as Column
}

function choicesOf({ raw, path, reading }: At, least: number): Choice[] {
  const all = readList(raw.choices, `${path}.choices`, limits.choices, reading)
  if (Array.isArray(raw.choices) && all.length < least) reading.tell('no-choices', `${path}.choices`)
  const known = new Set<string>()
  return all.flatMap((one, i) => {
    const at = `${path}.choices.${i}`
    if (!isRecord(one)) {
      reading.tell('not-an-object', at)
      return []
    }
    onlyKnown(one, ['code', 'label'], at, reading)
    const { code } = one
    if (typeof code !== 'string' || !codeForm.test(code)) {
      reading.tell('bad-code', `${at}.code`, { code: String(code ?? '').slice(0, 60) })
      return []
    }
    if (known.has(code)) reading.tell('code-twice', `${at}.code`, { code })
    known.add(code)
    return [{ code, label: readTexts(one.label, `${at}.label`, limits.label, reading) }]
  })
}

const optionalCount = ({ raw, path, reading }: At, name: string, least: number, most: number) =>
  raw[name] === undefined ? undefined : readCount(raw[name], `${path}.${name}`, least, most, reading)

function optionalDay({ raw, path, reading }: At, name: string): string | undefined {
  const value = raw[name]
  if (value === undefined) return undefined
  if (typeof value === 'string' && /^\d{4}-/.test(value) && readDay(value)) return value
  reading.tell('not-a-day', `${path}.${name}`)
  return undefined
}

function decimalLimits(at: At, decimals: number): { least?: string; most?: string } {
  const read = (name: 'least' | 'most') => {
    const value = at.raw[name]
    if (value === undefined) return undefined
    const fits =
      typeof value === 'string' && isDecimal(value) && (value.split('.')[1] ?? '').length <= decimals
    if (!fits) at.reading.tell('not-a-decimal', `${at.path}.${name}`, { decimals })
    return fits ? value : undefined
  }
  const [least, most] = [read('least'), read('most')]
  if (least && most && compareDecimals(least, most) > 0) at.reading.tell('limits-crossed', at.path)
  return { ...(least && { least }), ...(most && { most }) }
}

function crossed({ path, reading }: At, least: number | undefined, most: number | undefined): void {
  if (least !== undefined && most !== undefined && least > most) reading.tell('limits-crossed', path)
}
