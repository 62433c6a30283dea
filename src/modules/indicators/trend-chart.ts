import { decimalFromExact } from '../../engine/indicators/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { type Chart, type ChartFormat, chartFile, chartFormats, type Mark } from '../../ui/index.ts'
import { refuse } from './fault-text.ts'
import { exactOf } from './figures.ts'
import { formatExactDecimal, formatFigure, shareOf } from './numbers.ts'
import { getIndicator } from './read-actions.ts'
import type { IndicatorState } from './state.ts'
import { text } from './text.ts'

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** What has been reached by the end of each period, and the even way from the baseline to the target. */
export function trendChart(
  { indicator, figure, target }: IndicatorState,
  language: Language,
): Chart | undefined {
  const t = text[language]
  const series = figure?.series ?? []
  if (series.length === 0) return undefined
  const { decimals } = indicator
  const ends = target ? [target.startsOn, target.dueOn] : []
  const days = [...new Set([...series.map(({ to }) => to), ...ends])].sort()
  const reached = (day: string): Mark | null => {
    const point = series.find(({ to }) => to === day)
    if (!point) return null
    return {
      value: shareOf(point, 1),
      exact: decimalFromExact(exactOf(point), decimals),
      text: formatFigure(point, decimals, language),
    }
  }
  const wanted = (day: string): Mark | null => {
    if (!target || day < target.startsOn || day > target.dueOn) return null
    const [from, to] = [Number(target.baseline), Number(target.target)]
    const span = timeOf(target.dueOn) - timeOf(target.startsOn)
    const gone = span > 0 ? (timeOf(day) - timeOf(target.startsOn)) / span : 1
    const value = from + (to - from) * gone
    const known = day === target.dueOn ? target.target : day === target.startsOn ? target.baseline : undefined
    return known
      ? { value, exact: known, text: formatExactDecimal(known, language) }
      : { value: Number(value.toFixed(decimals)) }
  }
  return {
    form: 'lines',
    title: t.seriesOf(pick(indicator.name, language)?.text ?? indicator.code),
    unit: pick(indicator.unit, language)?.text,
    decimals,
    note: target ? t.targetWay : undefined,
    source: t.chartSource(indicator.code, `${indicator.version}`),
    language,
    periods: days.map((day) => formatDay(day, language)),
    at: days.map(timeOf),
    lines: [
      { name: t.realised, points: days.map(reached) },
      ...(target ? [{ name: t.targetLine, points: days.map(wanted) }] : []),
    ],
  }
}

async function chartPage(request: PageRequest, format: ChartFormat): Promise<PageAnswer> {
  const { key, indicator } = request.params
  const { state } = await request.perform(getIndicator, { key, indicator })
  const chart = trendChart(state, request.language)
  if (!chart) throw refuse('missing', 'noIndicator')
  return chartFile(chart, format, { name: `${key}-${state.indicator.code}`, day: dayIn(request.now) })
}

export const chartPages: readonly Page[] = chartFormats.map((format) => ({
  method: 'GET',
  path: `/ecosystems/{key}/indicators/{indicator}/trend.${format}`,
  run: (request) => chartPage(request, format),
}))
