import { z } from 'zod'
import {
  type CapabilityMap,
  capabilityMap,
  graphOf,
  growth,
  readDay,
  writeDay,
} from '../../engine/network/index.ts'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { decimalOf } from '../../kernel/money.ts'
import { everyone, type Rule } from '../../kernel/rule.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import { dayIn } from '../../kernel/time.ts'
import { regions as allRegions } from '../codes/index.ts'
import { type EcosystemHead, ecosystemByKey, findEcosystems } from '../ecosystems/index.ts'
import { organisationsWithFact, profileFactsOf } from '../profiles/index.ts'
import { narrowed, sightOf, unknownValue, valuesOf } from '../projects/index.ts'
import { actorHead, headOf } from './actor-head.ts'
import { type KeptPicture, keptPicture } from './kept.ts'
import type { Picture } from './picture.ts'
import { doersByTheme, placedOrganisations } from './region-queries.ts'
import { refuse } from './text.ts'
import { subjectsOfFacts } from './told-subjects.ts'

export const key = z.string().max(40).describe('Key of the ecosystem.')

/** Whoever sees the ecosystem; what is in the answer is narrowed to what the reader sees of projects and profiles. */
export const readersOfEcosystem: Rule<{ key: string }> = {
  ...everyone,
  record: async (ctx, asked) => {
    const found = await ecosystemByKey(ctx.db, asked.key)
    return found && { share: found.share as ShareLevel, ecosystem: found.id }
  },
}

export async function ecosystemAt(ctx: Context, asked: string): Promise<EcosystemHead> {
  const found = await ecosystemByKey(ctx.db, asked)
  if (!found) throw refuse('noEcosystem')
  return found
}

const halfYear = z.object({
  first: z.string().describe('The first day of the half-year.'),
  actors: z.number().int().describe('Those tied to another of them.'),
  pairs: z.number().int(),
  acrossShare: z.number().describe('Part of the pairs whose ends are in different regions.'),
})

export const networkRegions = query({
  name: 'network.regions',
  summary: {
    fi: 'Teemaverkosto maakunnittain: osaamiskartta, aukot, jäsenet ja kasvu',
    sv: 'Temanätverket enligt landskap: kompetenskarta, luckor, medlemmar och tillväxt',
    en: 'The theme network by region: capability map, gaps, members and growth',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/regions' },
  input: z.object({
    key,
    all: z
      .stringbool()
      .or(z.boolean())
      .default(false)
      .describe('All regions, not those of the ecosystem alone.'),
  }),
  output: z.object({
    ecosystem: z.custom<EcosystemHead>(),
    regions: z.array(z.string()).describe('Codes of regions, the columns of the map.'),
    own: z.array(z.string()).describe('The regions that the ecosystem has named; all of them may be none.'),
    subjects: z.array(z.string()).describe('Themes, those with the most projects first.'),
    cells: z.array(
      z.object({
        subject: z.string(),
        region: z.string(),
        actors: z
          .number()
          .int()
          .describe('Who has projects of it there, or says in its profile that it knows it.'),
        projects: z.number().int(),
        granted: z.string().describe('Euros granted, exact.'),
      }),
    ),
    gaps: z
      .array(z.object({ subject: z.string(), region: z.string(), strongest: z.string() }))
      .describe(
        'What at least half of the regions have and this one has not, and where there is most of it.',
      ),
    members: z.array(actorHead).describe('Those who hold a role in the ecosystem.'),
    growth: z.array(halfYear),
    /** When the picture was computed; null until the first is. */
    at: z.date().nullable(),
  }),
  allow: readersOfEcosystem,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const kept = await keptPicture(ctx.db)
    const own = await ownRegions(ctx, ecosystem.key)
    const regions = asked.all || own.length < 2 ? allRegions.map(({ code }) => code) : own
    const map = await mapOf(ctx, regions)
    return {
      ecosystem,
      regions,
      own,
      subjects: [...map.subjects],
      cells: cellsOf(map, regions),
      gaps: [...map.gaps],
      members: kept
        ? membersOf(kept.picture, ecosystem.key).map((place) =>
            headOf(kept.picture.actors[place]!, ctx.language),
          )
        : [],
      growth: kept ? growthOf(kept, ecosystem.key, dayIn(ctx.now)) : [],
      at: kept?.at ?? null,
    }
  },
})

export const networkGrowth = query({
  name: 'network.growth',
  summary: {
    fi: 'Verkoston kasvu puolivuosittain koko maassa tai yhdessä maakunnassa',
    sv: 'Nätverkets tillväxt per halvår i hela landet eller i ett landskap',
    en: 'Growth of the network by half-year in the country or in one region',
  },
  route: { method: 'GET', path: '/network/growth' },
  input: z.object({
    region: z.string().max(10).optional().describe('Region (maakunta), such as MK06; all without it.'),
  }),
  output: z.object({
    actors: z.number().int().describe('Organisations in the picture of the network, in that region.'),
    growth: z.array(halfYear),
    at: z.date().nullable().describe('When the picture was computed; null until the first is.'),
  }),
  allow: everyone,
  run: async ({ db, now }, { region }) => {
    const kept = await keptPicture(db)
    if (!kept) return { actors: 0, growth: [], at: null }
    const places = kept.picture.actors.flatMap((actor, place) =>
      region === undefined || actor.region === region ? [place] : [],
    )
    return { actors: places.length, growth: grownIn(kept, region ?? '', places, dayIn(now)), at: kept.at }
  },
})

const grown = new WeakMap<KeptPicture, Map<string, ReturnType<typeof growthAmong>>>()

/** Counted once for a picture, a region and a day: of a large network it takes a while. */
function grownIn(kept: KeptPicture, region: string, places: readonly number[], today: string) {
  const known = grown.get(kept) ?? new Map<string, ReturnType<typeof growthAmong>>()
  grown.set(kept, known)
  const name = `${region} ${today}`
  const found = known.get(name) ?? growthAmong(kept, places, today)
  known.set(name, found)
  return found
}

/** By half-year: how many organisations of the ecosystem have worked with another of them, and how many pairs. */
export async function cooperationIn({ db, now }: Pick<Context, 'db' | 'now'>, ecosystem: string) {
  const kept = await keptPicture(db)
  return kept ? growthOf(kept, ecosystem, dayIn(now)) : []
}

export type NetworkRegions = z.output<typeof networkRegions.output>

/** The regions that the ecosystem names; one that cannot be found as it is now is left out. */
async function ownRegions(ctx: Context, ecosystem: string): Promise<string[]> {
  const { items } = await findEcosystems(ctx.db, { limit: 1000, offset: 0 }, ctx.actor)
  return items.find((one) => one.key === ecosystem)?.regions ?? []
}

async function mapOf(ctx: Context, regions: readonly string[]): Promise<CapabilityMap> {
  const sight = await sightOf(ctx.db, ctx.actor)
  const rows = narrowed(sight.cube, { region: regions })
  return capabilityMap({
    regions,
    projects: rows.flatMap((row) =>
      valuesOf(row, 'theme')
        .filter((theme) => theme !== unknownValue)
        .map((subject) => ({
          subject,
          region: row.values.region ?? '',
          projects: row.projects,
          granted: row.currency === 'EUR' ? row.granted : 0n,
        })),
    ),
    actors: [...(await doersByTheme(ctx.db, sight, regions)), ...(await tellersByTheme(ctx))],
  })
}

/** Who says in its profile that it knows or offers something of a theme, by its own region. */
async function tellersByTheme(
  ctx: Context,
): Promise<{ subject: string; region: string; actors: string[] }[]> {
  const ids = await organisationsWithFact(ctx.db, ctx.actor, {})
  const placed = await placedOrganisations(ctx.db, ctx.actor, ids)
  const facts = [...(await profileFactsOf(ctx.db, ctx.actor, [...placed.keys()])).values()]
    .flat()
    .filter(({ kind }) => kind === 'offer' || kind === 'competence' || kind === 'facility')
  const subjects = await subjectsOfFacts(facts)
  return facts.flatMap(({ id, organisation }) => {
    const region = placed.get(organisation)?.region
    if (!region) return []
    return (subjects.get(id)?.themes ?? []).map((subject) => ({ subject, region, actors: [organisation] }))
  })
}

const cellsOf = (map: CapabilityMap, regions: readonly string[]) =>
  map.subjects.flatMap((subject) =>
    regions.flatMap((region) => {
      const { actors, projects, granted } = map.cell(subject, region)
      if (actors.size + projects === 0) return []
      return [{ subject, region, actors: actors.size, projects, granted: decimalOf(granted) }]
    }),
  )

/** Places of those who hold a role in the ecosystem. */
export const membersOf = ({ actors }: Picture, ecosystem: string): number[] =>
  actors.flatMap(({ roles }, place) =>
    roles.some((role) => role.startsWith(`${ecosystem}:`)) ? [place] : [],
  )

/** Ties among the members of an ecosystem. */
const growthOf = (kept: KeptPicture, ecosystem: string, today: string) =>
  growthAmong(kept, membersOf(kept.picture, ecosystem), today)

/** Ties among some actors by half-year, the last eight years. */
function growthAmong({ graph, picture }: KeptPicture, places: readonly number[], today: string) {
  const within = new Set(places)
  const actors = [...within].map((place) => ({ id: graph.ids[place]!, attributes: graph.attributes[place]! }))
  const ties = picture.ties
    .filter(({ a, b }) => within.has(a) && within.has(b))
    .map(({ a, b, kind, weight, since, until }) => ({
      a: graph.ids[a]!,
      b: graph.ids[b]!,
      kind,
      weight,
      ...(since && { since: readDay(since)! }),
      ...(until && { until: readDay(until)! }),
    }))
  return growth(graphOf(actors, ties), readDay(today)!)
    .slice(-halfYearsShown)
    .map(({ first, actors: tied, pairs, acrossShare }) => ({
      first: writeDay(first),
      actors: tied,
      pairs,
      acrossShare,
    }))
}

const halfYearsShown = 16
