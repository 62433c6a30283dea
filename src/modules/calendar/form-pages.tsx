import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import type { FieldError } from '../../ui/index.ts'
import { draftFor, takeForm } from '../drafts/index.ts'
import { ecosystemHead, namesOfEcosystems } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { speakers } from '../talk/index.ts'
import { addEvent, editEvent, readEvent } from './actions.ts'
import { anywhere, changedEvent, newEvent } from './event-drafts.ts'
import { type EventForm, EventFormView, formFields } from './event-view.tsx'
import type { Event } from './queries.ts'
import { text } from './text.ts'

const offices = [...speakers.who] as Parameters<typeof holds>[1]
export const mayAddIn = ({ actor }: Pick<PageRequest, 'actor'>, ecosystem?: string | null): boolean =>
  holds(actor, offices, ecosystem)

const empty: EventForm = {
  title: '',
  kind: 'meeting',
  startDay: '',
  startClock: '',
  endDay: '',
  endClock: '',
  repeats: 'never',
  repeatsUntil: '',
  place: '',
  link: '',
  text: '',
  share: 'agreement',
}

function written(e: Event, language: PageRequest['language']): EventForm {
  // English too reads "5 Mar 2026" but types digits.
  const day = (d: string | null) => (d ? formatDay(d, language === 'en' ? 'fi' : language) : '')
  const clock = (c: string | null) => c?.replace(':', '.') ?? ''
  return {
    ...empty,
    title: e.title,
    kind: e.kind,
    startDay: day(e.starts_on),
    startClock: clock(e.starts_at),
    endDay: e.ends_on === e.starts_on ? '' : day(e.ends_on),
    endClock: clock(e.ends_at),
    repeats: e.repeats,
    repeatsUntil: day(e.repeats_until),
    place: e.place ?? '',
    link: e.link ?? '',
    text: e.body,
    share: e.share,
  }
}

/** Where an event may be put, when the address names no ecosystem. */
async function placesFor(request: PageRequest) {
  const { language } = request
  const { items } = await request.perform(namesOfEcosystems, {})
  const own = items.filter((e) => mayAddIn(request, e.id))
  const named = own.map((e) => ({ value: e.id, label: pick(e.name, language)?.text ?? e.key }))
  return mayAddIn(request, null) ? [{ value: '', label: text[language].everywhere }, ...named] : named
}

const formOf = (request: PageRequest, editing?: Event) => ({
  kind: editing ? changedEvent : newEvent,
  subject: editing?.id ?? request.params.key ?? anywhere,
  before: editing ? written(editing, request.language) : empty,
})

async function formPage(
  request: PageRequest,
  editing?: Event,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const back = params.key ? `/ecosystems/${params.key}/calendar` : '/calendar'
  const heading = editing ? t.edit : t.add
  const places = editing || params.key ? undefined : await placesFor(request)
  const { kind, subject, before } = formOf(request, editing)
  return {
    as: 'page',
    title: heading,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [{ text: t.home, href: link('/') }, { text: t.short, href: link(back) }, { text: heading }],
    body: (
      <EventFormView
        draft={await draftFor(request, kind, subject, { ...before, ecosystem: places?.[0]?.value })}
        errors={errors}
        places={places}
        heading={heading}
        action={link(editing ? `/calendar/${editing.id}/edit` : back)}
        request={request}
      />
    ),
  }
}

async function post(request: PageRequest, editing?: Event): Promise<PageAnswer> {
  const { key } = request.params
  const place = key && (await request.perform(ecosystemHead, { key })).id
  const asksPlace = !key && !editing
  const form = formOf(request, editing)
  const before = asksPlace ? { ...form.before, ecosystem: (await placesFor(request))[0]?.value } : form.before
  return takeForm(
    request,
    { ...form, before },
    async (sent) => {
      const input = Object.fromEntries(formFields.map((name) => [name, sent.text(name)]))
      const { language } = request
      const ecosystem = place ?? (sent.text('ecosystem') || null)
      const done = editing
        ? await request.perform(editEvent, { event: editing.id, ...input }, sent.draft)
        : await request.perform(addEvent, { ...input, ecosystem, language }, sent.draft)
      return done.path
    },
    (errors) => formPage(request, editing, errors),
  )
}

async function newPage(request: PageRequest): Promise<PageAnswer> {
  const { key } = request.params
  const ecosystem = key ? (await request.perform(ecosystemHead, { key })).id : undefined
  if (!mayAddIn(request, ecosystem)) throw new Refusal('forbidden', 'event.add.forbidden')
  return formPage(request)
}

async function eventToEdit(request: PageRequest): Promise<Event> {
  const { event, mayEdit } = await request.perform(readEvent, { event: request.params.id })
  if (!mayEdit) throw new Refusal('forbidden', 'event.edit.forbidden')
  return event
}

export const formPages: readonly Page[] = [
  { method: 'GET', path: '/calendar/new', run: newPage },
  { method: 'POST', path: '/calendar', run: (request) => post(request) },
  { method: 'GET', path: '/ecosystems/{key}/calendar/new', run: newPage },
  { method: 'POST', path: '/ecosystems/{key}/calendar', run: (request) => post(request) },
  {
    method: 'GET',
    path: '/calendar/{id}/edit',
    run: async (request) => formPage(request, await eventToEdit(request)),
  },
  {
    method: 'POST',
    path: '/calendar/{id}/edit',
    run: async (request) => post(request, await eventToEdit(request)),
  },
]
