import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Programme } from '../../src/engine/portfolio/index.ts'

const folder = path.resolve('../shared/data/mobkp-instances')

/** A published selection problem with one budget, and the values of all its non-dominated portfolios. */
export type Instance = {
  readonly name: string
  readonly criteria: number
  readonly projects: number
  readonly programme: Programme
  /** One text a value: its numbers with blanks between them; sorted. */
  readonly values: readonly string[]
}

export const instancesFolder = (): string | undefined => (existsSync(folder) ? folder : undefined)

/** Names like random-3D-40_2, small ones first: by criteria, then by projects. */
export function instanceNames(): string[] {
  const size = (name: string) => /-(\d+)D-(\d+)_/.exec(name)!.slice(1).map(Number) as [number, number]
  return readdirSync(folder)
    .filter((file) => file.endsWith('.in.gz'))
    .map((file) => file.replace('.in.gz', ''))
    .sort((a, b) => {
      const [x, y] = [size(a), size(b)]
      return x[0] - y[0] || x[1] - y[1] || a.localeCompare(b)
    })
}

/** Reads the file format of its SOURCE.md. */
export function readInstance(name: string): Instance {
  const numbers = gunzipSync(readFileSync(path.join(folder, `${name}.in.gz`)))
    .toString()
    .trim()
    .split(/\s+/)
    .map(Number)
  let at = 0
  const take = () => numbers[at++]!
  const [projects, criteria, bound] = [take(), take(), take()]
  const coefficients = new Float64Array(projects)
  const scores = new Float64Array(projects * criteria)
  for (let i = 0; i < projects; i++) {
    coefficients[i] = take()
    for (let c = 0; c < criteria; c++) scores[i * criteria + c] = take()
  }
  const values = Array.from({ length: take() }, () => Array.from({ length: criteria }, take).join(' '))
  const rows = [{ coefficients, bound, says: ['budgets.0'] }]
  const programme = { items: projects, objectives: criteria, low: scores, high: scores, rows }
  return { name, criteria, projects, programme, values: values.sort() }
}

/** Values of a frontier in the form of the reference, sorted. */
export const valuesOf = (values: Float64Array, criteria: number): string[] =>
  Array.from({ length: values.length / criteria }, (_, i) =>
    values.subarray(i * criteria, (i + 1) * criteria).join(' '),
  ).sort()
