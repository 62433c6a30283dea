import { type Language, languages } from '../../../kernel/text.ts'
import { type ColumnName, otherHeadings, sheetText } from '../sheet-text.ts'
import { entryTyped, type Typed } from '../typed.ts'
import type { Proposal } from './proposal.ts'

const folded = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')

const own = Object.keys(sheetText.fi) as ColumnName[]
const byHeading = new Map<string, ColumnName | 'title' | 'summary'>()
for (const [name, headings] of Object.entries(otherHeadings))
  for (const heading of headings) byHeading.set(folded(heading), name as ColumnName)
for (const name of own) for (const l of languages) byHeading.set(folded(sheetText[l][name]), name)
for (const name of own) byHeading.set(folded(name), name)

/** Which of the headings are known; undefined when a name of the funding is not among them. */
export function columnsOf(
  headings: readonly string[],
): (ColumnName | 'title' | 'summary' | undefined)[] | undefined {
  const found = headings.map((h) => byHeading.get(folded(h)))
  return found.some((c) => c === 'title' || c?.startsWith('title')) ? found : undefined
}

/** A text that our own file kept from being a formula, as it was. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '')

/** A row of a file whose columns are known. A name without a language is in the row's, else in the reader's. */
export function proposalOfRow(
  row: number,
  columns: readonly (ColumnName | 'title' | 'summary' | undefined)[],
  cells: readonly string[],
  given: { source: string; language: Language },
): Proposal {
  const said: Partial<Record<ColumnName | 'title' | 'summary', string>> = {}
  columns.forEach((column, i) => {
    const cell = plain(cells[i] ?? '')
    if (column && cell.trim() !== '') said[column] ??= cell
  })
  const language = languages.find((l) => l === said.language?.trim().toLowerCase()) ?? given.language
  const capital = { fi: 'Fi', sv: 'Sv', en: 'En' }[language] as 'Fi' | 'Sv' | 'En'
  const typed: Typed = { ...said }
  if (said.title) typed[`title${capital}`] ??= said.title
  if (said.summary) typed[`summary${capital}`] ??= said.summary
  const { entry, checkedOn, wrong } = entryTyped({ language, ...typed })
  const name = said.title ?? said.titleFi ?? said.titleSv ?? said.titleEn ?? ''
  const source = said.source?.trim() || given.source || 'file'
  // Without an id of its own, a row is known by its names.
  const externalId =
    said.externalId?.trim() || folded([name, entry.programme, entry.funder].filter(Boolean).join(' | '))
  const base = { row, name, source: source.slice(0, 200), externalId: externalId.slice(0, 1_000) }
  if (wrong.length > 0) return { ...base, wrong: wrong.map((w) => ({ key: w.key, field: w.field })) }
  const original = Object.fromEntries(columns.flatMap((c, i) => (c ? [[c, cells[i] ?? '']] : [])))
  return { ...base, entry, original, ...(checkedOn && { checkedOn }) }
}
