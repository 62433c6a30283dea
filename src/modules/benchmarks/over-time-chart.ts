import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { type Chart, type ChartFormat, chartFile, chartFormats } from '../../ui/index.ts'
import { figureText, getStatistics, unitText } from '../statistics/index.ts'
import { getBenchmark, type ShownBenchmark } from './actions.ts'
import { nameIn, unitName } from './names.ts'
import { benchmarkOverTime } from './over-time.ts'
import { refuse } from './refusals.ts'
import { text } from './text.ts'

export type Drawn = { variable: number; chart: Chart | undefined; gone: boolean }

/** The variable that the address names, else the first, over time for the target and its peers. */
export async function overTimeDrawn(request: PageRequest, of: ShownBenchmark): Promise<Drawn> {
  const asked = Number(request.url.searchParams.get('variable') ?? 1)
  const variable = Number.isInteger(asked) && asked >= 1 && asked <= of.gathered.variables.length ? asked : 1
  // A dataset that has been removed since can no longer be read over time: the run itself stands.
  if (of.since[variable - 1]?.gone) return { variable, chart: undefined, gone: true }
  const found = await request.perform(benchmarkOverTime, { id: of.id, run: of.run.number, variable })
  if (found.periods.length < 2) return { variable, chart: undefined, gone: false }
  const { dataset } = of.gathered.variables[variable - 1]!
  const { version } = await request.perform(getStatistics, { id: dataset })
  const { codes } = of.gathered.asked.variables[variable - 1]!
  const [unit] = (version?.dimensions ?? []).flatMap(
    (d) => d.categories.find((c) => c.code === codes[d.id])?.unit ?? [],
  )
  return {
    variable,
    gone: false,
    chart: chartOf(of, variable, found, unit && unitText(unit, request.language), request.language),
  }
}

type OverTime = {
  periods: string[]
  series: { code: string; values: { value: string | null; flag: string }[] }[]
}

/** The target in front, its peers behind it, in the digits of the source. */
function chartOf(
  { gathered }: ShownBenchmark,
  at: number,
  found: OverTime,
  unit: string | undefined,
  language: Language,
): Chart {
  const t = text[language]
  const variable = gathered.variables[at - 1]!
  const label = nameIn(variable.label, language)
  return {
    form: 'lines',
    title: `${label}: ${unitName(gathered, gathered.asked.target, language)}`,
    unit,
    source: [nameIn(variable.title, language), variable.table, t.versionOf(variable.number)]
      .filter(Boolean)
      .join(', '),
    language,
    periods: found.periods,
    own: 0,
    lines: found.series.map(({ code, values }) => ({
      name: unitName(gathered, code, language),
      points: values.map(({ value, flag }) =>
        value === null
          ? null
          : { value: Number(value), exact: value, text: figureText({ value, flag }, language).text },
      ),
    })),
  }
}

async function chartPage(request: PageRequest, format: ChartFormat): Promise<PageAnswer> {
  const run = request.url.searchParams.get('run') ?? undefined
  const of = await request.perform(getBenchmark, { id: request.params.id, run })
  const { chart, variable } = await overTimeDrawn(request, of)
  if (!chart) throw refuse('missing')
  const name = `benchmark-${of.gathered.asked.target}-${of.run.number}-${variable}`
  return chartFile(chart, format, { name, day: dayIn(request.now) })
}

export const chartPages: readonly Page[] = chartFormats.map((format) => ({
  method: 'GET',
  path: `/benchmarks/{id}/over-time.${format}`,
  run: (request) => chartPage(request, format),
}))
