import { languages } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { isDirected, statedKinds } from './rules.ts'
import { readKind, readPoint, writeKind } from './tie-rules.ts'
import { tieText } from './tie-text.ts'
import { kindWord } from './tie-words.ts'

/** At most so many bytes and rows of a file of ties. */
export const fileLimits = { bytes: 5 * 1024 * 1024, rows: 5_000 }

const parts = ['from', 'to', 'kind', 'since', 'until', 'strength', 'note'] as const
type Part = (typeof parts)[number]

/** How people head the columns, folded: Finnish, Swedish, English, and the names that other programs use. */
const headings: Readonly<Record<Part, readonly string[]>> = {
  from: [
    'from',
    'source',
    'organisaatio',
    'organisation',
    'organization',
    'mistä',
    'lähde',
    'från',
    'toimija',
    'aktör',
  ],
  to: [
    'to',
    'target',
    'toinen',
    'kumppani',
    'partner',
    'mihin',
    'kohde',
    'till',
    'den andra',
    'toinen organisaatio',
  ],
  kind: ['kind', 'type', 'laji', 'typ', 'yhteyden laji', 'relation', 'mikä toinen on', 'suhde'],
  since: ['since', 'start', 'alkaen', 'alku', 'starts', 'alkuvuosi', 'börjar', 'startår'],
  until: ['until', 'end', 'päättyy', 'loppu', 'ends', 'slutar', 'slutår'],
  strength: ['strength', 'weight', 'tiiviys', 'paino', 'vikt', 'täthet'],
  note: ['note', 'lisätieto', 'huomautus', 'anteckning', 'tilläggsuppgift', 'label', 'evidence'],
}

export type Problem =
  | 'noFrom'
  | 'noTo'
  | 'same'
  | 'kind'
  | 'since'
  | 'until'
  | 'order'
  | 'strength'
  | 'many'
  | 'personal'

/** One tie as a file tells it. */
export type FileRow = {
  position: number
  cells: readonly string[]
  from: string
  to: string
  kind: string | null
  starts: Day | null
  ends: Day | null
  strength: number
  note: string | null
  problem: Problem | null
}

const folded = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/gu, ' ')

/** Every word for a kind in every language, and the codes of the product itself. */
const kindWords: ReadonlyMap<string, string> = new Map(
  statedKinds
    .filter((kind) => kind !== 'own')
    .flatMap((kind) =>
      (isDirected(kind) ? [false, true] : [false]).flatMap((back): [string, string][] => {
        const code = writeKind({ kind, own: null, back })
        const words = languages.map((l) => folded(kindWord({ kind, back }, null, l)))
        return [code, ...words].map((word) => [word, code])
      }),
    ),
)

/** Which column says what; undefined where the first row is no heading. */
function headed(first: readonly string[]): Map<Part, number> | undefined {
  const columns = new Map<Part, number>()
  for (const [i, cell] of first.entries()) {
    const part = parts.find((p) => headings[p].includes(folded(cell)))
    if (part && !columns.has(part)) columns.set(part, i)
  }
  return columns.has('from') && columns.has('to') ? columns : undefined
}

/** Reads the rows of a sheet: two columns of names or business ids, and what else it tells of each tie. */
export function readRows(sheet: readonly (readonly string[])[]): FileRow[] {
  const columns = headed(sheet[0] ?? [])
  const body = columns ? sheet.slice(1) : sheet
  const at = columns ?? new Map(parts.map((part, i) => [part, i]))
  return body.flatMap((cells, i) => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const cell = (part: Part) => (cells[at.get(part) ?? -1] ?? '').trim()
    return [readRow(cells, i + (columns ? 2 : 1), cell)]
  })
}

function readRow(cells: readonly string[], position: number, cell: (part: Part) => string): FileRow {
  const [from, to] = [cell('from').slice(0, 300), cell('to').slice(0, 300)]
  const kind = cell('kind') === '' ? 'works-with' : (kindWords.get(folded(cell('kind'))) ?? null)
  const starts = cell('since') === '' ? null : readPoint(cell('since').slice(0, 10), 'start')
  const ends = cell('until') === '' ? null : readPoint(cell('until').slice(0, 10), 'end')
  const strength = readStrength(cell('strength'))
  const wrong: readonly (readonly [boolean, Problem])[] = [
    [from === '', 'noFrom'],
    [to === '', 'noTo'],
    [folded(from) === folded(to), 'same'],
    [kind === null || !readKind(kind), 'kind'],
    [starts === undefined, 'since'],
    [ends === undefined, 'until'],
    [!!starts && !!ends && ends < starts, 'order'],
    [strength === undefined, 'strength'],
  ]
  return {
    position,
    cells,
    from,
    to,
    kind,
    starts: starts ?? null,
    ends: ends ?? null,
    strength: strength ?? 2,
    note: cell('note').slice(0, 500) || null,
    problem: wrong.find(([is]) => is)?.[1] ?? null,
  }
}

/** A word, or a number: up to 1 occasional, up to 2 regular, more is close. */
function readStrength(text: string): number | undefined {
  if (text === '') return 2
  for (const language of languages)
    for (const s of [1, 2, 3] as const) if (folded(text) === tieText[language].strengths[s]) return s
  const weight = Number(text.replace(',', '.'))
  if (!Number.isFinite(weight) || weight <= 0) return undefined
  return weight <= 1 ? 1 : weight <= 2 ? 2 : 3
}
