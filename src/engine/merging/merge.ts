import { type Hunk, hunksOf } from './difference.ts'
import { tokensOf } from './tokens.ts'

/** What a field of a form holds: a text, or the chosen ones of several. */
export type Value = string | readonly string[]

/** The two changes made into one, or word that they cannot be: then a person decides. */
export type Merge<T> = { clean: true; value: T } | { clean: false }

const clash = { clean: false } as const
const merged = <T>(value: T): Merge<T> => ({ clean: true, value })

export const sameValue = (a: Value, b: Value): boolean =>
  typeof a === 'string' || typeof b === 'string'
    ? a === b
    : a.length === b.length && a.every((item, i) => item === b[i])

/** Texts shorter than this are one thought: two changes to them are never put together. */
const long = 80
const isLong = (text: string): boolean => text.length >= long || text.includes('\n')

/** Two changes to one field's earlier value made into one. Choices merge one by one, long texts word by word. */
export function mergeValues(base: Value, mine: Value, theirs: Value): Merge<Value> {
  if (sameValue(mine, theirs) || sameValue(base, theirs)) return merged(mine)
  if (sameValue(base, mine)) return merged(theirs)
  if (typeof base !== 'string' && typeof mine !== 'string' && typeof theirs !== 'string')
    return merged(mergeChoices(base, mine, theirs))
  if (typeof base !== 'string' || typeof mine !== 'string' || typeof theirs !== 'string') return clash
  return [base, mine, theirs].some(isLong) ? mergeTexts(base, mine, theirs) : clash
}

/** What either has ticked is ticked, what either has unticked is not; in the order of theirs, then mine. */
export function mergeChoices(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const unticked = new Set(base.filter((item) => !mine.includes(item)))
  const ticked = mine.filter((item) => !base.includes(item) && !theirs.includes(item))
  return [...theirs.filter((item) => !unticked.has(item)), ...ticked]
}

/**
 * Merges two changes of a text, word by word. Clean when they touch different words; when both have added whole
 * lines in one place (theirs, which is saved already, comes first); or when one has typed the beginning of what the
 * other has. Nothing that either has written is left out of a clean merge.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merge<string> {
  const tokens = tokensOf(base)
  const sides = [theirs, mine].map((text) => sideOf(tokens, tokensOf(text)))
  const out: string[] = []
  let at = 0
  for (const group of groupsOf(sides[0]!.hunks, sides[1]!.hunks)) {
    out.push(...tokens.slice(at, group.from))
    const [t, m] = sides.map((side, i) => spliced(tokens, side.tokens, group.sides[i]!, group))
    const settled = settle(group, t!, m!, tokens)
    if (settled === undefined) return clash
    out.push(settled)
    at = group.to
  }
  out.push(...tokens.slice(at))
  return merged(out.join(''))
}

type Side = { tokens: readonly string[]; hunks: Hunk[] }
type Group = { from: number; to: number; sides: [Hunk[], Hunk[]] }

function settle(group: Group, theirs: string, mine: string, tokens: readonly string[]): string | undefined {
  if (group.sides[1].length === 0) return theirs
  if (group.sides[0].length === 0 || mine === theirs) return mine
  if (group.from !== group.to) return undefined
  if (mine.startsWith(theirs)) return mine
  if (theirs.startsWith(mine)) return theirs
  const shape = linesAt(group.from, theirs, tokens)
  return shape && shape === linesAt(group.from, mine, tokens) ? theirs + mine : undefined
}

/** Whether what was added here is whole lines: below a line ("\nnew") or above one ("new\n"). */
function linesAt(at: number, added: string, tokens: readonly string[]): 'below' | 'above' | undefined {
  if (tokens.every((token) => token.trim() === '')) return undefined
  if (added.startsWith('\n') && (at === tokens.length || tokens[at] === '\n')) return 'below'
  if (added.endsWith('\n') && (at === 0 || tokens[at - 1] === '\n')) return 'above'
  return undefined
}

function sideOf(base: readonly string[], tokens: readonly string[]): Side {
  const hunks = joinNear(hunksOf(base, tokens), base).map((hunk) => slide(hunk, base, tokens))
  return { tokens, hunks }
}

/** Neighbouring words changed together are one change, so that nobody's word lands inside a rewritten sentence. */
function joinNear(hunks: readonly Hunk[], base: readonly string[]): Hunk[] {
  const joined: Hunk[] = []
  for (const hunk of hunks) {
    const last = joined.at(-1)
    const between = last && base.slice(last.to, hunk.from)
    const near = between?.length === 1 && between[0] !== '\n' && between[0]!.trim() === ''
    if (last && near) Object.assign(last, { to: hunk.to, newTo: hunk.newTo })
    else joined.push({ ...hunk })
  }
  return joined
}

/** "one\n[one two\n]" may as well be read as "[one one\n]two": the reading that begins with a line is taken. */
function slide(hunk: Hunk, base: readonly string[], tokens: readonly string[]): Hunk {
  if (hunk.from !== hunk.to) return hunk
  const moved = { ...hunk }
  const startsLine = () => moved.from === 0 || base[moved.from - 1] === '\n'
  while (!startsLine() && moved.newFrom > 0 && tokens[moved.newFrom - 1] === tokens[moved.newTo - 1]) {
    moved.from--
    moved.to--
    moved.newFrom--
    moved.newTo--
  }
  return startsLine() && tokens[moved.newTo - 1] === '\n' ? moved : hunk
}

/** Both sides' changes in the order of the text; those that overlap stand in one group. */
function groupsOf(theirs: readonly Hunk[], mine: readonly Hunk[]): Group[] {
  const all = [
    ...theirs.map((hunk) => ({ hunk, side: 0 as const })),
    ...mine.map((hunk) => ({ hunk, side: 1 as const })),
  ].sort((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to)
  const groups: Group[] = []
  for (const { hunk, side } of all) {
    const last = groups.at(-1)
    const bothAdd = last && last.from === last.to && hunk.from === hunk.to && last.from === hunk.from
    if (last && (hunk.from < last.to || bothAdd)) {
      last.sides[side].push(hunk)
      last.to = Math.max(last.to, hunk.to)
    } else {
      const sides: [Hunk[], Hunk[]] = [[], []]
      sides[side].push(hunk)
      groups.push({ from: hunk.from, to: hunk.to, sides })
    }
  }
  return groups
}

/** One side's text of a stretch of the base. */
function spliced(
  base: readonly string[],
  tokens: readonly string[],
  hunks: readonly Hunk[],
  { from, to }: { from: number; to: number },
): string {
  const out: string[] = []
  let at = from
  for (const hunk of hunks) {
    out.push(...base.slice(at, hunk.from), ...tokens.slice(hunk.newFrom, hunk.newTo))
    at = hunk.to
  }
  out.push(...base.slice(at, to))
  return out.join('')
}
