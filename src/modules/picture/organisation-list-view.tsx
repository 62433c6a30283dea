import type { ComponentChildren } from 'preact'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { changed, fromRow, keepAddress, kept, sortedBy, without } from '../../kernel/view-address.ts'
import {
  type Chip,
  Chips,
  type Column,
  Empty,
  type Facet,
  type FacetOption,
  Facets,
  Menu,
  Pager,
  SearchBox,
  sheetChoices,
  Table,
} from '../../ui/index.ts'
import { kindName } from '../organisations/index.ts'
import { facetLabel } from '../projects/index.ts'
import { organisationListText } from './organisation-list-text.ts'
import type { OrganisationAnswer, OrganisationItem } from './organisation-schemas.ts'
import { organisationText } from './organisation-text.ts'

export type OrganisationListProps = {
  found: OrganisationAnswer
  params: URLSearchParams
  /** Whether the reader is signed in, and may keep the view under a name. */
  mayKeep: boolean
  /** Ways on that other modules have from the list. */
  supplied: ComponentChildren
  limit: number
  offset: number
  link: (path: string) => string
  language: Language
}

const facetNames = ['kind', 'region', 'country'] as const
type FacetName = (typeof facetNames)[number]
const shown = 8

/** The part that changes while one types or ticks. */
export function OrganisationListView(props: OrganisationListProps) {
  const { found, params, mayKeep, supplied, link, language } = props
  const t = organisationListText[language]
  const path = link('/organisations')
  const live = 'list'
  const q = params.get('q') ?? ''
  return (
    <div id={live}>
      <SearchBox
        action={path}
        label={t.searchLabel}
        placeholder={t.placeholder}
        value={q}
        keep={kept(params, ['q'])}
        live={live}
        language={language}
      />
      <div class="with-facets">
        <Facets
          action={path}
          facets={facetNames.flatMap((name) => facetOf(name, props, path))}
          keep={kept(params, facetNames)}
          applied={facetNames.filter((name) => params.has(name)).length}
          live={live}
          language={language}
        />
        <div class="results">
          <div class="results-head">
            <p role="status">
              <b class="num">{formatCount(found.total, language)}</b> {t.found(found.total === 1)}
            </p>
            {found.total > 0 && (
              <div class="actions">
                {supplied}
                {mayKeep && (
                  <a class="btn" href={keepAddress(link, changed('/organisations', params, {}))}>
                    {t.keepView}
                  </a>
                )}
                <Menu
                  label={t.exportButton}
                  groups={[
                    sheetChoices((format) =>
                      changed(`${path}/export.${format}`, params, { limit: undefined }),
                    ),
                  ]}
                  note={t.exportNote(formatCount(found.total, language))}
                />
              </div>
            )}
          </div>
          <Chips items={chipsOf(props, path)} clear={path} language={language} />
          {found.instead.length > 0 && found.total > 0 && (
            <p class="note">{t.instead(found.instead.slice(0, 6).join(', '))}</p>
          )}
          {found.total === 0 ? (
            <Empty title={t.nothing}>
              {t.nothingNext}{' '}
              <a href={changed(link('/projects'), new URLSearchParams(), { q: q || undefined })}>
                {t.nothingProjects}
              </a>
              . <a href={path}>{t.all}</a>
            </Empty>
          ) : (
            <Results {...props} path={path} />
          )}
          {found.personal > 0 && <p class="note">{t.personal(formatCount(found.personal, language))}</p>}
          <p class="note">{t.listNote}</p>
        </div>
      </div>
    </div>
  )
}

/** In the registry `other` is also what nobody knows. */
export const kindLabel = (kind: string, language: Language): string =>
  kind === 'other' ? organisationText[language].otherKind : kindName(kind, language)

function labelOf(name: FacetName, value: string, language: Language): string {
  if (value === 'unknown') return organisationListText[language].unknown
  if (name === 'kind') return kindLabel(value, language)
  if (name === 'region') return facetLabel('region', value, language)
  return new Intl.DisplayNames([language], { type: 'region' }).of(value) ?? value
}

function facetOf(name: FacetName, { found, params, language }: OrganisationListProps, path: string): Facet[] {
  const t = organisationListText[language]
  const counts = found.facets[name] ?? {}
  const ticked = new Set(params.getAll(name).filter((v) => v !== ''))
  const options: FacetOption[] = [...new Set([...Object.keys(counts), ...ticked])].map((value) => ({
    value,
    label: labelOf(name, value, language),
    count: counts[value] ?? 0,
    checked: ticked.has(value),
  }))
  // One value that everything has narrows nothing down.
  if (options.length < 2 && ticked.size === 0) return []
  options.sort(
    (a, b) =>
      Number(a.value === 'unknown') - Number(b.value === 'unknown') ||
      b.count - a.count ||
      (a.label < b.label ? -1 : 1),
  )
  const open = params.getAll('open')
  const opened = open.includes(name)
  const cut = options.length > shown + 2 && !opened
  const others = open.filter((v) => v !== name)
  return [
    {
      kind: 'options',
      name,
      legend: t.facet[name],
      options: cut ? options.filter((o, i) => i < shown || o.checked) : options,
      ...((cut || opened) && {
        more: {
          href: changed(path, params, { open: opened ? others : [...others, name] }),
          label: opened ? t.showFewer : t.showAll(formatCount(options.length, language)),
        },
      }),
    },
  ]
}

function chipsOf({ params, language }: OrganisationListProps, path: string): Chip[] {
  const t = organisationListText[language]
  const q = params.get('q')
  const chips: Chip[] = q ? [{ label: t.chipWords(q), href: changed(path, params, { q: undefined }) }] : []
  for (const name of facetNames) {
    for (const value of params.getAll(name)) {
      if (value)
        chips.push({ label: labelOf(name, value, language), href: without(path, params, name, value) })
    }
  }
  return chips
}

function Results({
  found,
  params,
  limit,
  offset,
  link,
  language,
  path,
}: OrganisationListProps & { path: string }) {
  const t = organisationListText[language]
  const now = params.get('sort') ?? (params.get('q') ? '' : '-granted')
  const sort = (name: string) =>
    sortedBy(path, params, { name, sort: now, first: name === 'name' ? name : `-${name}` })
  const columns: Column<OrganisationItem>[] = [
    {
      label: t.column.name,
      heading: true,
      phone: 'wide',
      sort: sort('name'),
      cell: (o) => (
        <>
          <a href={link(o.page)}>{o.names[language] ?? o.names.fi}</a>
          <span class="sub">
            {[kindLabel(o.kind, language), o.place, businessIdOf(o)].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      label: t.column.years,
      class: 'when',
      cell: (o) => (o.firstYear === null ? '' : [...new Set([o.firstYear, o.lastYear])].join('–')),
    },
    {
      label: t.column.led,
      numeric: true,
      phone: 'labelled',
      sort: sort('led'),
      cell: (o) => formatCount(o.led, language),
    },
    {
      label: t.column.joined,
      numeric: true,
      phone: 'labelled',
      sort: sort('joined'),
      cell: (o) => formatCount(o.joined, language),
    },
    {
      label: t.column.granted,
      numeric: true,
      class: 'money',
      phone: 'labelled',
      sort: sort('granted'),
      cell: (o) => grantedText(o, language),
    },
  ]
  return (
    <>
      <Table caption={t.caption} columns={columns} rows={found.items} cards language={language} />
      <Pager
        offset={offset}
        size={limit}
        total={found.total}
        at={fromRow(path, params)}
        language={language}
      />
    </>
  )
}

export const businessIdOf = (o: Pick<OrganisationItem, 'identifiers'>): string | undefined =>
  o.identifiers.find((i) => i.scheme === 'fi-business-id')?.value

/** Whole euros; other currencies after them, each with its own code, never added. */
function grantedText(o: OrganisationItem, language: Language): string {
  const said = o.money.flatMap((m) => {
    if (m.granted === null) return []
    const whole = ((centsOf(m.granted) + 50n) / 100n) * 100n
    const written = formatAmount(whole, language)
    return [m.currency === 'EUR' ? written : `${written}\u00a0${m.currency}`]
  })
  return said.join(', ') || '0'
}
