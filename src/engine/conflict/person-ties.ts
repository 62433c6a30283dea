import { once, showing } from './evidence.ts'
import type { Reached } from './organisation-ties.ts'
import { timeOf } from './period.ts'
import { type Kinship, relations } from './register.ts'
import type { Registry } from './registry.ts'
import { acts, kinKinds } from './rules.ts'
import { type Finding, organisation, person } from './tie.ts'

/** A finding and the person it ends at. */
export type Met = { person: string; finding: Finding }

/** By projects that name the person: with their parties, and with the others they name. */
export function jointProjects(registry: Registry, who: string): { parties: Reached[]; people: Met[] } {
  const { families, ruling, day, projectsWith } = registry
  const years = ruling.years('joint-project')
  const parties = new Map<string, Finding['evidence'][number][]>()
  const people = new Map<string, Finding['evidence'][number][]>()
  const note = (map: typeof parties, key: string, ...evidence: Finding['evidence'][number][]) => {
    const list = map.get(key)
    if (list) list.push(...evidence)
    else map.set(key, evidence)
  }
  for (const project of projectsWith(who)) {
    if (timeOf(project, day, years) === 'gone') continue
    const evidence = showing('project', project)
    for (const party of project.parties)
      note(parties, families.canonical(party), evidence, ...families.merged(party))
    for (const other of project.people) if (other !== who) note(people, other, evidence)
  }
  const finding = (
    end: Finding['path'][number],
    [first, ...rest]: Finding['evidence'][number][],
  ): Finding[] =>
    first === undefined
      ? []
      : [
          {
            kind: 'joint-project',
            ...ruling.judge('joint-project', 'same', 'now'),
            acts,
            path: [person(who), end],
            evidence: once(first, rest),
          },
        ]
  return {
    parties: [...parties].flatMap(([id, evidence]) =>
      finding(organisation(id), evidence).map((f) => ({ organisation: id, finding: f })),
    ),
    people: [...people].flatMap(([id, evidence]) =>
      finding(person(id), evidence).map((f) => ({ person: id, finding: f })),
    ),
  }
}

/** The other one of a kinship between two people: it counts from both sides, whoever told of it. */
export const otherOf = (kinship: Kinship, who: string): string | null =>
  kinship.person === who ? (kinship.kin ?? null) : kinship.person

/** By those near, what they are to organisations: hallintolaki 28 § 1 mom. 2, 3, 5 and 6, and what is asked. */
export function kinTies(registry: Registry, who: string): Reached[] {
  return registry.kinships(who).flatMap((kinship) => {
    const kin = otherOf(kinship, who)
    if (kin !== null) return kin === who ? [] : knownKin(registry, who, kinship, kin)
    return kinship.organisation ? unknownKin(registry, who, kinship, kinship.organisation) : []
  })
}

function knownKin(registry: Registry, who: string, kinship: Kinship, kin: string): Reached[] {
  const { families, ruling, day, ties } = registry
  return ties(kin).flatMap((tie) => {
    const time = timeOf(tie, day, ruling.years(tie.role))
    if (time === 'gone') return []
    const own = families.canonical(tie.organisation)
    const kind = kinKinds[tie.role]
    return [...families.of(own)].map(([reached, reach]) => ({
      organisation: reached,
      finding: {
        kind,
        ...ruling.judgeKin(kind, reach.nearness, time, relations[kinship.relation]),
        acts,
        path: [person(who), person(kin), organisation(own), ...reach.way.map(organisation)] as const,
        evidence: once(showing('kinship', kinship), [
          showing('tie', tie),
          ...families.merged(tie.organisation),
          ...reach.evidence,
        ]),
      },
    }))
  })
}

/** Somebody near whom the register does not know: what the person told of their place is all there is. */
function unknownKin(registry: Registry, who: string, kinship: Kinship, place: string): Reached[] {
  const { families, ruling } = registry
  const own = families.canonical(place)
  const kind = kinship.organisation && kinship.role ? kinKinds[kinship.role] : 'kin-unsaid'
  return [...families.of(own)].map(([reached, reach]) => ({
    organisation: reached,
    finding: {
      kind,
      ...ruling.judgeKin(kind, reach.nearness, 'now', relations[kinship.relation]),
      acts,
      path: [person(who), organisation(own), ...reach.way.map(organisation)] as const,
      evidence: once(showing('kinship', kinship), [...families.merged(place), ...reach.evidence]),
    },
  }))
}
