import type { z } from 'zod'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { formatCount, inEach } from '../../kernel/text.ts'
import { dayIn, formatDay, formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  Table,
  TextField,
} from '../../ui/index.ts'
import { AdministrationTabs, administrationCrumbs } from '../audit/index.ts'
import { type Draft, DraftForm, DraftWords, draftFor, takeForm } from '../drafts/index.ts'
import { cancelErasure, listErasures, requestErasure } from './person-actions.ts'
import { retentionReport, setRetention } from './retention-actions.ts'
import { text } from './text.ts'

const path = '/administration/privacy'

type Rule = z.output<(typeof retentionReport)['output']>['rules'][number]

/** How long a kind of record is kept; administrators change it together. */
export const retentionDraft: DraftKind = {
  kind: 'retention.rule',
  changes: true,
  shared: true,
  title: inEach((l) => text[l].changeOfRule),
  path: (kind) => `${path}#rule-${kind}`,
  allow: ruleOf(setRetention.allow, () => ({ kind: 'draft' as const, days: null, graceDays: 7 })),
  fields: inEach((l) => ({ days: text[l].keptFor, graceDays: text[l].grace })),
}

const formOf = ({ kind, days, graceDays }: Rule) => ({
  kind: retentionDraft,
  subject: kind,
  before: { days: days === null ? '' : String(days), graceDays: String(graceDays) },
})

type Wrong = { kind: string; errors: readonly FieldError[] }

async function privacyPage(request: PageRequest, wrong?: Wrong): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const { rules, last } = await request.perform(retentionReport, {})
  const { items } = await request.perform(listErasures, {})
  const drafts = new Map<string, Draft>()
  for (const rule of rules) {
    const { kind, subject, before } = formOf(rule)
    drafts.set(rule.kind, await draftFor(request, kind, subject, before))
  }
  const n = (value: number) => formatCount(value, language)
  const total = last ? Object.values(last.removed).reduce((a, b) => a + b, 0) : 0
  return {
    as: 'page',
    title: t.title,
    nav: 'administration',
    robots: 'noindex',
    ...(wrong && { status: 422 }),
    crumbs: administrationCrumbs(request, { text: t.title }),
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <AdministrationTabs request={request} current="privacy" />
        {wrong && (
          <ErrorSummary
            errors={wrong.errors.map((e) => ({ ...e, name: `${wrong.kind}-${e.name}` }))}
            language={language}
          />
        )}
        <DraftWords language={language} />
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
                  <details
                    id={`rule-${r.kind}`}
                    open={wrong?.kind === r.kind || drafts.get(r.kind)!.state.id !== null}
                  >
                    <summary>
                      {t.change}
                      <span class="vh"> {t.kinds[r.kind]}</span>
                    </summary>
                    <RuleForm
                      request={request}
                      kind={r.kind}
                      draft={drafts.get(r.kind)!}
                      errors={wrong?.kind === r.kind ? wrong.errors : []}
                    />
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

type RuleProps = { request: PageRequest; kind: string; draft: Draft; errors: readonly FieldError[] }

/** Each row has its own form: ids are made of the kind, so that labels find their fields. */
function RuleForm({ request, kind, draft, errors }: RuleProps) {
  const { language } = request
  const t = text[language]
  const field = (name: string) => ({
    name,
    id: fieldIn(kind, name),
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    size: 'short' as const,
    inputmode: 'numeric' as const,
    language,
  })
  return (
    <DraftForm
      draft={draft}
      action={request.link(`${path}/rules`)}
      submit={t.save}
      language={language}
      compact
    >
      <input type="hidden" name="kind" value={kind} />
      <TextField {...field('days')} label={t.keptFor} help={t.forGood} />
      <TextField {...field('graceDays')} label={t.grace} />
    </DraftForm>
  )
}

const fieldIn = (kind: string, name: string): string => `f-${kind}-${name}`

async function saveRule(request: PageRequest): Promise<PageAnswer> {
  const kind = (await request.form()).get('kind') ?? ''
  const { rules } = await request.perform(retentionReport, {})
  const rule = rules.find((r) => r.kind === kind)
  if (!rule) throw new Refusal('missing', 'retention.missing')
  return takeForm(
    request,
    formOf(rule),
    async ({ text: said, draft }) => {
      const asked = { kind, days: said('days') || null, graceDays: said('graceDays') }
      await request.perform(setRetention, asked, draft)
      return `${path}?saved=1`
    },
    (errors) => privacyPage(request, { kind, errors }),
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
  { method: 'GET', path, run: (request) => privacyPage(request) },
  {
    method: 'POST',
    path: `${path}/rules`,
    run: saveRule,
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
