import { type CostLine, type CostModel, computingOrder, isDeducted, type Limit } from './cost-model.ts'
import { type Fault, fault, type Place, type Read } from './fault.ts'
import { roundings } from './percent.ts'
import {
  amount,
  code,
  day,
  listOf,
  noDuplicates,
  object,
  oneOf,
  percent,
  type Reader,
  text,
  texts,
  yesOrNo,
} from './reading.ts'

const named = { code, name: texts }
const kinds = oneOf('typed', 'percent', 'lump')
const lineReaders: Record<CostLine['kind'], Reader<unknown>> = {
  typed: object({ ...named, kind: kinds }, { help: texts, deducted: yesOrNo }),
  percent: object({ ...named, kind: kinds, percent, of: listOf(code) }, { help: texts }),
  lump: object({ ...named, kind: kinds, amount }, { help: texts }),
}

/** The value of a key of something that may be no object. */
const peek = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined

const line: Reader<CostLine> = (value, place, faults) => {
  const kind = peek(value, 'kind')
  const known = Object.keys(lineReaders).includes(String(kind))
  return lineReaders[known ? (kind as CostLine['kind']) : 'typed'](value, place, faults) as CostLine
}

const measured: Reader<'total' | string[]> = (value, place, faults) =>
  value === 'total' ? value : listOf(code)(value, place, faults)

const limited = { code, each: oneOf('partner', 'project'), what: measured }
const limit: Reader<Limit> = (value, place, faults) => {
  const has = (key: string) => peek(value, key) !== undefined
  const bound =
    has('percent') || has('of')
      ? { percent, of: measured }
      : has('least')
        ? { least: amount }
        : { most: amount }
  const reader = object({ ...limited, ...bound }, { name: texts })
  return reader(value, place, faults) as Limit
}

const model = object(
  {
    code,
    name: texts,
    projects: listOf(code, 0),
    lines: listOf(line),
    limits: listOf(limit, 0),
    rounding: oneOf(...roundings),
    source: text,
    verified: oneOf<boolean | 'partial'>(true, false, 'partial'),
  },
  { validFrom: day, validTo: day, note: texts },
) as Reader<CostModel>

/** What the shape alone does not tell: codes that are there twice, lines that are not there, circles. */
function checkLines({ lines, limits, verified, note }: CostModel, place: Place, faults: Fault[]): void {
  noDuplicates(lines, [...place, 'lines'], faults)
  noDuplicates(limits, [...place, 'limits'], faults)
  const byCode = new Map(lines.map((one) => [one.code, one]))
  const known = (codes: readonly string[] | 'total', at: Place) => {
    if (codes === 'total') return
    noDuplicates(
      codes.map((c) => ({ code: c })),
      at,
      faults,
      () => [],
    )
    codes.forEach((c, i) => {
      if (c && !byCode.has(c)) faults.push(fault('unknown-line', [...at, i], { line: c }))
    })
  }
  lines.forEach((one, i) => {
    if (one.kind !== 'percent') return
    const at = [...place, 'lines', i, 'of']
    known(one.of, at)
    one.of.forEach((c, j) => {
      const base = byCode.get(c)
      if (base && isDeducted(base)) faults.push(fault('deducted-line', [...at, j], { line: c }))
    })
  })
  limits.forEach((one, i) => {
    known(one.what, [...place, 'limits', i, 'what'])
    if ('of' in one) known(one.of, [...place, 'limits', i, 'of'])
  })
  const computed = computingOrder(lines)
  if ('circle' in computed)
    faults.push(fault('circular', [...place, 'lines'], { lines: computed.circle.join(' → ') }))
  if (verified === 'partial' && !note) faults.push(fault('no-note', [...place, 'note']))
}

function readOne(value: unknown, place: Place, faults: Fault[]): CostModel {
  const before = faults.length
  const read = model(value, place, faults)
  if (faults.length === before) checkLines(read, place, faults)
  else if (Array.isArray(read.lines)) noDuplicates(read.lines, [...place, 'lines'], faults)
  return read
}

const result = <T>(value: T, faults: readonly Fault[]): Read<T> =>
  faults.length === 0 ? { ok: true, value } : { ok: false, faults }

/** Reads one cost model from data, or tells everything that is wrong with it. */
export function readCostModel(value: unknown): Read<CostModel> {
  const faults: Fault[] = []
  return result(readOne(value, [], faults), faults)
}

/** Reads a list of cost models, each with a code of its own. */
export function readCostModels(value: unknown): Read<CostModel[]> {
  const faults: Fault[] = []
  const models = listOf<CostModel>(readOne, 0)(value, [], faults)
  noDuplicates(models, [], faults)
  return result(models, faults)
}
