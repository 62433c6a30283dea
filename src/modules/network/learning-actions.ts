import { z } from 'zod'
import { type Doer, teachersOf } from '../../engine/network/index.ts'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Names } from '../../kernel/text.ts'
import { type Fact, organisationsWithFact, profileFactsOf } from '../profiles/index.ts'
import { sightOf } from '../projects/index.ts'
import { keptPicture } from './kept.ts'
import { ecosystemAt, key, membersOf, readersOfEcosystem } from './region-actions.ts'
import { mostDone, type Placed, placedOrganisations } from './region-queries.ts'
import { subjectsOfFacts, type ToldSubjects } from './told-subjects.ts'

/** What shows that somebody has done it. */
export type Ground =
  | { by: 'offer' | 'facility' | 'competence'; title: Names }
  | { by: 'projects'; theme: string; projects: number; latest: number | null }

/** What a word of a profile weighs, and what ten projects of the theme come to: log2(1 + n) / log2(11) of it. */
const weights = { offer: 3, facility: 2, competence: 2, projects: 2 } as const
const doersOfTheme = 40
const pairsShown = 20

export type LearningPair = {
  seeker: { id: string; name: Names; region: string | null }
  /** The need as its actor has written it. */
  need: Names
  teachers: { id: string; name: Names; region: string | null; across: boolean; grounds: Ground[] }[]
}

export const networkLearning = query({
  name: 'network.learning',
  summary: {
    fi: 'Oppimisparit: kuka on tehnyt sitä, mitä jäsen haluaa tehdä, toisten maakuntien toimijat ensin',
    sv: 'Lärandepar: vem har gjort det som en medlem vill göra, andra landskaps aktörer först',
    en: 'Learning pairs: who has done what a member wants to do, those of other regions first',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/learning' },
  input: z.object({
    key,
    actor: z.uuid().optional().describe('Only what this organisation looks for, member or not.'),
  }),
  output: z.object({
    pairs: z.array(z.custom<LearningPair>()),
    needs: z.number().int().describe('How many needs the profiles tell.'),
  }),
  allow: readersOfEcosystem,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const seekers = asked.actor ? [asked.actor] : await memberIds(ctx, ecosystem.key)
    const tellers = await organisationsWithFact(ctx.db, ctx.actor, {})
    const facts = await profileFactsOf(ctx.db, ctx.actor, [...new Set([...tellers, ...seekers])])
    const needs = seekers.flatMap((id) => (facts.get(id) ?? []).filter(({ kind }) => kind === 'need'))
    const shows = [...facts.values()].flat().filter(({ kind }) => isShown(kind))
    const told = await subjectsOfFacts([...needs, ...shows])
    const themes = [...new Set(needs.flatMap(({ id }) => told.get(id)?.themes ?? []))]
    const done = await mostDone(ctx.db, await sightOf(ctx.db, ctx.actor), themes, { most: doersOfTheme })
    const placed = await placedOrganisations(ctx.db, ctx.actor, [
      ...new Set([...done.map(({ id }) => id), ...shows.map((f) => f.organisation), ...seekers]),
    ])
    const regions = await regionsOf(ctx, placed)
    const doers = doersOf(shows, told, done, regions)
    const pairs = needs.flatMap((need): LearningPair[] => {
      const seeker = placed.get(need.organisation)
      if (!seeker || !need.content.title) return []
      const region = regions.get(seeker.id) ?? null
      const subjects = subjectKeys(told.get(need.id))
      const teachers = teachersOf({ actor: seeker.id, region, subjects }, doers).flatMap((one) => {
        const who = placed.get(one.actor)
        if (!who) return []
        const { id, name } = who
        return [
          { id, name, region: regions.get(id) ?? null, across: one.across, grounds: distinct(one.grounds) },
        ]
      })
      if (teachers.length === 0) return []
      return [{ seeker: { id: seeker.id, name: seeker.name, region }, need: need.content.title, teachers }]
    })
    return { pairs: pairs.slice(0, pairsShown), needs: needs.length }
  },
})

const isShown = (kind: Fact['kind']): kind is 'offer' | 'facility' | 'competence' =>
  kind === 'offer' || kind === 'facility' || kind === 'competence'

async function memberIds(ctx: Context, ecosystem: string): Promise<string[]> {
  const kept = await keptPicture(ctx.db)
  return kept ? membersOf(kept.picture, ecosystem).map((place) => kept.picture.actors[place]!.id) : []
}

/** The region of each as the registry has it, else as its projects show it. */
async function regionsOf(ctx: Context, placed: ReadonlyMap<string, Placed>): Promise<Map<string, string>> {
  const kept = await keptPicture(ctx.db)
  return new Map(
    [...placed.values()].flatMap(({ id, region }) => {
      const place = kept?.placeOf.get(id)
      const known = region ?? (place === undefined ? null : kept?.picture.actors[place]?.region)
      return known ? [[id, known]] : []
    }),
  )
}

const subjectKeys = (told: ToldSubjects | undefined): string[] =>
  told
    ? [
        ...told.themes.map((theme) => `theme ${theme}`),
        ...[...told.concepts.keys()].map((id) => `concept ${id}`),
      ]
    : []

function doersOf(
  facts: readonly Fact[],
  told: ReadonlyMap<string, ToldSubjects>,
  done: Awaited<ReturnType<typeof mostDone>>,
  regions: ReadonlyMap<string, string>,
): Doer<Ground>[] {
  const shows = new Map<string, Doer<Ground>['shows'][number][]>()
  const add = (actor: string, ...more: Doer<Ground>['shows'][number][]) =>
    shows.set(actor, [...(shows.get(actor) ?? []), ...more])
  for (const { id, kind, organisation, content } of facts) {
    if (!isShown(kind)) continue
    const of = told.get(id)
    const title = content.title ?? [...(of?.concepts.values() ?? [])][0]
    if (!title) continue
    add(
      organisation,
      ...subjectKeys(of).map((subject) => ({ subject, weight: weights[kind], ground: { by: kind, title } })),
    )
  }
  for (const { id, theme, projects, latest } of done)
    add(id, {
      subject: `theme ${theme}`,
      weight: (weights.projects * Math.log2(1 + projects)) / Math.log2(11),
      ground: { by: 'projects', theme, projects, latest },
    })
  return [...shows].map(([actor, shown]) => ({ actor, region: regions.get(actor) ?? null, shows: shown }))
}

const groundsShown = 3

/** A card may show several subjects; it is told once. */
const distinct = (grounds: readonly Ground[]): Ground[] =>
  [...new Map(grounds.map((one) => [JSON.stringify(one), one])).values()].slice(0, groundsShown)
