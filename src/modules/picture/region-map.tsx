import type { z } from 'zod'
import { centsOf } from '../../kernel/money.ts'
import { formatCount } from '../../kernel/text.ts'
import {
  inWords,
  magnitude,
  OriginLink,
  type Quantity,
  type RegionFigure,
  RegionMap,
} from '../../ui/index.ts'
import type { FacetFilters } from '../projects/index.ts'
import type { listRegions } from './actions.ts'
import { type FigureName, originPath, projectsPath, realisedShare, shareOf } from './figures.ts'
import { regionName } from './names.ts'
import { moneyOf, percent, readable, type View } from './parts.tsx'
import { regionText } from './region-text.ts'
import { text } from './text.ts'

export type Regions = z.output<typeof listRegions.output>
type Region = Regions['items'][number]

/** The figures a map can be shaded by. */
export const mapFigures = ['granted', 'realised', 'projects', 'per-inhabitant'] as const
export type MapFigure = (typeof mapFigures)[number]

export const asMapFigure = (asked: string | null): MapFigure =>
  mapFigures.find((f) => f === asked) ?? 'granted'

const mapSorts = ['name', 'figure', '-figure', 'projects', '-projects'] as const
export type MapSort = (typeof mapSorts)[number]
export const asMapSort = (asked: string | null): MapSort => mapSorts.find((s) => s === asked) ?? '-figure'

/** A region without projects has no figure: nothing is known of it, which is not the same as nothing. */
function quantityOf(region: Region, figure: MapFigure, currency: string): Quantity | undefined {
  if (region.projects === 0) return undefined
  if (figure === 'projects') return { count: region.projects }
  if (figure === 'per-inhabitant') {
    return region.perInhabitant === null
      ? undefined
      : { decimal: region.perInhabitant, decimals: 1, unit: '€' }
  }
  return { millions: moneyOf(region[figure], currency) }
}

type Row = RegionFigure & { projects: number }

function inOrder(rows: Row[], sort: MapSort): Row[] {
  const size = (row: Row) => (row.quantity ? magnitude(row.quantity) : -1)
  const by = {
    name: (a: Row, b: Row) => a.name.localeCompare(b.name, 'fi'),
    figure: (a: Row, b: Row) => size(a) - size(b),
    '-figure': (a: Row, b: Row) => size(b) - size(a),
    projects: (a: Row, b: Row) => a.projects - b.projects,
    '-projects': (a: Row, b: Row) => b.projects - a.projects,
  }[sort]
  return rows.sort(by)
}

export type MapProps = {
  view: View
  regions: Regions
  figure: MapFigure
  sort: MapSort
  filters: FacetFilters
  /** The region a page is about. */
  chosen?: string
  /** The address of this view with another order. */
  sorted: (sort: MapSort) => string
}

/** Finland shaded by the chosen figure, with its table and what is not known said under it. */
export function FundingMap({ view, regions, figure, sort, filters, chosen, sorted }: MapProps) {
  const { language, link, currency } = view
  const t = regionText[language]
  const rows = regions.items.map(
    (r): Row => ({
      code: r.nuts,
      name: regionName(r.code, language),
      href: link(`/regions/${r.code}`),
      quantity: quantityOf(r, figure, currency),
      projects: r.projects,
      ...(figure === 'granted' && {
        realised: realisedShare({ granted: centsOf(r.granted), realised: centsOf(r.realised) }),
      }),
    }),
  )
  const columnName = {
    granted: t.grantedColumn,
    realised: t.realisedColumn,
    projects: t.figures.projects,
    'per-inhabitant': t.perInhabitantColumn,
  }[figure]
  const turn = (key: 'figure' | 'projects') => ({
    href: sorted(sort === `-${key}` ? key : `-${key}`),
    direction:
      sort === key ? ('ascending' as const) : sort === `-${key}` ? ('descending' as const) : undefined,
  })
  const sum = (pick: (r: Region) => string) => regions.items.reduce((n, r) => n + centsOf(pick(r)), 0n)
  const total: Quantity | undefined =
    figure === 'granted' || figure === 'realised'
      ? { millions: { cents: sum((r) => r[figure]), currency } }
      : figure === 'projects'
        ? { count: regions.items.reduce((n, r) => n + r.projects, 0) }
        : undefined
  return (
    <RegionMap
      caption={t.mapCaption(t.figures[figure], filters.period?.join(', ') ?? t.allPeriods)}
      regions={inOrder(rows, sort)}
      figure={columnName}
      columns={
        figure === 'projects'
          ? []
          : [
              {
                label: t.figures.projects,
                numeric: true,
                sort: turn('projects'),
                cell: (r) => (r.projects === 0 ? '' : formatCount(r.projects, language)),
                ...(total && {
                  foot: formatCount(
                    regions.items.reduce((n, r) => n + r.projects, 0),
                    language,
                  ),
                }),
              },
            ]
      }
      sort={{
        name: { href: sorted('name'), direction: sort === 'name' ? 'ascending' : undefined },
        figure: turn('figure'),
      }}
      total={total}
      chosen={chosen}
      note={figure === 'per-inhabitant' && <PopulationNote {...{ view, regions }} />}
      language={language}
    />
  )
}

const PopulationNote = ({ view, regions }: { view: View; regions: Regions }) => (
  <>{regionText[view.language].population(regions.populationYears.from, regions.populationYears.to)} </>
)

type ScopeProps = { view: View; regions: Regions; filters: FacetFilters; figure: FigureName }

/** How the region is known, and how much is not. */
export function RegionScope({ view, regions, filters, figure }: ScopeProps) {
  const { language, link, currency } = view
  const t = regionText[language]
  const { unknown, derived, all } = regions
  return (
    <>
      {derived > 0 && t.derived(formatCount(derived, language))}{' '}
      {unknown.projects > 0 && (
        <>
          {t.unknown(
            formatCount(unknown.projects, language),
            percent(shareOf(unknown.projects, all.projects), language),
            inWords(readable(unknown.granted, currency), language),
          )}{' '}
          <a href={link(projectsPath({ ...filters, region: ['unknown'] }))}>{t.unknownProjects}</a>
        </>
      )}{' '}
      <OriginLink
        href={link(originPath(figure, filters, 'region'))}
        about={`${text[language].kinds.region}: ${t.figures[figure]}`}
        language={language}
      />
    </>
  )
}
