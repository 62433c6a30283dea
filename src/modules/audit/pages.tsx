import type { z } from 'zod'
import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { dayOf } from '../../kernel/time.ts'
import { Alert, Empty, PageHead, SelectField, TextField } from '../../ui/index.ts'
import { type AuditEntry, auditChoices, exportAudit, searchAudit } from './actions.ts'
import { AdministrationTabs, administrationCrumbs } from './administration-tabs.tsx'
import { EntryView } from './entry-view.tsx'
import { kindName } from './record-names.ts'
import { historyPath, recordPath } from './rules.ts'
import { text } from './text.ts'
import { wordText } from './word-text.ts'

const path = '/administration/audit'
const size = 30
const asked = ['person', 'kind', 'record', 'action', 'way', 'from', 'to'] as const

/** "5.3.2026" and "2026-03-05" both; undefined when it is neither. */
function dayFrom(typed: string): string | undefined {
  const [, y, m, d] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? []
  const [, d2, m2, y2] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed) ?? []
  return dayOf(Number(y ?? y2), Number(m ?? m2), Number(d ?? d2))
}

/** The search as it was typed, and as the action takes it: with what is no day left out. */
function searchOf(url: URL) {
  const typed = queryData(url.searchParams) as Record<string, string>
  const input: Record<string, string> = {}
  const wrong: string[] = []
  for (const name of [...asked, 'before']) {
    const value = typed[name]?.toString().trim()
    if (!value) continue
    const day = name === 'from' || name === 'to' ? dayFrom(value) : value
    if (day === undefined) wrong.push(name)
    else input[name] = day
  }
  return { typed, input, wrong }
}

async function searchPage(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const { typed, input, wrong } = searchOf(request.url)
  const found = await request.perform(searchAudit, { ...input, limit: size })
  const choices = await request.perform(auditChoices, {})
  const searched = asked.some((name) => input[name])
  const older = new URLSearchParams({ ...input, ...(found.next !== null && { before: String(found.next) }) })
  const newest = new URLSearchParams({ ...input })
  newest.delete('before')
  return {
    as: 'page',
    title: t.title,
    nav: 'administration',
    robots: 'noindex',
    crumbs: administrationCrumbs(request, { text: t.title }),
    body: (
      <>
        <PageHead
          title={t.title}
          lead={
            <>
              {t.lead} <code>talkoot audit verify</code>
            </>
          }
        />
        <AdministrationTabs request={request} current="audit" />
        <SearchForm request={request} typed={typed} wrong={wrong} choices={choices} searched={searched} />
        {found.items.length === 0 && <Empty title={t.none}>{t.noneNext}</Empty>}
        {found.items.map((entry) => (
          <EntryView request={request} entry={entry} />
        ))}
        <nav class="actions" aria-label={t.title}>
          {input.before && (
            <a class="btn" href={request.link(`${path}?${newest}`)} rel="prev">
              {t.newest}
            </a>
          )}
          {found.next !== null && (
            <a class="btn" href={request.link(`${path}?${older}`)} rel="next">
              {t.older}
            </a>
          )}
        </nav>
        {found.items.length > 0 && <ExportForm request={request} input={input} />}
      </>
    ),
  }
}

type FormProps = {
  request: PageRequest
  typed: Record<string, string>
  wrong: readonly string[]
  choices: z.output<(typeof auditChoices)['output']>
  searched: boolean
}

function SearchForm({ request, typed, wrong, choices, searched }: FormProps) {
  const { language } = request
  const t = text[language]
  const w = wordText[language]
  const field = { language, optional: true }
  const error = (name: string) => (wrong.includes(name) ? t.badDay : undefined)
  const option = (value: string, label: string | undefined) => ({ value, label: label ?? value })
  return (
    <form method="get" action={request.link(path)} class="form-grid">
      <TextField {...field} name="person" label={t.person} help={t.personHelp} value={typed.person} />
      <SelectField
        {...field}
        name="action"
        label={t.action}
        none={t.any}
        value={typed.action}
        choices={choices.actions.map(({ name, does }) => option(name, w.actions[name] ?? does?.[language]))}
      />
      <SelectField
        {...field}
        name="kind"
        label={t.kind}
        none={t.any}
        value={typed.kind}
        choices={choices.kinds.map((k) => option(k, kindName(k, language)))}
      />
      <TextField {...field} name="record" label={t.record} value={typed.record} />
      <SelectField
        {...field}
        name="way"
        label={t.way}
        none={t.any}
        value={typed.way}
        choices={(['page', 'api', 'command', 'job'] as const).map((v) => option(v, t.ways[v]))}
      />
      <TextField
        {...field}
        name="from"
        label={t.from}
        size="short"
        value={typed.from}
        error={error('from')}
      />
      <TextField {...field} name="to" label={t.to} size="short" value={typed.to} error={error('to')} />
      <div class="actions">
        <button class="btn main" type="submit">
          {t.search}
        </button>
        {searched && <a href={request.link(path)}>{t.clear}</a>}
      </div>
    </form>
  )
}

function ExportForm({ request, input }: { request: PageRequest; input: Record<string, string> }) {
  const t = text[request.language]
  return (
    <form method="post" action={request.link(`${path}/export`)} class="actions">
      {asked.map((name) => input[name] && <input type="hidden" name={name} value={input[name]} />)}
      <span>{t.save}</span>
      {sheetFormats.map((format) => (
        <button class="btn" type="submit" name="format" value={format}>
          {format.toUpperCase()}
        </button>
      ))}
      <span class="quiet">{t.saved}</span>
    </form>
  )
}

async function recordPage(request: PageRequest): Promise<PageAnswer> {
  const t = text[request.language]
  const { kind = '', id = '' } = request.params
  const before = request.url.searchParams.get('before') ?? undefined
  const found = await request.perform(searchAudit, {
    kind,
    record: id,
    limit: size,
    ...(before && { before }),
  })
  const title = t.historyOf(kindName(kind, request.language))
  const page = recordPath(kind, id)
  return {
    as: 'page',
    title,
    robots: 'noindex',
    crumbs: administrationCrumbs(request, { text: t.title, href: request.link(path) }, { text: title }),
    body: (
      <>
        <PageHead
          title={title}
          over={id}
          lead={t.historyLead}
          actions={
            page && (
              <a class="btn" href={request.link(page)}>
                {t.toRecord}
              </a>
            )
          }
        />
        {(kind === 'project' || kind === 'organisation') && <Alert tone="note" title={t.fromLists} />}
        {found.items.length === 0 && <Empty title={t.noHistory} />}
        {found.items.map((entry) => (
          <EntryView request={request} entry={entry} />
        ))}
        {found.next !== null && (
          <a class="btn" href={request.link(`${historyPath(kind, id)}?before=${found.next}`)} rel="next">
            {t.older}
          </a>
        )}
      </>
    ),
  }
}

/** The rows that the search finds, read some hundred at a time while they are sent. */
async function exported(request: PageRequest): Promise<PageAnswer> {
  const t = text[request.language]
  const form = await request.form()
  const format: SheetFormat = sheetFormats.find((f) => f === form.get('format')) ?? 'csv'
  const input = Object.fromEntries(asked.flatMap((name) => (form.get(name) ? [[name, form.get(name)!]] : [])))
  await request.perform(exportAudit, { ...input, format })
  async function* rows() {
    let before: number | null | undefined
    do {
      const part = await request.perform(searchAudit, { ...input, limit: 500, ...(before && { before }) })
      yield* part.items.map(rowOf)
      before = part.next
    } while (before)
  }
  const columns = ['seq', 'at', 'action', 'way', 'actorKind', 'actorId', 'actor', 'changes', 'input'].map(
    (header) => ({ header, kind: header === 'seq' ? ('number' as const) : ('text' as const) }),
  )
  return {
    as: 'file',
    name: `talkoot-audit.${format}`,
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows(), {
      sheet: t.sheet,
      delimiter: request.language === 'en' ? ',' : ';',
    }),
  }
}

const rowOf = (e: AuditEntry) => [
  e.seq,
  e.at.toISOString(),
  e.action,
  e.way,
  e.actor.kind,
  e.actor.id,
  e.actor.name,
  JSON.stringify(e.changes),
  JSON.stringify(e.input),
]

export const pages: readonly Page[] = [
  { method: 'GET', path, run: searchPage },
  { method: 'POST', path: `${path}/export`, run: exported },
  { method: 'GET', path: `${path}/{kind}/{id}`, run: recordPage },
]
