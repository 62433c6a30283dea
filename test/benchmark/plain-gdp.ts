import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Question } from '../../src/engine/benchmark/index.ts'
import { shippedData } from '../../src/kernel/product.ts'

export type PlainSeries = { unit: string; year: string }

/**
 * GDP of every NUTS 3 region as Eurostat's own file has it, read line by line and by nothing of ours: whole numbers, each
 * series times 100, since distances do not know the unit. A region that has none of the series is none.
 */
export function plainQuestion(
  series: readonly PlainSeries[],
  some: Omit<Question, 'variables' | 'units'>,
): Question {
  const file = path.join(shippedData, 'statistics', 'estat_nama_10r_3gdp.tsv.gz')
  const [head = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  const years = head.split('\t').map((cell) => cell.trim())
  const values = new Map<string, (number | null)[]>()
  for (const line of lines) {
    const [key = '', ...cells] = line.split('\t')
    const [, unit, geo = ''] = key.split(',')
    // ZZZ is what no region has.
    if (!/^[A-Z]{2}[A-Z0-9]{3}$/.test(geo) || geo.endsWith('ZZZ')) continue
    for (const [i, one] of series.entries()) {
      if (unit !== one.unit) continue
      const text = (cells[years.indexOf(one.year) - 1] ?? '').replace(/[^0-9.]/g, '')
      const row = values.get(geo) ?? series.map(() => null)
      row[i] = text === '' ? null : Math.round(Number(text) * 100)
      values.set(geo, row)
    }
  }
  return {
    ...some,
    variables: series.map((_, i) => ({ code: `v${String(i + 1).padStart(2, '0')}`, weight: i + 1 })),
    units: [...values].map(([code, own]) => ({ code, country: code.slice(0, 2), values: own })),
  }
}
