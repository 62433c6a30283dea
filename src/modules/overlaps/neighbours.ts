import type { ComparedText, Near, Ontology, SharedTerm } from '../../engine/likeness/index.ts'
import type { Context } from '../../kernel/context.ts'
import { canSee } from '../../kernel/share.ts'
import type { Day } from '../../kernel/time.ts'
import { type ProjectItem, projectItems } from '../projects/index.ts'
import { type KeptTexts, keptTexts } from './kept-texts.ts'
import {
  type Circumstances,
  comparedTitle,
  nothingKnown,
  sharedActors,
  sharedRegions,
  sharedTime,
} from './rules.ts'
import { circumstancesOf, type Thing } from './thing.ts'

/** A concept of YSO as it is shown: the number in its address, and what it is called. */
export type NamedConcept = { id: string; fi: string; sv: string; en: string }

export type SharedWord = {
  /** The meaning that both share; null where they share a word. */
  concept: NamedConcept | null
  here: string[]
  there: string[]
  /** The part of the likeness that it gives. */
  weight: number
}

/** What makes two things alike, to be seen and judged by people. */
export type Evidence = {
  /** From 0 to 1. */
  likeness: number
  words: SharedWord[]
  actors: { id: string; name: string }[]
  regions: string[]
  time: { from: Day; to: Day } | null
}

export type NeighbourProject = Evidence & { project: ProjectItem }

/** A text whose neighbours are asked for; `itself` is the thing that it is of. */
export type AskedAbout = ComparedText & { itself?: string; circumstances?: Circumstances }

/** What is asked about a thing whose neighbours are wanted. */
export const askedOf = (thing: Thing): AskedAbout => ({
  title: comparedTitle(thing.title),
  ...(thing.summary && { summary: thing.summary }),
  itself: thing.id,
  circumstances: thing.circumstances,
})

export const namedConcept = (ontology: Ontology, concept: number): NamedConcept => ({
  id: ontology.id(concept),
  fi: ontology.label(concept, 'fi'),
  sv: ontology.label(concept, 'sv'),
  en: ontology.label(concept, 'en'),
})

/**
 * The nearest of the projects that the actor sees, nearest first; `among` leaves all others out. Undefined while the
 * texts are being read for the first time. What the actor does not see changes nothing, not even a share.
 */
export async function neighboursOf(
  ctx: Pick<Context, 'db' | 'actor' | 'log'>,
  asked: AskedAbout,
  { limit, among }: { limit: number; among?: ReadonlySet<string> },
): Promise<NeighbourProject[] | undefined> {
  const kept = await keptTexts(ctx)
  if (!kept) return undefined
  // A few more than wanted: of those that have changed since the texts were read, some may not be seen any more.
  const near = nearestIn(kept, ctx, asked, among ? sifted : limit + 5)
  const wanted = (among ? near.filter(({ id }) => among.has(id)) : near).slice(0, limit + 5)
  const items = await projectItems(
    ctx,
    wanted.map(({ id }) => id),
  )
  return items.slice(0, limit).flatMap((project) => {
    const evidence = evidenceBetween(kept, asked, project)
    return evidence ? [{ project, ...evidence }] : []
  })
}

/**
 * The ids of the nearest of the projects that the actor sees, with how like the text each is, 0 to 1. Undefined while
 * the texts are being read for the first time.
 */
export async function nearestProjects(
  ctx: Pick<Context, 'db' | 'actor' | 'log'>,
  text: ComparedText,
  most: number,
): Promise<readonly { id: string; likeness: number }[] | undefined> {
  const kept = await keptTexts(ctx)
  return kept && nearestIn(kept, ctx, text, most, kept.nearestTo(text, most))
}

/** So many of the nearest are looked through for those of one portfolio: what is further off shares next to nothing. */
const sifted = 2_000

/** The nearest ids over what is public and what of the rest the actor sees. */
export function nearestIn(
  kept: KeptTexts,
  { actor }: Pick<Context, 'actor'>,
  asked: AskedAbout,
  most: number,
  open: readonly Near[] = kept.open.nearest(asked, most),
): Near[] {
  const seen = [...kept.closed.values()].filter(({ row }) => canSee(actor, row))
  return [...open, ...seen.flatMap(({ index }) => index.nearest(asked, most))]
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}

/** What a text and a project have in common. */
export function evidenceBetween(
  kept: KeptTexts,
  asked: AskedAbout,
  project: ProjectItem,
): Evidence | undefined {
  const there = kept.textOf(project.id)
  return (
    there &&
    evidenceWith(kept, asked, {
      title: comparedTitle(there.title),
      summary: there.summary ?? '',
      circumstances: circumstancesOf(project),
    })
  )
}

/** What two texts have in common, by what is rare among the public ones. */
export function evidenceWith({ ontology, open }: KeptTexts, asked: AskedAbout, other: AskedAbout): Evidence {
  const { likeness, evidence } = open.compare(asked, other)
  const [mine, theirs] = [asked.circumstances ?? nothingKnown, other.circumstances ?? nothingKnown]
  return {
    likeness,
    words: gathered(evidence.map((term) => sharedWord(ontology, term))),
    actors: sharedActors(mine, theirs),
    regions: sharedRegions(mine, theirs),
    time: sharedTime(mine, theirs) ?? null,
  }
}

const sharedWord = (ontology: Ontology, { concept, here, there, weight }: SharedTerm): SharedWord => ({
  concept: concept === undefined ? null : namedConcept(ontology, concept),
  here,
  there,
  weight,
})

/**
 * One line for the same words: "kiertotalous" is a word, the concept and a part of it at once. The meaning that tells
 * most names it, and a word without a meaning joins the meaning whose words it is among.
 */
function gathered(words: readonly SharedWord[]): SharedWord[] {
  const found: SharedWord[] = []
  const meansFirst = words.toSorted(
    (a, b) => Number(a.concept === null) - Number(b.concept === null) || b.weight - a.weight,
  )
  for (const word of meansFirst) {
    const among = (mine: readonly string[], theirs: readonly string[]) =>
      mine.every((w) => theirs.includes(w))
    const known = found.find((f) => among(word.here, f.here) && among(word.there, f.there))
    if (known) known.weight += word.weight
    else found.push({ ...word })
  }
  return found.sort((a, b) => b.weight - a.weight)
}
