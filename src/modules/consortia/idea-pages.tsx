import { readMoney } from '../../engine/form/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead, TextArea, TextField } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { ecosystemHead, idOfKey } from '../ecosystems/index.ts'
import { readIdea } from '../portfolio/index.ts'
import { listAction } from './consortium-actions.ts'
import { fault } from './fault-text.ts'
import { beginWithIdea } from './idea-actions.ts'
import { ideaText } from './idea-text.ts'
import { gatherers } from './rights.ts'
import { text } from './text.ts'

/** The form of an idea: its subject is the ecosystem, and the portfolio and idea that it begins from. */
export const ideaDraft: DraftKind = {
  kind: 'consortium.idea',
  shared: false,
  title: inEach((l) => ideaText[l].title),
  path: (subject) => {
    const [key = '', portfolio, idea] = subject.split(':')
    return `/ecosystems/${key}/consortia/idea${idea ? `?portfolio=${portfolio}&idea=${idea}` : ''}`
  },
  allow: { ...gatherers, in: (ctx, { subject }) => idOfKey(ctx.db, subject.split(':')[0] ?? '') },
}

const originOf = ({ url }: PageRequest) => {
  const [portfolio, idea] = ['portfolio', 'idea'].map((name) => url.searchParams.get(name))
  return portfolio && idea ? { portfolio, idea } : undefined
}
const subjectOf = (request: PageRequest): string => {
  const origin = originOf(request)
  return [request.params.key, ...(origin ? [origin.portfolio, origin.idea] : [])].join(':')
}

/** What is known already: nothing, or what an idea of a portfolio says. */
async function beforeOf(request: PageRequest): Promise<Before> {
  const { language } = request
  const empty = {
    name: '',
    aim: '',
    starts: '',
    ends: '',
    programme: '',
    budget: '',
    lead: '',
    sought: '',
    found: '',
  }
  const origin = originOf(request)
  if (!origin) return empty
  const { idea } = await request.perform(readIdea, origin)
  const day = (on: string | null) => (on ? formatDay(on, language) : '')
  return {
    ...empty,
    name: idea.title,
    aim: idea.body,
    starts: day(idea.starts),
    ends: day(idea.ends),
    budget: idea.amount && centsOf(idea.amount) > 0n ? formatAmount(centsOf(idea.amount), language) : '',
    lead: idea.lead ?? '',
  }
}

async function ideaPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = ideaText[language]
  const ecosystem = await request.perform(ecosystemHead, { key: params.key })
  if (!(await request.perform(listAction, { ecosystem: ecosystem.key })).may.add)
    throw fault('forbidden', 'notLead')
  const draft = await draftFor(request, ideaDraft, subjectOf(request), await beforeOf(request))
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ''
  const field = (of: string, label: string) => ({
    name: of,
    label,
    value: draft.text(of),
    error: errors.find((e) => e.name === of)?.text,
    language,
  })
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.title,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: name, href: link(`/ecosystems/${ecosystem.key}`) },
      { text: text[language].title, href: link('/consortia') },
      { text: t.title },
    ],
    body: (
      <>
        <PageHead over={name} title={t.title} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(ideaDraft.path(subjectOf(request)))}
          submit={t.make}
          language={language}
        >
          <TextField {...field('name', t.name)} size="full" />
          <TextArea {...field('aim', t.aim)} rows={5} optional />
          <TextField {...field('starts', t.starts)} help={t.dayHelp} size="short" optional />
          <TextField {...field('ends', t.ends)} help={t.dayHelp} size="short" optional />
          <TextField {...field('programme', t.programme)} optional />
          <TextField {...field('budget', t.budget)} inputmode="decimal" size="short" optional />
          <TextField {...field('lead', t.leadOf)} help={t.leadHelp} size="full" optional />
          <TextArea {...field('sought', t.sought)} help={t.soughtHelp} rows={4} optional />
          <TextArea {...field('found', t.found)} help={t.foundHelp} rows={4} optional />
        </DraftForm>
      </>
    ),
  }
}

const lines = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

async function takeIdea(request: PageRequest): Promise<PageAnswer> {
  const before = await beforeOf(request)
  return takeForm(
    request,
    { kind: ideaDraft, subject: subjectOf(request), before },
    async (sent) => {
      const typed = sent.text('budget')
      const budget = typed ? readMoney(typed) : undefined
      if (budget && (!('value' in budget) || budget.value.startsWith('-')))
        return [{ name: 'budget', text: ideaText[request.language].faults.badAmount }]
      const said = {
        ecosystem: request.params.key,
        title: sent.text('name'),
        aim: sent.text('aim'),
        starts: sent.text('starts'),
        ends: sent.text('ends'),
        programme: sent.text('programme'),
        budget: budget && 'value' in budget ? budget.value : null,
        lead: sent.text('lead'),
        sought: lines(sent.text('sought')),
        found: lines(sent.text('found')),
        idea: originOf(request)?.idea ?? null,
      }
      return (await request.perform(beginWithIdea, said, sent.draft)).path
    },
    (errors) =>
      ideaPage(
        request,
        errors.map((e) => (e.name === 'title' ? { ...e, name: 'name' } : e)),
      ),
  )
}

export const ideaPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/consortia/idea', run: (request) => ideaPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/consortia/idea', run: takeIdea },
]
