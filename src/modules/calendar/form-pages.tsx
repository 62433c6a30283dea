import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { ecosystemHead, namesOfEcosystems } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { speakers } from '../talk/index.ts'
import { addEvent, editEvent, readEvent } from './actions.ts'
import { type EventForm, EventFormView, formFields } from './event-view.tsx'
import type { Event } from './queries.ts'
import { text } from './text.ts'

const offices = [...speakers.who] as Parameters<typeof holds>[1]
export const mayAddIn = ({ actor }: Pick<PageRequest, 'actor'>, ecosystem?: string | null): boolean =>
  holds(actor, offices, ecosystem)

const empty: EventForm = {
  ecosystem: '',
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

function formOf(e: Event, language: PageRequest['language']): EventForm {
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

type Shown = { form: EventForm; editing?: string; refusal?: Refusal }

async function formPage(request: PageRequest, { form, editing, refusal }: Shown): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const back = params.key ? `/ecosystems/${params.key}/calendar` : '/calendar'
  const heading = editing ? t.edit : t.add
  const errors = (refusal?.complaints ?? []).map((c) => ({
    name: c.field ?? 'title',
    text: c.text[language],
  }))
  const places = editing || params.key ? undefined : await placesFor(request)
  return {
    as: 'page',
    title: heading,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(refusal && { status: 422 as const }),
    crumbs: [{ text: t.home, href: link('/') }, { text: t.short, href: link(back) }, { text: heading }],
    body: (
      <EventFormView
        form={form}
        errors={errors}
        places={places}
        heading={heading}
        action={link(editing ? `/calendar/${editing}/edit` : back)}
        request={request}
      />
    ),
  }
}

/** Takes the posted form; what is wrong comes back with everything that was typed. */
async function post(request: PageRequest, editing?: string): Promise<PageAnswer> {
  const posted = await request.form()
  const form = Object.fromEntries(formFields.map((name) => [name, posted.get(name) ?? ''])) as EventForm
  const { ecosystem: chosen, ...input } = form
  try {
    const { key } = request.params
    const ecosystem = key ? (await request.perform(ecosystemHead, { key })).id : chosen || null
    const done = editing
      ? await request.perform(editEvent, { event: editing, ...input })
      : await request.perform(addEvent, { ...input, ecosystem, language: request.language })
    return { as: 'redirect', to: request.link(done.path) }
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
    return formPage(request, { form, refusal: error, ...(editing && { editing }) })
  }
}

async function newPage(request: PageRequest): Promise<PageAnswer> {
  const { key } = request.params
  const ecosystem = key ? (await request.perform(ecosystemHead, { key })).id : undefined
  if (!mayAddIn(request, ecosystem)) throw new Refusal('forbidden', 'event.add.forbidden')
  return formPage(request, { form: empty })
}

export const formPages: readonly Page[] = [
  { method: 'GET', path: '/calendar/new', run: newPage },
  { method: 'POST', path: '/calendar', run: (request) => post(request) },
  { method: 'GET', path: '/ecosystems/{key}/calendar/new', run: newPage },
  { method: 'POST', path: '/ecosystems/{key}/calendar', run: (request) => post(request) },
  {
    method: 'GET',
    path: '/calendar/{id}/edit',
    run: async (request) => {
      const { event, mayEdit } = await request.perform(readEvent, { event: request.params.id })
      if (!mayEdit) throw new Refusal('forbidden', 'event.edit.forbidden')
      return formPage(request, { form: formOf(event, request.language), editing: event.id })
    },
  },
  { method: 'POST', path: '/calendar/{id}/edit', run: (request) => post(request, request.params.id) },
]
