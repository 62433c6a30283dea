import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import { everyone } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { NamedConcept } from '../overlaps/index.ts'
import { type Fact, factById, factsOf, historyOf, type PastFact } from './fact-queries.ts'
import { mustBe, officeFor, stating } from './keeping.ts'
import { refuse } from './refusals.ts'
import {
  type Completeness,
  completenessOf,
  type FactKind,
  type FactOffice,
  type Freshness,
  freshnessOf,
  type Point,
} from './rules.ts'
import { type EcosystemRole, projectTitles, rolesIn, standingOf } from './standing-queries.ts'
import { conceptsTyped, conceptsWith, type SuggestedCompetence, subjectsOfTitles } from './subjects.ts'

const organisation = { id: z.string().max(60).describe('Id of the organisation.') }

/** A fact as a page shows it: its concepts with their names; who stated it only to who is signed in. */
export type ShownFact = Omit<Fact, 'by' | 'subjects' | 'file' | 'thumbnail'> & {
  by: string | null
  concept: NamedConcept | null
  subjects: NamedConcept[]
  /** An offer or a need whose last day has passed. */
  closed: boolean
}

export type Profile = {
  id: string
  names: Names
  kind: string
  facts: ShownFact[]
  roles: EcosystemRole[]
  /** Published contact persons; they are read on their own page. */
  contacts: number
  /** Whether anybody of the actor keeps it. */
  kept: boolean
  freshness: Freshness
  checkedBy: string | null
  exercise: boolean
  /** In whose name the reader may state facts; null where not. */
  mine: FactOffice | null
  completeness: Completeness
}

export const readProfile = query({
  name: 'actor-profile.read',
  summary: {
    fi: 'Toimijan profiili: mitä se tekee, tarjoaa, tarvitsee ja osaa, kenen ilmoittamana ja milloin',
    sv: 'En aktörs profil: vad den gör, erbjuder, behöver och kan, av vem uppgett och när',
    en: 'The profile of an actor: what it does, offers, needs and knows, by whom stated and when',
  },
  route: { method: 'GET', path: '/organisations/{id}/profile' },
  input: z.object(organisation),
  output: z.custom<Profile>(),
  allow: everyone,
  run: async (ctx, { id }) => {
    const of = await mustBe(ctx, id)
    const mine = (await officeFor(ctx, of.id)) ?? null
    const today = dayIn(ctx.now)
    const facts = await shown(ctx, await factsOf(ctx.db, ctx.actor, [of.id]), today)
    const standing = await standingOf(ctx.db, of.id)
    const seen = facts.filter((f) => mine || !f.closed)
    return {
      id: of.id,
      names: of.names,
      kind: of.kind,
      facts: seen,
      roles: await rolesIn(ctx.db, ctx.actor, of.id),
      contacts: standing.contacts,
      kept: standing.keepers > 0,
      freshness: freshnessOf(standing.checkedAt ? dayIn(standing.checkedAt) : undefined, today),
      checkedBy: ctx.actor.kind === 'visitor' ? null : standing.checkedBy,
      exercise: facts.some((f) => f.exercise),
      mine,
      completeness: completenessOf(pointsOf(seen, standing.contacts), isCompany(of.kind)),
    }
  },
})

const isCompany = (kind: string): boolean => kind === 'company' || kind === 'sole-trader'

const pointsOf = (facts: readonly ShownFact[], contacts: number): ReadonlySet<Point> => {
  const told = facts
    .filter((f) => !f.closed && (f.kind !== 'picture' || Object.keys(f.content.title ?? {}).length > 0))
    .map((f) => f.kind)
  return new Set<Point>([
    ...told.filter((kind): kind is Exclude<FactKind, 'facility'> => kind !== 'facility'),
    ...(contacts > 0 ? (['contact'] as const) : []),
  ])
}

/** Facts with the names of their concepts; who stated them is not told to strangers. */
async function shown(
  { actor }: Pick<Context, 'actor'>,
  facts: readonly Fact[],
  today: string,
): Promise<ShownFact[]> {
  const concepts = await conceptsWith(
    facts.flatMap((f) => [...f.subjects, f.codeList === 'yso' ? f.code : null]),
  )
  return facts.map(({ file: _, thumbnail: __, subjects, ...f }) => ({
    ...f,
    by: actor.kind === 'visitor' ? null : f.by,
    concept: (f.codeList === 'yso' && f.code && concepts.get(f.code)) || null,
    subjects: subjects.flatMap((id) => concepts.get(id) ?? []),
    closed: f.openUntil !== null && f.openUntil < today,
  }))
}

export const readHistory = query({
  name: 'actor-profile.history',
  summary: {
    fi: 'Kaikki, mitä toimijan profiilissa on ilmoitettu: kenen toimesta, milloin ja mitä se korvasi',
    sv: 'Allt som har uppgetts i en aktörs profil: av vem, när och vad det ersatte',
    en: 'Everything stated in the profile of an actor: by whom, when, and what it replaced',
  },
  route: { method: 'GET', path: '/organisations/{id}/profile/history' },
  input: z.object(organisation),
  output: z.object({
    id: z.uuid(),
    names: z.custom<Names>(),
    items: z.array(z.custom<PastFact & { concept: NamedConcept | null }>()),
  }),
  allow: stating,
  run: async (ctx, { id }) => {
    const of = await mustBe(ctx, id)
    const items = await historyOf(ctx.db, ctx.actor, of.id)
    const concepts = await conceptsWith(items.map((f) => (f.codeList === 'yso' ? f.code : null)))
    return {
      id: of.id,
      names: of.names,
      items: items.map((f) => ({ ...f, concept: (f.code && concepts.get(f.code)) || null })),
    }
  },
})

/** Suggestions that are shown at once. */
const suggestedAtOnce = 8

export const suggestCompetences = query({
  name: 'actor-profile.suggest',
  summary: {
    fi: 'Asiasanoja toimijan osaamiseksi: hakusanalla ja sen hankkeiden nimistä',
    sv: 'Ämnesord för en aktörs kompetens: med sökord och ur namnen på dess projekt',
    en: 'Subjects for the competence of an actor: by words, and from the titles of its projects',
  },
  route: { method: 'GET', path: '/organisations/{id}/profile/suggested' },
  input: z.object({ ...organisation, q: z.string().max(100).default('') }),
  output: z.object({
    suggested: z.array(z.custom<SuggestedCompetence>()),
    found: z.array(z.custom<NamedConcept>()),
  }),
  allow: stating,
  run: async (ctx, { id, q }) => {
    const of = await mustBe(ctx, id)
    const now = await factsOf(ctx.db, ctx.actor, [of.id], ['competence'])
    const has = new Set(now.flatMap((f) => f.code ?? []))
    const found = await conceptsTyped(q, 12)
    return {
      suggested: await subjectsOfTitles(await projectTitles(ctx.db, of.id), has, suggestedAtOnce),
      found: found.filter((c) => !has.has(c.id)),
    }
  },
})

export const readPicture = query({
  name: 'actor-profile.picture',
  summary: {
    fi: 'Profiilin kuva tai sen pienoiskuva sille, joka saa nähdä sen',
    sv: 'En bild i en profil eller dess miniatyr, för den som får se den',
    en: 'A picture of a profile, or its small one, for who may see it',
  },
  input: z.object({ fact: z.uuid() }),
  output: z.object({ file: z.string(), thumbnail: z.string() }),
  allow: everyone,
  run: async (ctx, { fact }) => {
    const found = await factById(ctx.db, ctx.actor, fact)
    if (!found?.file || !found.thumbnail || found.endedWhy === 'removed')
      throw refuse('missing', 'noSuchPicture')
    return { file: found.file, thumbnail: found.thumbnail }
  },
})

/** All facts of many organisations that the actor may see, by organisation, with who stated each and when: one question. */
export async function profileFactsOf(
  db: Read,
  actor: Actor,
  organisations: readonly string[],
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const byOrganisation = new Map<string, Fact[]>()
  for (const fact of await factsOf(db, actor, organisations))
    byOrganisation.set(fact.organisation, [...(byOrganisation.get(fact.organisation) ?? []), fact])
  return byOrganisation
}
