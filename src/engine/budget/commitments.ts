import type { Cents } from './cents.ts'

/** What somebody else has committed to pay: under which source of the financing plan it stands. */
export type Commitment = { financier: string; source: string; cents: Cents }

/** A source of which other financiers have committed more or less than the plan has of it. */
export type CommitmentDifference = {
  source: string
  committed: Cents
  planned: Cents
  /** Of that, by financier, each once. */
  financiers: readonly { name: string; cents: Cents }[]
}

/** Compares commitments with the plan, source by source, to the cent; sources that agree are left out. */
export function checkCommitments(
  plan: ReadonlyMap<string, Cents>,
  commitments: readonly Commitment[],
): CommitmentDifference[] {
  const sources = [...new Set([...plan.keys(), ...commitments.map((c) => c.source)])]
  return sources.flatMap((source) => {
    const byName = new Map<string, Cents>()
    for (const { financier, cents } of commitments.filter((c) => c.source === source)) {
      const name = financier.trim()
      byName.set(name, (byName.get(name) ?? 0n) + cents)
    }
    const committed = [...byName.values()].reduce((sum, cents) => sum + cents, 0n)
    const planned = plan.get(source) ?? 0n
    const financiers = [...byName].map(([name, cents]) => ({ name, cents }))
    return committed === planned ? [] : [{ source, committed, planned, financiers }]
  })
}
