import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { dayIn, formatDay, formatInstant } from '../../kernel/time.ts'
import { Alert, Empty, PageHead, Section, Table } from '../../ui/index.ts'
import { AdministrationTabs, administrationCrumbs } from '../audit/index.ts'
import { cancelErasure, listErasures, requestErasure } from './person-actions.ts'
import { retentionReport, setRetention } from './retention-actions.ts'
import { text } from './text.ts'

const path = '/administration/privacy'

async function privacyPage(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const { rules, last } = await request.perform(retentionReport, {})
  const { items } = await request.perform(listErasures, {})
  const n = (value: number) => formatCount(value, language)
  const total = last ? Object.values(last.removed).reduce((a, b) => a + b, 0) : 0
  return {
    as: 'page',
    title: t.title,
    nav: 'administration',
    robots: 'noindex',
    crumbs: administrationCrumbs(request, { text: t.title }),
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <AdministrationTabs request={request} current="privacy" />
        {request.url.searchParams.has('saved') && <Alert tone="ok" title={t.saved} live />}
        <Section
          title={t.report}
          note={last ? t.lastRun(formatInstant(last.at, language), n(total)) : t.neverRun}
        >
          <Table
            language={language}
            caption={t.report}
            cards
            rows={rules}
            columns={[
              { label: t.kind, heading: true, cell: (r) => t.kinds[r.kind] },
              {
                label: t.keptFor,
                numeric: true,
                phone: 'labelled',
                cell: (r) => (r.days === null ? t.always : n(r.days)),
              },
              { label: t.grace, numeric: true, phone: 'labelled', cell: (r) => n(r.graceDays) },
              { label: t.past, numeric: true, phone: 'labelled', cell: (r) => n(r.past) },
              { label: t.due, numeric: true, phone: 'labelled', cell: (r) => n(r.due) },
              {
                label: t.change,
                phone: 'wide',
                cell: (r) => (
                  <details>
                    <summary>
                      {t.change}
                      <span class="vh"> {t.kinds[r.kind]}</span>
                    </summary>
                    <RuleForm request={request} kind={r.kind} days={r.days} graceDays={r.graceDays} />
                  </details>
                ),
              },
            ]}
          />
        </Section>
        <Section title={t.erasures}>
          {items.length === 0 ? (
            <Empty title={t.noErasures} />
          ) : (
            <Table
              language={language}
              caption={t.erasures}
              cards
              rows={items}
              columns={[
                {
                  label: t.person,
                  heading: true,
                  cell: (e) => <a href={request.link(`/administration/users/${e.person}`)}>{e.name}</a>,
                },
                { label: t.asked, cell: (e) => formatInstant(e.askedAt, language) },
                { label: t.dueOn, cell: (e) => formatDay(dayIn(e.dueAt), language) },
                {
                  label: t.callOff,
                  cell: (e) => (
                    <form method="post" action={request.link(`${path}/persons/${e.person}/cancel`)}>
                      <button class="btn" type="submit">
                        {t.callOff}
                        <span class="vh">: {e.name}</span>
                      </button>
                    </form>
                  ),
                },
              ]}
            />
          )}
        </Section>
      </>
    ),
  }
}

type RuleProps = { request: PageRequest; kind: string; days: number | null; graceDays: number }

/** Each row has its own form: ids are made of the kind, so that labels find their fields. */
function RuleForm({ request, kind, days, graceDays }: RuleProps) {
  const t = text[request.language]
  const field = (name: string, label: string, value: string) => (
    <div class="field">
      <label for={`${kind}-${name}`}>{label}</label>
      <input class="short" id={`${kind}-${name}`} type="text" name={name} inputmode="numeric" value={value} />
    </div>
  )
  return (
    <form method="post" action={request.link(`${path}/rules`)}>
      <input type="hidden" name="kind" value={kind} />
      {field('days', t.keptFor, days === null ? '' : String(days))}
      <p class="note">{t.forGood}</p>
      {field('graceDays', t.grace, String(graceDays))}
      <div class="actions">
        <button class="btn" type="submit">
          {t.save}
        </button>
      </div>
    </form>
  )
}

async function erasePage(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const person = request.params.id!
  const { items } = await request.perform(listErasures, { person })
  const open = items[0]
  const title = t.eraseTitle(open?.name ?? person)
  const to = request.link(`${path}/persons/${person}/${open ? 'cancel' : 'erase'}`)
  return {
    as: 'page',
    title,
    robots: 'noindex',
    crumbs: administrationCrumbs(request, { text: t.title, href: request.link(path) }, { text: title }),
    body: (
      <>
        <PageHead title={title} lead={t.eraseLead} />
        {open && <Alert title={t.eraseAsked(formatDay(dayIn(open.dueAt), language))} />}
        <form method="post" action={to}>
          <button class={open ? 'btn main' : 'btn'} type="submit">
            {open ? t.callOff : t.eraseButton}
          </button>
        </form>
      </>
    ),
  }
}

export const retentionPages: readonly Page[] = [
  { method: 'GET', path, run: privacyPage },
  {
    method: 'POST',
    path: `${path}/rules`,
    run: async (request) => {
      const form = await request.form()
      const days = form.get('days')?.trim()
      await request.perform(setRetention, {
        kind: form.get('kind'),
        days: days ? days : null,
        graceDays: form.get('graceDays'),
      })
      return { as: 'redirect', to: request.link(`${path}?saved=1`) }
    },
  },
  { method: 'GET', path: `${path}/persons/{id}`, run: erasePage },
  {
    method: 'POST',
    path: `${path}/persons/{id}/erase`,
    run: async (request) => {
      await request.perform(requestErasure, { person: request.params.id })
      return { as: 'redirect', to: request.link(`${path}/persons/${request.params.id}`) }
    },
  },
  {
    method: 'POST',
    path: `${path}/persons/{id}/cancel`,
    run: async (request) => {
      await request.perform(cancelErasure, { person: request.params.id })
      return { as: 'redirect', to: request.link(`${path}/persons/${request.params.id}`) }
    },
  },
]
