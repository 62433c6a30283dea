import type { Disaggregation } from './definition.ts'

/** That a project reported an enterprise for a period. `business` is null where its business id is not known. */
export type Support = {
  project: string
  /** The last day of the period. */
  on: string
  business: string | null
  name: string
}

/** An enterprise counted once: which projects reported it, and when it came first. */
export type Counted = { business: string; name: string; first: string; projects: string[] }

export type UniqueCount = {
  /** Each business id once, in the order of the ids. */
  counted: Counted[]
  /** Names without a business id: nobody can tell whether two are the same, so they are told apart from the count. */
  unnumbered: { name: string; project: string; first: string }[]
}

type Gathered = { name: string; named: string; first: string; projects: number[] }

/** Counts every enterprise once over all projects and periods, by its business id. */
export function countOnce(supports: Iterable<Support>): UniqueCount {
  const byBusiness = new Map<string, Gathered>()
  const unnumbered = new Map<string, { name: string; project: string; first: string }>()
  const numbers = new Map<string, number>()
  for (const { project, on, business, name } of supports) {
    if (business === null) {
      const key = JSON.stringify([project, name])
      const known = unnumbered.get(key)
      if (!known) unnumbered.set(key, { name, project, first: on })
      else if (on < known.first) known.first = on
      continue
    }
    const number = numbers.get(project) ?? numbers.size
    if (number === numbers.size) numbers.set(project, number)
    const known = byBusiness.get(business)
    if (!known) byBusiness.set(business, { name, named: on, first: on, projects: [number] })
    else gather(known, number, on, name)
  }
  const inOrder = projectsInOrder(numbers)
  return {
    counted: [...byBusiness]
      .map(([business, { name, first, projects }]) => ({
        business,
        name,
        first,
        projects: inOrder(projects),
      }))
      .sort((a, b) => order(a.business, b.business)),
    unnumbered: [...unnumbered.values()].sort((a, b) => order(a.name, b.name) || order(a.project, b.project)),
  }
}

/** One more report of an enterprise that is known: the newest name holds, of two of one day the first by letters. */
function gather(known: Gathered, project: number, on: string, name: string): void {
  if (known.projects.at(-1) !== project) known.projects.push(project)
  if (on < known.first) known.first = on
  if (on > known.named || (on === known.named && name < known.name)) {
    known.name = name
    known.named = on
  }
}

/** Projects by their numbers, each once and in the order of their ids: ids are sorted once, not for each enterprise. */
function projectsInOrder(numbers: ReadonlyMap<string, number>): (projects: readonly number[]) => string[] {
  const ids = [...numbers.keys()].sort()
  const places = new Uint32Array(ids.length)
  ids.forEach((id, place) => {
    places[numbers.get(id)!] = place
  })
  return (projects) => {
    const sorted = Uint32Array.from(projects, (number) => places[number]!).sort()
    const found: string[] = []
    for (let i = 0; i < sorted.length; i++)
      if (i === 0 || sorted[i] !== sorted[i - 1]) found.push(ids[sorted[i]!]!)
    return found
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What is known of an enterprise by which its count is broken down; null where it is not known. */
export type Traits = Readonly<Record<Disaggregation, string | null>>

/** The counted enterprises by one trait; those of whom it is not known stand under null. They add up to the count. */
export function breakDown(
  counted: readonly Counted[],
  traits: (business: string) => Traits | undefined,
  by: Disaggregation,
): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const { business } of counted) {
    const value = traits(business)?.[by] ?? null
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/** How many enterprises each project reported: a count of its own, whose sum is more than the whole where they overlap. */
export function countsByProject(counted: readonly Counted[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { projects } of counted)
    for (const project of projects) counts.set(project, (counts.get(project) ?? 0) + 1)
  return counts
}
