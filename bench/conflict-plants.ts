import type { Kind, Point, Relation, Role, Weight } from '../src/engine/conflict/index.ts'
import { always, from, type World } from './conflict-world.ts'

/** A tie that must be found: known because it was put there, not because it was looked for. */
export type Planted = {
  person: string
  application: string
  kind: Kind
  /** The organisation or person of the application that it ends at; null where it ends at the application. */
  end: string | null
  weight: Weight
  point: Point
  /** Records it must show. */
  evidence: string[]
}

type Plant = (world: World) => Planted[]

const inForce = from('2021-05-01', null)
/** Ended within two years of the day of the matter, the first exactly two years before it. */
const lately = [from('2015-01-01', '2024-11-22'), from(null, '2025-12-31'), from('2020-01-01', '2026-11-21')]

const grounds = {
  representation: 2,
  ownership: 3,
  employment: 4,
  commission: 4,
  board: 5,
  director: 5,
  organ: 6,
} as const satisfies Record<Role, Point>
const roles = Object.keys(grounds) as Role[]
/** Roles that bar also one step of control away. */
const strong: Role[] = ['employment', 'board', 'director', 'ownership']

const near: Relation[] = ['spouse', 'child', 'sibling', 'parent', 'especially-close']
const wide: Relation[] = ['aunt-or-uncle', 'former-spouse', 'child-of-spouse', 'parent-of-spouse']

/** To a party, and so to every application that it is in. */
const everywhere = (world: World, end: string, tie: Omit<Planted, 'application' | 'end'>): Planted[] =>
  world.applicationsOf(end).map((application) => ({ ...tie, application, end }))

function tieAt(world: World, person: string, organisation: string, role: Role, period = inForce) {
  const id = world.id('tie')
  world.register.ties.push({ id, source: 'registry', ...period, person, organisation, role })
  return id
}

const atParty =
  (role: Role): Plant =>
  (world) => {
    const [person, end] = [world.pick(world.people), world.pick(world.parties)]
    const evidence = [tieAt(world, person, end, role)]
    return everywhere(world, end, { person, kind: role, weight: 'bars', point: grounds[role], evidence })
  }

const ended: Plant = (world) => {
  const [person, end, role] = [world.pick(world.people), world.pick(world.parties), world.pick(roles)]
  const evidence = [tieAt(world, person, end, role, world.pick(lately))]
  return everywhere(world, end, { person, kind: role, weight: 'bars', point: 7, evidence })
}

/** The person's row and the party's are two that have been merged. */
const merged: Plant = (world) => {
  const [person, end, role] = [world.pick(world.people), world.pick(world.parties), world.pick(roles)]
  const other = world.organisation(end)
  const evidence = [tieAt(world, person, other, role), other]
  return everywhere(world, end, { person, kind: role, weight: 'bars', point: grounds[role], evidence })
}

function link(world: World, upper: string, lower: string, share: number | null = null, group = false) {
  const id = world.id('link')
  const kind = group ? 'group' : share === null ? world.pick(['parent', 'municipal'] as const) : 'owner'
  world.register.links.push({ id, source: 'business register', ...always, kind, upper, lower, share })
  return id
}

const familyNear: Plant = (world) => {
  const [person, end, role] = [world.pick(world.people), world.pick(world.parties), world.pick(roles)]
  const own = world.organisation()
  const [upper, lower] = world.below(2) === 0 ? [own, end] : [end, own]
  const joined = link(world, upper, lower, world.pick([null, 51, 100]))
  const evidence = [tieAt(world, person, own, role), joined]
  const weight = strong.includes(role) ? 'bars' : 'ask'
  return everywhere(world, end, { person, kind: role, weight, point: 7, evidence })
}

/** Two to five links away (up, over a group, down), or one that does not control; merged rows on the way. */
const familyFar: Plant = (world) => {
  const [person, end, role] = [world.pick(world.people), world.pick(world.parties), world.pick(roles)]
  const evidence: string[] = []
  let at = world.organisation()
  evidence.push(tieAt(world, person, at, role))
  const steps = world.below(5)
  for (let n = 0; n < steps; n++) {
    const next = world.organisation()
    if (n === 0) evidence.push(link(world, next, at, world.pick([null, 20, 50])))
    else evidence.push(n < 3 ? link(world, next, at, null, true) : link(world, at, next))
    at = next
  }
  if (steps > 1 && world.below(2) === 0) {
    const alias = world.organisation(end)
    evidence.push(link(world, at, alias), alias)
  } else evidence.push(link(world, at, end, world.pick([20, 35, 50])))
  return everywhere(world, end, { person, kind: role, weight: 'ask', point: 7, evidence })
}

const partnerProject: Plant = (world) => {
  const [person, end] = [world.pick(world.people), world.pick(world.parties)]
  const own = world.organisation()
  const evidence = [tieAt(world, person, own, world.pick(['employment', 'director', 'board'] as const))]
  const id = world.id('project')
  const parties = [own, end, world.organisation()]
  // Still running, or ended exactly five years before.
  const period = world.pick([from('2024-01-01', '2027-12-31'), from('2020-01-01', '2021-11-22')])
  world.register.projects.push({ id, source: 'list', ...period, parties, people: [] })
  evidence.push(id)
  return everywhere(world, end, { person, kind: 'partner-project', weight: 'ask', point: 7, evidence })
}

const jointProject: Plant = (world) => {
  const person = world.pick(world.people)
  const id = world.id('project')
  const base = { id, source: 'list', ...from('2019-01-01', '2023-06-30') }
  const tie = { person, kind: 'joint-project', weight: 'ask', point: 7, evidence: [id] } as const
  if (world.below(2) === 0) {
    const end = world.pick(world.parties)
    world.register.projects.push({ ...base, parties: [world.organisation(), end], people: [person] })
    return everywhere(world, end, { ...tie, evidence: [id] })
  }
  const application = world.pick(world.applications)
  const end = world.id('colleague')
  const named = world.id('named')
  application.people.push({ id: named, source: 'application', person: end, role: 'staff' })
  world.register.projects.push({ ...base, parties: [world.organisation()], people: [end, person] })
  return [{ ...tie, application: application.id, end, evidence: [id, named] }]
}

const named =
  (kind: 'applicant' | 'staff'): Plant =>
  (world) => {
    const [person, application] = [world.pick(world.people), world.pick(world.applications)]
    const id = world.id('named')
    application.people.push({ id, source: 'application', person, role: kind })
    const point = kind === 'applicant' ? 1 : 3
    return [{ person, application: application.id, kind, end: null, weight: 'bars', point, evidence: [id] }]
  }

const prepared: Plant = (world) => {
  const [person, { id: application, call }] = [world.pick(world.people), world.pick(world.applications)]
  const id = world.id('deed')
  const tie = { person, kind: 'prepared', end: null, weight: 'bars', point: 7, evidence: [id] } as const
  const deed = { id, source: 'audit', person, at: '2026-09-01T09:00:00.000Z' }
  if (world.below(10) === 0) {
    world.register.deeds.push({ ...deed, kind: world.pick(['made-call', 'proposed'] as const), call: call! })
    const all = world.applications.filter((a) => a.call === call)
    return all.map((a) => ({ ...tie, evidence: [id], application: a.id }))
  }
  const kind = world.pick(['wrote', 'contact', 'sparred', 'proposed'] as const)
  world.register.deeds.push({ ...deed, kind, application })
  return [{ ...tie, evidence: [id], application }]
}

const advised: Plant = (world) => {
  const [person, { id: application }] = [world.pick(world.people), world.pick(world.applications)]
  const id = world.id('deed')
  const at = '2026-08-15T12:00:00.000Z'
  world.register.deeds.push({ id, source: 'audit', person, kind: 'advised', at, application })
  return [{ person, application, kind: 'advised', end: null, weight: 'ask', point: 7, evidence: [id] }]
}

const declared: Plant = (world) => {
  const [person, { id: application }] = [world.pick(world.people), world.pick(world.applications)]
  const id = world.id('declaration')
  const point = (1 + world.below(7)) as Point
  const at = '2026-10-01T12:00:00.000Z'
  const base = { id, source: 'own statement', person, by: person, application, at }
  world.register.declarations.push({ ...base, says: 'conflict', point })
  return [{ person, application, kind: 'declared', end: null, weight: 'bars', point, evidence: [id] }]
}

function kinship(world: World, person: string, kin: string, relation: Relation) {
  const id = world.id('kinship')
  // Told by either of the two.
  const sides = world.below(2) === 0 ? { person, kin } : { person: kin, kin: person }
  world.register.kinships.push({ id, source: 'own statement', ...always, ...sides, relation })
  return id
}

const kinAt =
  (kind: Kind, own: readonly Role[], point: Point): Plant =>
  (world) => {
    const [person, end, role] = [world.pick(world.people), world.pick(world.parties), world.pick(own)]
    const all = kind === 'kin-representation'
    const close = world.below(2) === 0
    const relation = world.pick(close ? near : wide)
    const bars = kind !== 'kin-employment' && (close || all)
    const judged = { weight: bars ? 'bars' : 'ask', point: bars ? point : 7 } as const
    if (world.below(3) === 0) {
      const id = world.id('kinship')
      const told = { id, source: 'own statement', ...always, person, relation, organisation: end, role }
      world.register.kinships.push(told)
      return everywhere(world, end, { person, kind, ...judged, evidence: [id] })
    }
    const kin = world.id('kin')
    const evidence = [kinship(world, person, kin, relation), tieAt(world, kin, end, role)]
    return everywhere(world, end, { person, kind, ...judged, evidence })
  }

const kinUnsaid: Plant = (world) => {
  const [person, end] = [world.pick(world.people), world.pick(world.parties)]
  const id = world.id('kinship')
  const told = { id, source: 'own statement', ...always, person, relation: world.pick(near) }
  world.register.kinships.push({ ...told, organisation: end, role: null })
  return everywhere(world, end, { person, kind: 'kin-unsaid', weight: 'ask', point: 7, evidence: [id] })
}

const kinApplicant: Plant = (world) => {
  const [person, application] = [world.pick(world.people), world.pick(world.applications)]
  const [end, id] = [world.id('kin'), world.id('named')]
  const evidence = [kinship(world, person, end, world.pick([...near, ...wide])), id]
  application.people.push({ id, source: 'application', person: end, role: 'applicant' })
  return [
    { person, application: application.id, kind: 'kin-applicant', end, weight: 'bars', point: 1, evidence },
  ]
}

const kinPrepared: Plant = (world) => {
  const [person, { id: application }] = [world.pick(world.people), world.pick(world.applications)]
  const [end, id] = [world.id('kin'), world.id('deed')]
  const evidence = [kinship(world, person, end, world.pick([...near, ...wide])), id]
  const kind = world.pick(['wrote', 'contact', 'sparred'] as const)
  const at = '2026-09-01T09:00:00.000Z'
  world.register.deeds.push({ id, source: 'audit', person: end, kind, at, application })
  return [{ person, application, kind: 'kin-prepared', end, weight: 'ask', point: 7, evidence }]
}

/** Every kind that the engine tells apart, and four ways in which a tie may be hidden. */
export const plants: Record<Kind | 'ended' | 'merged' | 'family, near' | 'family, far', Plant> = {
  prepared,
  applicant: named('applicant'),
  staff: named('staff'),
  representation: atParty('representation'),
  ownership: atParty('ownership'),
  employment: atParty('employment'),
  commission: atParty('commission'),
  board: atParty('board'),
  director: atParty('director'),
  organ: atParty('organ'),
  'kin-applicant': kinApplicant,
  'kin-representation': kinAt('kin-representation', ['representation'], 2),
  'kin-interest': kinAt('kin-interest', ['ownership'], 3),
  'kin-board': kinAt('kin-board', ['board', 'director'], 5),
  'kin-organ': kinAt('kin-organ', ['organ'], 6),
  'kin-employment': kinAt('kin-employment', ['employment', 'commission'], 7),
  'kin-unsaid': kinUnsaid,
  'kin-prepared': kinPrepared,
  'joint-project': jointProject,
  'partner-project': partnerProject,
  advised,
  declared,
  ended,
  merged,
  'family, near': familyNear,
  'family, far': familyFar,
}
