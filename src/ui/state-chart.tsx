import type { Language } from '../kernel/text.ts'
import { Table } from './table.tsx'
import { text } from './text.ts'

/** A machine as the chart needs it: kernel/machine.ts has this shape. */
type Drawn = {
  states: Readonly<Record<string, Readonly<Record<Language, string>>>>
  events: Readonly<
    Record<
      string,
      {
        says: Readonly<Record<Language, string>>
        from: readonly string[]
        to: string
        by: readonly string[]
        reason?: true
      }
    >
  >
}

export type StateChartProps = {
  machine: Drawn
  /** The state in which the thing is now. */
  now?: string | undefined
  caption: string
  /** What an office, or 'system', is called. */
  office: (who: string) => string
  words: { event: string; from: string; to: string; by: string; here: string }
  language: Language
}

const box = { width: 190, height: 38, gap: 34, left: 12, lane: 22 }

type Arrow = { from: number; to: number; label: string }

/** States from the first to the last, one under another, with an arrow for each event; and the same as a table. */
export function StateChart({ machine, now, caption, office, words: w, language }: StateChartProps) {
  const names = Object.keys(machine.states)
  const events = Object.values(machine.events)
  const arrows: Arrow[] = events.flatMap(({ says, from, to }) =>
    from.map((state) => ({ from: names.indexOf(state), to: names.indexOf(to), label: says[language] })),
  )
  const straight = arrows.filter((a) => a.to === a.from + 1)
  const round = arrows
    .filter((a) => a.to !== a.from + 1)
    .toSorted((a, b) => Math.abs(a.to - a.from) - Math.abs(b.to - b.from))
  const y = (i: number) => 8 + i * (box.height + box.gap)
  const height = y(names.length - 1) + box.height + 8
  const width = box.left + box.width + (round.length + 1) * box.lane + 6
  return (
    <>
      <svg class="state-chart" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img">
        <title>{`${caption}. ${text[language].numbersInTable}`}</title>
        <defs>
          <marker
            id="state-tip"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {names.map((name, i) => (
          <g class={name === now ? 'here' : undefined}>
            <rect x={box.left} y={y(i)} width={box.width} height={box.height} rx="3" />
            <text x={box.left + box.width / 2} y={y(i) + box.height / 2 + 5}>
              {machine.states[name]![language]}
            </text>
          </g>
        ))}
        {straight.map((a) => (
          <path class="arrow" d={`M${box.left + box.width / 2} ${y(a.from) + box.height}V${y(a.to) - 1}`} />
        ))}
        {round.map((a, lane) => {
          const x = box.left + box.width
          const bend = x + (lane + 1) * box.lane
          const out = y(a.from) + box.height * (a.to > a.from ? 0.72 : 0.28)
          const back = y(a.to) + box.height * (a.to > a.from ? 0.28 : 0.72)
          return a.from === a.to ? (
            <path class="arrow" d={`M${x} ${y(a.from) + 10}H${bend}V${y(a.from) + 28}H${x + 1}`} />
          ) : (
            <path class="arrow" d={`M${x} ${out}H${bend}V${back}H${x + 1}`} />
          )
        })}
      </svg>
      <Table
        caption={caption}
        columns={[
          { label: w.event, heading: true, cell: (e) => e.says[language] },
          {
            label: w.from,
            phone: 'labelled',
            cell: (e) =>
              e.from.map((s) => machine.states[s]![language]).join(', ') +
              (now !== undefined && e.from.includes(now) ? ` (${w.here})` : ''),
          },
          { label: w.to, phone: 'labelled', cell: (e) => machine.states[e.to]![language] },
          { label: w.by, phone: 'line', cell: (e) => e.by.map(office).join(', ') },
        ]}
        rows={events}
        cards
        language={language}
      />
    </>
  )
}
