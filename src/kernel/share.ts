import { type RawBuilder, sql } from 'kysely'
import type { Actor } from './actor.ts'

/**
 * How widely a record is shared, from the narrowest: with the organisation that made it and the ecosystem's
 * coordinators; with everybody who holds an office in the ecosystem; with the ecosystems that it is linked to; with all.
 */
export const shareLevels = ['own', 'agreement', 'network', 'public'] as const
export type ShareLevel = (typeof shareLevels)[number]

export type SharedRecord = {
  share: ShareLevel
  /** The ecosystem that it belongs to. */
  ecosystem: string | null
  /** The organisation that made it: its people see it at every level. */
  organisation?: string | null
  /** The person who made it: one's own is always seen. */
  person?: string | null
}

/** Those who see everything of an ecosystem, whatever its share level. */
export const overseers: readonly string[] = ['coordinator', 'preparer']

const reachOf = (actor: Actor) => {
  const offices = actor.kind === 'person' ? actor.offices : []
  return {
    person: actor.kind === 'person' ? actor.id : null,
    organisations: actor.kind === 'person' ? actor.organisations : [],
    // An office held everywhere reaches every ecosystem.
    all: offices.some((o) => o.ecosystem === null),
    overseesAll: offices.some((o) => o.ecosystem === null && overseers.includes(o.office)),
    own: offices.flatMap((o) => (o.ecosystem === null ? [] : [o.ecosystem])),
    overseen: offices.flatMap((o) =>
      o.ecosystem !== null && overseers.includes(o.office) ? [o.ecosystem] : [],
    ),
    linked: actor.kind === 'person' ? actor.linked : [],
  }
}

/** Whether the actor may see one record. `visible` says the same of lists in SQL; a test keeps them agreed. */
export function canSee(actor: Actor, record: SharedRecord): boolean {
  if (record.share === 'public' || actor.kind === 'system') return true
  if (actor.kind === 'visitor') return false
  const { ecosystem } = record
  const reach = reachOf(actor)
  if (record.person && record.person === reach.person) return true
  if (record.organisation && reach.organisations.includes(record.organisation)) return true
  const inside = (those: readonly string[]) => ecosystem !== null && those.includes(ecosystem)
  if (reach.overseesAll || inside(reach.overseen)) return true
  switch (record.share) {
    case 'own':
      return false
    case 'agreement':
      return reach.all || inside(reach.own)
    case 'network':
      return reach.all || inside(reach.own) || inside(reach.linked)
  }
}

/**
 * The same as a condition for lists over the table or alias given, which has the columns `share`, `ecosystem_id`,
 * and `organisation_id` and `person_id` where they are named. `ecosystem` names another column: of an ecosystem, `id`.
 */
export function visible(
  actor: Actor,
  alias: string,
  has: { organisation?: boolean; person?: boolean; ecosystem?: string } = {},
): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  const isPublic = sql<boolean>`${column('share')} = 'public'`
  if (actor.kind === 'visitor') return isPublic
  const reach = reachOf(actor)
  if (reach.overseesAll) return sql<boolean>`true`
  const within = (those: readonly string[]) =>
    sql<boolean>`coalesce(${column(has.ecosystem ?? 'ecosystem_id')} = any(${those}::uuid[]), false)`
  const near = reach.all ? sql<boolean>`true` : within(reach.own)
  const far = reach.all ? sql<boolean>`true` : within([...reach.own, ...reach.linked])
  const ways = [
    isPublic,
    within(reach.overseen),
    sql`(${column('share')} = 'agreement' and ${near})`,
    sql`(${column('share')} = 'network' and ${far})`,
  ]
  if (has.person) ways.push(sql`coalesce(${column('person_id')} = ${reach.person}::uuid, false)`)
  if (has.organisation) {
    ways.push(sql`coalesce(${column('organisation_id')} = any(${reach.organisations}::uuid[]), false)`)
  }
  return sql<boolean>`(${sql.join(ways, sql` or `)})`
}
