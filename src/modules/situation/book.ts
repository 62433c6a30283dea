import type { z } from 'zod'
import type { Action } from '../../kernel/action.ts'
import { inEach, type Language, type Names } from '../../kernel/text.ts'
import type { Asked, Content, Figure, MadeTile, Point, Scope, Series, Source, Tile } from './content.ts'
import { methodText } from './method-text.ts'
import { tileText } from './tile-text.ts'

/** Runs a query as those whom the picture is for: what they may not ask is in no picture of theirs. */
export type Ask = <I extends z.ZodType, O extends z.ZodType>(
  action: Action<I, O>,
  raw: z.input<I>,
) => Promise<z.output<O>>

/** What a picture is of. */
export type Place = {
  scope: Scope
  /** Codes of the regions that it covers; none: the whole country. */
  regions: readonly string[]
  /** Key of the ecosystem, where it is one. */
  ecosystem: string | null
}

/** How the figure of a method is counted, by the method's name in the words of this module. */
export type MethodName = keyof (typeof methodText)['fi']

/** What a figure says of itself beside its value; its sources as they are, not by keys yet. */
export type Told = Omit<Asked, 'method' | 'sources'> & {
  /** A method of ours by its name, or one that another module has words for. */
  method: MethodName | { key: string; words: Names }
  sources: readonly (Source & { key: string })[]
}

/** Where the tiles of one picture put what they show. */
export type Book = {
  /** Answers the id. */
  figure: (id: string, told: Told & Omit<Figure, keyof Asked>) => string
  series: (id: string, told: Told & { points: Point[] }) => string
  content: (tiles: MadeTile[]) => Content
}

export function openBook(): Book {
  const content: Content = { figures: {}, series: {}, methods: {}, sources: {}, tiles: [] }
  const asked = <T extends Told>({ method, sources, ...told }: T) => {
    const { key, words } =
      typeof method === 'string' ? { key: method, words: inEach((l) => methodText[l][method]) } : method
    content.methods[key] = words
    for (const { key: source, ...said } of sources) content.sources[source] = said
    return { ...told, method: key, sources: sources.map((s) => s.key) }
  }
  return {
    figure: (id, told) => {
      content.figures[id] = asked(told)
      return id
    },
    series: (id, told) => {
      content.series[id] = asked(told) as Series
      return id
    },
    content: (tiles) => ({ ...content, tiles }),
  }
}

/** What a maker is given. */
export type Making = {
  ask: Ask
  place: Place
  tile: Tile
  book: Book
  now: Date
  /** The newest contents of the public pictures of ecosystems, by their keys: made before those that lay them side by side. */
  shared: ReadonlyMap<string, Content>
}

/** A tile as its maker makes it; null where it has nothing to say of this place. */
export type Made = Omit<MadeTile, 'id' | 'kind' | 'title' | 'apart'> & { title?: Names }
export type Maker = (making: Making) => Promise<Made | null>

/** Words of the tiles in each language. */
export const said = (
  say: (t: (typeof tileText)['fi'], language: Language) => string,
): Record<Language, string> => inEach((l) => say(tileText[l], l))
