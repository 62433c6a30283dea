import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetRow } from '../../kernel/sheet.ts'
import { sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { formatCount, pick } from '../../kernel/text.ts'
import {
  Alert,
  type Column,
  ErrorSummary,
  type FieldError,
  FileField,
  PageHead,
  Section,
  Table,
} from '../../ui/index.ts'
import { draftFor } from '../drafts/index.ts'
import { partDraft, partSubject } from './drafts.ts'
import { faultText, refuse } from './fault-text.ts'
import { reportPath } from './news.ts'
import { fieldsBefore } from './part-form.tsx'
import { getReport, type ToldReport } from './read-actions.ts'
import { periodSaid } from './report-view.tsx'
import { readSheet, type SheetRead, sheetColumns, sheetRows } from './sheet.ts'
import { text } from './text.ts'

const largest = 5_000_000 // bytes

/** The part that the table is of: its reader must be able to fill it in now. */
async function partAt(request: PageRequest): Promise<{ told: ToldReport; organisation: string }> {
  const told = await request.perform(getReport, { report: request.params.report })
  const wanted = request.url.searchParams.get('part')
  const organisation = told.fills.find((one) => one === wanted) ?? told.fills[0]
  if (!organisation) throw refuse('forbidden', 'notYours')
  return { told, organisation }
}

async function template(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const { told, organisation } = await partAt(request)
  const before = fieldsBefore(told, organisation, language)
  const draft = await draftFor(request, partDraft, partSubject(told.report.id, organisation), before)
  const name = pick(told.report.projectName, language)?.text ?? told.report.code
  return {
    as: 'file',
    name: `${name.slice(0, 60)} ${told.report.to}.xlsx`,
    type: sheetTypes.xlsx,
    content: sheetStream('xlsx', sheetColumns(language), sheetRows(told.asked, draft.text, language), {
      sheet: text[language].one,
    }),
  }
}

async function page(
  request: PageRequest,
  more: { errors?: readonly FieldError[]; read?: SheetRead } = {},
): Promise<PageAnswer> {
  const { language, link } = request
  const { told, organisation } = await partAt(request)
  const { report } = told
  const t = text[language]
  const path = reportPath(report.id)
  const { errors = [], read } = more
  return {
    as: 'page',
    title: t.sheet,
    nav: 'projects',
    sheet: 'indicators',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [{ text: t.reportOf(periodSaid(report, language)), href: link(path) }, { text: t.sheet }],
    body: (
      <>
        <PageHead
          over={pick(report.projectName, language)?.text}
          title={read ? t.sheetPreview : t.sheet}
          lead={t.sheetLead}
          actions={
            <a class="btn" href={link(`${path}/sheet.xlsx?part=${organisation}`)}>
              {t.sheetGet}
            </a>
          }
        />
        <ErrorSummary errors={errors} language={language} />
        {read && <Preview {...{ read, told, organisation, request }} />}
        <form method="post" enctype="multipart/form-data" action={link(`${path}/sheet?part=${organisation}`)}>
          <FileField
            name="file"
            label={t.sheetFile}
            accept=".xlsx,.csv"
            error={errors[0]?.text}
            language={language}
          />
          <button class={read ? 'btn' : 'btn main'} type="submit">
            {t.sheetPut}
          </button>
        </form>
      </>
    ),
  }
}

type PreviewProps = { read: SheetRead; told: ToldReport; organisation: string; request: PageRequest }

/** What the table says, and what is wrong row by row; nothing is saved before it is moved to the form. */
function Preview({ read, told, organisation, request: { language, link } }: PreviewProps) {
  const t = text[language]
  const said = faultText[language]
  return (
    <Section title={t.sheetRows(formatCount(read.rows, language))} id="preview">
      {read.faults.length > 0 && (
        <Alert tone="bad" title={t.sheetFaults}>
          <ul>
            {read.faults.map(({ row, code, typed, key }) => (
              <li>{`${row}, ${code}${typed ? ` (${typed})` : ''}: ${said[key]}`}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Table
        caption={t.sheetPreview}
        cards
        rows={sheetRows(told.asked, (field) => read.fields[field] ?? '', language)}
        columns={sheetColumns(language).map(
          (column, i): Column<SheetRow> => ({
            label: column.header,
            heading: i === 0,
            phone: i === 0 ? 'wide' : 'labelled',
            cell: (row) => <span class="rep-words">{String(row[i] ?? '')}</span>,
          }),
        )}
        language={language}
      />
      {read.faults.length === 0 && (
        <form method="post" action={link(`${reportPath(told.report.id)}?part=${organisation}`)}>
          <input type="hidden" name="draft-only" value="1" />
          {Object.entries(read.fields)
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
          <button class="btn main" type="submit">
            {t.sheetUse}
          </button>
        </form>
      )}
    </Section>
  )
}

async function take(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const { told } = await partAt(request)
  const form = await request.form(largest)
  const dropped = form.files.find(({ field }) => field === 'file')
  const error = (key: 'noFile' | 'badFile') => ({
    errors: [{ name: 'file', text: faultText[language][key] }],
  })
  if (!dropped) return page(request, error('noFile'))
  const read = await readSheet({ name: dropped.name, open: () => request.open(dropped.hash) }, told.asked)
  return page(request, read ? { read } : error('badFile'))
}

export const sheetPages: readonly Page[] = [
  { method: 'GET', path: '/reports/{report}/sheet.xlsx', run: template },
  { method: 'GET', path: '/reports/{report}/sheet', run: (request) => page(request) },
  { method: 'POST', path: '/reports/{report}/sheet', run: take },
]
