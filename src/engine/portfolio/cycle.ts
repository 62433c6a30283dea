import type { Rule } from './problem.ts'

type Requirement = Extract<Rule, { kind: 'requires' }>
type Needs = ReadonlyMap<number, readonly number[]>
/** Projects that require each other in a ring, the first again at the end, and the statements that say so. */
export type Cycle = { readonly projects: readonly number[]; readonly statements: readonly Requirement[] }

/**
 * A ring of requirements, with a minimal set of statements that makes one; undefined when there is none. What shall
 * go together or not at all is an all-or-none rule: a ring of requirements is taken for a slip.
 */
export function requirementCycle(rules: readonly Rule[]): Cycle | undefined {
  const requirements = rules.filter((rule) => rule.kind === 'requires')
  const needs = new Map<number, number[]>()
  for (const { project, needs: more } of requirements)
    if (!needs.get(project)?.push(...more)) needs.set(project, [...more])
  const start = projectOnRing(needs)
  if (start === undefined) return undefined
  const projects = withoutChord(shortestRing(start, needs), needs)
  const statements = projects.slice(1).map((to, i) => {
    return requirements.find((one) => one.project === projects[i] && one.needs.includes(to))!
  })
  return { projects, statements }
}

/** Depth first with a stack of its own: a chain may be as long as there are projects. */
function projectOnRing(needs: Needs): number | undefined {
  const done = new Set<number>()
  for (const start of needs.keys()) {
    if (done.has(start)) continue
    const path = [{ at: start, next: 0 }]
    const open = new Set([start])
    while (path.length > 0) {
      const here = path.at(-1)!
      const to = needs.get(here.at)?.[here.next++]
      if (to === undefined) {
        done.add(here.at)
        open.delete(here.at)
        path.pop()
      } else if (open.has(to)) return to
      else if (!done.has(to)) {
        open.add(to)
        path.push({ at: to, next: 0 })
      }
    }
  }
  return undefined
}

/** Breadth first from a project on a ring back to it: no step of this ring can be left out. */
function shortestRing(start: number, needs: Needs): number[] {
  const cameFrom = new Map<number, number>()
  const queue = [start]
  for (const at of queue)
    for (const to of needs.get(at) ?? []) {
      if (to === start) {
        const ring = [start]
        for (let step = at; step !== start; step = cameFrom.get(step)!) ring.unshift(step)
        return [start, ...ring]
      }
      if (cameFrom.has(to)) continue
      cameFrom.set(to, at)
      queue.push(to)
    }
  throw new RangeError(`project ${start} is on no ring`)
}

/**
 * The smallest ring that a step back within the ring closes: its projects are tied by its own steps alone, so that
 * without any one of them there is no ring left.
 */
function withoutChord(ring: readonly number[], needs: Needs): readonly number[] {
  const places = new Map(ring.slice(0, -1).map((project, place) => [project, place]))
  let [from, last] = [0, ring.length - 2]
  for (const [project, place] of places)
    for (const to of needs.get(project)!) {
      const back = places.get(to)
      if (back !== undefined && back <= place && place - back < last - from) [from, last] = [back, place]
    }
  return [...ring.slice(from, last + 1), ring[from]!]
}
