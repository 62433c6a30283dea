import { createHash } from 'node:crypto'
import { type BenchmarkResult, benchmark } from '../../engine/benchmark/index.ts'
import { canonical } from '../../kernel/canonical.ts'
import { keptUpTo } from './kept.ts'
import { type Gathered, madeAgain, questionOf } from './rules.ts'

/** A result with every number as text of its stated digits: canonical JSON has no fractions. */
function written(value: unknown, digits: number): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : value.toFixed(digits)
  if (Array.isArray(value)) return value.map((item) => written(item, digits))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, written(item, digits)]))
}

/** The record of a run: what was asked, every value with its version, and the result, in canonical JSON. */
export function recordOf(gathered: Gathered, result: BenchmarkResult): { record: string; digest: string } {
  const record = canonical({ format: 1, ...gathered, result: written(result, result.digits) })
  return { record, digest: createHash('sha256').update(record).digest('hex') }
}

/** A record as it was stored, its result not computed again. */
export const readRecord = (record: string): Gathered & { result: { peers: readonly { code: string }[] } } =>
  JSON.parse(record)

export type Repeated = {
  gathered: Gathered
  result: BenchmarkResult
  /** Whether computing it again gives the same record, byte for byte. */
  same: boolean
}

const repeats = keptUpTo<Repeated>(16)

/** The same text is computed again once in a process: nothing else goes into it. */
export function repeatedOnce(record: string): Repeated {
  const key = createHash('sha256').update(record).digest('hex')
  return repeats.get(key) ?? repeats.set(key, repeated(record))
}

/** Reads a record and computes it again from what stands in it alone. Throws on a record that never could be one. */
export function repeated(record: string): Repeated {
  const { asked, variables, units } = readRecord(record)
  const gathered = madeAgain({ asked, variables, units })
  const answer = benchmark(questionOf(gathered))
  if ('fault' in answer) throw new Error(`a stored run cannot be computed: ${answer.fault}`)
  return { gathered, result: answer.result, same: recordOf(gathered, answer.result).record === record }
}
