import {
  type Call,
  type Candidate,
  type Choices,
  type Evidence,
  evidenceReader,
  type Fact,
  type Matrix,
  matrixOf,
  type NextPartners,
  nextPartners,
  type Readiness,
  type Ties,
  tiesBetween,
  wordKeys,
} from '../../engine/network/cover/index.ts'
import type { Context } from '../../kernel/context.ts'
import { centsOf } from '../../kernel/money.ts'
import { jointWork } from '../network/index.ts'
import { nearestProjects } from '../overlaps/index.ts'
import { subjectOntology } from '../search/index.ts'
import { committedElsewhere, profilesChecked } from './candidate-queries.ts'
import { candidateOf, dayNumber, type Known, knownTo } from './candidates.ts'
import { competitors } from './conflicts.ts'
import { type Stated, statedBy } from './profile-facts.ts'
import type { Kept, Partner } from './record.ts'
import { isIn } from './rules.ts'

/** What the engine says of a consortium to one reader. */
export type Cover = {
  call: Call
  evidence: Evidence
  ties: Ties
  /** Partners who are in, in their order, and their places among the candidates. */
  partners: readonly Partner[]
  members: readonly number[]
  choices: Choices
  matrix: Matrix
  next: NextPartners
}

/** How many of the nearest earlier projects are looked at for likeness. */
const nearest = 300
/** How many suggestions are made. */
const mostSuggested = 6

/** Undefined while what is known of organisations is read for the first time. */
export async function coverOf(ctx: Context, kept: Kept): Promise<Cover | undefined> {
  const known = await knownTo(ctx)
  if (!known) return undefined
  const partners = kept.partners.filter((p) => isIn(p.state))
  const candidates = await candidatesOf(ctx, kept, known)
  const call = callOf(kept)
  const evidence = readerOf(call)(candidates, dayNumber(ctx.now))
  const ties = tiesBetween(evidence, await jointWork(ctx.db))
  const placesOf = (ids: readonly string[]) => ids.flatMap((id) => evidence.places.get(id) ?? [])
  const members = placesOf(partners.map(idOf))
  const choices: Choices = {
    pinned: placesOf(kept.choices.filter((x) => x.choice === 'pinned').map((x) => x.organisation)),
    refused: new Map(
      kept.choices.flatMap((x) => {
        const place = evidence.places.get(x.organisation)
        return x.choice === 'refused' && place !== undefined ? [[place, x.reason] as const] : []
      }),
    ),
  }
  return {
    call,
    evidence,
    ties,
    partners: partners.filter((p) => evidence.places.has(idOf(p))),
    members,
    choices,
    matrix: matrixOf(evidence, members),
    next: nextPartners({ evidence, ties, members, choices, most: mostSuggested }),
  }
}

type Reader = ReturnType<typeof evidenceReader>
const readers = new Map<string, Reader>()
/** What was read of facts is kept for so many calls: the page is asked for again and again while one works on it. */
const mostReaders = 6

function readerOf(call: Call): Reader {
  const key = JSON.stringify(call, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
  const reader = readers.get(key) ?? evidenceReader(call)
  readers.delete(key)
  readers.set(key, reader)
  for (const old of [...readers.keys()].slice(0, -mostReaders)) readers.delete(old)
  return reader
}

/** A partner as a candidate: one that the registry does not know stands by itself. */
const idOf = (partner: Partner): string => partner.organisation ?? partner.id

/** What is demanded, as the engine takes it. */
export const callOf = ({
  consortium: c,
  demands,
  exclusions,
}: Pick<Kept, 'consortium' | 'demands' | 'exclusions'>): Call => ({
  demands,
  exclusions,
  limits: {
    least: c.least,
    most: c.most,
    ...(c.mostEach !== null && { perPartner: centsOf(c.mostEach) }),
    ...(c.mostTogether !== null && { altogether: centsOf(c.mostTogether) }),
  },
})

async function candidatesOf(
  ctx: Context,
  kept: Kept,
  known: ReadonlyMap<string, Known>,
): Promise<Candidate[]> {
  const { db, actor, language } = ctx
  const { consortium } = kept
  const ontology = await subjectOntology()
  const stated = await statedBy(db, actor, language, (id) => {
    const concept = ontology.conceptOf(id)
    return concept === undefined ? undefined : ontology.label(concept, language)
  })
  const checked = await profilesChecked(db)
  const elsewhere = await competitors(ctx, kept.consortium)
  const likeness = await likenessTo(ctx, `${consortium.callName ?? ''} ${consortium.title}`, consortium.aim)
  const home = consortium.lead ? known.get(consortium.lead.id) : undefined
  const region = home && candidateOf(home, language).region
  const partnerOf = new Map(kept.partners.map((p) => [idOf(p), p]))
  const judged = judgedFacts(kept)
  const committed = await committedFacts(ctx, consortium.id)
  const candidates: Candidate[] = []
  for (const one of known.values()) {
    const { id } = one.row
    const partner = partnerOf.get(id)
    const near = Math.max(0, ...one.projects.map((project) => likeness.get(project) ?? 0))
    const own = candidateOf(one, language)
    candidates.push({
      ...(stated.get(id)?.region && { region: stated.get(id)!.region! }),
      ...own,
      ...statedOf(stated.get(id), [...own.facts, ...(judged.get(id) ?? []), ...(committed.get(id) ?? [])]),
      ...(near > 0 && { likeness: near }),
      ...(region &&
        one.projects.length > 0 && { home: (one.regions.get(region) ?? 0) / one.projects.length }),
      ...(partner?.share && { share: centsOf(partner.share) }),
      readiness: readinessOf(partner, checked.get(id), elsewhere.get(id)?.[0]?.title),
    })
  }
  for (const partner of kept.partners)
    if (!partner.organisation)
      candidates.push({
        id: partner.id,
        name: partner.name,
        facts: [],
        ...(partner.share && { share: centsOf(partner.share) }),
        readiness: readinessOf(partner, undefined, undefined),
      })
  return candidates
}

/** What an organisation says of itself beside other facts. */
export const statedOf = (stated: Stated | undefined, facts: readonly Fact[]) => ({
  ...(stated?.size && { size: stated.size }),
  ...(stated?.industries && { industries: stated.industries }),
  facts: stated ? [...facts, ...stated.facts] : facts,
})

function readinessOf(
  partner: Partner | undefined,
  confirmed: Date | undefined,
  elsewhere: string | undefined,
): Readiness {
  const answer = partner && answers[partner.state]
  return {
    ...(answer && { answer }),
    ...(confirmed && { confirmed: dayNumber(confirmed) }),
    ...(partner?.capacity && { capacity: partner.capacity }),
    ...(elsewhere && { competing: elsewhere }),
  }
}

const answers: Partial<Record<Partner['state'], 'yes' | 'maybe' | 'no'>> = {
  committed: 'yes',
  interested: 'maybe',
  declined: 'no',
}

/** What people judged: this organisation meets that demand. */
export function judgedFacts({
  judgements,
  consortium,
}: Pick<Kept, 'judgements' | 'consortium'>): ReadonlyMap<string, Fact[]> {
  const facts = new Map<string, Fact[]>()
  for (const { id, organisation, demand, reason, at } of judgements)
    facts.set(organisation, [
      ...(facts.get(organisation) ?? []),
      {
        id: `/consortia/${consortium.id}/organisations/${organisation}#judged-${id}`,
        kind: 'judgement',
        title: reason,
        until: dayNumber(at),
        demands: [demand],
      },
    ])
  return facts
}

/** What organisations committed themselves to do in other consortia, in the words of their parts. */
async function committedFacts(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  consortium: string,
): Promise<ReadonlyMap<string, Fact[]>> {
  const facts = new Map<string, Fact[]>()
  for (const row of await committedElsewhere(db, actor, consortium))
    facts.set(row.organisation, [
      ...(facts.get(row.organisation) ?? []),
      {
        id: `/consortia/${row.consortium}/organisations/${row.organisation}#committed`,
        kind: 'commitment',
        title: `${row.title}: ${row.part}`,
        until: dayNumber(row.at),
        words: wordKeys(row.part),
      },
    ])
  return facts
}

/** How like the call earlier projects are, as a share of the likest; none while texts are read for the first time. */
async function likenessTo(
  ctx: Context,
  title: string,
  summary: string,
): Promise<ReadonlyMap<string, number>> {
  const near = (await nearestProjects(ctx, { title, ...(summary && { summary }) }, nearest)) ?? []
  const first = near[0]?.likeness ?? 0
  return new Map(first > 0 ? near.map(({ id, likeness }) => [id, likeness / first]) : [])
}
