import type { ComponentChildren } from 'preact'
import { type Category, type Dimension, isUncertain, meaningsOf } from '../../engine/statistics/index.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { BarList, InLanguage, LineChart, Scroll, SelectField, Table } from '../../ui/index.ts'
import { figureText, periodText } from './figure.ts'
import { levelText } from './level-text.ts'
import { text } from './text.ts'
import type { Figure, Figures } from './values.ts'
import type { View } from './view.ts'

export type FiguresViewProps = {
  view: View
  figures: Figures
  /** All dimensions, to choose from. */
  dimensions: readonly Dimension[]
  action: string
  version: string | null
  language: Language
}

export const nameOf = ({ name, code }: Category, language: Language): string =>
  pick(name, language)?.text ?? code

export const dimensionName = ({ name, id }: Dimension, language: Language): string =>
  pick(name, language)?.text ?? id

/** The chosen part of a dataset: choices, chart, table, and what the marks mean. */
export function FiguresView(props: FiguresViewProps) {
  const { view, figures, language } = props
  const at = new Map(figures.figures.map((f) => [keyOf(view, f), f]))
  const shown = { ...props, at }
  return (
    <>
      <Choices {...props} />
      <Chart {...shown} />
      <Scroll label={text[language].figures}>
        <FigureTable {...shown} />
      </Scroll>
      <Legend figures={figures.figures} language={language} />
    </>
  )
}

const keyOf = ({ rows, columns }: View, { codes }: Figure): string =>
  `${codes[rows.id]}\t${columns ? codes[columns.id] : ''}`

function Choices({ view, dimensions, action, version, language }: FiguresViewProps) {
  const t = text[language]
  const rowChoices = dimensions.filter((d) => d.role !== 'time')
  return (
    <form method="get" action={action} class="stat-slice">
      {version && <input type="hidden" name="version" value={version} />}
      {rowChoices.length > 1 && (
        <SelectField
          name="rows"
          label={t.rows}
          choices={rowChoices.map((d) => ({ value: d.id, label: dimensionName(d, language) }))}
          value={view.rows.id}
          language={language}
        />
      )}
      {view.levels.length > 1 && (
        <SelectField
          name="level"
          label={t.level}
          choices={view.levels.map((level) => ({ value: level, label: levelText[language].levels[level] }))}
          value={view.level}
          language={language}
        />
      )}
      {view.countries.length > 0 && (
        <SelectField
          name="country"
          label={t.country}
          choices={view.countries.map((code) => ({
            value: code,
            label: countryName(code, dimensions, language),
          }))}
          value={view.country}
          language={language}
        />
      )}
      {view.fixed
        .filter(({ dimension }) => dimension.categories.length > 1)
        .map(({ dimension, code }) => (
          <SelectField
            name={`d.${dimension.id}`}
            label={dimensionName(dimension, language)}
            choices={dimension.categories.map((c) => ({ value: c.code, label: nameOf(c, language) }))}
            value={code}
            language={language}
          />
        ))}
      <button class="btn" type="submit">
        {t.show}
      </button>
    </form>
  )
}

const countryName = (code: string, dimensions: readonly Dimension[], language: Language): string => {
  const category = dimensions.find(({ role }) => role === 'geo')?.categories.find((c) => c.code === code)
  return category ? nameOf(category, language) : code
}

/** The unit and decimals of a figure: of whichever of its categories has them. */
export function measureOf(view: View, row?: Category): { unit?: string; decimals?: number } {
  const chosen = view.fixed.map(({ dimension, code }) => dimension.categories.find((c) => c.code === code)!)
  const found = [...(row ? [row] : []), ...chosen].find(
    (c) => c.unit !== undefined || c.decimals !== undefined,
  )
  return {
    ...(found?.unit !== undefined && { unit: found.unit }),
    ...(found?.decimals !== undefined && { decimals: found.decimals }),
  }
}

/** The unit in words: the source's own, or the chosen category of a dimension of units. */
export function unitOf(view: View, language: Language): string | undefined {
  const own = measureOf(view).unit
  if (own) return own
  const unit = view.fixed.find(({ dimension }) => /^unit$/i.test(dimension.id))
  const category = unit?.dimension.categories.find((c) => c.code === unit.code)
  return category && nameOf(category, language)
}

type Shown = FiguresViewProps & { at: ReadonlyMap<string, Figure> }

/** So many rows have lines that can be told apart; of more, those with the largest last values are not guessed at. */
const mostLines = 5

function Chart({ view, at, language }: Shown) {
  const t = text[language]
  const periods = (view.columns?.categories ?? []).map(({ code }) => code).sort()
  const rows = view.rows.categories.filter(({ code }) => periods.some((p) => at.get(`${code}\t${p}`)?.value))
  const unit = unitOf(view, language)
  if (rows.length === 0) return null
  if (periods.length > 2) {
    const shown = rows.slice(0, mostLines)
    const lines = shown.map((row) => ({
      label: nameOf(row, language),
      points: periods.map((p) => {
        const figure = at.get(`${row.code}\t${p}`)
        return figure?.value ? { value: Number(figure.value), uncertain: isUncertain(figure.flag) } : null
      }),
    }))
    const note = rows.length > shown.length ? t.firstLines(`${shown.length}`, `${rows.length}`) : t.inTable
    return (
      <LineChart
        caption={t.chartOf(dimensionName(view.rows, language))}
        unit={unit}
        periods={periods.map(periodText)}
        lines={lines}
        note={note}
        language={language}
      />
    )
  }
  const last = periods.at(-1) ?? ''
  // Rows of different units have no common scale.
  if (rows.length < 2 || rows.length > 25 || view.rows.role === 'metric') return null
  const items = rows.flatMap((row) => {
    const figure = at.get(`${row.code}\t${last}`)
    if (!figure?.value || Number(figure.value) < 0) return []
    const { decimals } = measureOf(view, row)
    return [
      {
        label: nameOf(row, language),
        value: Number(figure.value),
        text: figureText(figure, language, decimals).text,
      },
    ]
  })
  return (
    <figure class="chart">
      <figcaption class="note">{[periodText(last), unit].filter(Boolean).join(', ')}</figcaption>
      <BarList items={items} />
    </figure>
  )
}

function FigureTable({ view, at, language }: Shown) {
  const t = text[language]
  const periods = view.columns?.categories ?? []
  // Where the source does not say, all have as many decimals as the one with the most.
  const written = Math.max(0, ...[...at.values()].map(({ value }) => value?.split('.')[1]?.length ?? 0))
  const cell = (row: Category, period: string): ComponentChildren => {
    const figure = at.get(`${row.code}\t${period}`)
    if (!figure) return <span class="stat-mark">{t.notInSource}</span>
    const { text: value, flag, said } = figureText(figure, language, measureOf(view, row).decimals ?? written)
    if (figure.value === null)
      return (
        <abbr class="stat-mark" title={said}>
          {value}
        </abbr>
      )
    return (
      <>
        {value}
        {flag && (
          <abbr class="stat-flag" title={said}>
            {flag}
          </abbr>
        )}
      </>
    )
  }
  const units = new Set(view.rows.categories.map((c) => c.unit).filter(Boolean))
  return (
    <Table
      caption={t.figures}
      language={language}
      density="tight"
      rows={view.rows.categories}
      columns={[
        {
          label: dimensionName(view.rows, language),
          heading: true,
          cell: (row) => {
            const named = pick(row.name, language)
            return (
              <>
                {named ? <InLanguage names={row.name} language={language} /> : row.code}
                {view.rows.role === 'geo' && named && !named.text.startsWith(row.code) && (
                  <span class="quiet"> {row.code}</span>
                )}
              </>
            )
          },
        },
        ...(units.size > 0 ? [{ label: t.unit, cell: (row: Category) => row.unit ?? '' }] : []),
        ...(periods.length > 0
          ? periods.map((p) => ({
              label: periodText(nameOf(p, language)),
              numeric: true,
              cell: (row: Category) => cell(row, p.code),
            }))
          : [{ label: t.value, numeric: true, cell: (row: Category) => cell(row, '') }]),
      ]}
    />
  )
}

/** The marks that stand in the table, each with its meaning. */
function Legend({ figures, language }: { figures: readonly Figure[]; language: Language }) {
  const t = text[language]
  const marks = new Set(figures.flatMap(({ flag, value }) => (flag ? [flag] : value === null ? ['..'] : [])))
  if (marks.size === 0) return null
  return (
    <p class="note">
      {t.marks}{' '}
      {[...marks]
        .sort()
        .map((mark) => {
          const said = meaningsOf(mark).map((m) => levelText[language].flags[m])
          return `${mark} = ${said.join(', ')}`
        })
        .join('; ')}
      .
    </p>
  )
}
