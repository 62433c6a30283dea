import { setImmediate as breathe } from 'node:timers/promises'
import { type Candidate, type Fact, wordKeys } from '../../engine/network/cover/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import { centsOf } from '../../kernel/money.ts'
import { revision } from '../../kernel/revision.ts'
import type { Language } from '../../kernel/text.ts'
import { codeOf, projectPath } from '../projects/index.ts'
import {
  closedOrganisations,
  closedProjects,
  type OrganisationRow,
  openOrganisations,
  openProjects,
  type ProjectRow,
  projectSubjects,
  subjectState,
} from './candidate-queries.ts'

/** What is known of an organisation from the registry and its projects. Its facts are named by where they are read. */
export type Known = {
  row: OrganisationRow
  facts: Fact[]
  projects: string[]
  /** Of its projects how many were in each region. */
  regions: Map<string, number>
}

/** What everybody may know, made once for a revision of the data: some 30 MB for 14,000 organisations. */
type Held = {
  key: string
  known: ReadonlyMap<string, Known>
  /** Words of titles by project, kept over revisions: finding them is what takes time. */
  words: Map<string, { title: string; keys: readonly string[] }>
}

/** Milliseconds for which titles are read at a stretch: others' requests come between. */
const stretch = 6

const held = new Map<string, Held>()
const making = new Map<string, Promise<void>>()

/** Data of so many databases are held in one process; of tests there are several. */
const mostHeld = 2

/** The public part. Undefined while it is made for the first time; after a change the earlier one answers meanwhile. */
async function openKnown({ db, log }: Pick<Context, 'db' | 'log'>): Promise<Held | undefined> {
  const now = await revision(db)
  const database = now.slice(0, now.lastIndexOf('/'))
  const key = `${now} ${await subjectState(db)}`
  const mine = held.get(database)
  if (mine?.key === key) return mine
  if (!making.has(database)) {
    // The rows are read in the asker's own moment; what is made of them comes after the answer.
    const rows = {
      organisations: await openOrganisations(db),
      projects: await openProjects(db),
      subjects: await projectSubjects(db),
    }
    const made = make(key, rows, mine?.words ?? new Map())
      .then((one) => {
        held.delete(database)
        held.set(database, one)
        for (const old of [...held.keys()].slice(0, -mostHeld)) held.delete(old)
      })
      .catch((error: Error) => log.error({ err: error }, 'candidates could not be read'))
      .finally(() => making.delete(database))
    making.set(database, made)
    if (rows.projects.length <= waitedFor) {
      await made
      return held.get(database)
    }
  }
  return held.get(database)
}

/** So few projects are read while who asks waits. */
const waitedFor = 500

type Rows = {
  organisations: readonly OrganisationRow[]
  projects: readonly ProjectRow[]
  subjects: ReadonlyMap<string, number[]>
}

async function make(key: string, rows: Rows, words: Held['words']): Promise<Held> {
  const known = new Map(rows.organisations.map((row) => [row.id, emptyOf(row)]))
  let since = performance.now()
  for (const project of rows.projects) {
    put(known, project, rows.subjects.get(project.id), wordsOf(words, project))
    if (performance.now() - since < stretch) continue
    await breathe()
    since = performance.now()
  }
  const there = new Set(rows.projects.map(({ id }) => id))
  for (const id of words.keys()) if (!there.has(id)) words.delete(id)
  return { key, known, words }
}

const emptyOf = (row: OrganisationRow): Known => ({ row, facts: [], projects: [], regions: new Map() })

function wordsOf(words: Held['words'], { id, title }: ProjectRow): readonly string[] {
  const before = words.get(id)
  if (before?.title === title) return before.keys
  const keys = wordKeys(title)
  words.set(id, { title, keys })
  return keys
}

/** A title that says that the project was about a place where things are tried. */
const testBed =
  /test(?:i|aus)?ympärist|testi?alust|testilaborato|koetehda|koelaito|pilotti?laito|kehitysympärist|demonstraatioympärist|kokeiluympärist|tutkimusympärist|tki-?ympärist|tki- ja oppimisympärist|laboratorio|testbed|test bed|test-bed|living lab|pilot plant|testmiljö|försöksanlägg|laborator/i

const day = 86_400_000
/** Days since 1970. */
export const dayNumber = (on: string | Date): number =>
  Math.floor((typeof on === 'string' ? Date.parse(on) : on.getTime()) / day)

function put(
  known: ReadonlyMap<string, Known>,
  project: ProjectRow,
  subjects: readonly number[] | undefined,
  words: readonly string[],
): void {
  const code = codeOf(project.code)
  const fact: Fact = {
    id: projectPath(project),
    kind: 'project',
    title: project.title,
    words,
    ...(code && { code }),
    ...(project.money && { money: centsOf(project.money) }),
    ...(project.ends && { until: dayNumber(project.ends) }),
    ...(subjects && { subjects }),
    ...(testBed.test(project.title) && { testBed: true }),
  }
  const led: Fact = { ...fact, roles: ['coordinator'] }
  for (const { id, lead } of project.parties) {
    const one = known.get(id)
    if (!one) continue
    one.facts.push(lead ? led : fact)
    one.projects.push(project.id)
    if (project.region) one.regions.set(project.region, (one.regions.get(project.region) ?? 0) + 1)
  }
}

/**
 * What the actor may know of every organisation: what everybody may, and what is closed to others and open to them.
 * Nothing that the actor does not see has any part in it. Undefined while it is made for the first time.
 */
export async function knownTo(
  ctx: Pick<Context, 'db' | 'actor' | 'log'>,
): Promise<ReadonlyMap<string, Known> | undefined> {
  const open = await openKnown(ctx)
  if (!open) return undefined
  const { db, actor } = ctx
  if (actor.kind === 'visitor') return open.known
  return withClosed(db, actor, open.known)
}

async function withClosed(
  db: Read,
  actor: Context['actor'],
  open: ReadonlyMap<string, Known>,
): Promise<ReadonlyMap<string, Known>> {
  const [organisations, projects] = [await closedOrganisations(db, actor), await closedProjects(db, actor)]
  if (organisations.length + projects.length === 0) return open
  const known = new Map(open)
  for (const row of organisations) if (!known.has(row.id)) known.set(row.id, emptyOf(row))
  const touched = new Set(projects.flatMap(({ parties }) => parties.map(({ id }) => id)))
  for (const id of touched) {
    const one = known.get(id)
    if (one)
      known.set(id, {
        row: one.row,
        facts: [...one.facts],
        projects: [...one.projects],
        regions: new Map(one.regions),
      })
  }
  const subjects = await projectSubjects(db)
  for (const project of projects) put(known, project, subjects.get(project.id), wordKeys(project.title))
  return known
}

/** What the registry says of where an organisation is; else where most of its projects were. */
export function regionOf({ row, regions }: Known): string | undefined {
  if (row.region) return row.region
  let best: string | undefined
  for (const [region, count] of regions)
    if (best === undefined || count > regions.get(best)! || (count === regions.get(best) && region < best))
      best = region
  return best
}

export const nameOf = ({ row }: Known, language: Language): string =>
  (language === 'sv' ? row.nameSv : language === 'en' ? row.nameEn : null) ?? row.name

/** An organisation as the engine takes it, with what its projects show. */
export function candidateOf(known: Known, language: Language): Candidate {
  const region = regionOf(known)
  const country = known.row.country ?? (region ? 'FI' : undefined)
  return {
    id: known.row.id,
    name: nameOf(known, language),
    kind: known.row.kind,
    ...(region && { region }),
    ...(country && { country }),
    facts: known.facts,
    projects: known.projects.length,
  }
}
