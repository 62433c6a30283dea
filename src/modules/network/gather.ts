import { createHash } from 'node:crypto'
import { jointProjects } from '../../engine/matching/index.ts'
import { type Actor, type JointProject, readDay, type Tie } from '../../engine/network/index.ts'
import type { Read } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'
import { weightOf } from '../ties/index.ts'
import {
  type ActorRow,
  actorRows,
  familyTies,
  type HeldRole,
  heldRoles,
  type KeptTie,
  type ProjectOfMany,
  type ProjectOfOne,
  projectsOfMany,
  projectsOfOne,
  statedTies,
} from './gather-queries.ts'
import { registerTies } from './register-ties.ts'

/** All that is public about who is tied to whom, as the engine takes it. */
export type Gathered = {
  actors: Actor[]
  /** The same actors as the registry has them, and their roles as "ecosystem:role". */
  rows: (ActorRow & { roles: string[] })[]
  projects: JointProject[]
  ties: Tie[]
  /** Equal for equal content. */
  fingerprint: string
}

/** Actors with a tie or a role; an organisation that only ever led projects alone is none. */
export async function gather(db: Read): Promise<Gathered> {
  const projects = [...(await projectsOfMany(db)), ...joined(await projectsOfOne(db))]
  const stated = [...(await statedTies(db)), ...(await familyTies(db))]
  const roles = await heldRoles(db)
  const acting = new Set([
    ...projects.flatMap((project) => project.parties),
    ...stated.flatMap((tie) => [tie.from, tie.to]),
    ...roles.map((role) => role.organisation),
  ])
  const registered = await registerTies(db, acting)
  const ids = [...new Set([...acting, ...registered.flatMap((tie) => [tie.a, tie.b])])].sort()
  const rolesOf = groupedBy(roles, (role) => role.organisation)
  const rows = (await actorRows(db, ids)).map((row) => ({
    ...row,
    roles: [...new Set((rolesOf.get(row.id) ?? []).map((role) => `${role.ecosystem}:${role.role}`))],
  }))
  const known = new Set(rows.map((row) => row.id))
  const gathered = {
    actors: rows.map(actorOf),
    rows,
    projects: projects.map(jointOf),
    ties: [...stated.map(keptTie), ...registered, ...agreementTies(roles)].filter(
      (t) => known.has(t.a) && known.has(t.b),
    ),
  }
  const fingerprint = createHash('sha256').update(JSON.stringify(gathered)).digest('hex')
  return { ...gathered, fingerprint }
}

const actorOf = ({ id, name, kind, region, themes }: ActorRow): Actor => ({
  id,
  attributes: { name, kind, ...(region && { region }), themes },
})

/**
 * Lists that name one lead a row have a joint project as several rows. Its id are the ids of its parts, joined by "+";
 * its lead is not known.
 */
function joined(rows: readonly ProjectOfOne[]): ProjectOfMany[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const asked = rows.map(({ id, title, fund, starts, leadName }) => ({
    code: id,
    title,
    lead: leadName,
    start: starts,
    fund,
  }))
  return jointProjects(asked).flatMap((joint) => {
    const parts = joint.parts.map((part) => byId.get(part.code)!)
    const parties = [...new Set(parts.map((part) => part.lead))]
    if (parties.length < 2) return []
    const ends = parts.map((part) => part.ends).filter((end) => end !== null)
    return [
      {
        id: parts.map((part) => part.id).join('+'),
        parties,
        lead: null,
        starts: parts.map((part) => part.starts).sort()[0]!,
        ends: ends.sort().at(-1) ?? null,
      },
    ]
  })
}

/** A day, month or year as the first or the last day that it can mean. */
export function dayWithin(written: string | null, end: boolean): Day | null {
  if (written === null || written.length >= 10) return written
  if (written.length === 4) return end ? `${written}-12-31` : `${written}-01-01`
  const [year = 0, month = 0] = written.split('-').map(Number)
  return end ? `${written}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}` : `${written}-01`
}

const days = (starts: Day | null, ends: Day | null) => {
  const since = starts ? readDay(starts) : undefined
  const until = ends ? readDay(ends) : undefined
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) }
}

const jointOf = ({
  id,
  parties,
  lead,
  starts,
  ends,
}: Awaited<ReturnType<typeof projectsOfMany>>[number]) => ({
  id,
  parties,
  ...(lead && { lead }),
  ...days(starts, ends),
})

const keptTie = ({ id, from, to, kind, strength, answer, starts, ends }: KeptTie): Tie => ({
  a: from,
  b: to,
  kind,
  weight: weightOf(strength, answer),
  ...days(starts, ends),
  evidence: `tie:${id}`,
})

/**
 * Who hold roles in one ecosystem are tied by it, as the parties of a project are: one of n gives each pair 1/(n - 1).
 * Where an agreement was signed the tie is of that kind.
 */
function agreementTies(roles: readonly HeldRole[]): Tie[] {
  return [...groupedBy(roles, (role) => role.ecosystem)].flatMap(([ecosystem, held]) => {
    const holders = [...groupedBy(held, (role) => role.organisation)]
    return holders.flatMap(([a, own], i) =>
      holders.slice(i + 1).map(([b, others]): Tie => {
        const isAgreement = [...own, ...others].some((role) => role.signed)
        const { starts, ends } = own[0]!
        return {
          a,
          b,
          kind: isAgreement ? 'agreement' : 'works-with',
          weight: 1 / (holders.length - 1),
          ...days(dayWithin(starts, false), dayWithin(ends, true)),
          evidence: `ecosystem:${ecosystem}`,
        }
      }),
    )
  })
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
