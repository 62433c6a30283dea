import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import type { FieldError } from '../../ui/index.ts'
import { draftFor, takeForm } from '../drafts/index.ts'
import { ecosystemFrame, ecosystemHead } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { lookAt, speakers, talkOn } from '../talk/index.ts'
import { addTopic, editTopic, leadTopic, readTopic, topics } from './actions.ts'
import { pageSize, TopicList } from './list-view.tsx'
import type { Topic } from './queries.ts'
import { text } from './text.ts'
import { changedTopic, newTopic, topicBefore } from './topic-drafts.ts'
import { TopicFormView, TopicView } from './topic-view.tsx'

const mayAddIn = ({ actor }: PageRequest, ecosystem: string): boolean =>
  holds(actor, [...speakers.who] as Parameters<typeof holds>[1], ecosystem)

const place = async (request: PageRequest) => {
  const { key } = request.params
  const ecosystem = await request.perform(ecosystemHead, { key })
  const { values } = await request.perform(ecosystemFrame, { key })
  const { link, language } = request
  const t = text[language]
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ''
  const crumbs = [
    { text: t.home, href: link('/') },
    { text: t.ecosystems, href: link('/ecosystems') },
    { text: name, href: link(`/ecosystems/${ecosystem.key}`) },
  ]
  return { ecosystem, values, name, crumbs, path: link(`/ecosystems/${ecosystem.key}/discussion`) }
}

function asked(request: PageRequest) {
  const { q, value, state, offset } = queryData(request.url.searchParams)
  return {
    ...(q && { q }),
    ...(value && { value }),
    state: state === 'closed' ? 'closed' : 'open',
    offset: Math.max(0, Number(offset) || 0),
    limit: pageSize,
  }
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { ecosystem, values, name, crumbs } = await place(request)
  const input = asked(request)
  const found = await request.perform(topics, { ...input, ecosystem: ecosystem.id })
  const t = text[request.language]
  const mayAdd = mayAddIn(request, ecosystem.id)
  const props = { ...found, offset: input.offset, ecosystem, values, mayAdd, request }
  return {
    as: 'page',
    title: `${t.title}: ${name}`,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [...crumbs, { text: t.title }],
    body: <TopicList {...props} />,
  }
}

async function everywherePage(request: PageRequest): Promise<PageAnswer> {
  const input = asked(request)
  const found = await request.perform(topics, input)
  const t = text[request.language]
  return {
    as: 'page',
    title: t.title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [{ text: t.home, href: request.link('/') }, { text: t.title }],
    body: <TopicList {...found} offset={input.offset} values={[]} mayAdd={false} request={request} />,
  }
}

async function topicPage(request: PageRequest): Promise<PageAnswer> {
  const found = await request.perform(readTopic, { topic: request.params.id })
  const subject = { kind: 'topic', id: found.topic.id }
  const { values, crumbs, path } = await place(request)
  const talked = await talkOn(request, subject)
  // Reading a topic is what marks it as read; somebody who previews an office changes nothing.
  const looks = request.actor.kind === 'person' && !request.actor.previewing
  const since = looks ? (await request.perform(lookAt, subject)).before : undefined
  const t = text[request.language]
  return {
    as: 'page',
    title: found.topic.title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [...crumbs, { text: t.title, href: path }, { text: found.topic.title }],
    body: (
      <TopicView
        {...found}
        values={values}
        talked={talked && { ...talked, since: since ?? undefined }}
        path={`${path}/${found.topic.id}`}
        request={request}
      />
    ),
  }
}

async function formPage(
  request: PageRequest,
  editing?: Topic,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { values, crumbs, path } = await place(request)
  const t = text[request.language]
  const heading = editing ? t.edit : t.add
  const { kind, subject, before } = formOf(request, editing)
  return {
    as: 'page',
    title: heading,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [...crumbs, { text: t.title, href: path }, { text: heading }],
    body: (
      <TopicFormView
        draft={await draftFor(request, kind, subject, before)}
        errors={errors}
        values={values}
        heading={heading}
        button={editing ? t.save : t.send}
        action={editing ? `${path}/${editing.id}/edit` : path}
        request={request}
      />
    ),
  }
}

function formOf({ params }: PageRequest, editing?: Topic) {
  const kind = editing ? changedTopic : newTopic
  return {
    kind,
    subject: editing ? `${params.key}:${editing.id}` : params.key!,
    before: topicBefore(editing),
  }
}

const topicToEdit = async (request: PageRequest): Promise<Topic> => {
  const { topic, mayEdit } = await request.perform(readTopic, { topic: request.params.id })
  if (!mayEdit) throw new Refusal('forbidden', 'topic.edit.forbidden')
  return topic
}

async function post(request: PageRequest, editing?: Topic): Promise<PageAnswer> {
  const { ecosystem } = await place(request)
  return takeForm(
    request,
    formOf(request, editing),
    async ({ text: said, list, draft }) => {
      const form = { title: said('title'), text: said('text'), share: said('share'), values: list('values') }
      const done = editing
        ? await request.perform(editTopic, { topic: editing.id, ...form }, draft)
        : await request.perform(
            addTopic,
            { ...form, ecosystem: ecosystem.id, language: request.language },
            draft,
          )
      return done.path
    },
    (errors) => formPage(request, editing, errors),
  )
}

const yesOrNo = (said: string | undefined) => (said === undefined ? undefined : said === 'yes')

export const pages: readonly Page[] = [
  { method: 'GET', path: '/discussion', run: everywherePage },
  { method: 'GET', path: '/ecosystems/{key}/discussion', run: listPage },
  { method: 'POST', path: '/ecosystems/{key}/discussion', run: (request) => post(request) },
  {
    method: 'GET',
    path: '/ecosystems/{key}/discussion/new',
    run: async (request) => {
      const { ecosystem } = await place(request)
      if (!mayAddIn(request, ecosystem.id)) throw new Refusal('forbidden', 'topic.add.forbidden')
      return formPage(request)
    },
  },
  { method: 'GET', path: '/ecosystems/{key}/discussion/{id}', run: topicPage },
  {
    method: 'GET',
    path: '/ecosystems/{key}/discussion/{id}/edit',
    run: async (request) => formPage(request, await topicToEdit(request)),
  },
  {
    method: 'POST',
    path: '/ecosystems/{key}/discussion/{id}/edit',
    run: async (request) => post(request, await topicToEdit(request)),
  },
  {
    method: 'POST',
    path: '/ecosystems/{key}/discussion/{id}/lead',
    run: async (request) => {
      const form = await request.form()
      const { path } = await request.perform(leadTopic, {
        topic: request.params.id,
        pinned: yesOrNo(form.get('pinned')),
        closed: yesOrNo(form.get('closed')),
      })
      return { as: 'redirect', to: request.link(path) }
    },
  },
]
