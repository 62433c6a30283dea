import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { listOf, many, paging } from '../../kernel/list.ts'
import { everyone } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import type { NamedConcept } from '../overlaps/index.ts'
import { searchFor } from '../search/index.ts'
import { anyOffer, type OfferKey, type OfferRow, offerKeys, offersWith } from './offer-queries.ts'
import { cardKinds, offerKinds } from './rules.ts'
import { conceptsWith } from './subjects.ts'

export const offerFacets = ['kind', 'sort', 'region', 'subject'] as const
type Facet = (typeof offerFacets)[number]

export const offerList = z.object({
  q: z.string().max(500).optional().describe('Words of an offer or a need, in any language.'),
  kind: many(z.enum(cardKinds)).describe('Offers, needs, facilities.'),
  sort: many(z.enum(offerKinds)).describe('What is offered or looked for.'),
  region: many(z.string().max(20)).describe('Region that the actor serves, such as MK06.'),
  subject: many(z.string().regex(/^\d{1,9}$/)).describe('Number of a concept of YSO.'),
  ...paging,
})

export type Offer = Omit<OfferRow, 'subjects'> & { subjects: NamedConcept[]; page: string }

export type OfferAnswer = {
  items: Offer[]
  total: number
  facets: Record<Facet, Record<string, number>>
  /** The concepts among the facets, by their numbers. */
  concepts: NamedConcept[]
  instead: string[]
  also: string[]
}

export const listOffers = query({
  name: 'offer.list',
  summary: {
    fi: 'Hae ja rajaa, mitä toimijat tarjoavat ja tarvitsevat',
    sv: 'Sök och avgränsa vad aktörerna erbjuder och behöver',
    en: 'Search and narrow down what actors offer and need',
  },
  route: { method: 'GET', path: '/offers' },
  input: offerList,
  output: listOf(z.custom<Offer>()).extend({
    facets: z.custom<OfferAnswer['facets']>(),
    concepts: z.array(z.custom<NamedConcept>()),
    instead: z.array(z.string()),
    also: z.array(z.string()),
  }),
  allow: everyone,
  run: (ctx, input) => findOffers(ctx.db, ctx.actor, ctx.now, input),
})

/** Offers, needs and facilities by words and filters, counted: what the page, its files and REST stand on. */
async function findOffers(
  db: Read,
  actor: Actor,
  now: Date,
  input: z.output<typeof offerList>,
): Promise<OfferAnswer> {
  const asked = { kinds: cardKinds, today: dayIn(now) }
  const words = input.q?.trim()
  const finds = (tsquery: string) => anyOffer(db, actor, { ...asked, tsquery })
  const search = words ? await searchFor(db, words, finds, 1_000, { meanings: true }) : undefined
  const keys = await offerKeys(db, actor, {
    ...asked,
    ...(words && { tsquery: search?.tsquery ?? '' }),
  })
  const { found, facets } = narrowed(keys, input)
  const rows = await offersWith(
    db,
    found.slice(input.offset, input.offset + input.limit).map((key) => key.id),
  )
  const concepts = await conceptsWith([
    ...rows.flatMap((r) => r.subjects),
    ...Object.keys(facets.subject),
    ...input.subject,
  ])
  return {
    items: rows.map((row) => ({
      ...row,
      subjects: row.subjects.flatMap((id) => concepts.get(id) ?? []),
      page: `/organisations/${row.organisation}#${row.entry}`,
    })),
    total: found.length,
    facets,
    concepts: [...concepts.values()],
    instead: search?.instead ?? [],
    also: search?.also ?? [],
  }
}

const whole = 'whole-country'

/** The regions that a key is found under: who serves the whole country serves every Finnish one that occurs. */
const regionsOf = (key: OfferKey, occurring: readonly string[]): readonly string[] =>
  key.regions.includes(whole)
    ? [...new Set([...key.regions, ...occurring.filter((code) => code !== 'abroad')])]
    : key.regions

/** What is left, and how many of each value there would be; a facet's own choice does not narrow its own counts. */
export function narrowed(
  keys: readonly OfferKey[],
  chosen: Readonly<Record<Facet, readonly string[]>>,
): { found: OfferKey[]; facets: Record<Facet, Record<string, number>> } {
  const facets: Record<Facet, Record<string, number>> = { kind: {}, sort: {}, region: {}, subject: {} }
  const found: OfferKey[] = []
  const occurring = [...new Set([...chosen.region, ...keys.flatMap((key) => key.regions)])]
  for (const key of keys) {
    const values: Record<Facet, readonly string[]> = {
      kind: [key.kind],
      sort: key.sort ? [key.sort] : [],
      region: regionsOf(key, occurring),
      subject: key.subjects,
    }
    const failed = offerFacets.filter(
      (facet) => chosen[facet].length > 0 && !values[facet].some((value) => chosen[facet].includes(value)),
    )
    if (failed.length === 0) found.push(key)
    for (const facet of offerFacets) {
      if (failed.some((other) => other !== facet)) continue
      for (const value of values[facet]) facets[facet][value] = (facets[facet][value] ?? 0) + 1
    }
  }
  return { found, facets }
}
