import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead, Section, Tag } from '../../ui/index.ts'
import { agendaText } from './agenda-text.ts'
import type { MeetingView } from './meeting-actions.ts'
import { meetingName } from './meeting-frame.ts'
import { ItemView } from './meeting-item-view.tsx'
import { Attendees } from './meeting-people-view.tsx'
import type { MeetingProps } from './meeting-props.ts'
import { type MeetingEvent, meetingMachine } from './meeting-rules.ts'
import { meetingText } from './meeting-text.ts'
import { decidersAmong, hasQuorum, isPresent, neededIn } from './quorum.ts'

type Props = MeetingProps & { events: readonly MeetingEvent[]; errors: readonly FieldError[] }

/** The meeting for the people in the room: who is there, item by item, what was decided and who stepped aside. */
export function MeetingPage({ events, errors, ...props }: Props) {
  const { meeting } = props.view
  const { language, link } = props.request
  const [t, a] = [meetingText[language], agendaText[language]]
  const path = link(`/meetings/${meeting.id}`)
  const isPlan = meeting.state === 'planned' || meeting.state === 'called'
  return (
    <>
      <PageHead
        over={pick(meeting.ecosystemName, language)?.text}
        title={meetingName(meeting, language)}
        state={
          <>
            <Tag tone={meeting.state === 'open' ? 'on' : meeting.state === 'approved' ? 'ok' : 'plain'}>
              {meetingMachine.states[meeting.state][language]}
            </Tag>
            <span class="num">
              {t.at(formatDay(meeting.day, language), meeting.clock?.replace(':', '.') ?? '', '')}
            </span>
            <span>{meeting.place}</span>
            <Quorum meeting={meeting} request={props.request} />
          </>
        }
        actions={
          <>
            {events.map((event, i) => (
              <form method="post" action={`${path}/${event}`}>
                <button class={i === 0 ? 'btn main' : 'btn'} type="submit">
                  {meetingMachine.events[event].says[language]}
                </button>
              </form>
            ))}
            <a class="btn" href={`${path}/agenda`}>
              {t.agenda}
            </a>
            <a class="btn" href={`${path}/minutes`}>
              {t.minutes}
            </a>
          </>
        }
      />
      <ErrorSummary errors={errors} language={language} />
      <Attendees {...props} />
      <Section title={t.items} note={isPlan && <a href={`${path}/matter`}>{a.addMatter}</a>}>
        <ol class="agenda">
          {meeting.items.map((item) => (
            <li id={`item-${item.position}`}>
              <ItemView item={item} {...props} />
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}

/** While it goes on: how many who may decide are there, and how many must be. */
function Quorum({
  meeting,
  request: { language },
}: {
  meeting: MeetingView['meeting']
  request: MeetingProps['request']
}) {
  if (meeting.state !== 'open') return null
  const here = decidersAmong(meeting.attendees.filter(isPresent), meeting.attendees)
  return (
    <Tag tone={hasQuorum(meeting) ? 'ok' : 'warm'}>
      {meetingText[language].quorumNow(here, neededIn(meeting))}
    </Tag>
  )
}
