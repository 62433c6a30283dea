/** Who could assess what: which applications need how many more, and who may not. */
export type Need = { application: string; more: number; held: readonly string[] }
export type Proposed = { application: string; people: readonly string[]; missing: number }

/**
 * Spreads the work evenly: those applications first that fewest may assess, each to those who have least. Who is
 * barred from an application, or holds a sheet of it already, is left out. The same question gets the same answer.
 */
export function spread(
  needs: readonly Need[],
  assessors: readonly string[],
  barred: (person: string, application: string) => boolean,
  loads: ReadonlyMap<string, number>,
): Proposed[] {
  const load = new Map(assessors.map((a) => [a, loads.get(a) ?? 0]))
  const open = needs.map((need) => ({
    ...need,
    may: assessors.filter((a) => !need.held.includes(a) && !barred(a, need.application)),
  }))
  const found = new Map<string, Proposed>()
  for (const need of open.toSorted((a, b) => a.may.length - a.more - (b.may.length - b.more))) {
    const people = need.may
      .toSorted((a, b) => load.get(a)! - load.get(b)! || assessors.indexOf(a) - assessors.indexOf(b))
      .slice(0, Math.max(0, need.more))
    for (const person of people) load.set(person, load.get(person)! + 1)
    const missing = Math.max(0, need.more - people.length)
    found.set(need.application, { application: need.application, people, missing })
  }
  return needs.map((need) => found.get(need.application)!)
}
