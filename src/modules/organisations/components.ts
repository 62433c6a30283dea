/** A joining that holds: `merged` is the same organisation as `kept`. */
export type Join = { kept: string; merged: string }

/**
 * Who stands for whom when some rows are joined: each row's canonical row is the one that was kept first in its
 * group. A row without a joining stands for itself. Pure, so that taking one joining back never leaves a stray pointer.
 */
export function canonicalRows(rows: readonly string[], joins: readonly Join[]): Map<string, string> {
  const parent = new Map(rows.map((r) => [r, r]))
  const rootOf = (row: string): string => {
    let at = row
    while (parent.get(at) !== at) at = parent.get(at) as string
    return at
  }
  for (const { kept, merged } of joins) {
    if (!parent.has(kept) || !parent.has(merged)) continue
    const [into, from] = [rootOf(kept), rootOf(merged)]
    if (into !== from) parent.set(from, into)
  }
  return new Map(rows.map((r) => [r, rootOf(r)]))
}
