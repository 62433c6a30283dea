import { themesOf } from '../../engine/language/index.ts'
import { isPersonalName } from '../../engine/matching/index.ts'
import type { Read } from '../../kernel/db.ts'
import { authorityOf, fundOf, statusOf } from '../codes/index.ts'
import { sayable, wholeNames } from './context.ts'
import type { FieldProvenanceAnswer, OriginAnswer } from './field-provenance-schema.ts'
import type { Field, Party } from './fold.ts'
import { whyNoRegion } from './item.ts'
import type { ListedProject } from './list-queries.ts'
import { type Origin, provenanceOf } from './provenance.ts'

/** What can be asked of a project: "where does this come from?" */
export const provenanceFields = [
  'title',
  'summary',
  'fund',
  'programme',
  'period',
  'priority',
  'objective',
  'authority',
  'status',
  'start',
  'end',
  'lead',
  'partners',
  'granted',
  'realised',
  'plannedPublic',
  'realisedPublic',
  'totalCost',
  'eu',
  'region',
  'theme',
  'url',
] as const
export type ProvenanceField = (typeof provenanceFields)[number]

type Method = FieldProvenanceAnswer['method']
type Read1 = { from: Field; method: Method; by: string[] }

const amounts: ReadonlySet<string> = new Set([
  'granted',
  'realised',
  'plannedPublic',
  'realisedPublic',
  'totalCost',
  'eu',
])

/** Which told field a shown value was read from, and how. */
function readingOf(project: ListedProject, field: ProvenanceField): Read1 {
  if (field === 'theme') {
    const words = themesOf(project.title).flatMap((t) => t.words)
    return { from: 'title', method: 'from-title', by: [...new Set(words)] }
  }
  if (field === 'region' && project.region_from === 'municipality') {
    return { from: 'municipalities', method: 'from-municipality', by: [] }
  }
  if (field === 'region') {
    return project.region_from === 'list'
      ? { from: 'region', method: 'as-written', by: [] }
      : { from: 'authority', method: 'from-authority', by: [project.authority_name ?? ''].filter(Boolean) }
  }
  if (amounts.has(field)) return { from: field, method: 'amount-read', by: [] }
  if (field === 'start' || field === 'end') return { from: field, method: 'day-read', by: [] }
  if (field === 'status') return { from: field, method: 'status-read', by: [] }
  if (field === 'fund') return { from: field, method: 'code-read', by: [] }
  return { from: field, method: 'as-written', by: [] }
}

export async function fieldProvenance(
  db: Read,
  project: ListedProject,
  field: ProvenanceField,
): Promise<FieldProvenanceAnswer> {
  const reading = readingOf(project, field)
  const place = field === 'region' && project.region === null ? whyNoRegion(project) : null
  const about = {
    project: {
      registry: project.registry,
      code: project.code,
      name: project.title,
      language: project.language,
    },
    field,
  }
  const found = await provenanceOf(db, project.id, reading.from)
  const elsewhere = !found && field === 'region' ? await placeElsewhere(db, project) : undefined
  const told = found ?? elsewhere?.told
  const period = field === 'period' && !told ? await provenanceOf(db, project.id, 'code') : undefined
  const known = told ?? period
  if (!known) {
    return {
      ...about,
      from: null,
      value: null,
      hidden: false,
      raw: null,
      method: 'not-told',
      by: [],
      because: place,
      origin: null,
      cells: [],
      replaced: [],
    }
  }
  const secret = personalNames(known.origin, known.value, project)
  const hide = (text: string) => (secret.some((name) => text.includes(name)) ? null : text)
  const value =
    field === 'region' ? project.region : field === 'period' ? project.period : sayable(known.value)
  return {
    ...about,
    from: period ? 'code' : (elsewhere?.from ?? reading.from),
    value: value === null ? null : hide(value),
    hidden: field === 'lead' && value === null,
    raw: rawCell(known.origin, reading.from, known.value, hide),
    method: period ? 'from-code' : reading.method,
    by: reading.method === 'from-municipality' ? [known.value].flat().map(String) : reading.by,
    because: place,
    origin: originOf(known.origin),
    cells: known.origin.cells.map((c) => ({ header: c.header, text: hide(c.text) })),
    replaced: known.replaced.map((r) => ({ value: sayable(r.value), origin: originOf(r.origin) })),
  }
}

/** A region is told by its NUTS code too, and municipalities under "location". */
async function placeElsewhere(db: Read, { id, region_from }: ListedProject) {
  const from = region_from === 'municipality' ? 'region' : 'nuts'
  return { from, told: await provenanceOf(db, id, from) }
}

const originOf = (o: Origin): OriginAnswer => ({
  importId: o.list.id,
  row: o.rowNo,
  asOf: o.asOf,
  title: wholeNames(o.list.list.title),
  publisher: o.list.list.publisher ?? null,
  url: o.list.list.url ?? null,
  file: o.list.fileName,
  importedAt: o.importedAt,
  importedBy: o.list.actorName,
})

/** Names of private persons that the row may hold: none of its cells that has one is shown. */
function personalNames(origin: Origin, value: unknown, project: ListedProject): string[] {
  const told = [value].flat().flatMap((v) => (v && typeof v === 'object' ? [(v as Party).name] : []))
  const own = project.lead_personal && project.lead_name ? [project.lead_name] : []
  const cells = origin.cells
    .map((c) => c.text.trim())
    .filter((t) => t !== project.title && t.length < 80 && isPersonalName(t))
  return [...told.filter(isPersonalName), ...own, ...cells].filter((name) => name !== '')
}

/** The cell that says the value, found by what it says: a row remembers its cells, not which made which field. */
function rawCell(
  { cells }: Origin,
  field: Field,
  value: unknown,
  hide: (text: string) => string | null,
): string | null {
  const said = sayable(value)
  const says = (text: string): boolean => {
    const t = text.trim()
    if (t === '') return false
    if (amounts.has(field)) return numberIn(t) !== undefined && numberIn(t) === Number(said)
    if (field === 'start' || field === 'end') return daysIn(t).includes(said ?? '')
    if (field === 'status') return statusOf(t) === said
    if (field === 'fund') return fundOf(t) === said
    if (field === 'authority') return t === said || (authorityOf(t) ?? '-') === authorityOf(said ?? '')
    return t === said
  }
  const candidates = cells.filter((c) => says(c.text))
  // Granted and planned money are often equal: the heading tells them apart, else the cell is not named.
  const one =
    candidates.length === 1 ? candidates[0] : candidates.find((c) => headings[field]?.test(c.header))
  return one ? hide(one.text) : null
}

const headings: Partial<Record<Field, RegExp>> = {
  granted: /myönn|bevilj|grant/i,
  realised: /toteutunut eu|utfall|realis/i,
  plannedPublic: /suunnit|planer|planned/i,
  realisedPublic: /toteutunut julk|utfall|realis/i,
  start: /alku|aloit|start|börj/i,
  end: /pää(?:tt)|end|slut/i,
}

function numberIn(text: string): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0€]/g, '').replace(/,(\d{1,2})$/, '.$1')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** The days of a cell of one date or of two. */
function daysIn(text: string): string[] {
  if (text.length > 40) return []
  const finnish = [...text.matchAll(/(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})/g)]
  const days = finnish.map(([, d, m, y]) => `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`)
  return [...days, ...(text.match(/\d{4}-\d{2}-\d{2}/g) ?? [])]
}
