import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'
import { actorHead, headOf } from './actor-head.ts'
import { pictureFor } from './closed.ts'
import { groundsOf } from './grounds.ts'
import type { KeptPicture } from './kept.ts'
import type { PictureTie } from './picture.ts'
import { complaint } from './text.ts'

const evidence = z.object({
  kind: z.string(),
  weight: z.number(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** What shows it, with its page: a project, an ecosystem; null of a tie that somebody has stated. */
  title: z.custom<Names>().nullable(),
  code: z.string().nullable(),
  page: z.string().nullable(),
})

/** One other actor with everything that ties the two. */
const partner = actorHead.extend({ weight: z.number(), ties: z.array(evidence) })
export type Partner = z.output<typeof partner>

export const networkActor = query({
  name: 'network.actor',
  summary: {
    fi: 'Yhden toimijan yhteydet verkostossa perusteineen',
    sv: 'En aktörs kopplingar i nätverket med grunder',
    en: 'The ties of one actor in the network with their evidence',
  },
  route: { method: 'GET', path: '/network/actors/{id}' },
  input: z.object({ id: z.uuid() }),
  output: actorHead.extend({
    at: z.date(),
    others: z.number().int(),
    strength: z.number(),
    /** Its place among all by how many shortest ways run through it, from 1; null where none do. */
    rank: z.number().int().nullable(),
    of: z.number().int(),
    spread: z.number(),
    cutsOff: z.number().int(),
    /** Kinds of actors in the whole picture, the most frequent first: the order of their colours. */
    kinds: z.array(z.string()),
    partners: z.array(partner),
    /** Ties among its partners, as pairs of places in `partners`. */
    among: z.array(z.tuple([z.number().int(), z.number().int()])),
  }),
  allow: everyone,
  run: async (ctx, { id }) => {
    const kept = await pictureFor(ctx)
    const place = kept?.placeOf.get(id)
    if (!kept || place === undefined)
      throw new Refusal('missing', 'network.not-there', [complaint('notThere')])
    const actor = kept.picture.actors[place]!
    const partners = await partnersOf(ctx, kept, place)
    return {
      ...headOf(actor, ctx.language),
      at: kept.at,
      others: actor.others,
      strength: actor.strength,
      rank:
        actor.between > 0 ? 1 + kept.picture.actors.filter((a) => a.between > actor.between).length : null,
      of: kept.picture.actors.length,
      spread: actor.spread,
      cutsOff: actor.cutsOff,
      kinds: Object.entries(kept.sizes.kind ?? {})
        .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
        .map(([kind]) => kind),
      partners,
      among: amongThem(kept, partners),
    }
  },
})

export type NetworkActor = z.output<typeof networkActor.output>

async function partnersOf(ctx: Context, kept: KeptPicture, place: number): Promise<Partner[]> {
  const ties = kept.tiesOf(place)
  const grounds = await groundsOf(
    ctx,
    ties.map((tie) => tie.evidence),
  )
  const shown = ({ kind, weight, since, until, evidence: by }: PictureTie) => ({
    kind,
    weight,
    since,
    until,
    ...grounds(by),
  })
  const by = new Map<number, PictureTie[]>()
  for (const tie of ties) {
    const other = tie.a === place ? tie.b : tie.a
    by.set(other, [...(by.get(other) ?? []), tie])
  }
  return [...by]
    .map(([other, own]) => ({
      ...headOf(kept.picture.actors[other]!, ctx.language),
      weight: own.reduce((sum, tie) => sum + tie.weight, 0),
      ties: own.map(shown).sort((t, u) => ((t.since ?? '') < (u.since ?? '') ? 1 : -1)),
    }))
    .sort((p, q) => q.weight - p.weight || (p.name < q.name ? -1 : 1))
}

function amongThem(kept: KeptPicture, partners: readonly Partner[]): [number, number][] {
  const places = new Map(partners.map((partner, i) => [kept.placeOf.get(partner.id)!, i]))
  const pairs = new Map<string, [number, number]>()
  for (const [place, i] of places)
    for (const tie of kept.tiesOf(place)) {
      const j = places.get(tie.a === place ? tie.b : tie.a)
      if (j !== undefined && i < j) pairs.set(`${i} ${j}`, [i, j])
    }
  return [...pairs.values()]
}
