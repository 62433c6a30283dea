import type { Language } from '../../kernel/text.ts'
import { type Day, formatDay } from '../../kernel/time.ts'
import type { EventOn } from './actions.ts'
import { eventPath } from './queries.ts'
import { daysBetween, eventKinds } from './rules.ts'
import { text } from './text.ts'

export type YearClockProps = {
  year: number
  items: readonly EventOn[]
  today: Day
  link: (path: string) => string
  language: Language
}

/** The year as a clock: January at the top, one ring for each kind. Its list stands beside it with the same content. */
export function YearClock(props: YearClockProps) {
  return (
    <figure class="chart year-clock">
      <Drawing {...props} size={wide} />
      <Drawing {...props} size={narrow} />
      <figcaption class="note">
        {text[props.language].outermost}:{' '}
        {eventKinds.map((kind, i) => (
          <span class="clock-legend">
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <circle class={`k${i + 1}`} cx="6" cy="6" r="5" />
            </svg>{' '}
            {text[props.language].kindsMany[kind]}{' '}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

const wide = { class: 'wide', width: 560, names: 252, outer: 232, step: 34, dot: 6 }
const narrow = { class: 'narrow', width: 358, names: 160, outer: 142, step: 23, dot: 5 }

function Drawing({ year, items, today, link, language, size }: YearClockProps & { size: typeof wide }) {
  const t = text[language]
  const c = size.width / 2
  const first = `${year}-01-01`
  const days = daysBetween(first, `${year + 1}-01-01`)
  /** A day of the year as an angle: a whole turn is a year. */
  const angle = (day: Day, more = 0) => ((daysBetween(first, day) + more) / days) * 2 * Math.PI
  const at = (turn: number, radius: number): [number, number] => [
    r(c + Math.sin(turn) * radius),
    r(c - Math.cos(turn) * radius),
  ]
  const inner = size.outer - size.step * (eventKinds.length - 1) - size.step / 2
  return (
    <svg
      class={size.class}
      viewBox={`0 0 ${size.width} ${size.width}`}
      width="100%"
      role="img"
      aria-label={t.drawing(year, items.length)}
    >
      {eventKinds.map((_, i) => (
        <circle class="ring" cx={c} cy={c} r={size.outer - i * size.step} />
      ))}
      {t.monthsShort.map((name, month) => {
        const turn = angle(monthDay(year, month + 1))
        const half = angle(monthDay(year, month + 1), 15)
        const [x1, y1] = at(turn, inner)
        const [x2, y2] = at(turn, size.outer + size.step / 2)
        const [x, y] = at(half, size.names)
        return (
          <>
            <line class="grid" x1={x1} y1={y1} x2={x2} y2={y2} />
            <text class="middle month" x={x} y={y + 5}>
              {name}
            </text>
          </>
        )
      })}
      {today.startsWith(`${year}-`) && (
        <Now of={at(angle(today), inner)} to={at(angle(today), size.outer + 14)} />
      )}
      {items.map(({ event, start, end }) => {
        const ring = eventKinds.indexOf(event.kind)
        const radius = size.outer - ring * size.step
        const from = Math.max(0, angle(start, 0.5))
        const to = Math.min(2 * Math.PI, angle(end, 0.5))
        const [x, y] = at(from, radius)
        return (
          <g class={event.cancelled_at ? 'off' : undefined} data-href={link(eventPath(event))}>
            <title>{`${formatDay(start, language)} ${event.title}`}</title>
            {to - from > 0.05 && <path class={`arc k${ring + 1}`} d={arc(at, from, to, radius)} />}
            <circle class={`k${ring + 1}`} cx={x} cy={y} r={size.dot} />
          </g>
        )
      })}
      <text class="middle year" x={c} y={c + 12}>
        {year}
      </text>
    </svg>
  )
}

const Now = ({ of: [x1, y1], to: [x2, y2] }: { of: [number, number]; to: [number, number] }) => (
  <line class="now" x1={x1} y1={y1} x2={x2} y2={y2} />
)

const monthDay = (year: number, month: number): Day => `${year}-${String(month).padStart(2, '0')}-01`

function arc(
  at: (turn: number, radius: number) => [number, number],
  from: number,
  to: number,
  radius: number,
) {
  const [x1, y1] = at(from, radius)
  const [x2, y2] = at(to, radius)
  return `M${x1} ${y1}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${x2} ${y2}`
}

const r = (n: number) => Math.round(n * 10) / 10
