import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { Empty, ErrorSummary, type FieldError, PageHead, Tag } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { ecosystemHead, idOfKey } from '../ecosystems/index.ts'
import { commitmentPage, commitmentsPage } from './commitments-page.tsx'
import { exportPages } from './exports.ts'
import { formText } from './form-text.ts'
import { goalsPage } from './goals-page.tsx'
import { dropIdea, restoreIdea } from './idea-actions.ts'
import { ideaEditForm, ideaForm } from './idea-forms.tsx'
import { ideaPage } from './idea-page.tsx'
import { ideasPage } from './ideas-page.tsx'
import { undoPlace } from './judge-actions.ts'
import { checkForm, commitmentForm, goalForm, linkForm, placeForm, serveForm } from './judge-forms.tsx'
import { addPortfolio, removePart } from './keep-actions.ts'
import {
  choiceForm,
  editForm,
  NameFields,
  nothingWritten,
  saidOf,
  sourceForm,
  targetForm,
} from './keep-forms.tsx'
import { matrixPage, provenancePage } from './matrix-page.tsx'
import { listAction } from './read-actions.ts'
import type { Portfolio } from './record.ts'
import { keepers } from './rights.ts'
import { balancePage, facetsPage } from './spread-pages.tsx'
import { text } from './text.ts'
import { thingsPage } from './things-page.tsx'
import { timelinePage } from './timeline-page.tsx'

type ListProps = { items: readonly Portfolio[]; request: Pick<PageRequest, 'language' | 'link'> }

/** Portfolios by their names, each with what it is for. */
export function PortfolioList({ items, request: { language, link } }: ListProps) {
  const t = text[language]
  return (
    <ul class="ruled">
      {items.map(({ id, name, purpose, exercise }) => (
        <li>
          <a href={link(`/portfolios/${id}`)}>{pick(name, language)?.text}</a>{' '}
          {exercise && <Tag tone="warm">{t.exercise}</Tag>}
          {pick(purpose, language) && <span class="sub">{pick(purpose, language)?.text}</span>}
        </li>
      ))}
    </ul>
  )
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, actor } = request
  const t = text[language]
  const { items } = await request.perform(listAction, {})
  return {
    as: 'page',
    sheet: 'portfolio',
    title: t.title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        {items.length === 0 ? (
          <Empty title={t.none}>{actor.kind === 'visitor' && t.noneSigned}</Empty>
        ) : (
          <PortfolioList items={items} request={request} />
        )}
      </>
    ),
  }
}

/** A portfolio that is not there yet: in which ecosystem, by its key. */
export const newPortfolio: DraftKind = {
  kind: 'portfolio.new',
  shared: false,
  title: inEach((l) => formText[l].new),
  path: (key) => `/ecosystems/${key}/portfolios/new`,
  allow: { ...keepers, in: (ctx, { subject }) => idOfKey(ctx.db, subject) },
}

async function newPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const [t, f] = [text[language], formText[language]]
  const ecosystem = await request.perform(ecosystemHead, { key: params.key })
  const { may } = await request.perform(listAction, { ecosystem: ecosystem.key })
  if (!may.add) throw new Refusal('forbidden', 'portfolio.add.forbidden')
  const draft = await draftFor(request, newPortfolio, ecosystem.key, nothingWritten)
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ''
  return {
    as: 'page',
    sheet: 'portfolio',
    title: f.new,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.ecosystems, href: link('/ecosystems') },
      { text: name, href: link(`/ecosystems/${ecosystem.key}`) },
      { text: f.new },
    ],
    body: (
      <>
        <PageHead over={name} title={f.new} lead={t.lead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(newPortfolio.path(ecosystem.key))}
          submit={f.new}
          language={language}
        >
          <NameFields
            text={draft.text}
            list={draft.list}
            field={(field, label) => ({
              name: field,
              label,
              error: errors.find((e) => e.name === field)?.text,
              language,
            })}
            language={language}
          />
        </DraftForm>
      </>
    ),
  }
}

const takeNew = (request: PageRequest): Promise<PageAnswer> => {
  const key = request.params.key!
  return takeForm(
    request,
    { kind: newPortfolio, subject: key, before: nothingWritten },
    async (sent) =>
      (await request.perform(addPortfolio, { ecosystem: key, ...saidOf(sent) }, sent.draft)).path,
    (errors) => newPage(request, errors),
  )
}

/** Where a removal leads back to: the view that lists what was removed. */
const listedAt: Readonly<Record<string, string>> = {
  feed: 'timeline',
  goal: 'goals',
  commitment: 'commitments',
}

const forms = [
  editForm,
  sourceForm,
  choiceForm,
  targetForm,
  placeForm,
  linkForm,
  goalForm,
  serveForm,
  ideaForm,
  ideaEditForm,
  commitmentForm,
  checkForm,
]

export const drafts: readonly DraftKind[] = [newPortfolio, ...forms.map((form) => form.draft)]

export const pages: readonly Page[] = [
  { method: 'GET', path: '/portfolios', run: listPage },
  { method: 'GET', path: '/ecosystems/{key}/portfolios/new', run: (request) => newPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/portfolios/new', run: takeNew },
  ...forms.flatMap((form) => form.pages),
  ...exportPages,
  { method: 'GET', path: '/portfolios/{id}', run: matrixPage },
  { method: 'GET', path: '/portfolios/{id}/provenance', run: provenancePage },
  { method: 'GET', path: '/portfolios/{id}/timeline', run: timelinePage },
  { method: 'GET', path: '/portfolios/{id}/facets', run: facetsPage },
  { method: 'GET', path: '/portfolios/{id}/balance', run: balancePage },
  { method: 'GET', path: '/portfolios/{id}/goals', run: goalsPage },
  { method: 'GET', path: '/portfolios/{id}/commitments', run: commitmentsPage },
  { method: 'GET', path: '/portfolios/{id}/commitments/{commitment}', run: commitmentPage },
  { method: 'GET', path: '/portfolios/{id}/ideas', run: ideasPage },
  { method: 'GET', path: '/portfolios/{id}/ideas/{idea}', run: ideaPage },
  { method: 'GET', path: '/portfolios/{id}/things', run: thingsPage },
  ...(
    [
      ['drop', dropIdea],
      ['restore', restoreIdea],
    ] as const
  ).map(
    ([what, act]): Page => ({
      method: 'POST',
      path: `/portfolios/{id}/ideas/{idea}/${what}`,
      run: async (request) => {
        const { id, idea } = request.params
        const { path } = await request.perform(act, { portfolio: id, idea })
        return { as: 'redirect', to: request.link(path) }
      },
    }),
  ),
  {
    method: 'POST',
    path: '/portfolios/{id}/undo',
    run: async (request) => {
      const batch = (await request.form()).get('batch')
      const { path } = await request.perform(undoPlace, { portfolio: request.params.id, batch })
      return { as: 'redirect', to: request.link(path) }
    },
  },
  {
    method: 'POST',
    path: '/portfolios/{id}/remove',
    run: async (request) => {
      const form = await request.form()
      const what = form.get('what') ?? ''
      await request.perform(removePart, { portfolio: request.params.id, what, id: form.get('id') })
      return {
        as: 'redirect',
        to: request.link(`/portfolios/${request.params.id}/${listedAt[what] ?? 'things'}`),
      }
    },
  },
]
