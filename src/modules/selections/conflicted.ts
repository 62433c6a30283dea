import type { Tie } from '../../engine/conflict/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { standingsOf, standingsToward } from '../conflicts/index.ts'
import { declaredBy } from './declaration-queries.ts'
import { asideOf, type CandidateRow, candidatesOf, type Head } from './queries.ts'
import { type SelectionRole, votes } from './rules.ts'
import { putRecusals } from './write-queries.ts'

export type Seated = { person: string; role?: SelectionRole }
type Matter = Pick<CandidateRow, 'id' | 'application' | 'organisations'>

/** How somebody stands to a candidate by what the register shows now and what they have declared. */
export type CandidateStanding = {
  candidate: string
  person: string
  is: 'free' | 'must-declare' | 'must-answer' | 'barred'
  /** The ties that bar, or those that are to be answered. */
  because: readonly Tie[]
}

/** A tie with the records that show it: an answer to it holds only while these are the same. */
export const seenAs = ({ key, evidence }: Tie): string => [key, ...evidence.map((e) => e.id).sort()].join(' ')

/**
 * How each of these people stands to each candidate. One that is an application is asked of as one; of others, the
 * organisations that take part are the parties of the matter, and what is declared stands in the meeting.
 */
export async function standingsAmong(
  db: Read,
  people: readonly Seated[],
  candidates: readonly Matter[],
  now: Date,
): Promise<CandidateStanding[]> {
  const ids = people.map((p) => p.person)
  if (ids.length === 0 || candidates.length === 0) return []
  const applications = candidates.flatMap((c) => c.application ?? [])
  const others = candidates.filter((c) => c.application === null)
  const inCalls = await standingsOf(db, ids, applications, now)
  const toward = await standingsToward(
    db,
    ids,
    others.map(({ id, organisations }) => ({ matter: id, parties: organisations })),
    now,
  )
  const declared = await declaredBy(
    db,
    ids,
    others.map((c) => c.id),
  )
  return people.flatMap(({ person, role }) => {
    const act = role && !votes(role) ? 'propose' : 'decide'
    return candidates.map(({ id, application }): CandidateStanding => {
      const found = application ? inCalls.of(person, application, act) : toward.of(person, id, act)
      const stands = { candidate: id, person, ...found }
      if (application || found.is === 'barred') return stands
      const said = declared.find((d) => d.person === person && d.candidate === id)
      const open = found.because.filter((tie) => !said?.denied.includes(seenAs(tie)))
      if (open.length > 0) return { ...stands, is: 'must-answer', because: open }
      return { ...stands, is: said ? 'free' : 'must-declare', because: [] }
    })
  })
}

/** Writes down who steps aside by what the register shows now; what was written stays. */
export async function recuse(
  ctx: Context<Tx>,
  people: readonly Seated[],
  candidates: readonly CandidateRow[],
): Promise<void> {
  const standings = await standingsAmong(ctx.db, people, candidates, ctx.now)
  await putRecusals(
    ctx.db,
    standings
      .filter(({ is }) => is === 'barred')
      .map(({ candidate, person, because: [tie] }) => ({
        id: newId(ctx.now.getTime()),
        candidate,
        person,
        found: 'computed' as const,
        ground: tie?.point ?? 7,
        // Nothing is told of anybody's family.
        words: tie && !tie.kind.startsWith('kin-') ? tie.kind : '',
        at: ctx.now,
      })),
  )
}

/** From which candidates somebody steps aside at this moment, and in which they have something to say first. */
export type Place = { aside: ReadonlySet<string>; undeclared: ReadonlySet<string> }

/** What is written, and what the register shows since. */
export async function placeAmong(
  db: Read,
  head: Pick<Head, 'id' | 'state'>,
  person: Seated,
  now: Date,
  known?: readonly CandidateRow[],
): Promise<Place> {
  const aside = await asideOf(db, head.id, person.person)
  const undeclared = new Set<string>()
  if (head.state === 'closed') return { aside, undeclared }
  const candidates = known ?? (await candidatesOf(db, head.id))
  for (const { candidate, is } of await standingsAmong(db, [person], candidates, now)) {
    if (is === 'barred') aside.add(candidate)
    else if (is !== 'free' && !aside.has(candidate)) undeclared.add(candidate)
  }
  return { aside, undeclared }
}
