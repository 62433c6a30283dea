import { setImmediate as breathe } from 'node:timers/promises'
import {
  type ComparedText,
  createTextIndex,
  type Near,
  type Ontology,
  type TextIndex,
} from '../../engine/likeness/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import { revision } from '../../kernel/revision.ts'
import { subjectOntology } from '../search/index.ts'
import { comparedTitle } from './rules.ts'
import { projectTexts, type TextRow } from './text-queries.ts'

/**
 * The texts of all projects, compared in memory: one index for a process, some 20 MB for 22,000 titles beside the
 * ontology. What is not public is kept apart, by who sees it, and scaled by the public texts, so that nothing of it
 * shows in an answer to who does not see it.
 */
export type KeptTexts = {
  ontology: Ontology
  open: TextIndex
  closed: ReadonlyMap<string, { row: Pick<TextRow, 'share' | 'ecosystem'>; index: TextIndex }>
  /** The public projects nearest to a thing, found once until the texts change: for lists of many things. */
  nearestTo: (thing: ComparedText & { itself?: string }, most: number) => readonly Near[]
  /** The text of a project, for pairs of two that are named. */
  textOf: (id: string) => TextRow | undefined
}

type Held = {
  database: string
  revision: string
  ontology: Ontology
  open: TextIndex
  closed: Map<string, { row: Pick<TextRow, 'share' | 'ecosystem'>; index: TextIndex }>
  rows: Map<string, TextRow>
  /** What was found nearest to a thing since the texts last changed. */
  found: Map<string, readonly Near[]>
  ready: boolean
  making: Promise<void> | undefined
}

/** Milliseconds for which texts are read at a stretch: others' requests come between. */
const stretch = 6

/** So few changes are taken in while who asks waits; more are taken in beside them. */
const waitedFor = 200

let held: Held | undefined

/**
 * The texts as they are now. Undefined while they are read for the first time, some five seconds; after a change of
 * the data the earlier ones answer until the new are in.
 */
export async function keptTexts({ db, log }: Pick<Context, 'db' | 'log'>): Promise<KeptTexts | undefined> {
  const now = await revision(db)
  const mine = await heldFor(now.slice(0, now.lastIndexOf('/')))
  if (mine.revision !== now && !mine.making) {
    const changes = await changesOf(db, mine)
    if (!mine.making) {
      mine.making = take(mine, changes, now)
        .catch((error: Error) => log.error({ err: error }, 'texts could not be read for comparing'))
        .finally(() => {
          mine.making = undefined
        })
      if (changes.length <= waitedFor) await mine.making
    }
  }
  const { ontology, open, closed, rows, ready } = mine
  if (!ready) return undefined
  const nearestTo: KeptTexts['nearestTo'] = (thing, most) => nearestKept(mine, thing, most)
  return { ontology, open, closed, nearestTo, textOf: (id) => rows.get(id) }
}

/** So many things are remembered with what is nearest to them, some hundred bytes each. */
const remembered = 5_000

function nearestKept(
  { open, found }: Held,
  thing: Parameters<KeptTexts['nearestTo']>[0],
  most: number,
): readonly Near[] {
  const key = JSON.stringify([most, thing.itself, thing.title, thing.summary])
  const known = found.get(key)
  if (known) return known
  if (found.size >= remembered) found.clear()
  const near = open.nearest(thing, most)
  found.set(key, near)
  return near
}

async function heldFor(database: string): Promise<Held> {
  const ontology = await subjectOntology()
  if (held?.database !== database)
    held = {
      database,
      revision: '',
      ontology,
      open: createTextIndex(ontology),
      closed: new Map(),
      rows: new Map(),
      found: new Map(),
      ready: false,
      making: undefined,
    }
  return held
}

type Change = { id: string; row: TextRow | undefined }

async function changesOf(db: Read, { rows }: Held): Promise<Change[]> {
  const now = await projectTexts(db)
  const there = new Set(now.map(({ id }) => id))
  const gone = [...rows.keys()].filter((id) => !there.has(id)).map((id) => ({ id, row: undefined }))
  const come = now.filter((row) => {
    const known = rows.get(row.id)
    return (
      !known ||
      known.title !== row.title ||
      known.summary !== row.summary ||
      known.share !== row.share ||
      known.ecosystem !== row.ecosystem
    )
  })
  return [...gone, ...come.map((row) => ({ id: row.id, row }))]
}

async function take(mine: Held, changes: readonly Change[], now: string): Promise<void> {
  // Labels are read when they are first looked for, some 0.3 s: who asks has their answer before.
  if (changes.length > waitedFor) await breathe()
  let since = performance.now()
  for (const { id, row } of changes) {
    const before = mine.rows.get(id)
    if (before) indexFor(mine, before).remove(id)
    if (row) {
      indexFor(mine, row).put(id, { title: comparedTitle(row.title), summary: row.summary ?? '' })
      mine.rows.set(id, row)
    } else mine.rows.delete(id)
    if (changes.length <= waitedFor || performance.now() - since < stretch) continue
    await breathe()
    since = performance.now()
  }
  mine.found.clear()
  mine.revision = now
  mine.ready = true
}

function indexFor({ open, closed, ontology }: Held, row: Pick<TextRow, 'share' | 'ecosystem'>): TextIndex {
  if (row.share === 'public') return open
  const circle = `${row.share} ${row.ecosystem}`
  const known = closed.get(circle)
  if (known) return known.index
  const index = createTextIndex(ontology, open)
  closed.set(circle, { row: { share: row.share, ecosystem: row.ecosystem }, index })
  return index
}
