import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import type { FieldError } from '../../ui/index.ts'
import { draftFor, takeForm } from '../drafts/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { listViews, removeView, saveView, watchView } from './actions.ts'
import { viewOf } from './rules.ts'
import { text } from './text.ts'
import { SavedView, SaveForm } from './view.tsx'
import { viewForm } from './view-draft.ts'

const path = '/saved'

const framed = (request: PageRequest, title: string, status: 200 | 422, body: Body): PageAnswer => {
  const t = text[request.language]
  const up = title === t.title ? [] : [{ text: t.title, href: request.link(path) }]
  return {
    as: 'page',
    title,
    robots: 'noindex',
    status,
    crumbs: [{ text: t.home, href: request.link('/') }, ...up, { text: title }],
    body,
  }
}
type Body = Extract<PageAnswer, { as: 'page' }>['body']

async function formPage(
  request: PageRequest,
  asked: string,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, actor } = request
  const t = text[language]
  const view = viewOf(asked)
  const offices = actor.kind === 'person' ? actor.offices : []
  if (!view || offices.length === 0) return { as: 'redirect', to: request.link(path) }
  const { items } = await request.perform(namesOfEcosystems, {})
  // Who holds an office everywhere would choose from all: such a view is shared where it belongs, not by default.
  const places = items
    .filter((e) => offices.some((o) => o.ecosystem === e.id))
    .map((e) => ({ id: e.id, name: pick(e.short ?? e.name, language)?.text ?? e.key }))
  const address = view.question ? `${view.path}?${view.question}` : view.path
  const { kind, subject, before } = viewForm(address)
  return framed(
    request,
    t.save,
    errors.length > 0 ? 422 : 200,
    <SaveForm
      address={address}
      draft={await draftFor(request, kind, subject, before)}
      path={view.path}
      places={places}
      errors={errors}
      request={request}
    />,
  )
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const address = (await request.form()).get('address') ?? ''
  return takeForm(
    request,
    viewForm(address),
    async ({ text: said, draft }) => {
      const ecosystem = said('ecosystem') || null
      const every = said('every') || undefined
      await request.perform(saveView, { name: said('name'), address, ecosystem, every }, draft)
      return path
    },
    (errors) => formPage(request, address, errors),
  )
}

export const pages: readonly Page[] = [
  {
    method: 'GET',
    path,
    run: async (request) => {
      const { items } = await request.perform(listViews, {})
      return framed(request, text[request.language].title, 200, <SavedView items={items} request={request} />)
    },
  },
  { method: 'POST', path, run: save },
  {
    method: 'GET',
    path: `${path}/new`,
    run: (request) => formPage(request, request.url.searchParams.get('address') ?? ''),
  },
  {
    method: 'POST',
    path: `${path}/{id}/watch`,
    run: async (request) => {
      const every = (await request.form()).get('every')
      await request.perform(watchView, { view: request.params.id, every })
      return { as: 'redirect', to: request.link(path) }
    },
  },
  {
    method: 'POST',
    path: `${path}/{id}/remove`,
    run: async (request) => {
      await request.perform(removeView, { view: request.params.id })
      return { as: 'redirect', to: request.link(path) }
    },
  },
]
