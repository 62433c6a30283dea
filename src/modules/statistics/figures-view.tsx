import type { ComponentChildren } from 'preact'
import { type Category, type Dimension, meaningsOf } from '../../engine/statistics/index.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { ChartFigure, type ChartFormat, InLanguage, Scroll, SelectField, Table } from '../../ui/index.ts'
import { unitText } from './category-names.ts'
import { chartOf, keyOf } from './chart.ts'
import { figureText, periodText } from './figure.ts'
import { levelText } from './level-text.ts'
import { dimensionName, measureOf, nameOf } from './measure.ts'
import { text } from './text.ts'
import type { Figure, Figures } from './values.ts'
import type { View } from './view.ts'

export type FiguresViewProps = {
  view: View
  figures: Figures
  /** All dimensions, to choose from. */
  dimensions: readonly Dimension[]
  action: string
  /** The chart as a file. */
  files: (format: ChartFormat) => string
  version: string | null
  language: Language
}

/** The chosen part of a dataset: choices, chart, table, and what the marks mean. */
export function FiguresView(props: FiguresViewProps) {
  const { view, figures, files, language } = props
  const at = new Map(figures.figures.map((f) => [keyOf(view, f), f]))
  const shown = { ...props, at }
  const chart = chartOf(view, figures, language)
  return (
    <>
      <Choices {...props} />
      {chart && <ChartFigure chart={chart} files={files} />}
      <Scroll label={text[language].figures}>
        <FigureTable {...shown} />
      </Scroll>
      <Legend figures={figures.figures} language={language} />
    </>
  )
}

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
      <DrawnRows view={view} language={language} />
      <button class="btn" type="submit">
        {t.show}
      </button>
    </form>
  )
}

/** Which rows the chart draws; where none is ticked it draws the first. */
function DrawnRows({ view: { rows, drawn }, language }: Pick<FiguresViewProps, 'view' | 'language'>) {
  const t = text[language]
  if (rows.categories.length < 2 || rows.role === 'metric') return null
  return (
    <details class="stat-drawn" open={drawn.length > 0}>
      <summary>{t.drawnRows}</summary>
      <fieldset class="stat-choices">
        <legend class="vh">{t.drawnRows}</legend>
        {rows.categories.map((c) => (
          <label class="ck">
            <input type="checkbox" name="draw" value={c.code} checked={drawn.includes(c.code)} />
            <span>{nameOf(c, language)}</span>
          </label>
        ))}
      </fieldset>
      <p class="note">{t.drawnHelp}</p>
    </details>
  )
}

const countryName = (code: string, dimensions: readonly Dimension[], language: Language): string => {
  const category = dimensions.find(({ role }) => role === 'geo')?.categories.find((c) => c.code === code)
  return category ? nameOf(category, language) : code
}

type Shown = FiguresViewProps & { at: ReadonlyMap<string, Figure> }

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
        ...(units.size > 0
          ? [{ label: t.unit, cell: (row: Category) => (row.unit ? unitText(row.unit, language) : '') }]
          : []),
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
