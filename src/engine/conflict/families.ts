import { type Evidence, showing, showingAt } from './evidence.ts'
import { timeOf } from './period.ts'
import type { Day, Organisation, OrganisationLink } from './register.ts'

/** The organisation itself (also under a merged row), one link of control from it, or further off. */
export type Nearness = 'same' | 'near' | 'far'

/** The way to another organisation of the family: the canonical rows it passes, the last being the one reached. */
export type Reach = { nearness: Nearness; way: readonly string[]; evidence: readonly Evidence[] }

export type Families = {
  /** The canonical row of an organisation. */
  canonical: (organisation: string) => string
  /** The record that says so, where the row itself is another. */
  merged: (organisation: string) => readonly Evidence[]
  /** All of the family of a canonical row, itself included, each by its shortest way. */
  of: (canonical: string) => ReadonlyMap<string, Reach>
}

type Edge = { to: string; goes: 'up' | 'down' | 'level'; controls: boolean; id: string; evidence: Evidence[] }

/**
 * Families by merges, control, ownership from a share on and groups, over any number of links. A way goes up to who
 * controls and down to who is controlled, not down and up again: two owners of one company are no family.
 */
export function readFamilies(
  organisations: readonly Organisation[],
  links: readonly OrganisationLink[],
  day: Day,
  limits: { share: number; years: number },
): Families {
  const aliases = new Map(organisations.flatMap((o) => (o.canonical === o.id ? [] : [[o.id, o] as const])))
  const canonical = (id: string): string => {
    let at = id
    // A row may point at one that was merged later; as many steps as there are merges end any circle.
    for (let steps = 0; steps <= aliases.size; steps++) {
      const next = aliases.get(at)?.canonical
      if (next === undefined) return at
      at = next
    }
    return id
  }
  const merged = (id: string): readonly Evidence[] => {
    const row = aliases.get(id)
    return row === undefined ? [] : [showingAt('merge', row)]
  }
  const edges = edgesOf(links, day, limits, canonical, merged)
  const known = new Map<string, ReadonlyMap<string, Reach>>()
  const of = (start: string) => {
    const found = known.get(start) ?? search(start, edges)
    known.set(start, found)
    return found
  }
  return { canonical, merged, of }
}

function edgesOf(
  links: readonly OrganisationLink[],
  day: Day,
  limits: { share: number; years: number },
  canonical: (id: string) => string,
  merged: (id: string) => readonly Evidence[],
): ReadonlyMap<string, readonly Edge[]> {
  const edges = new Map<string, Edge[]>()
  const add = (from: string, edge: Edge) => {
    const list = edges.get(from)
    if (list) list.push(edge)
    else edges.set(from, [edge])
  }
  for (const link of links) {
    const time = timeOf(link, day, limits.years)
    const share = link.kind === 'owner' ? (link.share ?? 100) : 100
    const [upper, lower] = [canonical(link.upper), canonical(link.lower)]
    if (time === 'gone' || share < limits.share || upper === lower) continue
    const { id } = link
    const evidence: Evidence[] = [showing('link', link), ...merged(link.upper), ...merged(link.lower)]
    const level = link.kind === 'group'
    const controls = time === 'now' && share > 50
    add(lower, { to: upper, goes: level ? 'level' : 'up', controls, id, evidence })
    add(upper, { to: lower, goes: level ? 'level' : 'down', controls, id, evidence })
  }
  // Control first, then by id: the strongest direct link is the one found, whatever the order of the register.
  for (const list of edges.values())
    list.sort((a, b) => Number(b.controls) - Number(a.controls) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return edges
}

/** Breadth first; a row is passed at most twice, on the way up and on the way down. */
function search(start: string, edges: ReadonlyMap<string, readonly Edge[]>): ReadonlyMap<string, Reach> {
  const found = new Map<string, Reach>([[start, { nearness: 'same', way: [], evidence: [] }]])
  const passed = { up: new Set([start]), down: new Set<string>() }
  let level: { at: string; falling: boolean; reach: Reach }[] = [
    { at: start, falling: false, reach: found.get(start)! },
  ]
  while (level.length > 0) {
    const next: typeof level = []
    for (const { at, falling, reach } of level)
      for (const edge of edges.get(at) ?? []) {
        if (falling && edge.goes === 'up') continue
        const falls = falling || edge.goes === 'down'
        if (passed.up.has(edge.to) || (falls && passed.down.has(edge.to))) continue
        passed[falls ? 'down' : 'up'].add(edge.to)
        const further: Reach = {
          nearness: reach.nearness === 'same' && edge.controls ? 'near' : 'far',
          way: [...reach.way, edge.to],
          evidence: [...reach.evidence, ...edge.evidence],
        }
        if (!found.has(edge.to)) found.set(edge.to, further)
        next.push({ at: edge.to, falling: falls, reach: further })
      }
    level = next
  }
  return found
}
