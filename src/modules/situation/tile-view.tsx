import { type Language, pick } from '../../kernel/text.ts'
import {
  Bar,
  ChartFigure,
  type ChartFormat,
  type Column,
  InLanguage,
  LinkList,
  OriginLink,
  Scroll,
  Section,
  Table,
  Tag,
} from '../../ui/index.ts'
import { chartOf } from './charts.ts'
import type { Content, Figure, MadeTable, MadeTile } from './content.ts'
import { text } from './text.ts'
import { figurePath, periodIn, situationPath, written } from './writing.ts'

export type View = {
  content: Content
  language: Language
  link: (path: string) => string
  /** Key and name of the picture. */
  key: string
  name: string
  /** The day of a snapshot, where it is not the present one. */
  on?: string | undefined
  /** Whether it stands alone on another site: without ways to take it away. */
  alone?: boolean
}

const lightSigns = {
  met: { tone: 'ok', sign: 'done' },
  green: { tone: 'ok', sign: 'running' },
  amber: { tone: 'warm', sign: 'waiting' },
  red: { tone: 'bad', sign: 'stopped' },
  early: { tone: 'plain', sign: 'waiting' },
  none: { tone: 'plain', sign: undefined },
} as const

/** A figure with its unit, its period and the way to where it comes from. */
function Value({ id, view, column }: { id: string; view: View; column?: boolean }) {
  const { content, language, link, key, on } = view
  const figure = content.figures[id]
  if (!figure) return null
  const t = text[language]
  const about = pick(figure.label, language)?.text ?? id
  const href = link(`${figurePath(key, id)}${on ? `?on=${on}` : ''}`)
  const shown =
    figure.value === null ? undefined : written(figure.value, figure, language, column ? 'column' : 'short')
  return (
    <span class="num">
      {shown ? (
        <>
          {shown.text}
          {shown.unit && <small>{`\u00a0${shown.unit}`}</small>}
        </>
      ) : (
        <small class="quiet">{(figure.missing && pick(figure.missing, language)?.text) ?? t.missing}</small>
      )}
      <OriginLink href={href} about={about} language={language} />
      {figure.period && (!column || isDay(figure.period)) && <PeriodOf figure={figure} language={language} />}
    </span>
  )
}

const isDay = (period: string) => /^\d{4}-\d{2}-\d{2}$/.test(period)

const PeriodOf = ({ figure, language }: { figure: Figure; language: Language }) => (
  <small class="sub">
    {isDay(figure.period!)
      ? text[language].by(periodIn(figure.period!, language))
      : periodIn(figure.period!, language)}
  </small>
)

/** One tile: figures first, then the chart, the table, the list, and what must be known of them. */
export function TileView({ tile, view }: { tile: MadeTile; view: View }) {
  const { content, language, link, key, name, on, alone } = view
  const t = text[language]
  const chart = chartOf(content, tile, language, name)
  const files = (format: ChartFormat) =>
    link(situationPath(key, `/tiles/${tile.id}/chart.${format}${on ? `?on=${on}` : ''}`))
  return (
    <Section
      id={`tile-${tile.id}`}
      class="sit-tile"
      title={<InLanguage names={tile.title} language={language} />}
      note={
        tile.exercise && (
          <Tag tone="warm" sign="waiting">
            {t.exercise}
          </Tag>
        )
      }
    >
      {tile.lead && <Lead tile={tile} language={language} />}
      {tile.figures.length > 0 && (
        <dl class="stats stat">
          {tile.figures.map((id) => (
            <div>
              <dt>
                <InLanguage names={content.figures[id]?.label ?? {}} language={language} />
              </dt>
              <dd>
                <Value id={id} view={view} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {tile.table && <TileTable tile={tile} table={tile.table} view={view} />}
      {chart && tile.kind !== 'coverage' && (
        <ChartFigure
          chart={{ ...chart, note: undefined }}
          {...(!alone && { files })}
          source={<ChartSource tile={tile} view={view} />}
        />
      )}
      {tile.list && tile.list.length > 0 && (
        <LinkList
          items={tile.list.map(({ label, path, note }) => ({
            label: pick(label, language)?.text ?? path,
            href: link(path),
            note: pick(note, language)?.text,
          }))}
        />
      )}
      <Notes tile={tile} language={language} />
    </Section>
  )
}

const Lead = ({ tile, language }: { tile: MadeTile; language: Language }) => (
  <p class={tile.kind === 'note' ? 'lead' : 'note'}>
    <InLanguage names={tile.lead!} language={language} />
  </p>
)

/** Tiles of many columns take the whole width of a desk. */
export const isWide = ({ kind, table }: MadeTile): boolean =>
  kind === 'note' || kind === 'money' || kind === 'projects' || (table?.columns.length ?? 0) > 3

/** The origin of each series under the chart. */
function ChartSource({ tile, view }: { tile: MadeTile; view: View }) {
  const { content, language, link, key, on } = view
  return (
    <>
      {tile.chart?.series.map((id, i) => (
        <>
          {i > 0 && ', '}
          <a href={link(`${figurePath(key, id)}${on ? `?on=${on}` : ''}`)}>
            {pick(content.series[id]?.label ?? {}, language)?.text ?? id}
          </a>
        </>
      ))}
    </>
  )
}

type Row = MadeTable['rows'][number]

function TileTable({ tile, table, view }: { tile: MadeTile; table: MadeTable; view: View }) {
  const { content, language, link } = view
  const last = (row: Row) => Number(content.figures[row.cells.at(-1) ?? '']?.value ?? 0)
  const most = Math.max(0, ...table.rows.filter(({ apart }) => !apart).map(last))
  const lights = table.rows.some(({ cells }) => cells.some((id) => id && content.figures[id]?.light))
  const columns: Column<Row>[] = [
    {
      label: pick(table.head, language)?.text ?? '',
      heading: true,
      phone: 'wide',
      cell: ({ label, path }) =>
        path ? (
          <a href={link(path)}>
            <InLanguage names={label} language={language} />
          </a>
        ) : (
          <InLanguage names={label} language={language} />
        ),
    },
    ...table.columns.map(
      (label, i): Column<Row> => ({
        label: pick(label, language)?.text ?? '',
        numeric: true,
        phone: 'line',
        cell: ({ cells }) => (cells[i] ? <Value id={cells[i]} view={view} column /> : '–'),
      }),
    ),
    ...(lights
      ? [
          {
            label: text[language].state,
            phone: 'line' as const,
            cell: ({ cells }: Row) => <LightOf ids={cells} view={view} />,
          },
        ]
      : []),
    ...(tile.kind === 'coverage'
      ? [
          {
            label: pick(table.columns.at(-1)!, language)?.text ?? '',
            quiet: true,
            phone: 'wide' as const,
            class: 'sit-bar',
            cell: (row: Row) => (row.apart ? null : <Bar value={last(row)} max={most} />),
          },
        ]
      : []),
  ]
  const caption = pick(tile.title, language)?.text ?? ''
  return (
    <Scroll label={caption}>
      <Table
        caption={caption}
        rows={table.rows}
        columns={columns}
        density="tight"
        cards={columns.length > 4 || lights}
        language={language}
      />
    </Scroll>
  )
}

function LightOf({ ids, view: { content, language } }: { ids: readonly (string | null)[]; view: View }) {
  const light = ids.flatMap((id) => (id && content.figures[id]?.light) || []).at(0)
  if (!light) return null
  return <Tag {...lightSigns[light]}>{text[language].lights[light]}</Tag>
}

/** What must be known; the rule of the traffic light stands one press away, under its own word. */
function Notes({ tile, language }: { tile: MadeTile; language: Language }) {
  if (!tile.notes?.length) return null
  const lines = tile.notes.map((note) => (
    <p class="note">
      <InLanguage names={note} language={language} />
    </p>
  ))
  if (tile.kind !== 'indicators') return <>{lines}</>
  return (
    <details>
      <summary>{text[language].lightRule}</summary>
      {lines}
    </details>
  )
}
