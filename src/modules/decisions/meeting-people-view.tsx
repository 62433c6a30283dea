import { Section, Tag } from '../../ui/index.ts'
import { agendaText } from './agenda-text.ts'
import { Choose } from './choose.tsx'
import type { MeetingProps } from './meeting-props.ts'
import { attendeeRoles } from './meeting-rules.ts'
import { meetingText } from './meeting-text.ts'
import { isPresent } from './quorum.ts'

/** Who is called and who is there, each with their part in the meeting; and who could be called besides. */
export function Attendees({ view: { meeting }, people, request: { language, link } }: MeetingProps) {
  const [t, a] = [meetingText[language], agendaText[language]]
  const path = link(`/meetings/${meeting.id}`)
  const isOpen = meeting.state === 'open'
  const isAhead = isOpen || meeting.state === 'planned' || meeting.state === 'called'
  const others = people.filter((p) => !meeting.attendees.some((x) => x.person === p.id))
  return (
    <Section title={meeting.state === 'planned' ? t.called : t.present} id="present">
      <ul class="attendees">
        {meeting.attendees.map((x) => (
          <li>
            <span>
              {x.name}{' '}
              <span class="quiet">{x.person === meeting.chair ? t.roles.chair : t.roles[x.role]}</span>{' '}
              {isPresent(x) && (
                <Tag tone="ok" sign="done">
                  {t.comes}
                </Tag>
              )}
            </span>
            {isOpen && (
              <form method="post" action={`${path}/attendance`}>
                <input type="hidden" name="person" value={x.person} />
                <button class="btn" type="submit" name="present" value={isPresent(x) ? 'no' : 'yes'}>
                  {isPresent(x) ? t.leaves : t.comes}
                  <span class="vh">: {x.name}</span>
                </button>
              </form>
            )}
            {isAhead && !isOpen && x.role !== 'member' && (
              <form method="post" action={`${path}/dismissal`}>
                <button class="btn bare" type="submit" name="person" value={x.person}>
                  {a.dismiss}
                  <span class="vh">: {x.name}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {isAhead && others.length > 0 && (
        <details>
          <summary>{a.invite}</summary>
          <form method="post" action={`${path}/attendance`} class="inline">
            <Choose
              name="person"
              label={a.who}
              choices={others.map((p) => ({ value: p.id, label: p.name }))}
            />
            <Choose
              name="role"
              label={a.asRole}
              value="expert"
              choices={attendeeRoles.map((value) => ({ value, label: t.roles[value] }))}
            />
            <button class="btn" type="submit" name="present" value={isOpen ? 'yes' : 'no'}>
              {a.invite}
            </button>
          </form>
        </details>
      )}
    </Section>
  )
}
