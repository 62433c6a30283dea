import { formatCount, type Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { changed, fromRow, keepAddress, kept } from '../../kernel/view-address.ts'
import { Chips, Empty, Facets, Menu, OriginLink, Pager, SearchBox, Section, Table } from '../../ui/index.ts'
import { kindName } from '../organisations/index.ts'
import { colouredValues, SmallPicture } from './ego-picture.tsx'
import type { NetworkFacts } from './fact-actions.ts'
import type { NetworkAnswer, NetworkRow } from './map-actions.ts'
import { type NamesOfNetwork, networkChips, networkFacets, valueLabel } from './map-facets.ts'
import { mapText } from './map-text.ts'
import { facetNames } from './picture.ts'

export type MapViewProps = {
  found: NetworkAnswer
  params: URLSearchParams
  names: NamesOfNetwork
  facts: NetworkFacts
  /** The name of the actor in the middle. */
  middle: string | undefined
  mayKeep: boolean
  limit: number
  offset: number
  link: (path: string) => string
  language: Language
}

export const networkPath = '/network'
const live = 'network'
const own = [...facetNames, 'tie', 'from', 'to']
const colourings = ['kind', 'region', 'community'] as const
type Colouring = (typeof colourings)[number]

/** The part that changes while one types or ticks; the map in it stays and draws itself anew. */
export function MapView(props: MapViewProps) {
  const { found, params, names, middle, mayKeep, link, language } = props
  const t = mapText[language]
  const path = link(networkPath)
  return (
    <div id={live}>
      <SearchBox
        action={path}
        label={t.search}
        placeholder={t.placeholder}
        value={params.get('q') ?? ''}
        keep={kept(params, ['q'])}
        live={live}
        language={language}
      />
      <div class="with-facets">
        <Facets
          action={path}
          facets={networkFacets(found, params, path, language, names)}
          keep={kept(params, own)}
          applied={own.filter((name) => params.has(name)).length}
          live={live}
          language={language}
        />
        <div class="results">
          <div class="results-head">
            <p role="status" data-count>
              <Said {...props} />
            </p>
            <div class="actions">
              {mayKeep && (
                <a class="btn" href={keepAddress(link, changed(networkPath, params, {}))}>
                  {t.keepView}
                </a>
              )}
              <Downloads {...props} />
            </div>
          </div>
          <Chips
            items={networkChips(params, path, language, names, middle)}
            clear={path}
            language={language}
          />
          <MapFrame {...props} />
          {params.size === 0 && <StandsOut {...props} />}
          {found.total === 0 ? (
            <Empty title={t.none}>
              {t.noneNext} <a href={path}>{t.all}</a>
            </Empty>
          ) : (
            <Actors {...props} />
          )}
        </div>
      </div>
    </div>
  )
}

function Said({ found, link, language }: MapViewProps) {
  const t = mapText[language]
  const [actors, ties, all] = [found.total, found.ties, found.all.actors].map((n) => formatCount(n, language))
  return (
    <>
      <b class="num">
        {found.total === found.all.actors ? t.say(actors!, ties!) : t.sayLeft(actors!, all!, ties!)}
      </b>
      <OriginLink href={link(`${networkPath}/provenance`)} about={t.from} language={language} />
    </>
  )
}

function Downloads({ params, link, language }: MapViewProps) {
  const t = mapText[language]
  const file = (name: string) =>
    changed(link(`${networkPath}/export/${name}`), params, {
      limit: undefined,
      colour: undefined,
      open: undefined,
    })
  return (
    <Menu
      label={t.export}
      groups={[
        [
          { href: file('network.svg'), label: t.files.svg },
          { href: file('network.gexf'), label: t.files.gexf },
          { href: file('network.graphml'), label: t.files.graphml },
          { href: file('actors.csv'), label: t.files.actors },
          { href: file('ties.csv'), label: t.files.ties },
        ],
        [{ href: changed(link(networkPath), params, {}), label: t.copyAddress, copied: t.addressCopied }],
      ]}
      note={t.exportNote}
    />
  )
}

/** The map with its legend. Where no script runs the server's own picture stands in its place. */
function MapFrame(props: MapViewProps) {
  const { found, params, link, language } = props
  const t = mapText[language]
  const chosen = params.get('colour')
  const colour: Colouring = colourings.find((name) => name === chosen) ?? 'kind'
  const ranks = Object.fromEntries(colourings.map((name) => [name, rankedValues(found, name)]))
  return (
    <div class="network-frame">
      <network-map
        id="network-map"
        data-keep
        data-src={link(`${networkPath}/drawing`)}
        data-card={link(`${networkPath}/actors/`)}
        data-colours={JSON.stringify(ranks)}
        data-file={t.title.toLowerCase()}
        data-words={JSON.stringify(t.map)}
      >
        <div class="network-paper">
          <img
            src={changed(link(`${networkPath}/picture.svg`), params, { open: undefined })}
            alt={t.map.picture}
            width="900"
            height="620"
          />
        </div>
        <div class="network-card" aria-live="polite" />
      </network-map>
      <div class="network-foot">
        <Legend {...props} colour={colour} values={ranks[colour] ?? []} />
        <form class="network-colour" action={link(networkPath)} data-live={live}>
          <label for="network-colour">{t.colour}</label>
          <select id="network-colour" name="colour">
            {colourings.map((name) => (
              <option value={name} selected={name === colour}>
                {t.colours[name]}
              </option>
            ))}
          </select>
          {kept(params, ['colour']).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="btn" type="submit">
            {t.show}
          </button>
        </form>
      </div>
      <p class="note network-hint">{t.hint}</p>
      {found.closed > 0 && <p class="note">{t.closed(formatCount(found.closed, language))}</p>}
      {found.at && <p class="note">{t.method(formatInstant(found.at, language))}</p>}
    </div>
  )
}

/** Values of a facet by how many actors of the whole network have them, so that a colour never changes by a filter. */
const rankedValues = (found: NetworkAnswer, name: Colouring): string[] =>
  Object.entries(found.sizes[name] ?? {})
    .filter(([value]) => value !== 'unknown')
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([value]) => value)

function Legend({
  colour,
  values,
  names,
  language,
}: MapViewProps & { colour: Colouring; values: readonly string[] }) {
  const t = mapText[language]
  return (
    <ul class="network-legend" aria-label={`${t.colour}: ${t.colours[colour]}`}>
      {values.slice(0, colouredValues).map((value, i) => (
        <li>
          <Sign kind={i} /> {valueLabel(colour, value, language, names)}
        </li>
      ))}
      {values.length > colouredValues && (
        <li>
          <Sign kind={colouredValues} /> {t.rest}
        </li>
      )}
    </ul>
  )
}

/** The sign of a kind on the map, drawn as the map draws it. */
function Sign({ kind }: { kind: number }) {
  const shapes = [
    <circle cx="7" cy="7" r="5" />,
    <rect x="2.5" y="2.5" width="9" height="9" />,
    <path d="M7 1l5.5 9.5h-11z" />,
    <path d="M7 .8L13.2 7 7 13.2.8 7z" />,
    <path d="M5 1.5h4V5h3.5v4H9v3.5H5V9H1.5V5H5z" />,
    <circle cx="7" cy="7" r="4" />,
  ]
  return (
    <svg class={`network-sign hue${kind + 1}`} viewBox="0 0 14 14" aria-hidden="true">
      {shapes[kind]}
    </svg>
  )
}

/** What one would want to be told who looks at the whole for the first time. */
function StandsOut({ facts, link, language }: MapViewProps) {
  const t = mapText[language]
  const about = [...facts.connecting, ...facts.cutting]
  if (about.length + facts.single.length === 0) return null
  return (
    <Section title={t.standsOut} id="stands-out">
      <ul class="network-facts">
        {about.map(({ actor, name, says }) => (
          <li>
            {actor && says.startsWith(name) ? (
              <>
                <a href={link(`${networkPath}/actors/${actor}`)}>{name}</a>
                {says.slice(name.length)}
              </>
            ) : (
              says
            )}
          </li>
        ))}
        {[...facts.single, facts.alone].filter(Boolean).map((says) => (
          <li>{says}</li>
        ))}
      </ul>
    </Section>
  )
}

function Actors(props: MapViewProps) {
  const { found, params, limit, offset, link, language, names } = props
  const t = mapText[language]
  const path = link(networkPath)
  const sort = params.get('sort') ?? 'ties'
  const sorts = ['ties', 'between', 'name'] as const
  return (
    <>
      <p class="network-sort">
        {t.sorted}:{' '}
        {sorts.map((name, i) => (
          <>
            {i > 0 && ' · '}
            {name === sort ? (
              <b>{t.sort[name]}</b>
            ) : (
              <a href={changed(path, params, { sort: name })}>{t.sort[name]}</a>
            )}
          </>
        ))}
      </p>
      <Table
        caption={t.table}
        cards
        rows={found.items}
        rowProps={(row) => ({ 'data-code': row.id })}
        columns={[
          {
            label: t.column.actor,
            heading: true,
            cell: (row) => (
              <>
                <a href={link(`${networkPath}/actors/${row.id}`)}>{row.name}</a>
                <span class="sub">
                  {[
                    kindName(row.kind, language),
                    row.region && valueLabel('region', row.region, language, names),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </>
            ),
          },
          {
            label: t.column.picture,
            quiet: true,
            phone: 'hidden',
            cell: (row) => <SmallPicture row={row} ranked={rankedValues(found, 'kind')} />,
          },
          {
            label: t.column.others,
            numeric: true,
            phone: 'labelled',
            cell: (row) => formatCount(row.others, language),
          },
          { label: t.column.closest, phone: 'line', cell: (row) => <Closest row={row} {...props} /> },
        ]}
        language={language}
      />
      <Pager
        total={found.total}
        size={limit}
        offset={offset}
        at={fromRow(path, params)}
        language={language}
      />
    </>
  )
}

function Closest({ row, link, language }: MapViewProps & { row: NetworkRow }) {
  if (row.closest.length === 0) return <span class="quiet">{mapText[language].alone}</span>
  return (
    <>
      {row.closest.slice(0, 3).map((other, i) => (
        <>
          {i > 0 && ', '}
          <a href={link(`${networkPath}/actors/${other.id}`)}>{other.name}</a>
        </>
      ))}
    </>
  )
}
