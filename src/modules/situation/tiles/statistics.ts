import type { Dimension } from '../../../engine/statistics/index.ts'
import { formatDecimal, inEach, type Language, type Names, pick } from '../../../kernel/text.ts'
import { goal, researchGoal } from '../../benchmarks/index.ts'
import { regionByCode } from '../../codes/index.ts'
import {
  type Figures,
  getStatistics,
  levelText,
  listStatistics,
  statisticValues,
  unitNames,
} from '../../statistics/index.ts'
import { type Ask, type Maker, type Making, said, type Told } from '../book.ts'
import type { Point } from '../content.ts'
import { narrowedBy } from '../slices.ts'

/** The codes by which sources call the territories of a place: the region's own, its NUTS code, the country's. */
function placesOf({ place }: Making): { codes: string[]; name: Names }[] {
  const country = { codes: ['SSS', 'FI'], name: { fi: 'Koko maa', sv: 'Hela landet', en: 'Whole country' } }
  const regions = place.regions.slice(0, 4).flatMap((code) => {
    const region = regionByCode(code)
    return region ? [{ codes: [code, ...region.nuts.map((n) => n.code)], name: region.name as Names }] : []
  })
  return [...regions, country]
}

/** A dataset that has figures, by its id or by the source's name of its table. */
async function datasetOf(ask: Ask, named: string | undefined) {
  const { items } = await ask(listStatistics, { limit: 1000 })
  return items.find((d) => d.version && (d.id === named || d.table === named))
}

const sourceOf = (dataset: { id: string; title: Names; publisher: string }, version: Figures['version']) => ({
  key: `dataset:${dataset.id}:${version.number}`,
  name: inEach((l) => `${dataset.publisher}: ${pick(dataset.title, l)?.text ?? ''}`),
  path: `/statistics/${dataset.id}`,
  asOf: version.updated ?? version.fetchedAt.toISOString(),
})

/** One series of official statistics for each region of the place, and for the whole country beside it. */
export const statisticTile: Maker = async (making) => {
  const { ask, book, tile } = making
  const dataset = await datasetOf(ask, tile.dataset)
  if (!dataset) return null
  const { version } = await ask(getStatistics, { id: dataset.id })
  const dimensions = version?.dimensions ?? []
  const geo = dimensions.find(({ role }) => role === 'geo')
  const time = dimensions.find(({ role }) => role === 'time')
  if (!geo || !time) return null
  const places = placesOf(making).flatMap(({ codes, name }) => {
    const code = codes.find((c) => geo.categories.some((category) => category.code === c))
    return code ? [{ code, name }] : []
  })
  if (places.length === 0 || (making.place.regions.length > 0 && places.length === 1)) return null
  const chosen = narrowedBy(tile.codes ?? {}, dimensions)
  const found = await ask(statisticValues, {
    id: dataset.id,
    where: [
      `${geo.id}:${places.map(({ code }) => code).join(',')}`,
      ...chosen.map(([dimension, code]) => `${dimension}:${code}`),
    ],
  })
  const figuresAt = (code: string) => found.figures.filter((f) => f.codes[geo.id] === code)
  if (places.some(({ code }) => figuresAt(code).length !== time.categories.length)) return null
  const told: Omit<Told, 'label'> = {
    ...unitOf(dimensions, tile.codes ?? {}),
    method: 'statistic',
    sources: [sourceOf(dataset, found.version)],
    origin: `/statistics/${dataset.id}?${new URLSearchParams(chosen.map(([d, c]) => [`d.${d}`, c]))}`,
  }
  const series = places.map(({ code, name }) => {
    const points: Point[] = figuresAt(code)
      .map(({ time: period, value, flag }) => ({
        period,
        value,
        ...(/[pe]/.test(flag) && { uncertain: true }),
      }))
      .sort((a, b) => (a.period < b.period ? -1 : 1))
    return { code, name, points }
  })
  return {
    title: named(dataset.title, dimensions, tile.codes ?? {}),
    figures: series.map(({ code, name, points }) => {
      const last = points.findLast(({ value }) => value !== null) ?? points.at(-1)!
      return book.figure(`${tile.id}.${code}`, {
        label: name,
        ...told,
        value: last.value,
        period: last.period,
        ...(last.value === null && { missing: said((t) => t.noFigure) }),
      })
    }),
    ...(time.categories.length > 1 && {
      chart: {
        form: 'lines' as const,
        series: series.map(({ code, name, points }) =>
          book.series(`${tile.id}.${code}.series`, { label: name, ...told, points }),
        ),
      },
    }),
    ...(found.levels.length > 1 && {
      notes: [
        said((t, l) => t.levelsMixed(found.levels.map((level) => levelText[l].levels[level]).join(', '))),
      ],
    }),
  }
}

const chosenOf = (dimensions: readonly Dimension[], codes: Readonly<Record<string, string>>) =>
  dimensions.flatMap((d) => d.categories.find(({ code }) => code === codes[d.id]) ?? [])

/** What the chosen categories call the unit, and how many decimals they have. */
function unitOf(dimensions: readonly Dimension[], codes: Readonly<Record<string, string>>) {
  const chosen = chosenOf(dimensions, codes)
  const unit = chosen.find((category) => category.unit)?.unit
  const name = unit ? unitNames(unit) : chosen.at(-1)?.name
  return {
    unit: 'other' as const,
    ...(name && { unitName: name }),
    decimals: chosen.find((category) => category.decimals !== undefined)?.decimals ?? 0,
  }
}

/** The dataset's name and the category that is looked at. */
function named(
  title: Names,
  dimensions: readonly Dimension[],
  codes: Readonly<Record<string, string>>,
): Names {
  const last = chosenOf(dimensions, codes).at(-1)?.name
  return inEach((l) => [pick(title, l)?.text, last && pick(last, l)?.text].filter(Boolean).join(': '))
}

/** R&D as a share of GDP, and what is needed for the goal of the Act. */
export const goalTile: Maker = async ({ ask, book, tile, place }) => {
  const { items, sources } = await ask(researchGoal, {})
  const code = place.scope === 'nation' ? 'SSS' : place.regions.length === 1 ? place.regions[0] : undefined
  const found = items.find((item) => item.code === code)
  if (!found) return null
  const named = await Promise.all(sources.map(({ id }) => ask(getStatistics, { id })))
  const told: Omit<Told, 'label' | 'unit' | 'method'> = {
    decimals: 1,
    sources: named.flatMap(({ dataset, version }) => (version ? [sourceOf(dataset, version)] : [])),
    origin: '/benchmarks/goal',
  }
  const [spent] = found.research
  const millions = { unit: 'other' as const, unitName: said((t) => t.millions) }
  const { share, estimate, pace } = found
  return {
    figures: [
      book.figure(`${tile.id}.share`, {
        label: said((t) => (share ? t.share : t.shareEstimated)),
        unit: 'percent',
        ...told,
        decimals: 2,
        method: share ? 'share' : 'shareEstimated',
        value: (share ?? estimate)?.percent.toFixed(2) ?? null,
        ...(share || estimate
          ? { period: String((share ?? estimate)!.year) }
          : { missing: said((t) => t.noYears) }),
      }),
      ...(spent
        ? [
            book.figure(`${tile.id}.spent`, {
              label: said((t) => t.spent),
              ...millions,
              ...told,
              method: 'spent',
              value: String(spent.value),
              period: String(spent.year),
            }),
          ]
        : []),
      ...(pace
        ? [
            book.figure(`${tile.id}.pace`, {
              label: said((t) => t.pace),
              ...millions,
              ...told,
              method: 'pace',
              value: pace.perYear.toFixed(1),
              period: String(goal.year),
            }),
          ]
        : []),
    ],
    notes: [
      ...(estimate
        ? [said((t, l) => t.shareNote(percentIn(estimate.low, l), percentIn(estimate.high, l)))]
        : []),
      ...(pace
        ? [
            said((t) =>
              t.paceNote(
                Math.round(pace.low).toString(),
                Math.round(pace.high).toString(),
                String(goal.year),
              ),
            ),
          ]
        : []),
    ],
  }
}

const percentIn = (percent: number, language: Language): string => formatDecimal(percent, language, 2)
