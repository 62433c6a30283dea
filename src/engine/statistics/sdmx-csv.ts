import { assembling } from './assembling.ts'
import type { Category, Fault, Header, Label, LabelLanguage, Reading } from './dataset.ts'
import { decimalText } from './decimal.ts'

/** Columns that stand before the dimensions and name the flow of data (SDMX-CSV 1.0 and 2.0, and Eurostat's own). */
const before = new Set(['DATAFLOW', 'STRUCTURE', 'STRUCTURE_ID', 'STRUCTURE_NAME', 'ACTION', 'LAST UPDATE'])
const timeNames = ['TIME_PERIOD', 'TIME']
const flagNames = ['OBS_FLAG', 'OBS_STATUS']
const mostFaults = 20

/** Whether a row of headings is one of SDMX-CSV. */
export const isSdmxHeading = (row: readonly string[]): boolean =>
  before.has(idOf(row[0] ?? '')) && row.some((cell) => idOf(cell) === 'OBS_VALUE')

/**
 * SDMX-CSV, row by row of cells, the headings first: one observation a row, its dimensions between the name of the flow
 * and OBS_VALUE, its flags in OBS_FLAG (Eurostat) or OBS_STATUS, and CONF_STATUS. Names may stand beside codes as
 * "FI: Finland".
 */
export function sdmxCsv(header: Omit<Header, 'dimensions'>) {
  const faults: Fault[] = []
  let columns: Columns | undefined
  let made: ReturnType<typeof assembling> | undefined
  let line = 0
  let told: { table?: string; updated?: string } = {}
  const wrong = (what: Fault['what']) => {
    if (faults.length < mostFaults) faults.push({ what, where: `${line}` })
  }

  function first(row: readonly string[]) {
    const ids = row.map(idOf)
    const value = ids.indexOf('OBS_VALUE')
    if (!isSdmxHeading(row)) return wrong('not-statistics')
    const at = ids.flatMap((id, i) => (i < value && !before.has(id) ? [i] : []))
    const time = at.find((i) => timeNames.includes(ids[i]!)) ?? -1
    if (at.length === 0) return wrong('no-dimensions')
    const flow = Math.max(ids.indexOf('DATAFLOW'), ids.indexOf('STRUCTURE_ID'))
    columns = {
      ids,
      at,
      time,
      value,
      flags: flagNames.map((name) => ids.indexOf(name)).filter((i) => i >= 0),
      secret: ids.indexOf('CONF_STATUS'),
      told: { flow, updated: ids.indexOf('LAST UPDATE') },
    }
    const names = at.map((i) => ids[i]!)
    if (new Set(names).size < names.length) return wrong('twice')
    made = assembling(names, time < 0 ? undefined : ids[time])
  }

  return {
    row(cells: readonly string[]) {
      line++
      if (!columns || !made) {
        if (line === 1) first(cells)
        return
      }
      if (cells.length !== columns.ids.length) return wrong('cut-line')
      if (line === 2) told = toldBy(cells, columns.told)
      const code = (i: number) => codeOf(cells[i]!, header.language)
      const others = columns.at.filter((i) => i !== columns!.time).map(code)
      const period = columns.time < 0 ? '' : code(columns.time).code
      const written = cells[columns.value]!.trim()
      const missing = written === '' || written === ':' || written === 'NaN'
      const value = missing ? '' : decimalText(written)
      if (value === undefined) return wrong('not-a-number')
      const { series } = made.seriesAt(
        others.map((o) => o.code),
        others.map((o) => o.name),
      )
      const at = made.periodAt(period)
      if (series.values[at] !== undefined) return wrong('twice')
      series.values[at] = value
      series.flags[at] = flagOf(
        columns.flags.map((i) => code(i).code),
        columns.secret < 0 ? '' : code(columns.secret).code,
      )
    },
    end(): Reading {
      if (faults.length > 0) return { faults }
      return made ? made.end({ ...header, ...told }) : { faults: [{ what: 'not-statistics', where: '1' }] }
    },
  }
}

type Columns = {
  ids: string[]
  /** Where the dimensions stand, time among them. */
  at: number[]
  time: number
  value: number
  flags: number[]
  secret: number
  told: Told
}
type Told = { flow: number; updated: number }

/** "ESTAT:NAMA_10R_3GDP(1.0)" is table "nama_10r_3gdp"; "23/10/25 11:00:00" is an instant. */
function toldBy(cells: readonly string[], { flow, updated }: Told): { table?: string; updated?: string } {
  const table = /(?:^|:)([A-Za-z]\w*)(?:\([^)]*\))?$/.exec((cells[flow] ?? '').split(': ')[0]!.trim())?.[1]
  const at = /^(\d\d)\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)$/.exec(cells[updated]?.trim() ?? '')
  return {
    ...(table && { table: table.toLowerCase() }),
    ...(at && { updated: `20${at[3]}-${at[2]}-${at[1]}T${at[4]}` }),
  }
}

const idOf = (heading: string): string =>
  heading
    .replace(/^\ufeff/, '')
    .split(':')[0]!
    .trim()

function codeOf(cell: string, language: LabelLanguage): { code: string; name?: Category['name'] } {
  const [, code, name] = /^([^\s:]+): (.+)$/s.exec(cell.trim()) ?? []
  if (code === undefined || name === undefined) return { code: cell.trim() }
  const label: Label = { [language]: name.trim() }
  return { code, name: label }
}

/** The flags of a cell as one: a secret one has "c", and SDMX's "A" (normal) and "F" (free) say nothing. */
function flagOf(flags: readonly string[], status: string): string {
  const letters = flags.filter((flag) => flag !== '' && flag !== 'A')
  const secret = status !== '' && status !== 'F' && !letters.some((flag) => /c/i.test(flag))
  return [...new Set(letters), ...(secret ? ['c'] : [])].join('')
}
