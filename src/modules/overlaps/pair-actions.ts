import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import type { Near } from '../../engine/likeness/index.ts'
import { fold } from '../../engine/matching/index.ts'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { listOf, paging } from '../../kernel/list.ts'
import { type EcosystemHead, ecosystemByKey, idOfKey } from '../ecosystems/index.ts'
import { by } from '../people/index.ts'
import { projectItems } from '../projects/index.ts'
import { judgementsIn, judgementsOfPair } from './judgement-queries.ts'
import { judges, refuse, thingShape } from './judging.ts'
import { type KeptTexts, keptTexts } from './kept-texts.ts'
import { askedOf, type Evidence, evidenceBetween, nearestIn } from './neighbours.ts'
import { type Judgement, judgedPerThing, judgements, pairOf, worthJudging } from './rules.ts'
import { handledBy, type ShownJudgement, shown } from './seen-judgements.ts'
import { type Thing, thingOf, thingOfApplication, thingOfProject, whoSees } from './thing.ts'
import { applicationRows, applicationsWaiting, portfolioOf } from './thing-queries.ts'

/** A pair to be judged, or judged: the thing of the ecosystem, the project, and what they share. */
export type Pair = {
  thing: Thing
  other: Thing
  /** Whether the other is in the ecosystem's portfolio too. */
  within: boolean
  evidence: Evidence
  judgements: ShownJudgement[]
}

export const listStates = ['open', 'judged', 'all'] as const

export const listPairs = query({
  name: 'overlaps.list',
  summary: {
    fi: 'Ekosysteemin hankkeiden ja hakemusten päällekkäisyydet ja täydentävyydet: arvioitavat ja arvioidut parit',
    sv: 'Överlappningar och kompletteringar mellan ett ekosystems projekt och ansökningar: par att bedöma och bedömda',
    en: 'Overlaps and complements of an ecosystem’s projects and applications: pairs to judge, and judged',
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
  allow: { ...by(...judges), in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem) },
  run: async (ctx, input) => {
    const ecosystem = await theEcosystem(ctx, input.ecosystem)
    const kept = await keptTexts(ctx)
    const nothing = { items: [], total: 0, counts: { open: 0, judged: 0 }, ready: false, ecosystem }
    if (!kept) return nothing
    const known = await shown(ctx, await judgementsIn(ctx.db, ctx.actor, ecosystem.id))
    const { found, portfolio } = await candidates(ctx, kept, ecosystem.id, known)
    const judgedPairs = new Set(known.map((j) => pairOf(j.from.id, j.to.id)))
    const isJudged = (c: Candidate) => judgedPairs.has(pairOf(c.thing.id, c.project))
    const scoped = found.filter(
      (c) => input.scope === undefined || portfolio.has(c.project) === (input.scope === 'within'),
    )
    const named = await namedSo(ctx, scoped, input.q)
    const chosen = named.filter((c) => {
      if (input.state !== 'all' && isJudged(c) !== (input.state === 'judged')) return false
      return input.judgement === undefined || judgedSo(known, c, input.judgement)
    })
    const page = chosen.slice(input.offset, input.offset + input.limit)
    const others = new Map(
      (
        await projectItems(
          ctx,
          page.map((c) => c.project),
        )
      ).map((item) => [item.id, item]),
    )
    const judged = named.filter(isJudged).length
    return {
      ready: true,
      ecosystem,
      total: chosen.length,
      counts: { open: named.length - judged, judged },
      items: page.flatMap((c): Pair[] => {
        const item = others.get(c.project)
        const evidence = item && evidenceBetween(kept, askedOf(c.thing), item)
        if (!item || !evidence) return []
        return [
          {
            thing: c.thing,
            other: thingOfProject(item),
            within: portfolio.has(c.project),
            evidence,
            judgements: known.filter((j) => pairOf(j.from.id, j.to.id) === pairOf(c.thing.id, c.project)),
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

type Candidate = { thing: Thing; project: string; likeness: number }

const judgedSo = (known: readonly ShownJudgement[], c: Candidate, judgement: Judgement): boolean =>
  known.some((j) => j.judgement === judgement && pairOf(j.from.id, j.to.id) === pairOf(c.thing.id, c.project))

/** Those of which the two titles together have all the words, in any case, accents left aside. */
async function namedSo(ctx: Context, found: readonly Candidate[], q: string): Promise<readonly Candidate[]> {
  const words = fold(q).split(/\s+/).filter(Boolean)
  if (words.length === 0) return found
  const others = await projectItems(ctx, [...new Set(found.map((c) => c.project))])
  const titles = new Map(others.map((item) => [item.id, fold(item.name)]))
  return found.filter((c) => {
    const both = `${fold(c.thing.title)} ${titles.get(c.project) ?? ''}`
    return words.every((word) => both.includes(word))
  })
}

/**
 * The pairs of an ecosystem, the most alike first: each of its projects, and each application that the actor is free to
 * read, with those nearest to it; and all that are judged already.
 */
async function candidates(
  ctx: Context,
  kept: KeptTexts,
  ecosystem: string,
  known: readonly ShownJudgement[],
): Promise<{ found: Candidate[]; portfolio: ReadonlySet<string> }> {
  const portfolio = await portfolioOf(ctx.db, ecosystem)
  const free = await handledBy(ctx, ecosystem, await applicationsWaiting(ctx.db, ecosystem))
  const things = [
    ...(await projectItems(ctx, portfolio)).map((item) => thingOfProject(item, [ecosystem])),
    ...(await applicationRows(ctx.db, free)).map(thingOfApplication),
  ]
  const found = new Map<string, Candidate>()
  for (const { from, to } of known) {
    const { likeness } = kept.open.compare(askedOf(from), askedOf(to))
    found.set(pairOf(from.id, to.id), { thing: from, project: to.id, likeness })
  }
  for (const thing of things) {
    for (const near of await nearTo(ctx, kept, thing)) {
      const pair = pairOf(thing.id, near.id)
      if (!found.has(pair) && near.likeness >= worthJudging)
        found.set(pair, { thing, project: near.id, likeness: near.likeness })
    }
  }
  return {
    found: [...found.values()].sort(
      (a, b) =>
        b.likeness - a.likeness || (pairOf(a.thing.id, a.project) < pairOf(b.thing.id, b.project) ? -1 : 1),
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
}

export const readPair = query({
  name: 'overlaps.pair',
  summary: {
    fi: 'Yksi pari: mikä yhdistää, ja kaikki siitä kirjatut arviot, myös korvatut ja perutut',
    sv: 'Ett par: vad som förenar, och alla bedömningar av det, även ersatta och återtagna',
    en: 'One pair: what it shares, and everything that was judged of it, also replaced or taken back',
  },
  input: z.object({
    ecosystem: z.string().max(40),
    ...thingShape,
    project: z.uuid(),
  }),
  output: z.custom<ReadPair>(),
  allow: {
    ...by(...judges),
    in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem),
    only: {
      says: whoSees.only!.says,
      check: (ctx, { kind, id }) => whoSees.only!.check(ctx, { kind, id }),
      why: (ctx, { kind, id }) => whoSees.only!.why!(ctx, { kind, id }),
    },
  },
  run: async (ctx, { ecosystem: key, project, ...ref }) => {
    const ecosystem = await theEcosystem(ctx, key)
    const thing = await thingOf(ctx, ref)
    const other = await thingOf(ctx, { kind: 'project', id: project })
    const kept = await keptTexts(ctx)
    const [item] = await projectItems(ctx, [project])
    return {
      ecosystem,
      thing,
      other,
      within: other.ecosystems.includes(ecosystem.id),
      evidence: kept && item ? evidenceBetween(kept, askedOf(thing), item) : undefined,
      judgements: await shown(ctx, await judgementsOfPair(ctx.db, ctx.actor, ref, project)),
    }
  },
})
