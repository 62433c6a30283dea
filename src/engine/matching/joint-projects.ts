import { compareRead, formsOf, type ReadRecord, readRecord } from './records.ts'
import { edits } from './spelling.ts'
import { fold, foldedWords } from './transliteration.ts'
import { noFrequencies } from './weights.ts'
import { isPublicBody } from './words.ts'

/** A row of a list of projects, which names one lead. `start` is an ISO date. */
export type ProjectRow = { code: string; title: string; lead: string; start: string; fund: string }

/**
 * One joint project that a list has as several rows, one for each partner. The codes of the parts are the evidence.
 * `bits`: how much it would take for strangers to come to this title; `days`: between the first start and the last.
 */
export type JointProject = { title: string; parts: readonly ProjectRow[]; bits: number; days: number }

/** Words that say which part of a project a row is, folded; "rinnakkaishanke" is the labour administration's part. */
const partWord =
  /^(?:osa(?:hanke|hankkeen|projekti|projektin|toteutus)|osio|rinnakkais(?:hanke|projekti)|tyohallinnon|tyovoimapoliittiset|toimet|toimenpiteet|delprojekt)$/

/** Words that tell no project from another. */
const plainWord = /^(?:(?:projekt|hank)(?:i|e|in|een|et)?|project|osa|del|part|[ivx]{1,3}|\d)$/

/** What the funds spend on their own work is done by every authority and is nobody's joint project. */
const technicalAssistance = /tekninen tuki|technical assistance|tekniskt (?:bi)?stod/

/** Bits that a title needs: where a part says so, with starts in one week, with starts further apart, of businesses. */
const needed = { said: 10, week: 12, apart: 15, businesses: 40 }

/** Partners of one project start together; a phase that follows it, or another's project, does not. */
const mostDays = 62

/** A title that more leads have is a measure of the funder's, not a project of theirs. */
const mostLeads = 12

/**
 * Groups of rows that are parts of one joint project: one title but for words like "osahanke", one fund, starts near
 * each other, leads that are different organisations, and a title too particular for strangers to come to. How
 * particular a word is, is seen from how many other rows have it (Spärck Jones 1972). Businesses ask for aid with
 * titles that say what they buy, so of them alone much more is needed.
 */
export function jointProjects(rows: readonly ProjectRow[]): JointProject[] {
  const read = rows.map((row) => ({ row, words: wordsOf(row.title) }))
  const titles = grouped(read, ({ row, words }) => `${row.fund} ${words.join(' ')}`)
  const frequency = new Map<string, number>()
  for (const { words } of read)
    for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  return [...titles.values()].flatMap((same) => {
    const leads = new Set(same.map(({ row }) => row.lead)).size
    if (leads < 2 || leads > mostLeads || technicalAssistance.test(fold(same[0]!.row.title))) return []
    const bits = bitsOf(same[0]!.words, (word) => frequency.get(word)! - same.length, rows.length)
    return together(same.map(({ row }) => row)).flatMap((parts) => jointOf(parts, bits))
  })
}

const wordsOf = (title: string): string[] =>
  foldedWords(title).filter((word) => !partWord.test(word) && !plainWord.test(word))

/** Bits of a title's different words: each log2 of the rows over those of them that have the word besides. */
const bitsOf = (words: readonly string[], besides: (word: string) => number, rows: number): number =>
  Math.round([...new Set(words)].reduce((sum, word) => sum + Math.log2(rows / (1 + besides(word))), 0))

/** Rows in the order of their starts, parted where more than the allowed days lie between two. */
function together(rows: readonly ProjectRow[]): ProjectRow[][] {
  const groups: ProjectRow[][] = []
  for (const row of rows.filter(({ start }) => start).sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const group = groups.at(-1)
    if (group && daysBetween(group[0]!, row) <= mostDays) group.push(row)
    else groups.push([row])
  }
  return groups
}

const daysBetween = (a: ProjectRow, b: ProjectRow): number =>
  Math.round((Date.parse(b.start) - Date.parse(a.start)) / 86_400_000)

/** A joint project, when at least two of the leads are different organisations and the title is enough for them. */
function jointOf(parts: readonly ProjectRow[], bits: number): JointProject[] {
  const leads: ReadRecord[] = []
  for (const { lead } of parts) {
    const record = readRecord({ id: lead, name: lead })
    if (!leads.some((other) => isOne(record, other))) leads.push(record)
  }
  const days = daysBetween(parts[0]!, parts.at(-1)!)
  if (leads.length < 2 || bits < bitsNeeded(parts, leads, days)) return []
  const title = parts.map((part) => part.title).sort((a, b) => a.length - b.length)[0]!
  return [{ title, parts, bits, days }]
}

function bitsNeeded(parts: readonly ProjectRow[], leads: readonly ReadRecord[], days: number): number {
  if (leads.every(isBusiness)) return needed.businesses
  if (parts.some(({ title }) => foldedWords(title).some((word) => partWord.test(word)))) return needed.said
  return days <= 7 ? needed.week : needed.apart
}

/** The organisation without its unit ("Oulun yliopisto / Teknillinen tiedekunta"). */
const wholeOf = (record: ReadRecord): string => record.names[0]!.parent ?? formsOf(record)[0]!.meaning

/** Two spellings of one lead, a slip of the hand or a unit of it among them. */
const isOne = (a: ReadRecord, b: ReadRecord): boolean =>
  compareRead(a, b, noFrequencies).outcome !== 'different' ||
  wholeOf(a) === wholeOf(b) ||
  edits(formsOf(a)[0]!.compact, formsOf(b)[0]!.compact, 2) <= 2

const companies = new Set(['limited', 'public-limited', 'partnership', 'trader'])

/** A company's form and no public body's word, or no word at all that says what kind of organisation it is. */
function isBusiness(record: ReadRecord): boolean {
  const { words, kinds } = formsOf(record)[0]!
  if (words.some(({ key }) => isPublicBody(key))) return false
  if (kinds.some((kind) => companies.has(kind))) return true
  return kinds.length === 0 && !words.some(({ key }) => key.startsWith('@'))
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
