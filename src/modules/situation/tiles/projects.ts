import { inEach, type Names, pick } from '../../../kernel/text.ts'
import { regionByCode } from '../../codes/index.ts'
import { originPath, provenanceText, sumFigures, traceFigure } from '../../picture/index.ts'
import { facetLabel, unknownValue } from '../../projects/index.ts'
import { type Maker, type Making, said, type Told } from '../book.ts'
import type { Covering, Figure, Point } from '../content.ts'

type Counted = 'projects' | 'granted' | 'realised'
type Sum = { projects: number; granted: string; realised: string }

const filtersOf = ({ place }: Making) => (place.regions.length > 0 ? { region: [...place.regions] } : {})

/** The lists behind the figures of projects of this place. */
async function listsOf(making: Making): Promise<Told['sources']> {
  const { lists } = await making.ask(traceFigure, { figure: 'granted', ...filtersOf(making) })
  return lists.map(({ id, name, file, asOf, importedAt }) => ({
    key: `list:${id}`,
    name: pick(name, 'fi') ? name : { fi: file },
    path: `/sources/${id}`,
    asOf: asOf ?? importedAt.toISOString(),
  }))
}

/** Of which area the figures are: never said of an ecosystem alone, since no list tells whose a project is. */
export function areaOf({ place }: Making): Names {
  if (place.regions.length === 0) return said((t) => t.inNation)
  const names = inEach((l) =>
    place.regions.map((code) => pick(regionByCode(code)?.name ?? { fi: code }, l)?.text ?? code).join(', '),
  )
  return place.scope === 'region' ? names : said((t, l) => t.inRegions(names[l]))
}

/** What is told of one sum of projects. */
const told = (
  name: Counted,
  sum: Sum,
  rest: Pick<Told, 'sources' | 'origin'>,
): Told & Pick<Figure, 'value'> => ({
  label: said((t) => t[name]),
  unit: name === 'projects' ? 'count' : 'euro',
  decimals: 0,
  method: { key: `projects.${name}`, words: inEach((l) => provenanceText[l].methods[name]) },
  ...rest,
  value: String(sum[name]),
})

/** Projects and their money in the whole place. */
export const projectsTile: Maker = async (making) => {
  const { ask, book, tile } = making
  const filters = filtersOf(making)
  const [{ total }, sources] = [await ask(sumFigures, filters), await listsOf(making)]
  if (total.projects === 0) return null
  return {
    lead: areaOf(making),
    figures: (['projects', 'granted', 'realised'] as const).map((name) =>
      book.figure(`${tile.id}.${name}`, told(name, total, { sources, origin: originPath(name, filters) })),
    ),
  }
}

/** Money by the year in which projects began. */
export const moneyTile: Maker = async (making) => {
  const { ask, book, tile } = making
  const filters = filtersOf(making)
  const [{ by }, sources] = [await ask(sumFigures, filters), await listsOf(making)]
  const known = (by.year ?? []).filter(({ value }) => /^\d{4}$/.test(value))
  if (known.length === 0) return null
  const first = Math.min(...known.map(({ value }) => Number(value)))
  const last = Math.max(...known.map(({ value }) => Number(value)))
  const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + i))
  const points = (name: 'granted' | 'realised'): Point[] =>
    years.map((period) => ({ period, value: known.find((y) => y.value === period)?.[name] ?? '0.00' }))
  return {
    lead: areaOf(making),
    figures: [],
    chart: {
      form: 'bars',
      series: (['granted', 'realised'] as const).map((name) => {
        const { value: _, ...rest } = told(name, noSum, {
          sources,
          origin: originPath(name, filters, 'year'),
        })
        return book.series(`${tile.id}.${name}`, { ...rest, points: points(name) })
      }),
    },
    notes: [said((t) => t.oneYear)],
  }
}
const noSum: Sum = { projects: 0, granted: '0', realised: '0' }

const mostRows = 20

/** Where projects and money go by one facet, the one with most money first; what is not known comes last. */
export const coverageTile: Maker = async (making) => {
  const { ask, book, tile } = making
  const by: Covering = tile.by ?? 'theme'
  const filters = filtersOf(making)
  const [{ by: facets }, sources] = [await ask(sumFigures, filters), await listsOf(making)]
  const found = facets[by] ?? []
  const rows = [
    ...found.filter(({ value }) => value !== unknownValue).slice(0, mostRows),
    ...found.filter(({ value }) => value === unknownValue),
  ]
  if (rows.length === 0) return null
  return {
    title: said((t) => `${t.kinds.coverage} ${t.by[by]}`),
    lead: areaOf(making),
    figures: [],
    table: {
      head: said((t) => t.heads[by]),
      columns: [said((t) => t.projects), said((t) => t.granted)],
      rows: rows.map((row) => {
        const narrow = { ...filters, [by]: [row.value] }
        return {
          label: inEach((l) => facetLabel(by, row.value, l)),
          ...(row.value === unknownValue && { apart: true }),
          cells: (['projects', 'granted'] as const).map((name) =>
            book.figure(`${tile.id}.${row.value}.${name}`, {
              ...told(name, row, { sources, origin: originPath(name, narrow) }),
              label: said((t, l) => `${t[name]}: ${facetLabel(by, row.value, l)}`),
            }),
          ),
        }
      }),
    },
    ...(by === 'theme' && { notes: [said((t) => t.manyThemes)] }),
  }
}
