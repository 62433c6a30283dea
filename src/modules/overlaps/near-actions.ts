import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { allows, everyone } from '../../kernel/rule.ts'
import { canSee, type ShareLevel } from '../../kernel/share.ts'
import { allEcosystems, type EcosystemHead } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { judges, thingShape } from './judging.ts'
import { askedOf, type NamedConcept, type NeighbourProject, neighboursOf } from './neighbours.ts'
import { judgementsOf, type ShownJudgement } from './seen-judgements.ts'
import { acceptedFor, settling } from './subjects.ts'
import { type Thing, thingOf, whoSees } from './thing.ts'
import { portfolioOf } from './thing-queries.ts'

const limit = z.coerce.number().int().min(1).max(50).default(10).describe('How many at most.')

export const findNeighbours = query({
  name: 'neighbours.find',
  summary: {
    fi: 'Rahoitetut hankkeet, jotka ovat lähinnä annettua tekstiä, perusteluineen',
    sv: 'De finansierade projekt som är närmast en given text, med belägg',
    en: 'The funded projects nearest to a text, with what they share',
  },
  route: { method: 'GET', path: '/neighbours' },
  input: z.object({
    title: z.string().max(500).default('').describe('What it is called.'),
    text: z.string().max(20_000).default('').describe('What it is about.'),
    limit,
  }),
  output: z.object({
    ready: z.boolean().describe('False while the projects are being read for comparing: ask again.'),
    items: z.array(z.custom<NeighbourProject>()),
  }),
  allow: everyone,
  run: async (ctx, { title, text: summary, limit: most }) => {
    const items = await neighboursOf(ctx, { title, summary }, { limit: most })
    return { ready: items !== undefined, items: items ?? [] }
  },
})

export type NeighboursOfThing = {
  thing: Thing
  ready: boolean
  /** In the ecosystem's own portfolio; null where the thing is in none. */
  own: { ecosystem: EcosystemHead; items: NeighbourProject[] } | null
  items: NeighbourProject[]
  subjects: NamedConcept[]
  maySettle: boolean
  judgements: ShownJudgement[]
  /** The ecosystem in which who asks may judge it. */
  judgesIn: EcosystemHead | null
}

export const readNeighbours = query({
  name: 'neighbours.read',
  summary: {
    fi: 'Hankkeen tai hakemuksen samankaltaiset hankkeet, asiasanat ja arviot',
    sv: 'Projekt som liknar ett projekt eller en ansökan, ämnesord och bedömningar',
    en: 'The neighbours of a project or an application, its subjects and what was judged',
  },
  route: { method: 'GET', path: '/neighbours/{kind}/{id}' },
  input: z.object({ ...thingShape, limit }),
  output: z.custom<NeighboursOfThing>(),
  allow: whoSees,
  run: async (ctx, { limit: most, ...ref }) => {
    const thing = await thingOf(ctx, ref)
    const asked = askedOf(thing)
    const items = await neighboursOf(ctx, asked, { limit: most })
    const { home, judgesIn } = await placesOf(ctx, thing)
    const portfolio = home && (await portfolioOf(ctx.db, home.id))
    const among = new Set(portfolio?.filter((id) => id !== thing.id))
    const own = home && among.size > 0 ? await neighboursOf(ctx, asked, { limit: most, among }) : undefined
    const apart = new Set(own?.map((n) => n.project.id))
    return {
      thing,
      ready: items !== undefined,
      own: home && own && own.length > 0 ? { ecosystem: home, items: own } : null,
      items: (items ?? []).filter((n) => !apart.has(n.project.id)),
      subjects: await acceptedFor(ctx, ref),
      maySettle: await allows(settling, ctx, ref),
      judgements: await judgementsOf(ctx, ref),
      judgesIn: judgesIn ?? null,
    }
  },
})

/** The ecosystem that a thing is of, if the actor sees it, and the one in which they judge: that one before others. */
async function placesOf(
  ctx: Context,
  thing: Thing,
): Promise<{ home: EcosystemHead | undefined; judgesIn: EcosystemHead | undefined }> {
  if (thing.ecosystems.length === 0 && ctx.actor.kind !== 'person')
    return { home: undefined, judgesIn: undefined }
  const all = await allEcosystems(ctx.db)
  const home = all.find(
    (e) =>
      thing.ecosystems.includes(e.id) && canSee(ctx.actor, { share: e.share as ShareLevel, ecosystem: e.id }),
  )
  const others = thing.kind === 'project' ? all : []
  return { home, judgesIn: [...(home ? [home] : []), ...others].find((e) => holds(ctx.actor, judges, e.id)) }
}
