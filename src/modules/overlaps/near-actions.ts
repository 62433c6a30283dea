import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { allows, everyone } from '../../kernel/rule.ts'
import { canSee, type ShareLevel } from '../../kernel/share.ts'
import { allEcosystems, type EcosystemHead } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { leads, thingShape } from './judging.ts'
import { keptTexts } from './kept-texts.ts'
import { askedOf, type NamedConcept, type NeighbourProject, neighboursOf } from './neighbours.ts'
import { type Voice, worthJudging, worthTelling } from './rules.ts'
import { judgementsOf, type ShownJudgement } from './seen-judgements.ts'
import { acceptedFor, settling } from './subjects.ts'
import { judges, type Thing, thingOf, whoSees } from './thing.ts'
import { portfolioOf } from './thing-queries.ts'
import { type NearThing, nearAmong, nearestThings, waitingThings } from './waiting.ts'

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
  /** In the ecosystem's own portfolio: projects, applications and ideas; null where the thing is in none. */
  own: { ecosystem: EcosystemHead; items: NearThing[] } | null
  /** Other applications and ideas that who asks may read. */
  waiting: NearThing[]
  items: NeighbourProject[]
  subjects: NamedConcept[]
  maySettle: boolean
  judgements: ShownJudgement[]
  /** Where who asks may judge it, and in whose name: a project's lead against projects alone. */
  judges: { ecosystem: EcosystemHead; voice: Voice } | null
}

export const readNeighbours = query({
  name: 'neighbours.read',
  summary: {
    fi: 'Mitä on lähinnä hanketta, hakemusta tai ideaa: hankkeet, ne hakemukset ja ideat, jotka saa lukea, asiasanat ja arviot',
    sv: 'Det som är närmast ett projekt, en ansökan eller en idé: projekt, de ansökningar och idéer som man får läsa, ämnesord och bedömningar',
    en: 'What is nearest to a project, an application or an idea: projects, the applications and ideas that one may read, subjects and judgements',
  },
  route: { method: 'GET', path: '/neighbours/{kind}/{id}' },
  input: z.object({ ...thingShape, limit }),
  output: z.custom<NeighboursOfThing>(),
  allow: whoSees,
  run: async (ctx, { limit: most, ...ref }) => {
    const thing = await thingOf(ctx, ref)
    const asked = askedOf(thing)
    const items = await neighboursOf(ctx, asked, { limit: most })
    const { home, judges } = await placesOf(ctx, thing)
    const waiting = items ? await waitingThings(ctx) : []
    const own = home ? await ownOf(ctx, thing, home, waiting, most) : []
    const apart = new Set(own.map((n) => n.thing.id))
    return {
      thing,
      ready: items !== undefined,
      own: home && own.length > 0 ? { ecosystem: home, items: own } : null,
      waiting: await elsewhere(ctx, thing, home, waiting, most),
      items: (items ?? []).filter((n) => !apart.has(n.project.id)),
      subjects: await acceptedFor(ctx, ref),
      maySettle: await allows(settling, ctx, ref),
      judgements: await judgementsOf(ctx, ref),
      judges,
    }
  },
})

/** What is nearest in the portfolio of an ecosystem, of whatever kind. */
async function ownOf(
  ctx: Context,
  thing: Thing,
  home: EcosystemHead,
  waiting: readonly Thing[],
  limit: number,
): Promise<NearThing[]> {
  const ids = [...(await portfolioOf(ctx.db, home.id)), ...waiting.filter(isOf(home)).map(({ id }) => id)]
  const among = new Set(ids.filter((id) => id !== thing.id))
  if (among.size === 0) return []
  const near = await nearAmong(ctx, askedOf(thing), { limit, among, waiting })
  return (near ?? []).filter(({ likeness }) => likeness >= worthTelling)
}

/** The applications and ideas of other ecosystems that are near enough to be looked at. */
async function elsewhere(
  ctx: Context,
  thing: Thing,
  home: EcosystemHead | undefined,
  waiting: readonly Thing[],
  limit: number,
): Promise<NearThing[]> {
  const kept = await keptTexts(ctx)
  const others = home ? waiting.filter((one) => !isOf(home)(one)) : waiting
  const near = kept ? nearestThings(kept, others, askedOf(thing), limit) : []
  return near.filter(({ likeness }) => likeness >= worthJudging)
}

const isOf =
  ({ id }: EcosystemHead) =>
  ({ ecosystems }: Thing): boolean =>
    ecosystems.includes(id)

/** The ecosystem that a thing is of, if the actor sees it, and the one in which they judge: that one before others. */
async function placesOf(
  ctx: Context,
  thing: Thing,
): Promise<{ home: EcosystemHead | undefined; judges: NeighboursOfThing['judges'] }> {
  if (thing.ecosystems.length === 0 && ctx.actor.kind !== 'person') return { home: undefined, judges: null }
  const all = await allEcosystems(ctx.db)
  const home = all.find(
    (e) =>
      thing.ecosystems.includes(e.id) && canSee(ctx.actor, { share: e.share as ShareLevel, ecosystem: e.id }),
  )
  const places = [...(home ? [home] : []), ...(thing.kind === 'project' ? all : [])]
  const office = places.find((e) => holds(ctx.actor, judges, e.id))
  if (office) return { home, judges: { ecosystem: office, voice: 'office' } }
  const managed = places.find((e) => holds(ctx.actor, ['project-manager'], e.id))
  const lead = managed && (await leads(ctx, thing)) ? managed : undefined
  return { home, judges: lead ? { ecosystem: lead, voice: 'lead' } : null }
}
