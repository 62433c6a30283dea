import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount, pick } from '../../kernel/text.ts'
import {
  Empty,
  ErrorSummary,
  type FieldError,
  InLanguage,
  PageHead,
  Section,
  Table,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { beginFollowing } from './actions.ts'
import { newFollowed } from './drafts.ts'
import { listText } from './list-text.ts'
import { followupPath, listPath } from './paths.ts'
import { listFollowed } from './read-actions.ts'
import type { Standing } from './standing.ts'
import { text } from './text.ts'

/** Which projects a figure counts, by the name of its view. */
const views: Readonly<Record<string, (one: Standing) => number>> = {
  late: (one) => one.lateMilestones + one.lateDeliverables,
  'risk-high': ({ risks }) => risks.high,
  'risk-medium': ({ risks }) => risks.medium,
  'risk-low': ({ risks }) => risks.low,
  reports: ({ lateReport }) => (lateReport ? 1 : 0),
  waiting: ({ waiting }) => waiting,
  differences: ({ differences }) => differences,
}

async function listPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const { key = '' } = params
  const { ecosystem, items, begins } = await request.perform(listFollowed, { key })
  const t = listText[language]
  const asked = url.searchParams.get('view') ?? ''
  const view = asked in views ? asked : ''
  const shown = view ? items.filter((one) => views[view]!(one) > 0) : items
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? key
  const draft = begins && (await draftFor(request, newFollowed, key, { code: '' }))
  return {
    as: 'page',
    title: `${t.ofEcosystem}: ${name}`,
    nav: 'ecosystems',
    sheet: 'indicators',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [{ text: name, href: link(`/ecosystems/${key}`) }, { text: t.ofEcosystem }],
    body: (
      <>
        <PageHead over={name} title={t.ofEcosystem} lead={t.listLead} />
        <ErrorSummary errors={errors} language={language} />
        {items.length > 0 && <Views {...{ request, items, view, path: listPath(key) }} />}
        {shown.length === 0 ? <Empty title={t.emptyList} /> : <Projects items={shown} request={request} />}
        {draft && (
          <Section title={t.begin} id="begin">
            <p class="note">{t.beginLead}</p>
            <DraftForm
              draft={draft}
              action={link(listPath(key))}
              submit={t.begin}
              main={false}
              language={language}
            >
              <TextField
                name="code"
                label={text[language].code}
                value={draft.text('code')}
                error={errors.find((e) => e.name === 'code')?.text}
                language={language}
              />
            </DraftForm>
          </Section>
        )}
      </>
    ),
  }
}

/** The narrower lists with what they count; those of nothing are left out. */
function Views({
  request: { language, link },
  items,
  view,
  path,
}: {
  request: PageRequest
  items: readonly Standing[]
  view: string
  path: string
}) {
  const t: Readonly<Record<string, string>> = listText[language].views
  const counted = Object.entries(views)
    .map(([name, of]) => ({ name, count: items.reduce((sum, one) => sum + of(one), 0) }))
    .filter(({ name, count }) => count > 0 || name === view)
  const all = [{ name: '', count: items.length }, ...counted]
  return (
    <nav aria-label={listText[language].ofEcosystem}>
      <ul class="fol-views">
        {all.map(({ name, count }) => (
          <li>
            <a
              href={link(name ? `${path}?view=${name}` : path)}
              aria-current={name === view ? 'page' : undefined}
            >
              {t[name || 'all']} <span class="quiet num">{formatCount(count, language)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Projects({
  items,
  request: { language, link },
}: {
  items: readonly Standing[]
  request: PageRequest
}) {
  const t = text[language]
  const some = (count: number, tone: 'warm' | 'bad', label: string) =>
    count > 0 && (
      <Tag tone={tone}>
        {label} {formatCount(count, language)}
      </Tag>
    )
  const number = (label: string, of: (one: Standing) => number) => ({
    label,
    numeric: true,
    phone: 'labelled' as const,
    cell: (one: Standing) => formatCount(of(one), language),
  })
  return (
    <Table
      caption={listText[language].openList}
      cards
      language={language}
      rows={items}
      columns={[
        {
          label: t.project,
          heading: true,
          phone: 'wide',
          cell: ({ followed }) => (
            <>
              <a href={link(followupPath(followed.project))}>
                <InLanguage names={followed.name} language={language} />
              </a>
              <span class="sub num">{followed.code}</span>
            </>
          ),
        },
        {
          label: t.late,
          phone: 'wide',
          cell: (one) => (
            <span class="fol-tags">
              {some(one.lateMilestones, 'warm', `${t.milestones}:`)}
              {some(one.lateDeliverables, 'warm', `${t.deliverables}:`)}
              {one.lateReport && <Tag tone="warm">{listText[language].views.reports}</Tag>}
            </span>
          ),
        },
        {
          label: t.risks,
          phone: 'wide',
          cell: (one) => some(one.risks.high, 'bad', `${t.levels.high}:`) || '',
        },
        number(t.fields.waiting, ({ waiting }) => waiting),
        {
          ...number(t.fields.differences, ({ differences }) => differences),
          cell: (one) =>
            one.differences > 0 ? (
              <a href={link(followupPath(one.followed.project, '/reconciliation'))}>
                {formatCount(one.differences, language)}
              </a>
            ) : (
              formatCount(0, language)
            ),
        },
      ]}
    />
  )
}

async function begin(request: PageRequest): Promise<PageAnswer> {
  const { key = '' } = request.params
  return takeForm(
    request,
    { kind: newFollowed, subject: key, before: { code: '' } },
    async ({ text: get, draft }) => {
      const { project } = await request.perform(beginFollowing, { key, code: get('code') }, draft)
      return followupPath(project)
    },
    (errors) => listPage(request, errors),
  )
}

export const listPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/followup', run: (request) => listPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/followup', run: begin },
]
