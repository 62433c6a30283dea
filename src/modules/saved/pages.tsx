import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { listViews, removeView, saveView, watchView } from './actions.ts'
import { viewOf } from './rules.ts'
import { text } from './text.ts'
import { SavedView, SaveForm } from './view.tsx'

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

type Typed = { address: string; name: string; every: string; ecosystem: string }

async function formPage(request: PageRequest, typed: Typed, refusal?: Refusal): Promise<PageAnswer> {
  const { language, actor } = request
  const t = text[language]
  const view = viewOf(typed.address)
  const offices = actor.kind === 'person' ? actor.offices : []
  if (!view || offices.length === 0) return { as: 'redirect', to: request.link(path) }
  const { items } = await request.perform(namesOfEcosystems, {})
  // Who holds an office everywhere would choose from all: such a view is shared where it belongs, not by default.
  const places = items
    .filter((e) => offices.some((o) => o.ecosystem === e.id))
    .map((e) => ({ id: e.id, name: pick(e.short ?? e.name, language)?.text ?? e.key }))
  const errors = (refusal?.complaints ?? []).map((c) => ({ name: c.field ?? 'name', text: c.text[language] }))
  const address = view.question ? `${view.path}?${view.question}` : view.path
  return framed(
    request,
    t.save,
    refusal ? 422 : 200,
    <SaveForm
      {...typed}
      address={address}
      path={view.path}
      places={places}
      errors={errors}
      request={request}
    />,
  )
}

async function save(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const typed = {
    address: form.get('address') ?? '',
    name: form.get('name') ?? '',
    every: form.get('every') ?? 'never',
    ecosystem: form.get('ecosystem') ?? '',
  }
  try {
    const { id } = await request.perform(saveView, { ...typed, ecosystem: typed.ecosystem || null })
    if (typed.every !== 'never') await request.perform(watchView, { view: id, every: typed.every })
    return { as: 'redirect', to: request.link(path) }
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'invalid') return formPage(request, typed, error)
    throw error
  }
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
    run: (request) =>
      formPage(request, {
        address: request.url.searchParams.get('address') ?? '',
        name: '',
        every: 'never',
        ecosystem: '',
      }),
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
