import { atomsOf, firmness, type Separator, separators } from './party-list-joints.ts'
import { compact, fold } from './transliteration.ts'

/**
 * What is known before a cell is read: names that occur elsewhere (a register, the leads of the list, the other
 * cells of the column), and what the column's lists are joined with.
 */
export type KnownParties = {
  separator: Separator | undefined
  /** For one cell: in how many other places a name occurs. */
  besides: (cell: string) => (name: string) => number
  /** Whether a register or the leads of the list have the name: "Niels Brock" is a school then, not a person. */
  isNamed: (name: string) => boolean
}

export const nothingKnown: KnownParties = {
  separator: undefined,
  besides: () => () => 0,
  isNamed: () => false,
}

const key = (name: string): string => compact(fold(name))

const separatorOfMost = (cells: readonly string[]): Separator | undefined => {
  const used = cells.flatMap((cell) => separatorOf(cell) ?? [])
  return separators.find((kind) => 2 * used.filter((each) => each === kind).length > used.length)
}

/** The firmest separator between the parts of a list. */
const separatorOf = (cell: string): Separator | undefined => {
  const { before } = atomsOf(cell)
  return separators.find((kind) => before.some((joint) => joint.kind === kind))
}

/**
 * Reads a column of lists once: what most of its lists of several parts are joined with, unless it is told, and how often each part
 * stands in how many cells. A name of the register counts twice, as if two cells had it.
 */
export function knownParties(
  cells: readonly string[],
  names: Iterable<string> = [],
  separator: Separator | undefined = separatorOfMost(cells),
): KnownParties {
  const counts = new Map<string, number>()
  const add = (name: string, times: number): void => void counts.set(name, (counts.get(name) ?? 0) + times)
  for (const cell of cells) for (const part of keysIn(cell, separator)) add(part, 1)
  const named = new Set([...names].map(key))
  for (const name of named) add(name, 2)
  return {
    separator,
    isNamed: (name) => named.has(key(name)),
    besides: (cell) => {
      const own = keysIn(cell, separator)
      return (name) => (counts.get(key(name)) ?? 0) - (own.has(key(name)) ? 1 : 0)
    },
  }
}

/** The different parts of a cell between joints at least as firm as the separator, by their letters. */
function keysIn(cell: string, separator: Separator | undefined): Set<string> {
  const { atoms, before } = atomsOf(cell)
  const least = firmness[separator ?? 'comma']
  const parts = new Set<string>()
  let start = 0
  atoms.forEach((atom, i) => {
    const joint = before[i]
    if (joint && firmness[joint.kind] < least) return
    parts.add(key(cell.slice(atoms[start]!.start, atom.end)))
    start = i + 1
  })
  return parts
}
