import type { Language } from '../../kernel/text.ts'
import type { Chart, Mark } from '../../ui/index.ts'
import { type GoalDrawn, goal } from './goal.ts'
import { goalText } from './goal-text.ts'

/** R&D, 4 % of GDP with the band of its forecast, and the even pace from the newest R&D to there. */
export function forecastChart(
  { research, wanted }: GoalDrawn,
  place: string,
  source: string,
  language: Language,
): Chart {
  const t = goalText[language]
  const [first, last] = [Math.min(research[0]?.year ?? goal.year, wanted[0]!.year), wanted.at(-1)!]
  const years = Array.from({ length: last.year - first + 1 }, (_, i) => first + i)
  const spent = new Map(research.map((r) => [r.year, r.value]))
  const newest = research.at(-1)
  const needed = (year: number): Mark | null => {
    if (!newest || year < newest.year || newest.year >= last.year) return null
    const part = (year - newest.year) / (last.year - newest.year)
    return { value: newest.value + (last.value - newest.value) * part, uncertain: year > newest.year }
  }
  const pointsOf = (mark: (year: number) => Mark | null) => years.map(mark)
  return {
    form: 'lines',
    title: t.forecastOf(place),
    unit: t.million,
    decimals: last.value < 1000 ? 1 : 0,
    note: t.forecastNote,
    unsure: t.unsure,
    source,
    language,
    periods: years.map(String),
    lines: [
      {
        name: t.lines.research,
        points: pointsOf((year) => (spent.has(year) ? { value: spent.get(year)! } : null)),
      },
      {
        name: t.lines.wanted,
        points: pointsOf((year) => {
          const found = wanted.find((w) => w.year === year)
          return found ? { ...found, uncertain: found.low !== undefined } : null
        }),
      },
      { name: t.lines.needed, points: pointsOf(needed) },
    ],
  }
}

export type NamedPace = { name: string; perYear: number; low: number; high: number }

/** The change a year that each region needs, with its interval. */
export function paceDots(paces: readonly NamedPace[], source: string, language: Language): Chart {
  const t = goalText[language]
  return {
    form: 'dots',
    title: t.paceTitle,
    unit: t.paceUnit,
    decimals: 1,
    note: t.paceNote,
    source,
    language,
    of: t.column.place,
    interval: t.interval,
    rows: paces.map(({ name, perYear, low, high }) => ({ name, mark: { value: perYear, low, high } })),
  }
}
