import type { ComponentChildren } from 'preact'
import geometry from '../../data/geometry/finland-nuts3.json' with { type: 'json' }
import { formatCount, formatDecimal, type Language } from '../kernel/text.ts'
import { Bar } from './bar.tsx'
import { classOf, roundLimits, toneOf } from './map-scale.ts'
import { inWords, magnitude, type Quantity, write } from './quantity.ts'
import { type Column, type Sort, Table } from './table.tsx'
import { text } from './text.ts'
import { Hatch } from './timeline.tsx'

/** A region (NUTS 3) with the figure it is shaded by; without one it is hatched, never the lowest class. */
export type RegionFigure = {
  code: string
  name: string
  href?: string | undefined
  quantity?: Quantity | undefined
  /** What of it came true, 0 to 1: the dark part of its bar. */
  realised?: number | undefined
}

export type RegionMapProps<Row extends RegionFigure = RegionFigure> = {
  /** What is shown, of which years and level; the table's caption and the map's name. */
  caption: string
  regions: readonly Row[]
  /** Name of the figure, for its column: "Granted, M€". */
  figure: string
  /** Columns between the region's name and the figure. */
  columns?: readonly Column<Row>[]
  /** How the table can be sorted: by name, by figure. */
  sort?: { name?: Sort; figure?: Sort }
  /** The sum over the regions, when they may be summed. */
  total?: Quantity | undefined
  /** The region a page is about: outlined. */
  chosen?: string | undefined
  /** The table begins with the greatest figure, and regions without one are folded beneath it. */
  foldEmpty?: boolean
  note?: ComponentChildren
  language: Language
}

/** Finland by region, shaded in round-number classes, always with its table. */
export function RegionMap<Row extends RegionFigure>(props: RegionMapProps<Row>) {
  const { regions, language, note } = props
  const t = text[language]
  const values = regions.flatMap((region) => (region.quantity ? [magnitude(region.quantity)] : []))
  const limits = roundLimits(values)
  return (
    <div class="geo">
      <figure class="chart map">
        <Drawing
          regions={regions}
          caption={props.caption}
          chosen={props.chosen}
          limits={limits}
          language={language}
        />
        <figcaption>
          <Legend
            limits={limits}
            unit={unitOf(regions, language)}
            gaps={regions.some((r) => !r.quantity)}
            language={language}
          />
          <p class="note">
            {note} {t.boundaries}
          </p>
        </figcaption>
      </figure>
      <RegionTable {...props} most={Math.max(0, ...values)} />
    </div>
  )
}

const unitOf = (regions: readonly RegionFigure[], language: Language): string => {
  const first = regions.find((region) => region.quantity)?.quantity
  return first ? write(first, language).unit : ''
}

type DrawingProps = {
  regions: readonly RegionFigure[]
  caption: string
  chosen: string | undefined
  limits: readonly number[]
  language: Language
}

function Drawing({ regions, caption, chosen, limits, language }: DrawingProps) {
  const t = text[language]
  const known = new Map(regions.map((region) => [region.code, region]))
  const drawn = geometry.regions.map((shape) => ({ shape, region: known.get(shape.code) }))
  const tone = (region: RegionFigure | undefined) =>
    region?.quantity ? toneOf(classOf(magnitude(region.quantity), limits), limits) : 0
  return (
    <svg
      viewBox={`0 0 ${geometry.width} ${geometry.height}`}
      width="100%"
      role="img"
      aria-label={`${caption}. ${t.numbersInTable}`}
    >
      <defs>
        <Hatch id="no-data" kind="q-none" />
      </defs>
      {drawn.map(({ shape, region }) => (
        <path
          class={tone(region) ? `q${tone(region)}` : 'no-data'}
          fill={tone(region) ? undefined : 'url(#no-data)'}
          d={shape.path}
          data-code={shape.code}
          data-href={region?.href}
        >
          {region && (
            <title>{`${region.name}: ${region.quantity ? inWords(region.quantity, language) : t.noData}`}</title>
          )}
        </path>
      ))}
      {drawn.map(({ shape }) => shape.code === chosen && <path class="chosen" d={shape.path} />)}
      {drawn.map(
        ({ shape, region }) =>
          region?.quantity && (
            <Label
              at={shape.at}
              name={shape.named ? region.name : undefined}
              value={shortFigure(region.quantity, language)}
              tone={tone(region)}
            />
          ),
      )}
    </svg>
  )
}

/** On the map there is room for whole numbers only; small ones keep a decimal. The table has them exactly. */
function shortFigure(quantity: Quantity, language: Language): string {
  if ('share' in quantity) return `${formatDecimal(quantity.share * 100, language, 0)} %`
  const value = magnitude(quantity)
  const short = value >= 1e6 ? value / 1e6 : value
  return formatDecimal(short, language, short < 10 && !Number.isInteger(value) ? 1 : 0)
}

type LabelProps = { at: readonly number[]; name: string | undefined; value: string; tone: number }

function Label({ at, name, value, tone }: LabelProps) {
  const [x = 0, y = 0] = at
  const lines = name ? linesOf(name) : []
  const top = y - lines.length * 6.5 + 5
  return (
    <g class={`on-q${tone}`}>
      {lines.map((line, i) => (
        <text x={x} y={top + i * 13}>
          {line}
        </text>
      ))}
      <text class="strong" x={x} y={top + lines.length * 13.5}>
        {value}
      </text>
    </g>
  )
}

/** "Pohjois-Pohjanmaa" and "North Ostrobothnia" in two lines. */
const linesOf = (name: string): string[] => name.split(/(?<=-)|\s/)

type LegendProps = { limits: readonly number[]; unit: string; gaps: boolean; language: Language }

function Legend({ limits, unit, gaps, language }: LegendProps) {
  const t = text[language]
  const n = (value: number) => formatDecimal(value, language, Number.isInteger(value) ? 0 : value < 1 ? 2 : 1)
  const last = limits.length
  return (
    <>
      {last > 0 && (
        <ul class="legend steps">
          {[...limits, undefined].map((limit, i) => {
            const below = limits[i - 1]
            const label =
              limit === undefined
                ? t.atLeast(`${n(below ?? 0)}${unit && `\u00a0${unit}`}`)
                : below === undefined
                  ? t.under(n(limit))
                  : `${n(below)}–${n(limit)}`
            return (
              <li>
                <svg viewBox="0 0 52 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class={`q${toneOf(i, limits)}`} width="52" height="10" />
                </svg>
                {label}
              </li>
            )
          })}
        </ul>
      )}
      {gaps && (
        <ul class="legend">
          <li>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <rect class="no-data" fill="url(#no-data)" width="14" height="14" />
            </svg>
            {t.noData}
          </li>
        </ul>
      )}
    </>
  )
}

function RegionTable<Row extends RegionFigure>(props: RegionMapProps<Row> & { most: number }) {
  const { caption, regions, figure, columns = [], sort, total, most, language } = props
  const t = text[language]
  const realised = regions.some((region) => region.realised !== undefined)
  const all: Column<Row>[] = [
    {
      label: t.region,
      heading: true,
      sort: sort?.name,
      cell: (row) => (row.href ? <a href={row.href}>{row.name}</a> : row.name),
      ...(total && { foot: t.total }),
    },
    ...columns,
    {
      label: figure,
      numeric: true,
      sort: sort?.figure,
      cell: (row) =>
        row.quantity ? write(row.quantity, language).text : <span class="quiet">{t.noData}</span>,
      ...(total && { foot: write(total, language).text }),
    },
    {
      label: t.bar,
      quiet: true,
      class: 'bar-cell',
      cell: (row) =>
        row.quantity && (
          <Bar
            value={magnitude(row.quantity)}
            part={row.realised === undefined ? undefined : magnitude(row.quantity) * row.realised}
            max={most}
          />
        ),
    },
    ...(realised
      ? [
          {
            label: t.realised,
            numeric: true,
            cell: (row: Row) =>
              row.realised === undefined ? '' : inWords({ share: row.realised }, language),
          },
        ]
      : []),
  ]
  const table = (rows: readonly Row[]) => (
    <Table
      caption={caption}
      rows={rows}
      columns={all}
      class="regions"
      rowProps={(row) => ({ 'data-code': row.code })}
      language={language}
    />
  )
  if (!props.foldEmpty) return table(regions)
  const size = (region: Row) => (region.quantity ? magnitude(region.quantity) : 0)
  const empty = regions.filter((region) => !region.quantity)
  return (
    <div>
      {table(regions.filter((region) => region.quantity).sort((a, b) => size(b) - size(a)))}
      {empty.length > 0 && (
        <details class="twin">
          <summary>{t.otherRegions(formatCount(empty.length, language))}</summary>
          <p class="note">{empty.map((region) => region.name).join(', ')}</p>
        </details>
      )}
    </div>
  )
}
