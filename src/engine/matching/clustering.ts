import { createNameIndex } from './blocking.ts'
import { mostForReview, outcomeOf } from './comparing.ts'
import { compareLegalForms, type LegalKind } from './legal-forms.ts'
import type { Comparison, OrganisationRecord } from './record.ts'
import { type ReadRecord, readRecord, scoreRecords, weighRecords } from './records.ts'

export type Pair = Comparison & { left: number; right: number }

export type Clusters = {
  /** For each record its cluster's number; numbers run from 0 in the order in which records first meet them. */
  cluster: Int32Array
  /** Pairs for a person to look at, best first: records by their position. */
  pairs: Pair[]
}

/** Pairs of records worth a look or better, each once, with left < right. */
export function findPairs(records: readonly ReadRecord[]): Pair[] {
  const index = createNameIndex()
  records.forEach((record, i) => {
    index.add(i, record.names)
  })
  const best = new Map<number, { score: number; forms: readonly [number, number] }>()
  const done = new Set<number>()
  const formCount = index.forms.length
  for (let number = 0; number < formCount; number++) {
    const form = index.forms[number]!
    const owner = index.owners[number]!
    const record = records[owner]!
    const parent = form === record.names[0]?.forms[0] ? record.names[0].parent : undefined
    for (const [other] of index.candidates(form, parent)) {
      const otherOwner = index.owners[other]!
      if (otherOwner === owner) continue
      const pairOfForms = Math.min(number, other) * formCount + Math.max(number, other)
      if (done.has(pairOfForms)) continue
      done.add(pairOfForms)
      const score = scoreRecords(record, records[otherOwner]!, [form, index.forms[other]!], index.frequencies)
      if (outcomeOf(score) === 'different') continue
      const key = Math.min(owner, otherOwner) * records.length + Math.max(owner, otherOwner)
      const known = best.get(key)
      if (!known || score > known.score) best.set(key, { score, forms: [number, other] })
    }
  }
  const pairs = [...best].map(([key, { forms }]): Pair => {
    const [left, right] = [Math.floor(key / records.length), key % records.length]
    const [x, y] = index.owners[forms[0]] === left ? forms : [forms[1], forms[0]]
    const compared = weighRecords(
      records[left]!,
      records[right]!,
      [index.forms[x]!, index.forms[y]!],
      index.frequencies,
    )
    return { left, right, ...compared }
  })
  return [...pairs, ...identifierPairs(records, best)]
}

/** Records with one identifier are joined however their names read. */
function identifierPairs(records: readonly ReadRecord[], known: ReadonlyMap<number, unknown>): Pair[] {
  const holders = new Map<string, number>()
  const pairs: Pair[] = []
  records.forEach((record, right) => {
    for (const { scheme, value } of record.identifiers) {
      const left = holders.get(`${scheme} ${value}`)
      if (left === undefined) holders.set(`${scheme} ${value}`, right)
      else if (left !== right && !known.has(left * records.length + right)) {
        const evidence = [{ kind: 'identifier' as const, weight: 60, left: value, right: value }]
        pairs.push({ left, right, outcome: 'same', score: 30, evidence })
      }
    }
  })
  return pairs
}

/**
 * Joins the records that are one organisation. No cluster ever holds two identifiers of one scheme: where a record
 * without an identifier fits two that differ equally well, it joins neither and the pairs go to a person.
 */
export function cluster(records: readonly OrganisationRecord[]): Clusters {
  const read = records.map(readRecord)
  const all = findPairs(read)
  const joined = joinUnderConstraint(
    read,
    all.filter((pair) => pair.outcome === 'same'),
  )
  const numbers = new Int32Array(records.length)
  const seen = new Map<number, number>()
  for (let i = 0; i < records.length; i++) {
    const root = joined(i)
    if (!seen.has(root)) seen.set(root, seen.size)
    numbers[i] = seen.get(root)!
  }
  const pairs = all
    .filter((pair) => numbers[pair.left] !== numbers[pair.right])
    .map((pair): Pair => {
      if (pair.outcome !== 'same') return pair
      const evidence = [...pair.evidence, { kind: 'rival' as const, weight: mostForReview - pair.score }]
      return { ...pair, outcome: 'review', score: mostForReview, evidence }
    })
    .sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right)
  return { cluster: numbers, pairs }
}

/** Level by level of equal score, so that the outcome does not depend on the order of the records. */
function joinUnderConstraint(records: readonly ReadRecord[], pairs: readonly Pair[]): (i: number) => number {
  const parents = Int32Array.from(records, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parents[root] !== root) root = parents[root]!
    while (parents[i] !== root) [parents[i], i] = [root, parents[i]!]
    return root
  }
  const held = new Map<number, Held>()
  records.forEach((record, i) => {
    const own = heldBy(record)
    if (own) held.set(i, own)
  })
  const conflict = (roots: Iterable<number>): boolean => {
    let all: Held = { schemes: new Map(), kinds: [] }
    for (const root of roots) {
      const next = held.get(root)
      if (!next) continue
      if (contradict(all, next)) return true
      all = together(all, next)
    }
    return false
  }
  const join = (a: number, b: number): void => {
    const [keep, give] = [Math.min(find(a), find(b)), Math.max(find(a), find(b))]
    if (keep === give) return
    parents[give] = keep
    const [own, given] = [held.get(keep), held.get(give)]
    if (given) held.set(keep, own ? together(own, given) : given)
  }

  const levels = new Map<number, Pair[]>()
  for (const pair of pairs) levels.set(pair.score, [...(levels.get(pair.score) ?? []), pair])
  for (const [, level] of [...levels].sort((a, b) => b[0] - a[0])) {
    const open = level.map((pair) => [find(pair.left), find(pair.right)] as const).filter(([a, b]) => a !== b)
    for (const group of groupsOf(open)) {
      if (!conflict(group.nodes)) for (const [a, b] of group.edges) join(a, b)
      else for (const [a, b] of group.edges) if (signature(held.get(a)) === signature(held.get(b))) join(a, b)
    }
  }
  return find
}

/** What a cluster holds that must not contradict itself: identifiers by scheme, legal forms. */
type Held = { schemes: ReadonlyMap<string, ReadonlySet<string>>; kinds: readonly (readonly LegalKind[])[] }

function heldBy(record: ReadRecord): Held | undefined {
  const kinds = record.names[0]?.forms[0]?.kinds ?? []
  if (record.identifiers.length === 0 && kinds.length === 0) return undefined
  const schemes = new Map<string, Set<string>>()
  for (const { scheme, value } of record.identifiers)
    schemes.set(scheme, (schemes.get(scheme) ?? new Set()).add(value))
  return { schemes, kinds: kinds.length > 0 ? [kinds] : [] }
}

function contradict(a: Held, b: Held): boolean {
  let shared = false
  for (const [scheme, values] of b.schemes) {
    const known = a.schemes.get(scheme)
    if (!known) continue
    if (![...values].some((value) => known.has(value))) return true
    shared = true
  }
  return !shared && a.kinds.some((x) => b.kinds.some((y) => compareLegalForms(x, y) < 0))
}

const signature = (held: Held | undefined): string =>
  held
    ? JSON.stringify([
        [...held.schemes].map(([scheme, values]) => [scheme, ...[...values].sort()]).sort(),
        held.kinds.map(String).sort(),
      ])
    : ''

const together = (a: Held, b: Held): Held => {
  const schemes = new Map(a.schemes)
  for (const [scheme, values] of b.schemes)
    schemes.set(scheme, new Set([...(schemes.get(scheme) ?? []), ...values]))
  const kinds = [...a.kinds]
  for (const kind of b.kinds) if (!kinds.some((known) => known.join() === kind.join())) kinds.push(kind)
  return { schemes, kinds }
}

type Group = { nodes: Set<number>; edges: (readonly [number, number])[] }

const groupsOf = (edges: readonly (readonly [number, number])[]): Group[] => {
  const of = new Map<number, Group>()
  const groups = new Set<Group>()
  for (const edge of edges) {
    const [a, b] = [of.get(edge[0]), of.get(edge[1])]
    const keep = a ?? b ?? { nodes: new Set<number>(), edges: [] }
    groups.add(keep)
    if (a && b && a !== b) {
      for (const node of b.nodes) of.set(node, a.nodes.add(node) && a)
      a.edges.push(...b.edges)
      groups.delete(b)
    }
    keep.edges.push(edge)
    for (const node of edge) of.set(node, keep.nodes.add(node) && keep)
  }
  return [...groups]
}
