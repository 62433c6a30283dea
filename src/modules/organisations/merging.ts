import { type Contradiction, contradictionOf, type Identifier } from './rules.ts'

/** A pair of the review queue by the canonical rows that its sides belong to now. */
export type PairToMerge = { id: string; left: string; right: string }

/** What would come of merging some pairs, in the order they are given. */
export type MergePlan = {
  /** Pairs that can be merged. One whose sides are one already through others is among them. */
  accepted: PairToMerge[]
  /** Pairs whose sides have different identifiers by then; they stay open. */
  refused: { id: string; contradiction: Contradiction }[]
  /** Each organisation that others join, with those others. */
  groups: { kept: string; merged: string[] }[]
}

/**
 * Merging many pairs at once joins chains: A with B and B with C is A with C as well. So each pair is held against
 * everything that stands behind its two sides after the pairs before it.
 */
export function planMerges(
  pairs: readonly PairToMerge[],
  identifiersOf: ReadonlyMap<string, readonly Identifier[]>,
): MergePlan {
  const groups = new Map<string, { kept: string; members: string[]; identifiers: Identifier[] }>()
  const groupOf = (row: string) => {
    const found = groups.get(row) ?? {
      kept: row,
      members: [row],
      identifiers: [...(identifiersOf.get(row) ?? [])],
    }
    groups.set(row, found)
    return found
  }
  const plan: MergePlan = { accepted: [], refused: [], groups: [] }
  for (const pair of pairs) {
    const [into, from] = [groupOf(pair.left), groupOf(pair.right)]
    const contradiction = into === from ? undefined : contradictionOf(into.identifiers, from.identifiers)
    if (contradiction) {
      plan.refused.push({ id: pair.id, contradiction })
      continue
    }
    plan.accepted.push(pair)
    if (into === from) continue
    into.members.push(...from.members)
    into.identifiers.push(...from.identifiers)
    for (const member of from.members) groups.set(member, into)
  }
  for (const { kept, members } of new Set(groups.values())) {
    if (members.length > 1) plan.groups.push({ kept, merged: members.filter((m) => m !== kept) })
  }
  return plan
}
