import { assembling } from './assembling.ts'
import type { Fault, Header, Reading } from './dataset.ts'
import { decimalText } from './decimal.ts'

const mostFaults = 20

/**
 * Eurostat's tab-separated form, line by line: the first column is "freq,unit,geo\TIME_PERIOD" and holds the codes of a
 * series, the others are periods. Names and cells carry trailing blanks; ":" is missing; letters after it are flags.
 */
export function eurostatTsv(header: Omit<Header, 'dimensions'>) {
  const faults: Fault[] = []
  let ids: string[] = []
  let width = 0
  let line = 0
  let made: ReturnType<typeof assembling> | undefined
  const wrong = (what: Fault['what']) => {
    if (faults.length < mostFaults) faults.push({ what, where: `${line}` })
  }

  function first(cells: readonly string[]) {
    const [dimensions = '', time = ''] = (cells[0] ?? '').split('\\')
    ids = dimensions.split(',').map((id) => id.trim())
    if (!time.trim() || cells.length < 2 || ids.some((id) => id === '')) return wrong('not-statistics')
    made = assembling([...ids, time.trim()], time.trim())
    const periods = cells.slice(1).map((period) => period.trim())
    if (new Set(periods).size < periods.length) wrong('twice')
    for (const period of periods) made.periodAt(period)
    width = cells.length
  }

  function row(cells: readonly string[], into: NonNullable<typeof made>) {
    const codes = cells[0]!.split(',').map((code) => code.trim())
    if (codes.length !== ids.length || cells.length !== width) return wrong('cut-line')
    const { series, isNew } = into.seriesAt(codes)
    if (!isNew) return wrong('twice')
    for (let i = 1; i < cells.length; i++) {
      const cell = cellOf(cells[i]!)
      if (!cell) return wrong('not-a-number')
      series.values.push(cell.value)
      series.flags.push(cell.flag)
    }
  }

  return {
    line(text: string) {
      line++
      if (text.trim() === '') return
      const cells = text.replace(/\r$/, '').split('\t')
      if (made) row(cells, made)
      else if (line === 1) first(line === 1 ? [cells[0]!.replace(/^\ufeff/, ''), ...cells.slice(1)] : cells)
    },
    end(): Reading {
      if (faults.length > 0) return { faults }
      return made ? made.end(header) : { faults: [{ what: 'not-statistics', where: '1' }] }
    },
  }
}

const plain = /^(\d+(?:\.\d+)?) ?$/

/** "5400 p" is a value with a flag, ": c" a secret one, ":" missing; undefined for anything else. */
function cellOf(written: string): { value: string; flag: string } | undefined {
  const usual = plain.exec(written)
  if (usual && !usual[1]!.startsWith('0')) return { value: usual[1]!, flag: '' }
  const [, mark = '', flag = ''] = /^(\S*?)\s*([a-zA-Z]*)\s*$/.exec(written.trim()) ?? []
  if (mark === ':' || mark === '')
    return written.trim() === '' || mark === ':' ? { value: '', flag } : undefined
  const value = decimalText(mark)
  return value === undefined ? undefined : { value, flag }
}
