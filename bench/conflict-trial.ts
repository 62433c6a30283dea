import { type Conflicts, conflictsIn, type Register, type Tie } from '../src/engine/conflict/index.ts'
import { decoys } from './conflict-decoys.ts'
import { type Planted, plants } from './conflict-plants.ts'
import { makeWorld, type Sizes, type World } from './conflict-world.ts'

export type Row = {
  kind: string
  planted: number
  ties: number
  found: number
  shown: number
  judged: number
}

export type Trial = {
  world: World
  conflicts: Conflicts
  /** For each kind planted: how many facts, the ties they must make, and how many of those were found, shown by the
   * planted records, and given the right point and weight. */
  rows: Row[]
  ties: Tie[]
  /** Ties that nothing planted explains. */
  surplus: Tie[]
  /** Ties with no evidence, or with a record that the register does not have. */
  unproved: Tie[]
}

const endOf = (tie: Tie): string | null => (tie.path.length > 2 ? tie.path.at(-2)!.id : null)
const mark = (person: string, application: string, kind: string, end: string | null) =>
  `${person} ${application} ${kind} ${end}`

/** Plants so many of each kind with as many of each decoy, then looks everybody through for every application. */
export function tryConflicts(seed: number, each: number, sizes: Sizes): Trial {
  const world = makeWorld(seed, sizes)
  const planted = Object.entries(plants).map(([kind, plant]) => ({
    kind,
    ties: Array.from({ length: each }, () => plant(world)),
  }))
  for (const decoy of Object.values(decoys))
    for (let n = 0; n < each; n++) decoy(world, world.pick(world.people), world.pick(world.parties))
  shuffle(world)
  const conflicts = conflictsIn(world.register, world.day)
  const ties = conflicts.tiesBetween(world.people, world.applications)
  const found = new Map<string, Tie[]>()
  for (const tie of ties) {
    const key = mark(tie.person, tie.application, tie.kind, endOf(tie))
    found.set(key, [...(found.get(key) ?? []), tie])
  }
  const explained = new Set<string>()
  const rows = planted.map(({ kind, ties: all }): Row => {
    const row = { kind, planted: all.length, ties: 0, found: 0, shown: 0, judged: 0 }
    for (const wanted of all.flat()) {
      const key = mark(wanted.person, wanted.application, wanted.kind, wanted.end)
      explained.add(key)
      const those = found.get(key) ?? []
      const shown = those.filter((tie) => shows(tie, wanted))
      row.ties++
      row.found += Number(those.length > 0)
      row.shown += Number(shown.length > 0)
      row.judged += Number(shown.some((t) => t.weight === wanted.weight && t.point === wanted.point))
    }
    return row
  })
  const known = idsOf(world)
  return {
    world,
    conflicts,
    rows,
    ties,
    surplus: ties.filter((t) => !explained.has(mark(t.person, t.application, t.kind, endOf(t)))),
    unproved: ties.filter((t) => t.evidence.length < 1 || t.evidence.some((e) => !known.has(e.id))),
  }
}

const shows = (tie: Tie, { evidence }: Planted): boolean =>
  evidence.every((id) => tie.evidence.some((e) => e.id === id))

const lists = (register: Register) =>
  [
    register.organisations,
    register.links,
    register.ties,
    register.projects,
    register.deeds,
    register.kinships,
    register.declarations,
  ] as const

function idsOf({ register, applications }: World): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const list of lists(register)) for (const { id } of list) ids.add(id)
  for (const { parties, people } of applications) for (const { id } of [...parties, ...people]) ids.add(id)
  return ids
}

/** What was planted must not stand at the end of its list. */
function shuffle({ register, below }: World): void {
  for (const list of Object.values(register) as unknown[][])
    for (let n = list.length - 1; n > 0; n--) {
      const other = below(n + 1)
      ;[list[n], list[other]] = [list[other], list[n]]
    }
}
