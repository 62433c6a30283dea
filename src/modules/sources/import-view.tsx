import { centsOf, formatAmount } from '../../kernel/money.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { type Column, Facts, Section, Table, Tag } from '../../ui/index.ts'
import { statuses } from '../codes/index.ts'
import { columnsText } from './columns-text.ts'
import { valueLabel } from './field-text.ts'
import { pageText } from './page-text.ts'
import { type ProblemCode, problemCodes, severityOf } from './problem.ts'
import { sayProblem } from './problem-text.ts'
import type { ImportHead } from './queries.ts'
import { shareText } from './share-text.ts'

/** What applying would change, as the projects tell it. */
type Preview = {
  created: number
  updated: number
  unchanged: number
  waiting?: number
  fields: Record<string, number>
  samples: readonly { code: string; title: string; field: string; from: unknown; to: unknown }[]
}

export const previewOf = (found: ImportHead): Preview | undefined =>
  found.counts.preview as Preview | undefined

type Props = { found: ImportHead; language: Language }

/** Which file and list it is, and how it was read. */
export function ListFacts({ found, language }: Props) {
  const t = pageText[language]
  const { list, layout } = found
  const table = layout.table
  const reading = [
    table?.format.toUpperCase(),
    table?.encoding,
    table?.delimiter && columnsText[language].delimiters[table.delimiter],
  ]
  const items = [
    { label: t.file, value: found.fileName },
    ...(table ? [{ label: columnsText[language].howRead, value: reading.filter(Boolean).join(', ') }] : []),
    ...(list.publisher ? [{ label: t.publisher, value: list.publisher }] : []),
    ...(found.asOf
      ? [
          {
            label: t.asOf,
            value: [
              asOfText(found.asOf, list.asOfAbout ?? false, language),
              ...(layout.asOfFrom === 'drop' ? [t.dayOfDrop] : []),
            ].join(', '),
          },
        ]
      : []),
    { label: t.broughtIn, value: formatInstant(found.createdAt, language) },
    ...(found.actorName ? [{ label: t.by, value: found.actorName }] : []),
    { label: shareText[language].share, value: shareText[language].shares[found.share] },
  ]
  return <Facts items={items} language={language} />
}

export const asOfText = (day: string, about: boolean, language: Language): string =>
  about ? pageText[language].about(formatDay(day, language)) : formatDay(day, language)

/** Counts in a row: new, changed, unchanged, rejected. */
export function CountsTable({ found, language, done }: Props & { done: boolean }) {
  const t = pageText[language]
  const { counts } = found
  const told = done ? counts : previewOf(found)
  const rows = [
    { label: t.rows, n: counts.rows },
    { label: t.created, n: told?.created },
    { label: done ? t.updatedDone : t.updated, n: told?.updated },
    { label: t.unchanged, n: told?.unchanged },
    { label: shareText[language].waiting, n: told?.waiting || undefined },
    { label: t.repeated, n: counts.repeated || undefined },
    { label: t.rejected, n: counts.rejected },
    { label: t.organisationsCreated, n: done ? counts.organisationsCreated : undefined },
    { label: t.organisationsMatched, n: done ? counts.organisationsMatched : undefined },
    { label: t.seconds, n: done ? counts.seconds : undefined },
  ].filter((row): row is { label: string; n: number } => row.n !== undefined)
  return (
    <Table
      caption={t.counts}
      class="counts"
      language={language}
      rows={rows}
      columns={[
        { label: t.field, heading: true, cell: (row) => row.label },
        { label: t.number, numeric: true, cell: (row) => formatCount(row.n, language) },
      ]}
    />
  )
}

/** Which fields change, in how many projects, with examples of both values. */
export function Changes({ found, language }: Props) {
  const t = pageText[language]
  const preview = previewOf(found)
  if (!preview || Object.keys(preview.fields).length === 0) return null
  const fields = Object.entries(preview.fields).sort((a, b) => b[1] - a[1])
  return (
    <>
      <Section title={t.changesByField}>
        <Table
          caption={t.changesByField}
          class="counts"
          language={language}
          rows={fields}
          columns={[
            { label: t.field, heading: true, cell: ([name]) => valueLabel(name, language) },
            { label: t.projects, numeric: true, cell: ([, n]) => formatCount(n, language) },
          ]}
        />
      </Section>
      <Section title={t.changes}>
        <Table
          caption={t.changes}
          cards
          language={language}
          rows={preview.samples}
          columns={[
            { label: t.project, heading: true, phone: 'wide', cell: (s) => `${s.code} ${s.title}` },
            { label: t.field, phone: 'wide', cell: (s) => valueLabel(s.field, language) },
            { label: t.before, phone: 'line', cell: (s) => valueText(s.field, s.from, language) },
            { label: t.after, phone: 'line', cell: (s) => valueText(s.field, s.to, language) },
          ]}
        />
      </Section>
    </>
  )
}

const amountNames = new Set(['granted', 'realised', 'plannedPublic', 'realisedPublic', 'totalCost', 'eu'])

/** A statement's value as people write it; "–" for none. */
export function valueText(field: string, value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return '–'
  const status = field === 'status' && statuses.find((code) => code.code === value)
  if (status) return pick(status.name, language)?.text ?? status.code
  if (typeof value === 'string' && amountNames.has(field)) return formatAmount(centsOf(value), language)
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, language)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((item) => valueText('', item, language)).join(', ')
  if (typeof value === 'object' && 'name' in value) return String(value.name)
  return JSON.stringify(value)
}

const isProblemCode = (code: string): code is ProblemCode =>
  (problemCodes as readonly string[]).includes(code)
const tones = { error: 'bad', warning: 'warm', note: 'plain' } as const

/** Each kind of remark with its words and how often it occurs, the gravest first. */
export function ProblemSummary({
  found,
  language,
  rowsHref,
  rejectsHref,
}: Props & { rowsHref: string; rejectsHref: string }) {
  const t = pageText[language]
  const order = { error: 0, warning: 1, note: 2 }
  const counted = Object.entries(found.counts.problems ?? {})
    .filter((entry): entry is [ProblemCode, number] => isProblemCode(entry[0]))
    .sort((a, b) => order[severityOf(a[0])] - order[severityOf(b[0])] || b[1] - a[1])
  const columns: Column<[ProblemCode, number]>[] = [
    {
      label: t.state,
      quiet: true,
      cell: ([code]) => <Tag tone={tones[severityOf(code)]}>{t.severity[severityOf(code)]}</Tag>,
    },
    { label: t.problem, heading: true, phone: 'wide', cell: ([code]) => sayProblem({ code }, language) },
    { label: t.count, numeric: true, phone: 'labelled', cell: ([, n]) => formatCount(n, language) },
  ]
  if (counted.length === 0) return <p class="quiet">{t.noProblems}</p>
  return (
    <Section title={t.problems}>
      <Table caption={t.problems} cards language={language} rows={counted} columns={columns} />
      <p class="actions">
        <a class="btn" href={rowsHref}>
          {t.seeRows}
        </a>
        {(found.counts.rejected ?? 0) > 0 && (
          <a class="btn" href={rejectsHref}>
            {t.rejectsFile}
          </a>
        )}
      </p>
      {(found.counts.rejected ?? 0) > 0 && <p class="note">{t.rejectsHelp}</p>}
    </Section>
  )
}
