import { once, showing } from './evidence.ts'
import { overlap, timeOf } from './period.ts'
import type { PersonTie } from './register.ts'
import type { Registry } from './registry.ts'
import { acts, projectRoles } from './rules.ts'
import { type Finding, organisation, person } from './tie.ts'

/** A finding and the canonical organisation it ends at. */
export type Reached = { organisation: string; finding: Finding }

/** By what a person is to organisations, to each and to its family: hallintolaki 28 § 1 mom. 2-6. */
export function organisationTies(registry: Registry, who: string): Reached[] {
  return registry.ties(who).flatMap((tie) => reachOf(registry, tie))
}

function reachOf({ families, ruling, day }: Registry, tie: PersonTie): Reached[] {
  const time = timeOf(tie, day, ruling.years(tie.role))
  if (time === 'gone') return []
  const own = families.canonical(tie.organisation)
  return [...families.of(own)].map(([reached, reach]) => ({
    organisation: reached,
    finding: {
      kind: tie.role,
      ...ruling.judge(tie.role, reach.nearness, time),
      acts,
      path: [person(tie.person), organisation(own), ...reach.way.map(organisation)],
      evidence: once(showing('tie', tie), [...families.merged(tie.organisation), ...reach.evidence]),
    },
  }))
}

/**
 * By projects that the person's organisation has had with others while the person was there: one finding for each
 * other organisation, with every such project. Its own family is told of by `organisationTies`.
 */
export function partnerProjects(registry: Registry, who: string): Reached[] {
  return registry
    .ties(who)
    .filter((tie) => projectRoles.has(tie.role))
    .flatMap((tie) => partnersOf(registry, tie))
}

function partnersOf({ families, ruling, day, projectsOf }: Registry, tie: PersonTie): Reached[] {
  const years = ruling.years('partner-project')
  if (timeOf(tie, day, years) === 'gone') return []
  const own = families.canonical(tie.organisation)
  const first = showing('tie', tie)
  const merged = families.merged(tie.organisation)
  const shown = new Map<string, Finding['evidence'][number][]>()
  for (const project of projectsOf(own)) {
    if (!overlap(tie, project) || timeOf(project, day, years) === 'gone') continue
    const evidence = showing('project', project)
    for (const party of project.parties) {
      const other = families.canonical(party)
      if (other === own) continue
      const list = shown.get(other) ?? []
      if (list.length === 0) shown.set(other, list)
      list.push(evidence, ...families.merged(party))
    }
  }
  return [...shown].map(([other, evidence]) => ({
    organisation: other,
    finding: {
      kind: 'partner-project',
      ...ruling.judge('partner-project', 'same', 'now'),
      acts,
      path: [person(tie.person), organisation(own), organisation(other)],
      evidence: once(first, [...merged, ...evidence]),
    },
  }))
}
