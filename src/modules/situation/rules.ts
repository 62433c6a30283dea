import { type Content, type Covering, coverings, type Picture, type Scope, type Tile } from './content.ts'

const covering = (by: Covering): Tile => ({ id: `coverage-${by}`, kind: 'coverage', by })
const plain = (kind: Tile['kind']): Tile => ({ id: kind, kind })

/** Gross domestic product an inhabitant at current prices: the one series that every region of Europe has. */
const product: Tile = {
  id: 'product',
  kind: 'statistic',
  dataset: 'nama_10r_3gdp',
  codes: { freq: 'A', unit: 'EUR_HAB' },
}

/** What a picture shows until an office composes it. */
export const usualTiles: Readonly<Record<Scope, readonly Tile[]>> = {
  nation: [
    plain('projects'),
    plain('agreements'),
    plain('money'),
    covering('region'),
    covering('theme'),
    plain('network'),
    plain('decisions'),
    plain('calls'),
    plain('goal'),
    product,
  ],
  region: [
    plain('projects'),
    plain('agreements'),
    plain('money'),
    covering('theme'),
    covering('fund'),
    plain('network'),
    plain('calls'),
    plain('goal'),
    product,
  ],
  ecosystem: [
    plain('decisions'),
    plain('indicators'),
    plain('risks'),
    plain('network'),
    plain('impact'),
    plain('calls'),
    plain('projects'),
    covering('theme'),
  ],
}

export const tilesOf = ({ tiles, scope }: Pick<Picture, 'tiles' | 'scope'>): readonly Tile[] =>
  tiles ?? usualTiles[scope]

/** Every tile that a picture can have: those chosen first, in their order; its note is written apart. */
export function tilesOffered(picture: Pick<Picture, 'tiles' | 'scope'>): Tile[] {
  const chosen = tilesOf(picture).filter(({ kind }) => kind !== 'note')
  const more = [
    ...usualTiles[picture.scope],
    ...coverings.map(covering).filter(({ by }) => by !== 'region' || picture.scope === 'nation'),
    plain('money'),
  ]
  return [...chosen, ...more.filter(({ id }, i) => !chosen.some((c) => c.id === id) && isFirst(more, id, i))]
}

const isFirst = (tiles: readonly Tile[], id: string, i: number) => tiles.findIndex((t) => t.id === id) === i

export type Choice = {
  tiles: readonly string[]
  apart: readonly string[]
  note: { fi: string; sv: string; en: string }
  statistics: readonly string[]
}

/** The tiles that an office has chosen, the note first; or what is wrong with the choice. */
export function tilesChosen(
  picture: Pick<Picture, 'tiles' | 'scope'>,
  { tiles, apart, note, statistics }: Choice,
): { tiles: Tile[] } | { fault: 'noTiles' | 'strangeAddress' | 'fewLanguages'; field: string } {
  const offered = tilesOffered(picture)
  const chosen = [...new Set(tiles)].flatMap((id) => offered.find((tile) => tile.id === id) ?? [])
  const slices = statistics.filter((address) => address !== '').map(sliceOf)
  if (slices.some((slice) => slice === undefined)) return { fault: 'strangeAddress', field: 'statistics' }
  const said = Object.values(note).some((words) => words !== '')
  if (said && note.fi === '') return { fault: 'fewLanguages', field: 'note.fi' }
  const words: Tile[] = said
    ? [{ id: 'note', kind: 'note', words: Object.fromEntries(Object.entries(note).filter(([, w]) => w)) }]
    : []
  const all = [
    ...words,
    ...chosen.map(({ apart: _, ...tile }) => ({ ...tile, ...(apart.includes(tile.id) && { apart: true }) })),
    ...slices.filter((slice) => slice !== undefined && !chosen.some(({ id }) => id === slice.id)),
  ] as Tile[]
  return all.length === 0 ? { fault: 'noTiles', field: 'tiles' } : { tiles: all }
}

/** "/statistics/ID?d.unit=EUR_HAB&d.freq=A", with or without site and language, is one slice of a dataset. */
export function sliceOf(address: string): Tile | undefined {
  const [, dataset, query = ''] = /\/statistics\/([0-9a-f-]{36})(?:\?([^#]*))?(?:#.*)?$/i.exec(address) ?? []
  if (!dataset) return undefined
  const codes = Object.fromEntries(
    [...new URLSearchParams(query)].flatMap(([name, code]) =>
      name.startsWith('d.') && code !== '' ? [[name.slice(2), code]] : [],
    ),
  )
  const mark = Object.entries(codes)
    .map(([name, code]) => `${name}=${code}`)
    .sort()
    .join('&')
  return {
    id: `statistic-${shortOf(`${dataset} ${mark}`)}`,
    kind: 'statistic',
    dataset: dataset.toLowerCase(),
    codes,
  }
}

/** Eight letters that stay the same for a text (FNV-1a, 32 bits): ids of tiles are told apart by them, nothing more. */
function shortOf(text: string): string {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/** The address of the picture that a place has by itself. */
export const standardKey = (scope: Scope, place: string): string =>
  scope === 'nation' ? 'nation' : `${scope}-${place.toLowerCase()}`

/** A figure that is not what it was; null where there was or is none. */
export type Difference = { figure: string; before: string | null; after: string | null }

/**
 * What has changed from one content to another: figures of both whose values differ, figures that have come with a
 * value, and those that have gone, in the order of the tiles.
 */
export function differences(before: Content, after: Content): Difference[] {
  const ids = [...new Set([...idsInOrder(after), ...Object.keys(before.figures)])]
  return ids.flatMap((figure) => {
    const [was, is] = [before.figures[figure]?.value ?? null, after.figures[figure]?.value ?? null]
    return was === is ? [] : [{ figure, before: was, after: is }]
  })
}

/** Ids of figures as a reader meets them. */
export function idsInOrder({ tiles, figures }: Content): string[] {
  const met = tiles.flatMap((tile) => [
    ...tile.figures,
    ...(tile.table?.rows.flatMap(({ cells }) => cells.filter((id) => id !== null)) ?? []),
  ])
  return [...new Set([...met, ...Object.keys(figures)])]
}

/** Exact difference of two decimal texts, as decimal text; undefined where either is no decimal. */
export function changeOf(before: string, after: string): string | undefined {
  const shape = /^(-?)(\d+)(?:\.(\d+))?$/
  const [b, a] = [shape.exec(before), shape.exec(after)]
  if (!b || !a) return undefined
  const scale = Math.max(b[3]?.length ?? 0, a[3]?.length ?? 0)
  const units = ([, sign, whole, part = '']: RegExpExecArray) =>
    BigInt(`${sign}${whole}${part.padEnd(scale, '0')}`)
  const units_ = units(a) - units(b)
  const digits = `${units_ < 0n ? -units_ : units_}`.padStart(scale + 1, '0')
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return units_ < 0n ? `-${text}` : text
}
