import type { z } from 'zod'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { readDay } from '../../kernel/time.ts'
import {
  ChoicesField,
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { agendaText } from './agenda-text.ts'
import { sayFault } from './fault-text.ts'
import { addMeeting, meetingChoices } from './meeting-actions.ts'
import { framed } from './meeting-frame.ts'
import type { MeetingPart } from './meeting-rules.ts'
import { meetingText } from './meeting-text.ts'

const keepers = ['coordinator', 'preparer', 'city-decider', 'council-officer'] as const

/** A meeting that is not there yet; its subject is "ecosystem.part". */
export const newMeeting: DraftKind = {
  kind: 'meeting.new',
  shared: false,
  title: inEach((l) => meetingText[l].add),
  path: (subject) => {
    const [ecosystem, part] = subject.split('.')
    return `/meetings/new?ecosystem=${ecosystem}&part=${part}`
  },
  allow: { who: keepers, in: (_asking, { subject }) => subject.split('.')[0] },
}

/** Everything that waits is on the agenda until somebody takes it off. */
const beforeOf = (choices: z.output<(typeof meetingChoices)['output']>): Before => ({
  day: '',
  clock: '',
  place: '',
  chair: choices.members[0]?.id ?? '',
  secretary: '',
  deputies: [],
  decisions: choices.waiting.map((w) => w.decision),
})

/** First whose meeting and where; then who and what, since these follow from it. */
async function newPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, url, actor } = request
  const [t, a] = [meetingText[language], agendaText[language]]
  const { items } = await request.perform(namesOfEcosystems, {})
  const own = items.filter((e) => holds(actor, keepers, e.id))
  const asked = url.searchParams.get('ecosystem') ?? (own.length === 1 ? own[0]!.id : undefined)
  const ecosystem = own.find((e) => e.id === asked)
  const part: MeetingPart = url.searchParams.get('part') === 'legal' ? 'legal' : 'selection'
  const choices = ecosystem && (await request.perform(meetingChoices, { ecosystem: ecosystem.id, part }))
  const before = choices && beforeOf(choices)
  const draft =
    ecosystem && before && (await draftFor(request, newMeeting, `${ecosystem.id}.${part}`, before))
  const people = (list: readonly { id: string; name: string }[]) =>
    list.map((p) => ({ value: p.id, label: p.name }))
  const error = (name: string) => errors.find((e) => e.name === name)?.text
  return framed(
    request,
    t.add,
    <>
      <PageHead title={t.add} />
      <form method="get" action={link('/meetings/new')}>
        <SelectField
          name="ecosystem"
          label={t.where}
          value={ecosystem?.id}
          choices={own.map((e) => ({ value: e.id, label: pick(e.name, language)?.text ?? e.key }))}
          language={language}
        />
        <ChoicesField
          name="part"
          label={t.which}
          kind="radio"
          values={[part]}
          choices={(['selection', 'legal'] as const).map((value) => ({ value, label: t.parts[value] }))}
          language={language}
        />
        <button class="btn" type="submit">
          {t.choose}
        </button>
      </form>
      {ecosystem && (
        <p class="note">
          <a href={link(`/ecosystems/${ecosystem.key}/organs`)}>{a.organsTitle}</a>
        </p>
      )}
      <ErrorSummary errors={errors} language={language} />
      {choices && ecosystem && draft && (
        <DraftForm
          draft={draft}
          action={`${link('/meetings')}?ecosystem=${ecosystem.id}&part=${part}`}
          submit={t.make}
          language={language}
        >
          <TextField
            name="day"
            label={t.day}
            value={draft.text('day')}
            error={error('day')}
            size="short"
            language={language}
          />
          <TextField
            name="clock"
            label={t.clock}
            value={draft.text('clock')}
            size="short"
            optional
            language={language}
          />
          <TextField name="place" label={t.place} value={draft.text('place')} optional language={language} />
          <SelectField
            name="chair"
            value={draft.text('chair')}
            label={t.chair}
            error={error('chair')}
            choices={people(choices.members)}
            language={language}
          />
          <SelectField
            name="secretary"
            value={draft.text('secretary')}
            label={t.secretary}
            none={t.nobody}
            choices={people(choices.staff)}
            optional
            language={language}
          />
          {choices.members.length > 1 && (
            <ChoicesField
              name="deputies"
              label={a.deputies}
              help={a.deputiesHelp}
              kind="checkbox"
              values={draft.list('deputies')}
              choices={people(choices.members)}
              optional
              language={language}
            />
          )}
          {choices.waiting.length === 0 ? (
            <Empty title={t.noneWaiting} />
          ) : (
            <ChoicesField
              name="decisions"
              label={t.onAgenda}
              kind="checkbox"
              values={draft.list('decisions')}
              choices={choices.waiting.map((w) => ({ value: w.decision, label: `${w.number} ${w.title}` }))}
              language={language}
            />
          )}
        </DraftForm>
      )}
    </>,
    errors.length > 0,
  )
}

async function add(request: PageRequest): Promise<PageAnswer> {
  const { language, url } = request
  const ecosystem = url.searchParams.get('ecosystem') ?? ''
  const part = url.searchParams.get('part') === 'legal' ? 'legal' : 'selection'
  const before = beforeOf(await request.perform(meetingChoices, { ecosystem, part }))
  return takeForm(
    request,
    { kind: newMeeting, subject: `${ecosystem}.${part}`, before },
    async (sent) => {
      const day = readDay(sent.text('day'))
      const clock = /^(\d{1,2})[.:]?(\d{2})?$/.exec(sent.text('clock'))
      if (!day) return [{ name: 'day', text: sayFault('no-day', language) }]
      const made = await request.perform(
        addMeeting,
        {
          ecosystem,
          part,
          day,
          clock: clock ? `${clock[1]!.padStart(2, '0')}:${clock[2] ?? '00'}` : null,
          place: sent.text('place'),
          language: language === 'sv' ? 'sv' : 'fi',
          chair: sent.text('chair'),
          secretary: sent.text('secretary') || null,
          deputies: [...sent.list('deputies')],
          decisions: [...sent.list('decisions')],
        },
        sent.draft,
      )
      return made.path
    },
    (errors) => newPage(request, errors),
  )
}

export const newMeetingPages: readonly Page[] = [
  { method: 'POST', path: '/meetings', run: add },
  { method: 'GET', path: '/meetings/new', run: (request) => newPage(request) },
]
