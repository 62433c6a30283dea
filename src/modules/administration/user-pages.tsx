import { deedsAt, type Page, type PageAnswer, type PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, Empty, Facts, FileField, Pager, Section, Table, Tag, TextField } from '../../ui/index.ts'
import { isOffice, officeNames } from '../people/index.ts'
import { administrationPage, Deed, mustBeAdministrator, offsetOf } from './frame.tsx'
import { text } from './text.ts'
import { closeUser, endSessions, getUser, listUsers, reopenUser, type User } from './user-actions.ts'
import { importUsers, previewUsers, type UserReport } from './user-import.ts'

const path = '/administration/users'
const size = 50

const officesOf = (user: User, request: PageRequest): string => {
  const t = text[request.language]
  return user.offices
    .map((o) => {
      const until = o.ends ? `, ${t.until(formatDay(o.ends, request.language))}` : ''
      const name = isOffice(o.office) ? officeNames[request.language][o.office] : o.office
      return `${name} (${o.ecosystem ?? t.everywhere}${until})`
    })
    .join('; ')
}

function Account({ request, user }: { request: PageRequest; user: User }) {
  const t = text[request.language]
  if (user.erasedAt) return <Tag sign="stopped">{t.accountErased}</Tag>
  return user.closedAt ? (
    <Tag sign="stopped">{t.accountClosed}</Tag>
  ) : (
    <Tag tone="ok" sign="done">
      {t.accountOpen}
    </Tag>
  )
}

async function usersPage(request: PageRequest): Promise<PageAnswer> {
  const { language, url } = request
  const t = text[language]
  const q = url.searchParams.get('q')?.trim() || undefined
  const offset = offsetOf(url)
  const found = await request.perform(listUsers, { ...(q && { q }), limit: size, offset })
  const address = (from: number) =>
    request.link(`${path}?${new URLSearchParams({ ...(q && { q }), offset: String(from) })}`)
  return administrationPage(request, {
    title: t.users,
    lead: t.usersLead,
    tab: 'users',
    actions: (
      <a class="btn" href={request.link(`${path}/import`)}>
        {t.importUsers}
      </a>
    ),
    body: (
      <>
        <form method="get" action={request.link(path)} class="form-grid">
          <TextField name="q" label={t.find} value={q} type="search" optional language={language} />
          <div class="actions">
            <button class="btn" type="submit">
              {t.search}
            </button>
          </div>
        </form>
        {found.items.length === 0 ? (
          <Empty title={t.noUsers} />
        ) : (
          <Table
            language={language}
            caption={t.users}
            cards
            rows={found.items}
            columns={[
              {
                label: t.name,
                heading: true,
                cell: (u) => <a href={request.link(`${path}/${u.id}`)}>{u.name}</a>,
              },
              { label: t.email, cell: (u) => u.email ?? '', class: 'breaks' },
              { label: t.offices, cell: (u) => officesOf(u, request) },
              {
                label: t.sessions,
                numeric: true,
                phone: 'labelled',
                cell: (u) => formatCount(u.sessions, language),
              },
              { label: t.state, cell: (u) => <Account request={request} user={u} /> },
            ]}
          />
        )}
        <Pager offset={offset} size={size} total={found.total} at={address} language={language} />
      </>
    ),
  })
}

async function userPage(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const user = await request.perform(getUser, { id: request.params.id })
  const to = (deed: string) => request.link(`${path}/${user.id}/${deed}`)
  return administrationPage(request, {
    title: user.name,
    over: t.users,
    tab: 'users',
    crumbs: [{ text: t.users, href: request.link(path) }],
    body: (
      <>
        <Facts
          language={language}
          items={[
            { label: t.state, value: <Account request={request} user={user} /> },
            { label: t.email, value: user.email ?? '–' },
            { label: t.offices, value: officesOf(user, request) || '–' },
            { label: t.lastSeen, value: user.lastAt ? formatInstant(user.lastAt, language) : t.never },
          ]}
        />
        <div class="actions">
          {user.closedAt ? (
            !user.erasedAt && <Deed action={to('reopen')} label={t.reopen} />
          ) : (
            <Deed action={to('close')} label={t.close} />
          )}
          {user.sessions > 0 && <Deed action={to('end-sessions')} label={t.endSessions} />}
          {!user.erasedAt && (
            <a href={request.link(`/administration/privacy/persons/${user.id}`)}>{t.erase}</a>
          )}
          <a href={request.link(`/administration/audit/person/${user.id}`)}>{t.history}</a>
          <a href={request.link(`/administration/audit?person=${user.id}`)}>{t.deeds}</a>
        </div>
        <Section title={t.openSessions}>
          {user.openSessions.length === 0 ? (
            <Empty title={t.noSessions} />
          ) : (
            <Table
              language={language}
              caption={t.openSessions}
              rows={user.openSessions}
              columns={[
                { label: t.began, cell: (s) => formatInstant(s.createdAt, language) },
                { label: t.expires, cell: (s) => formatInstant(s.expiresAt, language) },
              ]}
            />
          )}
        </Section>
      </>
    ),
  })
}

const deed = deedsAt(path)

function importPage(
  request: PageRequest,
  told: { error?: string; file?: { name: string; hash: string }; report?: UserReport; made?: number } = {},
): PageAnswer {
  const { language } = request
  const t = text[language]
  const { report, file, made } = told
  const fresh = report?.rows.filter((r) => r.verdict === 'new').length ?? 0
  return administrationPage(request, {
    title: t.importUsers,
    lead: t.importLead,
    tab: 'users',
    crumbs: [{ text: t.users, href: request.link(path) }],
    status: told.error ? 422 : 200,
    body: (
      <>
        {made !== undefined && (
          <Alert tone="ok" title={t.made(made)} live>
            {t.madeNext}
          </Alert>
        )}
        {report && report.missing.length > 0 && (
          <Alert
            tone="bad"
            title={t.missing(report.missing.map((m) => (m === 'email' ? t.email : t.name)).join(', '))}
            live
          />
        )}
        {report && report.rows.length > 0 && (
          <Report request={request} report={report} done={made !== undefined} />
        )}
        {file && fresh > 0 && made === undefined && (
          <div class="actions">
            <Deed action={request.link(`${path}/import/apply`)} label={t.make(fresh)} main hidden={file} />
          </div>
        )}
        <form method="post" action={request.link(`${path}/import`)} enctype="multipart/form-data">
          <FileField
            name="file"
            label={t.file}
            accept=".csv,.tsv,.txt,.xlsx"
            error={told.error}
            language={language}
          />
          <div class="actions">
            <button class={fresh > 0 && made === undefined ? 'btn' : 'btn main'} type="submit">
              {t.look}
            </button>
          </div>
        </form>
      </>
    ),
  })
}

function Report({ request, report, done }: { request: PageRequest; report: UserReport; done: boolean }) {
  const { language } = request
  const t = text[language]
  const sign = (verdict: string) => (verdict === 'new' ? (done ? 'done' : 'waiting') : 'stopped')
  const tone = (verdict: string) => (verdict === 'new' ? 'ok' : verdict === 'known' ? 'plain' : 'bad')
  return (
    <Table
      language={language}
      caption={t.importUsers}
      cards
      rows={report.rows}
      columns={[
        { label: t.row, numeric: true, phone: 'labelled', cell: (r) => String(r.row) },
        { label: t.name, heading: true, cell: (r) => r.name },
        { label: t.email, cell: (r) => r.email, class: 'breaks' },
        { label: t.office, cell: (r) => [r.office, r.ecosystem].filter(Boolean).join(', ') },
        {
          label: t.result,
          cell: (r) => (
            <Tag tone={tone(r.verdict)} sign={sign(r.verdict)}>
              {t.verdicts[r.verdict]}
            </Tag>
          ),
        },
      ]}
    />
  )
}

export const userPages: readonly Page[] = [
  { method: 'GET', path, run: usersPage },
  {
    method: 'GET',
    path: `${path}/import`,
    run: async (request) => {
      mustBeAdministrator(request)
      return importPage(request)
    },
  },
  {
    method: 'POST',
    path: `${path}/import`,
    run: async (request) => {
      mustBeAdministrator(request)
      const dropped = (await request.form()).files.find((f) => f.field === 'file')
      if (!dropped) return importPage(request, { error: text[request.language].noFile })
      const file = { name: dropped.name, hash: dropped.hash }
      return importPage(request, { file, report: await request.perform(previewUsers, file) })
    },
  },
  {
    method: 'POST',
    path: `${path}/import/apply`,
    run: async (request) => {
      mustBeAdministrator(request)
      const form = await request.form()
      const report = await request.perform(importUsers, { name: form.get('name'), hash: form.get('hash') })
      const made = report.rows.filter((r) => r.verdict === 'new').length
      return importPage(request, { report, made })
    },
  },
  { method: 'GET', path: `${path}/{id}`, run: userPage },
  deed('close', (request, id) => request.perform(closeUser, { id })),
  deed('reopen', (request, id) => request.perform(reopenUser, { id })),
  deed('end-sessions', (request, id) => request.perform(endSessions, { id })),
]
