import { readAmount } from '../../engine/budget/index.ts'
import { decimalOf } from '../../kernel/money.ts'
import { languages, type Names } from '../../kernel/text.ts'
import { type Day, readDay } from '../../kernel/time.ts'
import { readScore, type ScoreRange } from './scores.ts'
import type { SelectionSettings } from './settings.ts'

/** Columns that every sheet of candidates may have, with the names by which they are recognised. */
const known = {
  code: ['tunnus', 'koodi', 'beteckning', 'kod', 'code', 'id'],
  title: ['nimi', 'hanke', 'hankkeen nimi', 'namn', 'projekt', 'title', 'name', 'project'],
  lead: ['päätoteuttaja', 'toteuttaja', 'hakija', 'huvudgenomförare', 'lead', 'applicant'],
  city: ['kaupunki', 'stad', 'city'],
  values: ['painopisteet', 'kehys', 'prioriteringar', 'values', 'priorities'],
  starts: ['alku', 'alkaa', 'alkaa pvm', 'start', 'starts', 'startar'],
  ends: ['loppu', 'päättyy', 'slut', 'end', 'ends', 'slutar'],
  note: ['huomio', 'huomautus', 'anmärkning', 'note'],
} as const
type Known = keyof typeof known

export type SheetFault = {
  /** As a person sees it beside the row; the header where a column is missing. */
  row: number
  column: string
  cell: string
  what:
    | 'no-code'
    | 'same-code'
    | 'no-title'
    | 'bad-cost'
    | 'bad-score'
    | 'bad-day'
    | 'unknown-value'
    | 'no-column'
}

export type SheetCandidate = {
  row: number
  code: string
  title: Names
  costs: Record<string, string>
  scores: Record<string, ScoreRange>
  lead: string | null
  city: string | null
  values: string[]
  starts: Day | null
  ends: Day | null
  note: string
}

type Sheet = {
  names: readonly string[]
  headerRow: number
  rows: readonly { row: number; cells: readonly string[] }[]
}
type Around = {
  settings: Pick<SelectionSettings, 'criteria' | 'budgets' | 'scale'>
  /** Codes that are taken, and the frame by 'dimension/code'. */
  codes: ReadonlySet<string>
  frame: readonly { value: string; name: Names }[]
}

const folded = (text: string): string => text.trim().toLocaleLowerCase('fi').replaceAll(/\s+/g, ' ')

/** Which column is which: by the usual names, and by the names and ids of the meeting's budgets and criteria. */
function columnsOf(names: readonly string[], { criteria, budgets }: Around['settings']) {
  const find = (wanted: readonly (string | null | undefined)[]) => {
    const all = new Set(wanted.flatMap((w) => (w ? [folded(w)] : [])))
    return names.findIndex((n) =>
      all.has(
        folded(n)
          .replace(/,? ?\(?€\)?$/, '')
          .trim(),
      ),
    )
  }
  const called = ({ id, name }: { id: string; name: Names }) => [id, ...languages.map((l) => name[l])]
  const plain = Object.fromEntries(Object.entries(known).map(([k, w]) => [k, find(w)])) as Record<
    Known,
    number
  >
  return {
    plain,
    budgets: budgets.map((b) => ({ id: b.id, name: b.name, at: find(called(b)) })),
    criteria: criteria.map((c) => ({ id: c.id, name: c.name, at: find(called(c)) })),
  }
}

/** Reads candidates row by row: those that are whole, and what is wrong in the others, by row and cell. */
export function readCandidates(sheet: Sheet, around: Around) {
  const { settings, codes, frame } = around
  const columns = columnsOf(sheet.names, settings)
  const faults: SheetFault[] = []
  const missing = [
    ...(['code', 'title'] as const).flatMap((k) => (columns.plain[k] < 0 ? [known[k][0]] : [])),
    ...columns.budgets.flatMap((b) => (b.at < 0 ? [b.name.fi ?? b.id] : [])),
  ]
  for (const column of missing) faults.push({ row: sheet.headerRow, column, cell: '', what: 'no-column' })
  if (missing.length > 0) return { candidates: [], faults }
  const taken = new Set(codes)
  const candidates = sheet.rows.flatMap(({ row, cells }): SheetCandidate[] => {
    const before = faults.length
    const at = (place: number) => (place < 0 ? '' : (cells[place] ?? '').trim())
    const wrong = (place: number, what: SheetFault['what']) =>
      faults.push({ row, column: sheet.names[place] ?? '', cell: at(place), what })
    const { plain } = columns
    const code = at(plain.code)
    if (code === '') wrong(plain.code, 'no-code')
    else if (taken.has(code)) wrong(plain.code, 'same-code')
    if (at(plain.title) === '') wrong(plain.title, 'no-title')
    const costs = columns.budgets.flatMap(({ id, at: place }) => {
      const amount = readAmount(at(place) === '' ? '0' : at(place))
      if (!amount.ok) wrong(place, 'bad-cost')
      return amount.ok ? [[id, decimalOf(amount.cents)] as const] : []
    })
    const scores = columns.criteria.flatMap(({ id, at: place }) => {
      if (at(place) === '') return []
      const score = readScore(at(place), settings.scale)
      if (!score) wrong(place, 'bad-score')
      return score ? [[id, score] as const] : []
    })
    const values = at(plain.values)
      .split(/[;,]/)
      .flatMap((typed) => {
        if (typed.trim() === '') return []
        const found = frame.find(
          (f) =>
            folded(f.value) === folded(typed) ||
            languages.some((l) => folded(f.name[l] ?? '') === folded(typed)),
        )
        if (!found) wrong(plain.values, 'unknown-value')
        return found ? [found.value] : []
      })
    const day = (place: number): Day | null => {
      if (at(place) === '') return null
      const read = readDay(at(place))
      if (!read) wrong(place, 'bad-day')
      return read ?? null
    }
    const [starts, ends] = [day(plain.starts), day(plain.ends)]
    if (faults.length > before) return []
    taken.add(code)
    return [
      {
        row,
        code,
        title: { fi: at(plain.title) },
        costs: Object.fromEntries(costs),
        scores: Object.fromEntries(scores),
        lead: at(plain.lead) || null,
        city: at(plain.city) || null,
        values,
        starts,
        ends,
        note: at(plain.note),
      },
    ]
  })
  return { candidates, faults }
}

/** The columns of the template, in Finnish: what `readCandidates` recognises. */
export const templateColumns = ({ criteria, budgets }: Around['settings']): string[] => [
  'Tunnus',
  'Nimi',
  ...budgets.map((b) => b.name.fi ?? b.id),
  ...criteria.map((c) => c.name.fi ?? c.id),
  'Päätoteuttaja',
  'Kaupunki',
  'Painopisteet',
  'Alku',
  'Loppu',
  'Huomio',
]
