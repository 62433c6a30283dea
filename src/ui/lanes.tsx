import type { ComponentChildren } from 'preact'
import type { Day } from '../kernel/time.ts'
import { yearsOf } from './timeline.tsx'

export type Lane = {
  title: string
  href: string
  summary: string
  /** The period in words; the bar beside it is drawn from the days. */
  period: string
  start?: Day | undefined
  end?: Day | undefined
  figure?: ComponentChildren
  figureNote?: string | undefined
}

export type LanesProps = {
  items: readonly Lane[]
  /** First year of the scale, and the year it ends before. */
  from: number
  to: number
  now: Day
  /** When a page has several. */
  id?: string
}

/** Ecosystems or programmes as ruled rows, each with its years on one common scale. */
export function Lanes({ items, from, to, now, id = 'lanes' }: LanesProps) {
  const years = Array.from({ length: to - from }, (_, i) => from + i)
  const at = (day: Day) => (yearsOf(day) - from) / (to - from)
  return (
    <div class="lanes">
      <div class="lanes-head" aria-hidden="true">
        <span />
        <svg class="years" width="100%" height="20" aria-hidden="true">
          {years.map((year, i) => (
            <>
              <line
                class="grid-2"
                x1={percent(i / years.length)}
                x2={percent(i / years.length)}
                y1="2"
                y2="20"
              />
              <text class="quiet" x={percent(i / years.length)} dx="4" y="14">
                {year}
              </text>
            </>
          ))}
        </svg>
        <span />
      </div>
      {items.map((item, i) => (
        <div class="lanes-row">
          <div>
            <h3>
              <a href={item.href}>{item.title}</a>
            </h3>
            <p>{item.summary}</p>
          </div>
          <div class="period">
            <LaneBar
              id={`${id}-${i}`}
              start={item.start === undefined ? undefined : at(item.start)}
              end={item.end ? at(item.end) : 1}
              now={at(now)}
            />
            <span class="note">{item.period}</span>
          </div>
          <div class="lane-figure">
            {item.figure && <b>{item.figure}</b>}
            {item.figureNote && <span class="note">{item.figureNote}</span>}
          </div>
        </div>
      ))}
    </div>
  )
}

type LaneBarProps = { id: string; start: number | undefined; end: number; now: number }

/** Shares of the scale, 0 to 1. A bar whose start is not known fades in. */
function LaneBar({ id, start, end, now }: LaneBarProps) {
  const left = Math.max(0, start ?? 0)
  const fill = start === undefined ? `url(#${id})` : undefined
  return (
    <svg class="lane-bar" width="100%" height="20" aria-hidden="true" focusable="false">
      {fill && (
        <linearGradient id={id}>
          <stop class="fade" offset="0" stop-opacity="0" />
          <stop class="fade" offset="0.55" />
        </linearGradient>
      )}
      <rect class="ground" y="5" width="100%" height="10" />
      <rect
        class={fill ? undefined : 'mark'}
        fill={fill}
        x={percent(left)}
        y="5"
        width={percent(end - left)}
        height="10"
      />
      {now >= 0 && now <= 1 && <line class="now" x1={percent(now)} x2={percent(now)} y1="0" y2="20" />}
    </svg>
  )
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`
