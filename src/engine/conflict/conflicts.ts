import { deedTies } from './deed-ties.ts'
import { type Evidence, showingAt } from './evidence.ts'
import { namedTies } from './named-ties.ts'
import { organisationTies, partnerProjects } from './organisation-ties.ts'
import { jointProjects, kinTies } from './person-ties.ts'
import type { Application, Day, Register } from './register.ts'
import { type Registry, readRegister } from './registry.ts'
import { type Act, acts, kinds, type Settings } from './rules.ts'
import { type Standing, standingFrom } from './standing.ts'
import { conflictsSaid } from './statements.ts'
import { type Finding, person, type Tie, tieTo } from './tie.ts'

export type Conflicts = {
  /** Every tie of the person to the application: those that bar first, in the order of the kinds. */
  tiesOf: (person: string, application: Application) => Tie[]
  /** What the person must do before the act, with the ties it is because of. */
  standingOf: (person: string, application: Application, act: Act) => Standing
  /** The ties of many people to many applications. */
  tiesBetween: (people: readonly string[], applications: readonly Application[]) => Tie[]
}

/** All that is known of a person before any application is looked at, by where it ends. */
type Profile = {
  organisations: ReadonlyMap<string, readonly Finding[]>
  people: ReadonlyMap<string, readonly Finding[]>
}

/**
 * The register on a day, under a call's settings. A person is looked through once and then held against each
 * application, so many against many costs little more than one against one.
 */
export function conflictsIn(register: Register, day: Day, settings?: Settings): Conflicts {
  const registry = readRegister(register, day, settings)
  const profiles = new Map<string, Profile>()
  const profileOf = (who: string): Profile => {
    const profile = profiles.get(who) ?? lookThrough(registry, who)
    profiles.set(who, profile)
    return profile
  }
  const tiesOf = (who: string, application: Application): Tie[] =>
    [
      ...partyTies(registry, profileOf(who), who, application),
      ...namedTies(registry, who, application),
      ...deedTies(registry, who, application),
      ...declaredTies(registry, who, application),
    ].sort(inOrder)
  return {
    tiesOf,
    standingOf: (who, application, act) =>
      standingFrom(
        tiesOf(who, application),
        act,
        registry.declarations(who, application.id),
        registry.answers(who, application.id),
        application.settledAt,
      ),
    tiesBetween: (people, applications) =>
      people.flatMap((who) => applications.flatMap((application) => tiesOf(who, application))),
  }
}

function lookThrough(registry: Registry, who: string): Profile {
  const joint = jointProjects(registry, who)
  const reached = [
    ...organisationTies(registry, who),
    ...kinTies(registry, who),
    ...joint.parties,
    ...partnerProjects(registry, who),
  ]
  return {
    organisations: grouped(reached.map((r) => [r.organisation, r.finding])),
    people: grouped(joint.people.map((m) => [m.person, m.finding])),
  }
}

function grouped(entries: readonly (readonly [string, Finding])[]): Map<string, Finding[]> {
  const map = new Map<string, Finding[]>()
  for (const [key, finding] of entries) {
    const list = map.get(key)
    if (list) list.push(finding)
    else map.set(key, [finding])
  }
  return map
}

/** Ties that end at an organisation or a person of the application. */
function partyTies({ families }: Registry, profile: Profile, who: string, application: Application): Tie[] {
  const ties: Tie[] = []
  if (profile.organisations.size === 0 && profile.people.size === 0) return ties
  const end = (findings: readonly Finding[] | undefined, evidence: () => readonly Evidence[]) => {
    if (!findings) return
    const shown = evidence()
    for (const finding of findings) ties.push(tieTo(who, application.id, finding, shown))
  }
  for (const party of application.parties)
    end(profile.organisations.get(families.canonical(party.organisation)), () => [
      showingAt('party', party),
      ...families.merged(party.organisation),
    ])
  for (const named of application.people)
    end(profile.people.get(named.person), () => [showingAt('named', named)])
  return ties
}

/** What was declared is a tie as well, so that it stands on the page and in the minutes with its ground. */
const declaredTies = (registry: Registry, who: string, application: Application): Tie[] =>
  conflictsSaid(registry.declarations(who, application.id)).map((declaration) =>
    tieTo(
      who,
      application.id,
      {
        kind: 'declared',
        point: declaration.point,
        weight: 'bars',
        acts,
        path: [person(who)],
        evidence: [showingAt('declaration', declaration, declaration.at)],
      },
      [],
    ),
  )

const rank = new Map(kinds.map((kind, at) => [kind, at]))

function inOrder(a: Tie, b: Tie): number {
  if (a.weight !== b.weight) return a.weight === 'bars' ? -1 : 1
  if (a.kind !== b.kind) return rank.get(a.kind)! - rank.get(b.kind)!
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  const [x, y] = [markOf(a), markOf(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

const markOf = (tie: Tie): string => tie.evidence.map((e) => e.id).join(' ')
