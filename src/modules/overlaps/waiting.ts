import { createTextIndex, type TextIndex } from '../../engine/likeness/index.ts'
import { type KeptTexts, keptTexts } from './kept-texts.ts'
import { type AskedAbout, askedOf, type Evidence, evidenceWith, neighboursOf } from './neighbours.ts'
import { type Asking, handledBy } from './seen-judgements.ts'
import { type Thing, thingOfApplication, thingOfIdea, thingOfProject } from './thing.ts'
import { applicationRows, applicationsWaiting, ideaRows } from './thing-queries.ts'

/** An application or an idea with what it shares with what was asked about. */
export type NearThing = Evidence & { thing: Thing }

/**
 * What is no project yet, as far as the actor may read it now: applications that wait for their decision, their own and
 * those that they handle and are free of conflict in; and ideas of the portfolios that they see. Read anew each time,
 * since a right to read ends without a trace in the texts. Pages for visitors are kept ready until projects change:
 * those tell of projects alone. `handledIn` leaves out what is of other ecosystems, and one's own.
 */
export async function waitingThings(
  ctx: Asking,
  { handledIn }: { handledIn?: string } = {},
): Promise<Thing[]> {
  const { db, actor } = ctx
  if (actor.kind === 'visitor') return []
  const here = <T extends { ecosystem: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => handledIn === undefined || row.ecosystem === handledIn)
  const waiting = here(await applicationsWaiting(db, actor.kind === 'person' ? actor.id : null))
  const read = new Set(waiting.flatMap(({ id, own }) => (own && handledIn === undefined ? [id] : [])))
  for (const where of new Set(waiting.map((a) => a.ecosystem))) {
    const there = waiting.flatMap((a) => (a.ecosystem === where ? [a.id] : []))
    for (const id of await handledBy(ctx, where, there)) read.add(id)
  }
  return [
    ...(await applicationRows(db, [...read])).map(thingOfApplication),
    ...here(await ideaRows(db, actor)).map(thingOfIdea),
  ]
}

type Read = { index: TextIndex; texts: Map<string, string> }

/** The texts that were compared so far, beside the public ones that scale them. */
const compared = new WeakMap<TextIndex, Read>()

/**
 * The index with these things in it as they are now. It may hold others from other readers' questions: how like two
 * texts are does not depend on them, and `nearestThings` answers of the given ones alone.
 */
function indexWith({ ontology, open }: KeptTexts, things: readonly Thing[]): TextIndex {
  const known = compared.get(open)
  const read = known ?? { index: createTextIndex(ontology, open), texts: new Map() }
  if (!known) compared.set(open, read)
  for (const thing of things) {
    const { title, summary = '' } = askedOf(thing)
    const text = `${title}\n${summary}`
    if (read.texts.get(thing.id) === text) continue
    read.texts.set(thing.id, text)
    read.index.put(thing.id, { title, summary })
  }
  return read.index
}

/** Those of the things that share something with what is asked about, the nearest first. */
export function nearestThings(
  kept: KeptTexts,
  things: readonly Thing[],
  asked: AskedAbout,
  most: number,
): NearThing[] {
  if (things.length === 0) return []
  const among = new Map(things.map((thing) => [thing.id, thing]))
  const index = indexWith(kept, things)
  return index
    .nearest(asked, index.size())
    .flatMap(({ id }) => among.get(id) ?? [])
    .slice(0, most)
    .map((thing) => ({ thing, ...evidenceWith(kept, asked, askedOf(thing)) }))
}

/**
 * The nearest of the things with these ids, of whatever kind, as far as the actor may read them. Undefined while the
 * texts are being read for the first time.
 */
export async function nearAmong(
  ctx: Asking & Parameters<typeof neighboursOf>[0],
  asked: AskedAbout,
  { limit, among, waiting }: { limit: number; among: ReadonlySet<string>; waiting?: readonly Thing[] },
): Promise<NearThing[] | undefined> {
  const kept = await keptTexts(ctx)
  if (!kept) return undefined
  const projects = (await neighboursOf(ctx, asked, { limit, among })) ?? []
  const others = (waiting ?? (await waitingThings(ctx))).filter(({ id }) => among.has(id))
  return [
    ...projects.map(({ project, ...evidence }) => ({ ...evidence, thing: thingOfProject(project) })),
    ...nearestThings(kept, others, asked, limit),
  ]
    .sort((a, b) => b.likeness - a.likeness || (a.thing.id < b.thing.id ? -1 : 1))
    .slice(0, limit)
}
