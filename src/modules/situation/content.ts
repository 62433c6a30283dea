import type { Light } from '../../engine/indicators/index.ts'
import type { Names } from '../../kernel/text.ts'

export const scopes = ['nation', 'region', 'ecosystem'] as const
export type Scope = (typeof scopes)[number]

/** What a tile is made of; the order is that of the office's choices. */
export const tileKinds = [
  'note',
  'agreements',
  'decisions',
  'projects',
  'money',
  'coverage',
  'indicators',
  'network',
  'impact',
  'calls',
  'goal',
  'statistic',
  'risks',
] as const
export type TileKind = (typeof tileKinds)[number]

/** By what projects are parted in a tile of coverage. */
export const coverings = ['theme', 'region', 'fund'] as const
export type Covering = (typeof coverings)[number]

/** A tile as an office has chosen it. */
export type Tile = {
  /** The same for as long as the tile is in the picture: ids of figures begin with it. */
  id: string
  kind: TileKind
  /** Instead of the usual heading of its kind. */
  title?: Names | undefined
  /** Of a note: what it says. */
  words?: Names | undefined
  /** Of coverage. */
  by?: Covering | undefined
  /** Of a statistic: the dataset by id, or by its table where it shipped. */
  dataset?: string | undefined
  /** Of a statistic: one category of each dimension but place and time, by codes. */
  codes?: Readonly<Record<string, string>> | undefined
  /** Of an ecosystem's tile: not given on to the picture of the nation. */
  apart?: boolean | undefined
}

/** How a figure is written. A share is a part of one; `other` has its unit in `unitName`. */
export type Unit = 'count' | 'euro' | 'share' | 'percent' | 'other'

/** Where figures come from: a list, a dataset in a version, approved reports. */
export type Source = {
  name: Names
  /** Its page, without a language. */
  path: string | null
  /** The day or instant of which it tells. */
  asOf: string | null
}

/** What can be asked of a figure and of a series alike. Methods and sources are named by their keys in the content. */
export type Asked = {
  label: Names
  unit: Unit
  unitName?: Names | undefined
  decimals: number
  method: string
  sources: string[]
  /** The page that shows what it is made of, without a language. */
  origin: string | null
}

export type Figure = Asked & {
  /** Exact decimal text; null where there is none, never zero instead. */
  value: string | null
  /** Why there is none. */
  missing?: Names | undefined
  /** The period or day it is of, where that is not the picture's own. */
  period?: string | undefined
  light?: Light | undefined
}

export type Point = { period: string; value: string | null; uncertain?: boolean | undefined }
export type Series = Asked & { points: Point[] }

/** A tile as it was made; figures and series by their ids. */
export type MadeTile = {
  id: string
  kind: TileKind
  title: Names
  lead?: Names | undefined
  figures: string[]
  chart?: { form: 'bars' | 'lines'; series: string[] } | undefined
  table?: MadeTable | undefined
  list?: { label: Names; path: string; note: Names }[] | undefined
  notes?: Names[] | undefined
  /** Whether it shows something invented for practice: that is said in the page. */
  exercise?: boolean | undefined
  apart?: boolean | undefined
}

export type MadeTable = {
  head: Names
  columns: Names[]
  /** Cells are ids of figures; null where there is none to show. `apart` has no bar: it is not one among the others. */
  rows: { label: Names; path?: string | undefined; cells: (string | null)[]; apart?: boolean | undefined }[]
}

/** A picture as it was at one moment: whole, with its words, so that it can be read as it was. */
export type Content = {
  figures: Record<string, Figure>
  series: Record<string, Series>
  methods: Record<string, Names>
  sources: Record<string, Source>
  tiles: MadeTile[]
}

/** With everybody, with those who hold an office in the ecosystem, or with its coordinators and preparers alone. */
export const pictureShares = ['public', 'agreement', 'own'] as const
export type PictureShare = (typeof pictureShares)[number]

/** A picture as it is kept. */
export type Picture = {
  id: string
  key: string
  scope: Scope
  region: string | null
  ecosystem: string | null
  ecosystemKey: string | null
  ecosystemName: Names | null
  ecosystemShare: string | null
  share: PictureShare
  standard: boolean
  title: Names | null
  tiles: Tile[] | null
  version: number
  checkedAt: Date | null
}
