import {
  type CostLine,
  type CostModel,
  centsFromDecimal,
  decimalFromCents,
  type Fault,
  type Limit,
  type Measured,
  type Rounding,
  readAmount,
  readCostModel,
  readPercent,
} from '../../engine/budget/index.ts'
import { type Language, languages } from '../../kernel/text.ts'
import { limitName } from './model-said.ts'
import type { ModelWrong } from './model-text.ts'
import { type Fields, type Form, formOf, rowNames, writtenAmount, writtenPercent } from './parts/reading.ts'

export const mostLines = 12
export const mostLimits = 6

export type WrongModel = { field: string; what: ModelWrong }

/** A cost model as its form holds it. A text that only repeats the first language is left for the reader to write. */
export function writtenModel(
  model: CostModel | undefined,
  needed: readonly Language[],
): Record<string, string> {
  const of = (code: string) => (model?.lines.findIndex((line) => line.code === code) ?? -1) + 1
  const numbers = (codes: Measured) => (codes === 'total' ? '' : codes.map(of).join(', '))
  const inEach = (name: string, texts?: { [L in Language]: string }) =>
    Object.fromEntries(
      languages.map((l) => {
        const repeated = !needed.includes(l) && texts?.[l] === texts?.[needed[0] ?? 'fi']
        return [`${name}${l}`, repeated ? '' : (texts?.[l] ?? '')]
      }),
    )
  return {
    ...inEach('name.', model?.name),
    rounding: model?.rounding ?? 'half-up',
    ...Object.fromEntries(
      rowNames('lines', mostLines).flatMap((row, i) => {
        const line = model?.lines[i]
        return Object.entries({
          code: line?.code ?? '',
          kind: line ? (line.kind === 'typed' && line.deducted ? 'revenue' : line.kind) : '',
          ...inEach('', line?.name),
          ...inEach('help.', line?.help),
          percent: line?.kind === 'percent' ? writtenPercent(line.percent) : '',
          of: line?.kind === 'percent' ? numbers(line.of) : '',
          amount: line?.kind === 'lump' ? writtenAmount(line.amount) : '',
        }).map(([cell, value]) => [`${row}.${cell}`, value])
      }),
    ),
    ...Object.fromEntries(
      rowNames('limits', mostLimits).flatMap((row, i) => {
        const limit = model?.limits[i]
        const bound = limit && ('percent' in limit ? 'percent' : 'most' in limit ? 'most' : 'least')
        return Object.entries({
          kind: bound ?? '',
          each: limit?.each ?? 'project',
          what: limit ? numbers(limit.what) : '',
          amount:
            !limit || 'percent' in limit ? '' : writtenAmount('most' in limit ? limit.most : limit.least),
          percent: limit && 'percent' in limit ? writtenPercent(limit.percent) : '',
          of: limit && 'of' in limit ? numbers(limit.of) : '',
        }).map(([cell, value]) => [`${row}.${cell}`, value])
      }),
    ),
  }
}

type Reading = Form & { no: (field: string, what: ModelWrong) => void }

/**
 * A cost model as somebody has typed it, checked by the engine; or everything that is wrong, field by field. Names are
 * asked for in `needed`; a language that is not gets those of the first.
 */
export function readModel(
  fields: Fields,
  { code, source, needed }: { code: string; source: string; needed: readonly Language[] },
): { model: CostModel; wrong?: never } | { model?: never; wrong: readonly WrongModel[] } {
  const wrong: WrongModel[] = []
  const form: Reading = { ...formOf(fields), no: (field, what) => void wrong.push({ field, what }) }
  const rows = rowNames('lines', mostLines).filter((row) => form.text(`${row}.kind`) !== '')
  if (rows.length === 0) form.no('lines.0.kind', 'noLines')
  const codes = codesOf(form, rows)
  const texts = (name: string, what: ModelWrong) => textsIn(form, name, needed, what)
  const lines = rows.map((row) => lineIn(form, row, codes, texts(`${row}.`, 'lineName'), needed))
  const bare = {
    code,
    name: texts('name.', 'name'),
    projects: [],
    lines,
    rounding: (form.text('rounding') === 'down' ? 'down' : 'half-up') satisfies Rounding,
    source,
    verified: true as const,
  }
  const limits = rowNames('limits', mostLimits)
    .filter((row) => form.text(`${row}.kind`) !== '')
    .map((row, i) => limitIn(form, row, `limit-${i + 1}`, codes))
    .map((limit) => ({ ...limit, name: limitName(bare, limit) }))
  if (wrong.length > 0) return { wrong }
  const read = readCostModel({ ...bare, limits })
  return read.ok ? { model: read.value } : { wrong: read.faults.map((fault) => atField(fault, rows)) }
}

/** The code of each row's line: its own, or a new one that no other line has. */
function codesOf(form: Form, rows: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(rows.map((row) => form.text(`${row}.code`)))
  let n = 0
  const next = () => {
    do n++
    while (taken.has(`line-${n}`))
    return `line-${n}`
  }
  return new Map(rows.map((row) => [row, form.text(`${row}.code`) || next()]))
}

function textsIn(form: Reading, name: string, needed: readonly Language[], what: ModelWrong) {
  const typed = languages.map((l) => [l, form.text(`${name}${l}`)] as const)
  for (const [l, text] of typed) if (text === '' && needed.includes(l)) form.no(`${name}${l}`, what)
  const first = form.text(`${name}${needed[0] ?? 'fi'}`)
  return Object.fromEntries(typed.map(([l, text]) => [l, text || first])) as { [L in Language]: string }
}

function lineIn(
  form: Reading,
  row: string,
  codes: ReadonlyMap<string, string>,
  name: CostLine['name'],
  needed: readonly Language[],
): CostLine {
  const helped = languages.some((l) => form.text(`${row}.help.${l}`) !== '')
  const help = helped && textsIn(form, `${row}.help.`, needed, 'lineName')
  const common = { code: codes.get(row)!, name, ...(help && { help }) }
  const kind = form.text(`${row}.kind`)
  if (kind === 'percent')
    return {
      ...common,
      kind,
      percent: percentIn(form, `${row}.percent`),
      of: linesIn(form, `${row}.of`, codes),
    }
  if (kind === 'lump') return { ...common, kind, amount: amountIn(form, `${row}.amount`) }
  return { ...common, kind: 'typed', ...(kind === 'revenue' && { deducted: true }) }
}

function limitIn(form: Reading, row: string, code: string, codes: ReadonlyMap<string, string>): Limit {
  const measured = (cell: string): Measured =>
    form.text(`${row}.${cell}`) === '' ? 'total' : linesIn(form, `${row}.${cell}`, codes)
  const each = form.text(`${row}.each`)
  if (each !== 'project' && each !== 'partner') form.no(`${row}.each`, 'each')
  const common = { code, each: each === 'partner' ? 'partner' : 'project', what: measured('what') } as const
  if (form.text(`${row}.kind`) === 'percent')
    return { ...common, percent: percentIn(form, `${row}.percent`), of: measured('of') }
  const amount = amountIn(form, `${row}.amount`)
  return form.text(`${row}.kind`) === 'least' ? { ...common, least: amount } : { ...common, most: amount }
}

/** "1, 2" as the codes of those rows' lines. */
function linesIn(form: Reading, field: string, codes: ReadonlyMap<string, string>): string[] {
  const numbers = form
    .text(field)
    .split(/[\s,;]+/)
    .filter(Boolean)
  if (numbers.length === 0 || numbers.some((n) => !/^\d{1,2}$/.test(n))) {
    form.no(field, 'of')
    return []
  }
  const found = numbers.map((n) => codes.get(`lines.${Number(n) - 1}`))
  if (found.includes(undefined)) form.no(field, 'unknownLine')
  return [...new Set(found.filter((code) => code !== undefined))]
}

function percentIn(form: Reading, field: string): string {
  const percent = readPercent(form.text(field))
  if (percent === undefined) form.no(field, 'percent')
  return percent ?? '0'
}

function amountIn(form: Reading, field: string): string {
  const read = readAmount(form.text(field))
  if (!read.ok) form.no(field, 'amount')
  return decimalFromCents(read.ok ? read.cents : 0n)
}

/** What the engine finds wrong beyond the fields themselves: circles, percentages of revenue. */
function atField({ code, place }: Fault, rows: readonly string[]): WrongModel {
  const row = place[0] === 'lines' && typeof place[1] === 'number' ? rows[place[1]] : undefined
  if (code === 'deducted-line') return { field: `${row}.of`, what: 'deducted' }
  if (code === 'circular') return { field: `${rows[0]}.of`, what: 'circular' }
  return { field: row ? `${row}.kind` : 'name.fi', what: 'other' }
}

/** Amounts of a budget to show a model by, where nobody has typed any: 50 000 euros, then 10 000 for each other line. */
export function exampleAmounts(model: CostModel, typed: (code: string) => string): Map<string, bigint[]> {
  const lines = model.lines.filter((line) => line.kind === 'typed')
  return new Map(
    lines.map((line, i) => {
      const read = readAmount(typed(line.code))
      const usual = line.deducted ? '0' : i === 0 ? '50000' : '10000'
      return [line.code, [read.ok ? read.cents : (centsFromDecimal(usual) ?? 0n)]]
    }),
  )
}
