import { queryData } from '../../kernel/list.ts'
import { centsOf } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { type ChartFormat, chartFile, chartFormats, inWords, yearsDrawn } from '../../ui/index.ts'
import { type FacetFilters, facetLabel, facetNames } from '../projects/index.ts'
import { lists, figures as sumFigures } from './actions.ts'
import { chartYears, filterQuery } from './figures.ts'
import { type FiguresOutput, filtersOf } from './schemas.ts'
import { text } from './text.ts'

/** The years that a chart draws, and in words what lies outside it or has no year. */
export function yearsShown(figures: FiguresOutput, currency: string, language: Language) {
  const t = text[language]
  const tallies = new Map(
    figures.by.year.map((y) => [
      y.value,
      { projects: y.projects, granted: centsOf(y.granted), realised: centsOf(y.realised) },
    ]),
  )
  const { years, outside, unknown } = chartYears(tallies)
  const written = (cents: bigint) => inWords({ millions: { cents, currency } }, language)
  const notes = [
    outside.length > 0 &&
      t.outsideChart(
        outside.map((y) => y.year).join(', '),
        formatCount(
          outside.reduce((n, y) => n + y.projects, 0),
          language,
        ),
        written(outside.reduce((sum, y) => sum + y.granted, 0n)),
      ),
    unknown.projects > 0 && t.withoutStart(formatCount(unknown.projects, language), written(unknown.granted)),
  ].filter((note) => note !== false)
  return {
    years: years.map(({ year, granted, realised, projects }) => ({
      year,
      granted,
      realised,
      count: projects,
    })),
    note: notes.join(' '),
  }
}

/** Where the same chart is as a file, by the filters of its figures. */
export const yearsFile = (filters: FacetFilters, format: ChartFormat): string => {
  const query = filterQuery(filters)
  return `/figures/years.${format}${query && `?${query}`}`
}

async function yearsPage(request: PageRequest, format: ChartFormat): Promise<PageAnswer> {
  const { language, now } = request
  const asked = queryData(request.url.searchParams)
  const figures = await request.perform(sumFigures, asked)
  const filters = filtersOf(sumFigures.input.parse(asked))
  const { items } = await request.perform(lists, {})
  const chosen = facetNames.flatMap((f) => (filters[f] ?? []).map((value) => facetLabel(f, value, language)))
  const { years, note } = yearsShown(figures, figures.currency, language)
  const chart = yearsDrawn({
    title: [text[language].byYear, ...chosen].join(': '),
    years,
    currency: figures.currency,
    note,
    source: items
      .filter((l) => !l.decided)
      .map((l) => pick(l.name, language)?.text ?? l.file)
      .join('; '),
    language,
  })
  return chartFile(chart, format, { name: 'years', day: dayIn(now) })
}

export const yearsPages: readonly Page[] = chartFormats.map((format) => ({
  method: 'GET',
  path: `/figures/years.${format}`,
  run: (request) => yearsPage(request, format),
}))
