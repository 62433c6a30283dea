import { scaleLinear } from 'd3-scale'
import type { ComponentChildren } from 'preact'
import { currencySign, formatAmount, formatMillions } from '../kernel/money.ts'
import { formatCount, type Language } from '../kernel/text.ts'
import type { Chart, Mark } from './charts/chart.ts'
import { type ChartFormat, TakeAway } from './charts/chart-figure.tsx'
import { type Column, Scroll, Table } from './table.tsx'
import { text } from './text.ts'

/** One year's money in cents of one currency. */
export type YearMoney = {
  year: number
  granted: bigint
  realised?: bigint | undefined
  count?: number | undefined
}

export type YearChartProps = {
  /** What is counted, for the table's caption and for who cannot see the chart. */
  caption: string
  years: readonly YearMoney[]
  currency: string
  /** From this year on the numbers are not final; the reason in words, a line each. */
  unfinished?: { from: number; note: readonly string[]; short: readonly string[] } | undefined
  /** What the table's count column counts. */
  counted?: string | undefined
  /** What is left out of the chart; under the table. */
  note?: ComponentChildren
  /** The same as a file to take away (`yearsDrawn`). */
  files?: ((format: ChartFormat) => string) | undefined
  language: Language
}

/** The years as a chart that can be taken away, exact to the cent in the unit that it is drawn in. */
export function yearsDrawn(
  props: Pick<YearChartProps, 'years' | 'currency' | 'language'> & {
    title: string
    source: string
    note?: string
  },
): Chart {
  const { years, currency, language, ...said } = props
  const t = text[language]
  const unit = moneyUnit(years)
  const mark = (amount: bigint): Mark => ({
    value: Number(amount) / Number(cents[unit]),
    exact: inUnit(amount, unit),
  })
  return {
    ...said,
    form: 'columns',
    unit: t.in[unit](currency),
    decimals: 0,
    language,
    names: { whole: t.grantedLegend, part: t.realisedLegend },
    columns: years.map((y) => ({
      period: `${y.year}`,
      mark: mark(y.granted),
      part: y.realised === undefined ? null : mark(y.realised),
    })),
  }
}

/** Cents as decimal text in a larger unit, no digit lost. */
function inUnit(amount: bigint, unit: MoneyUnit): string {
  const places = { millions: 8, thousands: 5, units: 2 }[unit]
  const digits = `${amount < 0n ? -amount : amount}`.padStart(places + 1, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** The unit the bars are labelled in: the largest that leaves digits to read. In cents. */
type MoneyUnit = 'millions' | 'thousands' | 'units'
const cents = { millions: 100_000_000n, thousands: 100_000n, units: 100n } as const

function moneyUnit(years: readonly YearMoney[]): MoneyUnit {
  const reaches = (least: bigint) => years.some((y) => y.granted >= least)
  return reaches(10n * cents.millions) ? 'millions' : reaches(10n * cents.thousands) ? 'thousands' : 'units'
}

/** Granted and realised by year, as one bar each: the dark part is what came true. */
export function YearChart(props: YearChartProps) {
  const { years, language } = props
  const t = text[language]
  const unit = moneyUnit(years)
  const realised = years.some((y) => y.realised !== undefined)
  const label = `${props.caption}, ${t.in[unit](props.currency).toLowerCase()}. ${t.numbersInTable}`
  return (
    <figure class="chart">
      <figcaption class="note">{t.in[unit](props.currency)}</figcaption>
      {realised && (
        <ul class="legend">
          <li>
            <Swatch kind="soft" />
            {t.grantedLegend}
          </li>
          <li>
            <Swatch kind="mark" />
            {t.realisedLegend}
          </li>
        </ul>
      )}
      <Drawing {...props} unit={unit} label={label} size={wide} />
      <Drawing {...props} unit={unit} label={label} size={narrow} />
      <div class="ch-foot">
        <details class="twin">
          <summary>{t.asTable}</summary>
          <Twin {...props} realised={realised} />
        </details>
        {props.files && <TakeAway files={props.files} language={language} />}
      </div>
    </figure>
  )
}

const wide = { class: 'wide', width: 770, height: 360, left: 46, top: 20, base: 334, small: false }
const narrow = { class: 'narrow', width: 358, height: 250, left: 30, top: 12, base: 226, small: true }
type DrawingProps = YearChartProps & { unit: MoneyUnit; label: string; size: typeof wide }

function Drawing({ years, unit, label, size, unfinished, currency, language }: DrawingProps) {
  const { width, left, base, top, small } = size
  const t = text[language]
  const value = (amount: bigint) => Math.max(0, Number(amount) / Number(cents[unit]))
  const most = Math.max(...years.map((y) => value(y.granted)), 1)
  const y = scaleLinear([0, most * 1.1], [base, top])
  const pitch = (width - left - 4) / Math.max(1, years.length)
  const bar = Math.min(46, pitch * 0.66)
  const x = (i: number) => left + (i + 0.5) * pitch - bar / 2
  const open = unfinished ? years.findIndex((year) => year.year >= unfinished.from) : -1
  const lines = small ? unfinished?.short : unfinished?.note
  const longest = Math.max(0, ...(lines ?? []).map((line) => line.length))
  const noteFits = longest * (small ? 5.6 : 6.2) + 12 < (years.length - open) * pitch
  const tallest = years.findIndex((year) => value(year.granted) === most)
  const every = Math.max(1, Math.ceil((small ? 24 : 40) / pitch))
  return (
    <svg
      class={size.class}
      viewBox={`0 0 ${width} ${size.height}`}
      width="100%"
      role="img"
      aria-label={label}
    >
      {open >= 0 && (
        <rect
          class="quiet-ground"
          x={r(left + open * pitch)}
          y={top}
          width={r((years.length - open) * pitch + 4)}
          height={base - top}
        />
      )}
      {y.ticks(4).map(
        (tick) =>
          tick > 0 && (
            <>
              <line class="grid" x1={left} x2={width} y1={r(y(tick))} y2={r(y(tick))} />
              <text class="quiet end" x={left - 6} y={r(y(tick) + 4)}>
                {formatCount(tick, language)}
              </text>
            </>
          ),
      )}
      {open >= 0 &&
        lines?.map((line, i) => (
          <text
            class={noteFits ? 'quiet halo' : 'quiet halo end'}
            x={noteFits ? r(left + open * pitch + 8) : width - 4}
            y={top + 18 + i * 17}
          >
            {line}
          </text>
        ))}
      {years.map((year, i) => {
        const written = formatCount(Math.round(value(year.granted)), language)
        const fits = written.length * 7 < pitch + 4 || i === tallest
        return (
          <>
            <rect
              class="soft"
              x={r(x(i))}
              y={r(y(value(year.granted)))}
              width={r(bar)}
              height={r(base - y(value(year.granted)))}
            />
            {year.realised !== undefined && (
              <rect
                class="mark"
                x={r(x(i))}
                y={r(y(value(year.realised)))}
                width={r(bar)}
                height={r(base - y(value(year.realised)))}
              />
            )}
            {fits && (
              <text class="middle strong" x={r(x(i) + bar / 2)} y={r(y(value(year.granted)) - 6)}>
                {written}
              </text>
            )}
            {i % every === 0 && (
              <text class="middle quiet" x={r(x(i) + bar / 2)} y={base + (small ? 17 : 19)}>
                {small ? `’${String(year.year).slice(2)}` : year.year}
              </text>
            )}
          </>
        )
      })}
      {!small && (
        <Leaders
          at={tallest}
          {...{ years, unit, currency, language }}
          x={x(tallest) + bar}
          y={(n) => y(value(n))}
          room={tallest + 2 < years.length && open !== tallest + 1}
          words={t}
        />
      )}
      <line class="axis" x1={left} x2={width} y1={base} y2={base} />
    </svg>
  )
}

type LeadersProps = {
  at: number
  years: readonly YearMoney[]
  unit: MoneyUnit
  currency: string
  language: Language
  x: number
  y: (cents: bigint) => number
  room: boolean
  words: { granted: string; realised: string }
}

/** Names the two parts on the tallest bar itself, when the two bars after it, with their numbers, leave room. */
function Leaders({ at, years, unit, currency, language, x, y, room, words }: LeadersProps) {
  const bar = years[at]
  if (!room || !bar || bar.realised === undefined) return null
  const upper = y(bar.granted) + 5
  const lower = Math.max(y(bar.realised) + 9, upper + 19)
  if (years.slice(at + 1, at + 3).some((next) => y(next.granted) - 24 < lower)) return null
  const written = (amount: bigint) => rounded(amount, unit, currency, language)
  return (
    <>
      {[
        { at: upper, line: `${words.granted} ${written(bar.granted)}` },
        { at: lower, line: `${words.realised} ${written(bar.realised)}` },
      ].map((leader) => (
        <>
          <line class="axis" x1={r(x + 2)} x2={r(x + 14)} y1={r(leader.at)} y2={r(leader.at)} />
          <text x={r(x + 18)} y={r(leader.at + 4)}>
            {leader.line}
          </text>
        </>
      ))}
    </>
  )
}

/** "945 M€"; smaller sums rounded to the unit of the chart and written out: "94 000 €". */
function rounded(amount: bigint, unit: MoneyUnit, currency: string, language: Language): string {
  const sign = currencySign(currency)
  if (unit === 'millions') return `${formatMillions(amount, language, 0)}\u00a0M${sign}`
  const step = cents[unit]
  return `${formatCount(((amount + step / 2n) / step) * (step / 100n), language)}\u00a0${sign}`
}

function Twin({
  years,
  caption,
  currency,
  counted,
  note,
  language,
  realised,
}: YearChartProps & { realised: boolean }) {
  const t = text[language]
  const sign = currencySign(currency)
  const sum = (pick: (y: YearMoney) => bigint) =>
    formatAmount(
      years.reduce((total, y) => total + pick(y), 0n),
      language,
    )
  const columns: Column<YearMoney>[] = [
    { label: t.year, heading: true, cell: (y) => y.year, foot: t.total },
    ...(years.some((y) => y.count !== undefined)
      ? [
          {
            label: counted ?? '',
            numeric: true,
            cell: (y: YearMoney) => (y.count === undefined ? t.unknown : formatCount(y.count, language)),
            foot: formatCount(
              years.reduce((n, y) => n + (y.count ?? 0), 0),
              language,
            ),
          },
        ]
      : []),
    {
      label: `${t.granted}, ${sign}`,
      numeric: true,
      cell: (y) => formatAmount(y.granted, language),
      foot: sum((y) => y.granted),
    },
    ...(realised
      ? [
          {
            label: `${t.realised}, ${sign}`,
            numeric: true,
            cell: (y: YearMoney) =>
              y.realised === undefined ? t.unknown : formatAmount(y.realised, language),
            foot: sum((y) => y.realised ?? 0n),
          },
        ]
      : []),
  ]
  return (
    <>
      <Scroll label={caption}>
        <Table caption={caption} columns={columns} rows={years} density="tight" language={language} />
      </Scroll>
      {note && <p class="note">{note}</p>}
    </>
  )
}

/** A legend's colour sample. */
export function Swatch({ kind }: { kind: string }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      <rect class={kind} width="14" height="14" />
    </svg>
  )
}

const r = (n: number) => Math.round(n * 10) / 10
