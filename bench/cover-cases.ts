import { createTextIndex, type Ontology } from '../src/engine/likeness/index.ts'
import type { PastProject } from './cover-history.ts'

/** One partner hidden from one past project: everybody else who was known by then, with what was known of them. */
export type Case = {
  /** The place of the project: cases of one project stay together. */
  project: number
  start: number
  region: string
  /** The rest of the project's members that were known, and everybody who could be suggested. */
  members: string[]
  candidates: string[]
  /** The place of the hidden one among the candidates. */
  hidden: number
  /** A number for each candidate. */
  features: Record<Feature, Float64Array>
}

/** What is known of a candidate before the project began; each is also a way of suggesting by itself. */
export const features = ['activity', 'likeness', 'joint', 'home', 'common', 'walk'] as const
export type Feature = (typeof features)[number]

export type Cases = { cases: Case[]; hidden: number; history: History }

/** Who was in which projects, as it was known on the day of a case: only projects that began before it. */
export type History = { projects: readonly PastProject[]; before: (project: number) => number[] }

/** Days in which joint work counts half, as in the engine. */
const halfLife = 1_826
const nearest = 200
/** Of the walk: how often it begins anew, and how many steps are walked. */
const restart = 0.3
const walks = 6

/** Parts of one undertaking ("... Delprojekt B") have the beginning of their title in common: none tells of another. */
const isTwin = (a: PastProject, b: PastProject): boolean =>
  a.title.toLowerCase().slice(0, 25) === b.title.toLowerCase().slice(0, 25)

/** Every case of a list of projects in the order of their first days. Nothing that began later, or is a twin, is used. */
export function casesOf(projects: readonly PastProject[], ontology: Ontology): Cases {
  const index = createTextIndex(ontology)
  const cases: Case[] = []
  let [known, hidden] = [0, 0]
  for (const [place, project] of projects.entries()) {
    for (; projects[known]!.start < project.start; known++) index.put(String(known), projects[known]!)
    if (project.members.length < 2) continue
    hidden += project.members.length
    const before = projects.slice(0, known).filter((other) => !isTwin(other, project))
    const near = index
      .nearest({ title: project.title, summary: project.summary }, nearest)
      .map(({ id, likeness }) => ({ of: projects[Number(id)]!, likeness }))
      .filter(({ of }) => !isTwin(of, project))
    const past = pastOf(before)
    const members = project.members.filter((name) => past.has(name))
    const of = featuresWithout(project, past, near)
    for (const name of members) {
      const rest = members.filter((other) => other !== name)
      const candidates = [...past.keys()].filter((other) => !rest.includes(other))
      cases.push({
        project: place,
        start: project.start,
        region: project.region,
        members: rest,
        candidates,
        hidden: candidates.indexOf(name),
        features: of(rest, candidates),
      })
    }
  }
  return {
    cases,
    hidden,
    history: {
      projects,
      before: (place) =>
        [...projects.keys()].filter(
          (other) =>
            projects[other]!.start < projects[place]!.start && !isTwin(projects[other]!, projects[place]!),
        ),
    },
  }
}

type Past = Map<string, PastProject[]>

function pastOf(projects: readonly PastProject[]): Past {
  const past: Past = new Map()
  for (const project of projects)
    for (const member of project.members) {
      const list = past.get(member)
      if (list) list.push(project)
      else past.set(member, [project])
    }
  return past
}

/** The features of one project's cases; what does not depend on who is hidden is reckoned once. */
function featuresWithout(
  project: PastProject,
  past: Past,
  near: readonly { of: PastProject; likeness: number }[],
) {
  const likeness = new Map<string, number>()
  const top = near[0]?.likeness ?? 1
  for (const { of, likeness: its } of near)
    for (const member of of.members) likeness.set(member, Math.max(likeness.get(member) ?? 0, its / top))
  const homes = new Map(
    [...past].map(([name, list]) => [
      name,
      list.filter(({ region }) => region === project.region).length / list.length,
    ]),
  )
  return (members: readonly string[], candidates: readonly string[]): Case['features'] => {
    const [joint, common] = [new Map<string, number>(), new Map<string, number>()]
    const add = (to: Map<string, number>, name: string, more: number) =>
      to.set(name, (to.get(name) ?? 0) + more)
    for (const member of members) {
      const others = new Set<string>()
      for (const { members: all, start } of past.get(member)!)
        for (const other of all) {
          if (other === member) continue
          add(joint, other, 2 ** -((project.start - start) / halfLife) / (all.length - 1))
          others.add(other)
        }
      for (const other of others) add(common, other, 1)
    }
    const walk = walkFrom(members, near, past)
    const each = (of: (name: string) => number) => Float64Array.from(candidates, of)
    return {
      activity: each((name) => Math.log2(1 + past.get(name)!.length)),
      likeness: each((name) => likeness.get(name) ?? 0),
      joint: each((name) => 1 - Math.exp(-(joint.get(name) ?? 0))),
      home: each((name) => homes.get(name)!),
      common: each((name) => common.get(name) ?? 0),
      walk: each((name) => Math.log(1e-6 + (walk.get(name) ?? 0)) / 10),
    }
  }
}

/** A random walk with restart (Tong, Faloutsos, Pan 2006) between organisations and projects, from members and near texts. */
function walkFrom(
  members: readonly string[],
  near: readonly { of: PastProject; likeness: number }[],
  past: Past,
): Map<string, number> {
  const begin = new Map<string, number>()
  const add = (to: Map<string, number>, name: string, more: number) =>
    to.set(name, (to.get(name) ?? 0) + more)
  for (const member of members) add(begin, member, 0.6 / members.length)
  const some = near.slice(0, 30)
  const all = some.reduce((sum, { likeness }) => sum + likeness ** 2, 0)
  for (const { of, likeness } of some)
    for (const member of of.members) add(begin, member, (0.4 * likeness ** 2) / all / of.members.length)
  let at = begin
  for (let step = 0; step < walks; step++) {
    const inProjects = new Map<PastProject, number>()
    for (const [name, share] of at) {
      const list = past.get(name)!
      for (const project of list)
        inProjects.set(project, (inProjects.get(project) ?? 0) + share / list.length)
    }
    const next = new Map([...begin].map(([name, share]) => [name, restart * share]))
    for (const [{ members: all }, share] of inProjects)
      for (const name of all) add(next, name, ((1 - restart) * share) / all.length)
    at = next
  }
  return at
}
