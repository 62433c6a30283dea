import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import type { Near } from '../../engine/likeness/index.ts'
import { fold } from '../../engine/matching/index.ts'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { listOf, paging } from '../../kernel/list.ts'
import { isAmong, ruleOf } from '../../kernel/rule.ts'
import { type EcosystemHead, ecosystemByKey, idOfKey } from '../ecosystems/index.ts'
import { by } from '../people/index.ts'
import { projectItems } from '../projects/index.ts'
import { judgementsIn, judgementsOfPair } from './judgement-queries.ts'
import { judging, leads, pairIn, pairShape, refuse } from './judging.ts'
import { type KeptTexts, keptTexts } from './kept-texts.ts'
import { askedOf, type Evidence, evidenceWith, nearestIn } from './neighbours.ts'
import {
  type Judgement,
  judgedPerThing,
  judgements,
  pairOf,
  type ThingRef,
  type Voice,
  worthJudging,
} from './rules.ts'
import { type ShownJudgement, shown } from './seen-judgements.ts'
import { judges, type Thing, thingOf, thingOfProject } from './thing.ts'
import { portfolioOf } from './thing-queries.ts'
import { nearestThings, waitingThings } from './waiting.ts'

/** A pair to be judged, or judged: the thing of the ecosystem, the other, and what they share. */
export type Pair = {
  thing: Thing
  other: Thing
  /** Whether the other is in the ecosystem's portfolio too. */
  within: boolean
  evidence: Evidence
  judgements: ShownJudgement[]
}

const listing = by(...judges)

export const listStates = ['open', 'judged', 'all'] as const

export const listPairs = query({
  name: 'overlaps.list',
  summary: {
    fi: 'Ekosysteemin hankkeiden, hakemusten ja ideoiden päällekkäisyydet ja täydentävyydet: arvioitavat ja arvioidut parit',
    sv: 'Överlappningar och kompletteringar mellan ett ekosystems projekt, ansökningar och idéer: par att bedöma och bedömda',
    en: 'Overlaps and complements of an ecosystem’s projects, applications and ideas: pairs to judge, and judged',
  },
  route: { method: 'GET', path: '/ecosystems/{ecosystem}/overlaps' },
  input: z.object({
    ecosystem: z.string().max(40).describe('Key of the ecosystem.'),
    state: z.enum(listStates).default('open'),
    judgement: z.enum(judgements).optional().describe('Only those that somebody judged so.'),
    scope: z
      .enum(['within', 'outside'])
      .optional()
      .describe('Pairs within the portfolio, or with other funded projects.'),
    q: z.string().max(200).default('').describe('Words of either title, all of them.'),
    ...paging,
  }),
  output: listOf(z.custom<Pair>()).extend({
    ready: z.boolean().describe('False while the projects are being read for comparing: ask again.'),
    counts: z.object({ open: z.number(), judged: z.number() }),
    ecosystem: z.custom<EcosystemHead>(),
  }),
  allow: { ...listing, in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem) },
  run: async (ctx, input) => {
    const ecosystem = await theEcosystem(ctx, input.ecosystem)
    const kept = await keptTexts(ctx)
    const nothing = { items: [], total: 0, counts: { open: 0, judged: 0 }, ready: false, ecosystem }
    if (!kept) return nothing
    const known = await shown(ctx, await judgementsIn(ctx.db, ctx.actor, ecosystem.id))
    const { found, portfolio } = await candidates(ctx, kept, ecosystem.id, known)
    const judgedPairs = new Set(known.map((j) => pairOf(j.from.id, j.to.id)))
    const isJudged = (c: Candidate) => judgedPairs.has(pairOf(c.thing.id, c.other.id))
    const scoped = found.filter(
      (c) => input.scope === undefined || isWithin(portfolio, c.other) === (input.scope === 'within'),
    )
    const named = await namedSo(ctx, scoped, input.q)
    const chosen = named.filter((c) => {
      if (input.state !== 'all' && isJudged(c) !== (input.state === 'judged')) return false
      return input.judgement === undefined || judgedSo(known, c, input.judgement)
    })
    const page = chosen.slice(input.offset, input.offset + input.limit)
    const others = await thingsFor(ctx, page)
    const judged = named.filter(isJudged).length
    return {
      ready: true,
      ecosystem,
      total: chosen.length,
      counts: { open: named.length - judged, judged },
      items: page.flatMap((c): Pair[] => {
        const other = others.get(c.other.id)
        if (!other) return []
        return [
          {
            thing: c.thing,
            other,
            within: isWithin(portfolio, c.other),
            evidence: evidenceWith(kept, askedOf(c.thing), askedOf(other)),
            judgements: known.filter((j) => pairOf(j.from.id, j.to.id) === pairOf(c.thing.id, c.other.id)),
          },
        ]
      }),
    }
  },
})

async function theEcosystem({ db }: Pick<Context, 'db'>, key: string): Promise<EcosystemHead> {
  const found = await ecosystemByKey(db, key)
  if (!found) throw refuse('missing', 'notThere')
  return found
}

/** Of the other nothing but its id is known where it is a project: pages are short, and candidates many. */
type Candidate = { thing: Thing; other: ThingRef | Thing; likeness: number }

/** Applications and ideas are compared in their own ecosystem alone. */
const isWithin = (portfolio: ReadonlySet<string>, { kind, id }: ThingRef): boolean =>
  kind !== 'project' || portfolio.has(id)

/** The others of these pairs, as far as the actor sees them. */
async function thingsFor(ctx: Context, found: readonly Candidate[]): Promise<Map<string, Thing>> {
  const known = found.flatMap(({ other }) => ('title' in other ? [other] : []))
  const ids = new Set(found.flatMap(({ other }) => ('title' in other ? [] : [other.id])))
  const items = await projectItems(ctx, [...ids])
  return new Map([...known, ...items.map((item) => thingOfProject(item))].map((thing) => [thing.id, thing]))
}

const judgedSo = (known: readonly ShownJudgement[], c: Candidate, judgement: Judgement): boolean =>
  known.some(
    (j) => j.judgement === judgement && pairOf(j.from.id, j.to.id) === pairOf(c.thing.id, c.other.id),
  )

/** Those of which the two titles together have all the words, in any case, accents left aside. */
async function namedSo(ctx: Context, found: readonly Candidate[], q: string): Promise<readonly Candidate[]> {
  const words = fold(q).split(/\s+/).filter(Boolean)
  if (words.length === 0) return found
  const others = await thingsFor(ctx, found)
  return found.filter((c) => {
    const both = fold(`${c.thing.title} ${others.get(c.other.id)?.title ?? ''}`)
    return words.every((word) => both.includes(word))
  })
}

/**
 * The pairs of an ecosystem, the most alike first: each of its projects, and each application and idea that the actor
 * may read, with the projects nearest to it and with those of them that are near; and all that are judged already.
 */
async function candidates(
  ctx: Context,
  kept: KeptTexts,
  ecosystem: string,
  known: readonly ShownJudgement[],
): Promise<{ found: Candidate[]; portfolio: ReadonlySet<string> }> {
  const portfolio = await portfolioOf(ctx.db, ecosystem)
  const waiting = await waitingThings(ctx, { handledIn: ecosystem })
  const things = [
    ...(await projectItems(ctx, portfolio)).map((item) => thingOfProject(item, [ecosystem])),
    ...waiting,
  ]
  const found = new Map<string, Candidate>()
  for (const { from, to } of known) {
    const { likeness } = kept.open.compare(askedOf(from), askedOf(to))
    found.set(pairOf(from.id, to.id), { thing: from, other: to, likeness })
  }
  const take = (thing: Thing, other: ThingRef | Thing, likeness: number) => {
    const pair = pairOf(thing.id, other.id)
    if (!found.has(pair) && likeness >= worthJudging) found.set(pair, { thing, other, likeness })
  }
  for (const thing of things) {
    for (const { id, likeness } of await nearTo(ctx, kept, thing))
      take(thing, { kind: 'project', id }, likeness)
    for (const near of nearestThings(kept, waiting, askedOf(thing), judgedPerThing))
      take(near.thing, thing, near.likeness)
  }
  return {
    found: [...found.values()].sort(
      (a, b) =>
        b.likeness - a.likeness || (pairOf(a.thing.id, a.other.id) < pairOf(b.thing.id, b.other.id) ? -1 : 1),
    ),
    portfolio: new Set(portfolio),
  }
}

/** One thing after another with others' requests between: the first time a portfolio of hundreds takes seconds. */
async function nearTo(ctx: Context, kept: KeptTexts, thing: Thing): Promise<Near[]> {
  await breathe()
  const asked = askedOf(thing)
  return nearestIn(kept, ctx, asked, judgedPerThing, kept.nearestTo(asked, judgedPerThing))
}

export type ReadPair = Omit<Pair, 'evidence'> & {
  ecosystem: EcosystemHead
  /** Undefined while the texts are being read. */
  evidence: Evidence | undefined
  /** In whose name who asks would judge it. */
  voice: Voice
  /** Whether they see the ecosystem's other pairs. */
  mayList: boolean
}

export const readPair = query({
  name: 'overlaps.pair',
  summary: {
    fi: 'Yksi pari: mikä yhdistää, ja kaikki siitä kirjatut arviot, myös korvatut ja perutut',
    sv: 'Ett par: vad som förenar, och alla bedömningar av det, även ersatta och återtagna',
    en: 'One pair: what it shares, and everything that was judged of it, also replaced or taken back',
  },
  input: z.object(pairShape),
  output: z.custom<ReadPair>(),
  allow: ruleOf(judging, pairIn),
  run: async (ctx, asked): Promise<ReadPair> => {
    const { thing: ref, other: otherRef } = pairIn(asked)
    const ecosystem = await theEcosystem(ctx, asked.ecosystem)
    const thing = await thingOf(ctx, ref)
    const other = await thingOf(ctx, otherRef)
    const kept = await keptTexts(ctx)
    return {
      ecosystem,
      thing,
      other,
      within: other.ecosystems.includes(ecosystem.id),
      evidence: kept && evidenceWith(kept, askedOf(thing), askedOf(other)),
      judgements: await shown(ctx, await judgementsOfPair(ctx.db, ctx.actor, ref, otherRef)),
      voice: (await leads(ctx, ref, otherRef)) ? 'lead' : 'office',
      mayList: isAmong(listing.who, ctx.actor, ecosystem.id),
    }
  },
})
