import type { Point } from '../../engine/conflict/index.ts'
import { pick } from '../../kernel/text.ts'
import { Alert, Tag } from '../../ui/index.ts'
import { groundText } from '../conflicts/index.ts'
import { isMovable } from './agenda.ts'
import { agendaText } from './agenda-text.ts'
import { Choose } from './choose.tsx'
import { meetingName } from './meeting-frame.ts'
import type { MeetingProps } from './meeting-props.ts'
import type { Item, MeetingRecusal } from './meeting-queries.ts'
import { meetingText } from './meeting-text.ts'
import { euros } from './money.ts'

type Props = MeetingProps & { item: Item }

/** One item: what it is, who stands aside from it, what was decided, and what can be done with it now. */
export function ItemView(props: Props) {
  const { item, view, request } = props
  const { meeting, keptOut } = view
  const { language, link } = request
  const [t, a] = [meetingText[language], agendaText[language]]
  const signed = view.signed.filter((s) => s.decision === item.decision)
  const out = keptOut.includes(item.id)
  const name = nameOf(item, language)
  const next = item.movedTo && meetingName({ part: meeting.part, ...item.movedTo }, language)
  return (
    <>
      <h3>
        <span class="num">{item.position} §</span>{' '}
        {item.application && !out ? <a href={link(`/decisions/${item.application}`)}>{name}</a> : name}{' '}
        {item.moved ? <Tag tone="warm">{t.movedTag}</Tag> : item.taken && <Tag tone="on">{t.taken}</Tag>}
      </h3>
      {out && <Alert tone="warm" title={t.keptOut} />}
      {item.moved && (
        <p>
          {next ? t.movedTo(next) : t.movedOn}{' '}
          {item.movedTo && <a href={link(`/meetings/${item.movedTo.id}`)}>{a.meeting}</a>}
        </p>
      )}
      {meeting.recusals
        .filter((r) => r.item === item.id)
        .map((r) => (
          <Aside recusal={r} out={out} {...props} />
        ))}
      {signed.map((s) => (
        <p>
          <b>
            {s.outcome === 'yes'
              ? t.decided[meeting.part].yes(euros(s.grant, language), euros(s.cost, language))
              : t.decided[meeting.part].no}
          </b>
        </p>
      ))}
      <Deeds {...props} name={name} decided={signed.length > 0} out={out} />
      {(meeting.state === 'open' || meeting.state === 'held') && !out && (
        <>
          {item.notes && <p class="pre">{item.notes}</p>}
          <p>
            <a href={link(`/meetings/${meeting.id}/items/${item.id}/notes`)}>
              {t.notes}
              <span class="vh">: {name}</span>
            </a>
          </p>
        </>
      )}
    </>
  )
}

const nameOf = (item: Item, language: MeetingProps['request']['language']): string =>
  (item.title ? pick(item.title, language)?.text : `${item.name} (${item.number})`) ?? ''

/** Who stands aside, on which ground, and the deputy in their place: one who is called can be noted here. */
function Aside({
  recusal: r,
  out,
  item,
  view: { meeting },
  request: { language, link },
}: Props & { recusal: MeetingRecusal; out: boolean }) {
  const [t, a] = [meetingText[language], agendaText[language]]
  const aside = meeting.recusals.filter((x) => x.item === item.id)
  const deputies = meeting.attendees.filter(
    (x) => x.role === 'deputy' && !aside.some((y) => y.person === x.person || y.deputy === x.person),
  )
  const seats = meeting.state === 'open' && !r.deputy && !item.moved && deputies.length > 0
  return (
    <>
      <p>
        {t.recused(
          r.name,
          groundText((r.ground ?? 7) as Point, language),
          out ? '' : r.words,
          r.deputyName ?? '',
        )}
      </p>
      {seats && (
        <form method="post" action={link(`/meetings/${meeting.id}/items/${item.id}/deputy`)} class="inline">
          <input type="hidden" name="person" value={r.person} />
          <Choose
            name="deputy"
            label={t.deputy}
            about={r.name}
            choices={deputies.map((x) => ({ value: x.person, label: x.name }))}
          />
          <button class="btn" type="submit">
            {a.seat}
          </button>
        </form>
      )}
    </>
  )
}

/** Before the meeting its place on the agenda; in it, taking it up, deciding it, declaring, or leaving it for another. */
function Deeds({
  item,
  view: { meeting },
  coming,
  request: { language, link, actor },
  name,
  decided,
  out,
}: Props & { name: string; decided: boolean; out: boolean }) {
  const [t, a] = [meetingText[language], agendaText[language]]
  const path = link(`/meetings/${meeting.id}`)
  const self = actor.kind === 'person' ? actor.id : ''
  const sits = meeting.attendees.some((x) => x.person === self)
  const place = meeting.part === 'selection' ? 'selection' : 'decision'
  const isPlan = meeting.state === 'planned' || meeting.state === 'called'
  const isOpen = meeting.state === 'open' && !item.moved
  const about = <span class="vh">: {name}</span>
  return (
    <>
      <div class="deeds">
        {isPlan && isMovable(item) && (
          <form method="post" action={`${path}/agenda/${item.id}`}>
            {(['up', 'down', 'off'] as const).map((to) => (
              <button class="btn bare" type="submit" name="to" value={to}>
                {a[to]}
                {about}
              </button>
            ))}
          </form>
        )}
        {isOpen && !item.taken && (
          <form method="post" action={`${path}/items/${item.id}`}>
            <button class="btn" type="submit">
              {t.take}
              {about}
            </button>
          </form>
        )}
        {isOpen && item.taken && item.application && !decided && !out && (
          <a class="btn" href={link(`/decisions/${item.application}/${place}`)}>
            {t.decide}
            {about}
          </a>
        )}
        {item.application && sits && (meeting.state === 'called' || isOpen) && !decided && (
          <a class="btn" href={`${path}/items/${item.id}/declaration`}>
            {t.declare}
            {about}
          </a>
        )}
      </div>
      {isOpen && item.decision && !decided && (
        <details>
          <summary>
            {a.postpone}
            {about}
          </summary>
          <form method="post" action={`${path}/items/${item.id}/postponement`} class="inline">
            <Choose
              name="to"
              label={a.postponeTo}
              about={name}
              none={a.laterMeeting}
              choices={coming.map((m) => ({ value: m.id, label: meetingName(m, language) }))}
            />
            <button class="btn" type="submit">
              {a.postpone}
              {about}
            </button>
          </form>
        </details>
      )}
    </>
  )
}
