import { z } from 'zod'
import { countFacets, countTieKinds, type NetworkQuestion, sift } from '../../engine/network/index.ts'
import { query } from '../../kernel/action.ts'
import { listOf, many, paging } from '../../kernel/list.ts'
import { everyone } from '../../kernel/rule.ts'
import { actorHead, headOf } from './actor-head.ts'
import { pictureFor } from './closed.ts'
import type { KeptPicture } from './kept.ts'
import { facetNames } from './picture.ts'

import { foldedName } from './rules.ts'

const year = z.coerce.number().int().min(1900).max(2200).optional()
const value = z.string().max(60)

/** What the map and its table may be narrowed to; the words of the page's address. */
export const networkFilters = {
  kind: many(value),
  role: many(value),
  region: many(value),
  theme: many(value),
  ecosystem: many(value),
  community: many(value),
  tie: many(value).describe('Kinds of ties.'),
  from: year.describe('Only ties that were alive in this year or later.'),
  to: year.describe('Only ties that were alive in this year or before.'),
  at: z.uuid().optional().describe('An actor in the middle.'),
  steps: z.coerce.number().int().min(0).max(2).optional().describe('Only what is so many steps around it.'),
  q: z.string().trim().max(200).optional().describe('Words of names.'),
}
export type NetworkFilters = z.output<z.ZodObject<typeof networkFilters>>

const row = actorHead.extend({
  /** With how many others it has a tie among what is shown, and the weight of these ties. */
  others: z.number().int(),
  strength: z.number(),
  /** Those it is tied to most closely, with their kinds for a small picture. */
  closest: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string(), weight: z.number() })),
})
export type NetworkRow = z.output<typeof row>

export const networkMap = query({
  name: 'network.map',
  summary: {
    fi: 'Toimijaverkosto: toimijat ja yhteydet suodattimien mukaan',
    sv: 'Aktörsnätverket: aktörer och kopplingar enligt filter',
    en: 'The network of actors: actors and ties by filters',
  },
  route: { method: 'GET', path: '/network' },
  input: z.object({
    ...networkFilters,
    sort: z.enum(['ties', 'name', 'between']).default('ties'),
    ...paging,
  }),
  output: listOf(row).extend({
    /** When the picture was computed; null until the first is. */
    at: z.date().nullable(),
    ties: z.number().int(),
    /** How many ties of the whole are not public: the reader sees them by right. */
    closed: z.number().int(),
    /** Everything in the picture, without filters. */
    all: z.object({ actors: z.number().int(), ties: z.number().int() }),
    /** Of some facets how many actors of the whole network have each value. */
    sizes: z.record(z.string(), z.record(z.string(), z.number().int())),
    facets: z.record(z.string(), z.record(z.string(), z.number().int())),
    tieKinds: z.record(z.string(), z.number().int()),
    years: z.object({ first: z.number().int(), last: z.number().int() }).nullable(),
  }),
  allow: everyone,
  run: async (ctx, { sort, limit, offset, ...filters }) => {
    const kept = await pictureFor(ctx)
    if (!kept)
      return {
        items: [],
        total: 0,
        at: null,
        ties: 0,
        closed: 0,
        all: { actors: 0, ties: 0 },
        sizes: {},
        facets: {},
        tieKinds: {},
        years: null,
      }
    const question = questionOf(filters, kept)
    const left = sift(kept.columns, question)
    const found = ranked(kept, left.actors, left.ties, filters.q, sort)
    return {
      items: found.slice(offset, offset + limit).map((one) => rowOf(kept, one, ctx.language)),
      total: found.length,
      at: kept.at,
      ties: left.tieCount,
      closed: kept.closed,
      all: { actors: kept.picture.actors.length, ties: kept.picture.ties.length },
      sizes: kept.sizes,
      facets: Object.fromEntries(
        Object.entries(countFacets(kept.columns, question)).map(([name, counts]) => [
          name,
          Object.fromEntries(counts),
        ]),
      ),
      tieKinds: Object.fromEntries(countTieKinds(kept.columns, question)),
      years: yearsOf(kept),
    }
  },
})

export function questionOf(filters: Partial<NetworkFilters>, { placeOf }: KeptPicture): NetworkQuestion {
  const actor = filters.at === undefined ? undefined : placeOf.get(filters.at)
  return {
    facets: Object.fromEntries(facetNames.map((name) => [name, filters[name] ?? []])),
    tieKinds: filters.tie ?? [],
    from: filters.from,
    to: filters.to,
    ...(actor !== undefined && filters.steps && { around: { actor, steps: filters.steps } }),
  }
}

type Ranked = { place: number; others: ReadonlyMap<number, number>; strength: number }

const finnish = new Intl.Collator('fi')

/** The actors that remain, with their remaining ties, in the order asked for. */
function ranked(
  { picture, columns }: KeptPicture,
  actors: Uint8Array,
  ties: Uint8Array,
  words: string | undefined,
  sort: 'ties' | 'name' | 'between',
): Ranked[] {
  const wanted = words ? foldedName(words).split(/\s+/) : []
  const others = new Map<number, Map<number, number>>()
  const put = (from: number, to: number, weight: number) => {
    const known = others.get(from) ?? new Map<number, number>()
    known.set(to, (known.get(to) ?? 0) + weight)
    others.set(from, known)
  }
  for (let tie = 0; tie < ties.length; tie++) {
    if (!ties[tie]) continue
    const [a, b, weight] = [columns.a[tie]!, columns.b[tie]!, columns.weights[tie]!]
    put(a, b, weight)
    put(b, a, weight)
  }
  const found = picture.actors.flatMap((actor, place): Ranked[] => {
    if (!actors[place]) return []
    if (wanted.length > 0) {
      const name = foldedName([actor.name, actor.nameSv, actor.nameEn].join(' '))
      if (!wanted.every((word) => name.includes(word))) return []
    }
    const own = others.get(place) ?? new Map<number, number>()
    return [{ place, others: own, strength: [...own.values()].reduce((sum, weight) => sum + weight, 0) }]
  })
  const nameOf = ({ place }: Ranked) => picture.actors[place]!.name
  const between = ({ place }: Ranked) => picture.actors[place]!.between
  const byName = (one: Ranked, other: Ranked) => finnish.compare(nameOf(one), nameOf(other))
  return found.sort((one, other) =>
    sort === 'name'
      ? byName(one, other)
      : sort === 'between'
        ? between(other) - between(one) || byName(one, other)
        : other.others.size - one.others.size || other.strength - one.strength || byName(one, other),
  )
}

const drawnOthers = 12

function rowOf({ picture }: KeptPicture, { place, others, strength }: Ranked, language: 'fi' | 'sv' | 'en') {
  const actor = picture.actors[place]!
  const closest = [...others].sort((one, other) => other[1] - one[1] || one[0] - other[0])
  return {
    ...headOf(actor, language),
    others: others.size,
    strength,
    closest: closest.slice(0, drawnOthers).map(([other, weight]) => {
      const { id, name, kind } = headOf(picture.actors[other]!, language)
      return { id, name, kind, weight }
    }),
  }
}

function yearsOf({ picture }: KeptPicture): { first: number; last: number } | null {
  const years = picture.ties.flatMap(({ since, until }) =>
    [since, until].flatMap((day) => (day === null ? [] : [Number(day.slice(0, 4))])),
  )
  if (years.length === 0) return null
  let [first, last] = [years[0]!, years[0]!]
  for (const one of years) {
    first = Math.min(first, one)
    last = Math.max(last, one)
  }
  return { first, last }
}

export type NetworkAnswer = z.output<typeof networkMap.output>

/** The whole picture as a browser draws it. */
export const networkDrawing = query({
  name: 'network.drawing',
  summary: {
    fi: 'Toimijaverkosto piirrettäväksi: paikat ja yhteydet',
    sv: 'Aktörsnätverket för ritning: platser och kopplingar',
    en: 'The network of actors for drawing: places and ties',
  },
  input: z.object({}),
  output: z.object({ json: z.string() }),
  allow: everyone,
  run: async (ctx) => ({ json: (await pictureFor(ctx))?.drawing(ctx.language) ?? 'null' }),
})
