import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { standingsOf, standingsToward } from '../conflicts/index.ts'
import { asideOf, type CandidateRow, candidatesOf, type Head } from './queries.ts'
import { type SelectionRole, votes } from './rules.ts'
import { putRecusals } from './write-queries.ts'

/** Somebody whom the register ties to a candidate so that they step aside from it. */
type FoundConflict = {
  candidate: string
  person: string
  /** A point of hallintolaki 28 § 1 mom. */
  ground: number
  /** The kind of tie, a code of the engine; empty where it would tell of somebody's family. */
  kind: string
}
type Seated = { person: string; role?: SelectionRole }

/**
 * Who of these people is barred from which candidates by what the register shows now. A candidate that is an
 * application is asked of as one; of others, the organisations that take part are the parties of the matter.
 */
export async function conflictsAmong(
  db: Read,
  people: readonly Seated[],
  candidates: readonly Pick<CandidateRow, 'id' | 'application' | 'organisations'>[],
  now: Date,
): Promise<FoundConflict[]> {
  const ids = people.map((p) => p.person)
  if (ids.length === 0 || candidates.length === 0) return []
  const applications = candidates.flatMap((c) => c.application ?? [])
  const others = candidates.filter((c) => c.application === null && c.organisations.length > 0)
  const inCalls = await standingsOf(db, ids, applications, now)
  const toward = await standingsToward(
    db,
    ids,
    others.map(({ id, organisations }) => ({ matter: id, parties: organisations })),
    now,
  )
  return people.flatMap(({ person, role }) => {
    const act = role && !votes(role) ? 'propose' : 'decide'
    return candidates.flatMap(({ id, application, organisations }): FoundConflict[] => {
      if (!application && organisations.length === 0) return []
      const standing = application ? inCalls.of(person, application, act) : toward.of(person, id, act)
      if (standing.is !== 'barred') return []
      const [tie] = standing.because
      const kind = tie && !tie.kind.startsWith('kin-') ? tie.kind : ''
      return [{ candidate: id, person, ground: tie?.point ?? 7, kind }]
    })
  })
}

/** Writes down who steps aside by what the register shows now; what was written stays. */
export async function recuse(
  ctx: Context<Tx>,
  people: readonly Seated[],
  candidates: readonly CandidateRow[],
): Promise<void> {
  const found = await conflictsAmong(ctx.db, people, candidates, ctx.now)
  await putRecusals(
    ctx.db,
    found.map(({ candidate, person, ground, kind }) => ({
      id: newId(ctx.now.getTime()),
      candidate,
      person,
      found: 'computed',
      ground,
      words: kind,
      at: ctx.now,
    })),
  )
}

/** Candidates from which somebody steps aside at this moment: what is written, and what the register shows since. */
export async function asideNow(
  db: Read,
  head: Pick<Head, 'id' | 'state'>,
  person: Seated,
  now: Date,
  known?: readonly CandidateRow[],
): Promise<Set<string>> {
  const aside = await asideOf(db, head.id, person.person)
  if (head.state === 'closed') return aside
  const candidates = known ?? (await candidatesOf(db, head.id))
  for (const { candidate } of await conflictsAmong(db, [person], candidates, now)) aside.add(candidate)
  return aside
}
