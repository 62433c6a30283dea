import { formatCount, type Language } from '../../kernel/text.ts'
import { Alert, FileField, Table, Tag, TextField } from '../../ui/index.ts'
import { formText } from './form-text.ts'
import type { ImportReport, ImportRow } from './import-actions.ts'
import { type ColumnName, sheetText } from './sheet-text.ts'
import { type ComplaintKey, complaint } from './text.ts'

/** Rows that a page shows at most. */
const most = 200

export type ImportViewProps = {
  report?: ImportReport | undefined
  file?: Record<'name' | 'hash' | 'source' | 'asOf', string> | undefined
  done?: boolean
  error?: { name: string; text: string } | undefined
  link: (path: string) => string
  language: Language
}

export function ImportView({ report, file, done = false, error, link, language }: ImportViewProps) {
  const t = formText[language]
  const takes = report ? report.counts.new + report.counts.changed : 0
  const said = (name: string) => (error?.name === name ? error.text : undefined)
  return (
    <>
      {report && (
        <Alert
          tone={takes > 0 ? 'ok' : 'note'}
          title={takes === 0 ? t.nothing : done ? t.done(takes) : t.would}
          live
        >
          {t.counts(
            ...((['new', 'changed', 'same', 'wrong'] as const).map((v) =>
              formatCount(report.counts[v], language),
            ) as [string, string, string, string]),
          )}{' '}
          {done && <a href={link('/funding')}>{t.toList}</a>}
        </Alert>
      )}
      {file && takes > 0 && !done && (
        <form method="post" action={link('/funding/import/apply')} class="actions">
          {Object.entries(file).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="btn main" type="submit">
            {t.apply(takes)}
          </button>
        </form>
      )}
      {report && report.rows.length > 0 && <Rows report={report} link={link} language={language} />}
      <form method="post" action={link('/funding/import')} enctype="multipart/form-data">
        <FileField
          name="file"
          label={t.file}
          accept=".csv,.tsv,.txt,.xlsx,.json"
          error={said('file')}
          language={language}
        />
        <TextField
          name="source"
          label={t.source}
          help={t.sourceHelp}
          value={file?.source}
          error={said('source')}
          optional
          language={language}
        />
        <TextField
          name="asOf"
          label={t.asOf}
          help={t.asOfHelp}
          size="short"
          value={file?.asOf}
          error={said('asOf')}
          optional
          language={language}
        />
        <div class="actions">
          <button class={takes > 0 && !done ? 'btn' : 'btn main'} type="submit">
            {t.look}
          </button>
        </div>
      </form>
    </>
  )
}

const weight = { wrong: 0, changed: 1, new: 2, same: 3 }
const looks = {
  new: { tone: 'ok', sign: 'done' },
  changed: { tone: 'on', sign: 'running' },
  same: { tone: 'plain', sign: 'waiting' },
  wrong: { tone: 'bad', sign: 'stopped' },
} as const

function Rows({
  report,
  link,
  language,
}: Pick<ImportViewProps, 'link' | 'language'> & { report: ImportReport }) {
  const t = formText[language]
  const rows = [...report.rows].sort((a, b) => weight[a.verdict] - weight[b.verdict] || a.row - b.row)
  return (
    <>
      {rows.length > most && <p class="note">{t.someRows(formatCount(most, language))}</p>}
      <Table
        caption={t.caption}
        rows={rows.slice(0, most)}
        cards
        language={language}
        columns={[
          { label: t.row, numeric: true, phone: 'labelled', cell: (r) => String(r.row) },
          {
            label: t.name,
            heading: true,
            phone: 'wide',
            cell: (r) => (r.id ? <a href={link(`/funding/${r.id}`)}>{r.name}</a> : r.name || r.externalId),
          },
          {
            label: t.result,
            cell: (r) => <Tag {...looks[r.verdict]}>{t.verdicts[r.verdict]}</Tag>,
          },
          { label: t.why, phone: 'wide', cell: (r) => reasonOf(r, language) },
        ]}
      />
    </>
  )
}

/** What changes in the row, or what is wrong with it. */
function reasonOf(row: ImportRow, language: Language): string {
  const t = formText[language]
  const changes = row.fields.map((f) => fieldName(f, language))
  const faults = row.faults.map(({ key, field = '', says = '' }) => {
    if (key === 'standard') return t.faults.standard(field, says)
    if (key in t.faults) return t.faults[key as Exclude<keyof typeof t.faults, 'standard'>]
    const words = complaint(key as ComplaintKey).text[language]
    return field ? `${sheetText[language][field as ColumnName]}: ${words}` : words
  })
  return [...new Set(changes), ...faults].join(row.faults.length > 0 ? ' ' : ', ')
}

/** An entry's field as the file's column is called. */
const columnOf: Record<string, ColumnName> = {
  title: 'titleFi',
  summary: 'summaryFi',
  programme: 'programme',
  funder: 'funder',
  level: 'level',
  applicants: 'applicants',
  applicant_text: 'applicantFi',
  aid_rate: 'aidRate',
  amount_total: 'total',
  amount_min: 'least',
  amount_max: 'most',
  currency: 'currency',
  awards: 'awards',
  money_text: 'moneyText',
  stage: 'stage',
  opens_on: 'opens',
  closes_on: 'closes',
  closes_at: 'clock',
  link: 'link',
  read_from: 'readFrom',
  themes: 'themes',
  region: 'region',
  language: 'language',
}

function fieldName(field: string, language: Language): string {
  const column = columnOf[field]
  if (!column) return formText[language].document
  // One heading for all languages of a text.
  return sheetText[language][column].split(/, | suomeksi| på finska| in Finnish/)[0]!
}
