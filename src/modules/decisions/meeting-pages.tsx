import { eventsFrom } from '../../kernel/machine.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { isAmong } from '../../kernel/rule.ts'
import { type Language, languages, ownNames } from '../../kernel/text.ts'
import { Alert, Facts, type FieldError, Section } from '../../ui/index.ts'
import { arrangeItem, postponeItem } from './agenda-actions.ts'
import { agendaPages } from './agenda-pages.tsx'
import {
  approveMinutes,
  callMeeting,
  closeMeeting,
  meetingChoices,
  openMeeting,
  readMeeting,
  takeItem,
} from './meeting-actions.ts'
import { framed, meetingName } from './meeting-frame.ts'
import { itemFormPages } from './meeting-item-pages.tsx'
import { meetingList } from './meeting-list-page.tsx'
import { newMeetingPages } from './meeting-new-page.tsx'
import { attendMeeting, dismissFromMeeting, seatDeputy } from './meeting-people-actions.ts'
import { meetingMachine } from './meeting-rules.ts'
import { meetingText } from './meeting-text.ts'
import { MeetingPage } from './meeting-view.tsx'
import { documentOf } from './minutes.ts'
import { organPages } from './organ-pages.tsx'

async function meetingPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, actor } = request
  const view = await request.perform(readMeeting, { meeting: request.params.id })
  const { meeting } = view
  const self = actor.kind === 'person' ? actor.id : ''
  const events = eventsFrom(meetingMachine, meeting.state).filter(
    (e) =>
      isAmong(meetingMachine.events[e].by, actor, meeting.ecosystem) &&
      (e !== 'approve' || meeting.chair === self),
  )
  const isAhead = ['planned', 'called', 'open'].includes(meeting.state)
  const keeps = isAmong(meetingMachine.events.call.by, actor, meeting.ecosystem)
  const choices =
    isAhead && keeps
      ? await request.perform(meetingChoices, { ecosystem: meeting.ecosystem, part: meeting.part })
      : undefined
  const people = choices ? [...choices.members, ...choices.staff, ...choices.others] : []
  const once = people.filter((p, i) => people.findIndex((q) => q.id === p.id) === i)
  const coming = (choices?.coming ?? []).filter((m) => m.id !== meeting.id)
  const title = meetingName(meeting, language)
  return framed(
    request,
    title,
    <MeetingPage {...{ view, events, errors, people: once, coming, request }} />,
    errors.length > 0,
  )
}

/** Does it and comes back to the meeting; what is refused is said on its page. */
const deed = (path: string, run: (request: PageRequest, meeting: string) => Promise<unknown>): Page => ({
  method: 'POST',
  path: `/meetings/{id}/${path}`,
  run: async (request) => {
    const { id = '' } = request.params
    try {
      await run(request, id)
    } catch (error) {
      return meetingPage(request, formErrors(error, request.language))
    }
    return { as: 'redirect', to: request.link(`/meetings/${id}`) }
  },
})

async function documentPage(request: PageRequest, kind: 'agenda' | 'minutes'): Promise<PageAnswer> {
  const { language, link, url } = request
  const view = await request.perform(readMeeting, { meeting: request.params.id })
  const asked = url.searchParams.get('in')
  const written: Language = asked === 'fi' || asked === 'sv' ? asked : language === 'sv' ? 'sv' : language
  const t = meetingText[written]
  const doc = documentOf(kind, view, written)
  const path = link(`/meetings/${view.meeting.id}/${kind}`)
  const others = languages.filter((l) => l !== written && l !== 'en')
  return framed(
    request,
    doc.title,
    <article class="document" lang={written}>
      <p class="over">{doc.organ}</p>
      <h1>{doc.title}</h1>
      {kind === 'minutes' && view.meeting.state !== 'approved' && (
        <Alert tone="warm" title={t.draftMinutes} />
      )}
      <p class="no-print">
        {others.map((l) => (
          <a href={`${path}?in=${l}`} lang={l} hreflang={l}>
            {ownNames[l]}{' '}
          </a>
        ))}
      </p>
      <Facts language={language} items={doc.facts.map((f) => ({ label: f.label, value: f.text }))} />
      <Section title={kind === 'minutes' ? t.present : t.called}>
        <ul>
          {doc.present.map((p) => (
            <li>
              {p.name}, {p.as}
              {p.when && `, ${p.when}`}
            </li>
          ))}
        </ul>
      </Section>
      {doc.paragraphs.map((p) => (
        <section>
          <h2>
            {p.number} § {p.heading}
          </h2>
          {p.recused.map((r) => (
            <p>{r}</p>
          ))}
          {p.lines.map((l) => (
            <p class="pre">{l}</p>
          ))}
          {p.decided.length > 0 && (
            <Facts
              language={language}
              items={p.decided.map((d) => ({ label: d.label, value: <span class="pre">{d.text}</span> }))}
            />
          )}
        </section>
      ))}
      {doc.signatures.length > 0 && (
        <Facts language={language} items={doc.signatures.map((s) => ({ label: s.label, value: s.text }))} />
      )}
      <p class="note no-print">{t.print}</p>
    </article>,
  )
}

export const meetingPages: readonly Page[] = [
  meetingList,
  ...newMeetingPages,
  ...itemFormPages,
  ...agendaPages,
  ...organPages,
  { method: 'GET', path: '/meetings/{id}', run: (request) => meetingPage(request) },
  { method: 'GET', path: '/meetings/{id}/agenda', run: (request) => documentPage(request, 'agenda') },
  { method: 'GET', path: '/meetings/{id}/minutes', run: (request) => documentPage(request, 'minutes') },
  deed('call', (request, meeting) => request.perform(callMeeting, { meeting })),
  deed('open', (request, meeting) => request.perform(openMeeting, { meeting })),
  deed('close', (request, meeting) => request.perform(closeMeeting, { meeting })),
  deed('approve', (request, meeting) => request.perform(approveMinutes, { meeting })),
  deed('attendance', async (request, meeting) => {
    const form = await request.form()
    return request.perform(attendMeeting, {
      meeting,
      person: form.get('person'),
      role: form.get('role'),
      present: form.get('present') === 'yes',
    })
  }),
  deed('dismissal', async (request, meeting) => {
    const form = await request.form()
    return request.perform(dismissFromMeeting, { meeting, person: form.get('person') })
  }),
  deed('agenda/{item}', async (request, meeting) => {
    const form = await request.form()
    return request.perform(arrangeItem, { meeting, item: request.params.item, to: form.get('to') })
  }),
  deed('items/{item}/postponement', async (request, meeting) => {
    const to = (await request.form()).get('to') || null
    return request.perform(postponeItem, { meeting, item: request.params.item, to })
  }),
  deed('items/{item}/deputy', async (request, meeting) => {
    const form = await request.form()
    const said = { person: form.get('person'), deputy: form.get('deputy') }
    return request.perform(seatDeputy, { meeting, item: request.params.item, ...said })
  }),
  deed('items/{item}', (request, meeting) =>
    request.perform(takeItem, { meeting, item: request.params.item }),
  ),
]
