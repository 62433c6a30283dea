import { tsquery } from '../../engine/language/index.ts'
import { isPersonalName } from '../../engine/matching/index.ts'
import type { Read } from '../../kernel/db.ts'
import { wordCounts, worthOf } from '../../kernel/search.ts'
import type { Names } from '../../kernel/text.ts'
import type { ImportHead } from '../sources/index.ts'
import {
  ledBySame,
  type Neighbour,
  partiesOf,
  withSamePartners,
  withSimilarWords,
} from './context-queries.ts'
import type { Field, Folded, Party, Stated, Statement } from './fold.ts'
import type { ListedProject } from './list-queries.ts'
import { foldedProject } from './provenance.ts'
import { type Sight, totalOf } from './sight.ts'

/** Neighbours of one kind that a project's page shows. */
const shown = 5

/** A word that more than this share of all projects have does not tell two projects alike. */
const commonShare = 0.02

export async function contextOf(db: Read, sight: Sight, project: ListedProject) {
  const parties = await partiesOf(db, sight, project.id)
  const lead = parties.find((x) => x.role === 'lead')
  const sameLead =
    lead && !lead.personal ? await ledBySame(db, sight, project.id, lead.id, project.start_on, shown) : []
  const samePartners = parties.length > 1 ? await withSamePartners(db, sight, project.id, shown) : []
  const near = new Set([...sameLead, ...samePartners].map((n) => n.id))
  const similar = (await similarTo(db, sight, project)).filter((n) => !near.has(n.id))
  const folded = await foldedProject(db, project.id)
  return {
    parties: parties.map((x) =>
      x.personal ? { ...x, id: null, name: null, written: null, businessId: null } : x,
    ),
    sameLead: sameLead.map(neighbourOf),
    samePartners: samePartners.map(neighbourOf),
    similar: similar.slice(0, shown).map(neighbourOf),
    changes: folded ? changesOf(folded.folded.fields, folded.lists) : [],
    statements: folded ? statementsIn(folded.folded.fields, folded.lists) : [],
    told: Object.keys(folded?.folded.fields ?? {}),
  }
}

const neighbourOf = ({ id: _, ...n }: Neighbour) => n

/** Projects whose titles share this one's rare words: most of their worth, at least two words of it. */
async function similarTo(db: Read, sight: Sight, project: ListedProject): Promise<Neighbour[]> {
  const { terms } = tsquery(project.title)
  if (terms.length < 2) return []
  const counts = await wordCounts(
    db,
    terms.flatMap((t) => t.lexemes),
  )
  const total = totalOf(sight)
  const rare = terms
    .map((t) => ({ query: t.rank, count: Math.max(0, ...t.lexemes.map((l) => counts.get(l) ?? 0)) }))
    .filter((t) => t.count > 1 && t.count <= Math.max(50, total * commonShare))
    .sort((a, b) => a.count - b.count)
    .slice(0, 6)
    .map((t) => ({ query: t.query, worth: worthOf(t.count, total) }))
  if (rare.length < 2) return []
  const worth = rare.map((t) => t.worth)
  const least = Math.max(
    worth.reduce((sum, w) => sum + w, 0) * 0.4,
    Math.max(...worth) + Math.min(...worth) * 0.5,
  )
  return withSimilarWords(db, sight, project.id, rare, least, shown * 2)
}

type Fields = Folded['fields']
type Lists = ReadonlyMap<string, ImportHead>

export const wholeNames = (names: Names = {}) => ({
  fi: names.fi ?? null,
  sv: names.sv ?? null,
  en: names.en ?? null,
})

/** Which list and row say something, and which list it is. */
function sourceOf(statement: Statement, lists: Lists) {
  const list = lists.get(statement.importId)
  return {
    importId: statement.importId,
    row: statement.rowNo,
    asOf: statement.asOf,
    title: wholeNames(list?.list.title),
    publisher: list?.list.publisher ?? null,
    file: list?.fileName ?? null,
  }
}

/** Fields of which a newer list said otherwise than an older one, each with both values and both sources. */
function changesOf(fields: Fields, lists: Lists) {
  return (Object.entries(fields) as [Field, Stated][]).flatMap(([field, stated]) => {
    const value = sayable(stated.value)
    const replaced = stated.replaced
      .map((r) => ({ value: sayable(r.value), source: sourceOf(r.statement, lists) }))
      .filter((r) => plain(field, r.value) !== plain(field, value))
    return replaced.length === 0
      ? []
      : [{ field, value, source: sourceOf(stated.statement, lists), replaced }]
  })
}

/** "2" and "2. Uusimman tiedon ..." are one priority: a list that says more of it has changed nothing. */
const plain = (field: Field, value: string | null): string | null =>
  field === 'priority' ? (/^(?:tl\s*)?(\d{1,2})\b/i.exec(value ?? '')?.[1] ?? value) : value

/** A value as text; `null` stands for a personal trader's name. Several parties are their names. */
export function sayable(value: unknown): string | null {
  if (Array.isArray(value)) return value.map((v) => sayable(v) ?? '…').join(', ')
  if (value && typeof value === 'object' && 'name' in value) {
    const { name } = value as Party
    return isPersonalName(name) ? null : name
  }
  return String(value)
}

/** The rows that a project is folded from, newest first. */
function statementsIn(fields: Fields, lists: Lists) {
  const seen = new Map<string, Statement>()
  for (const stated of Object.values(fields)) {
    for (const s of [stated.statement, ...stated.replaced.map((r) => r.statement)]) {
      seen.set(`${s.importId} ${s.rowNo}`, s)
    }
  }
  return [...seen.values()]
    .sort((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : -1))
    .map((s) => sourceOf(s, lists))
}
