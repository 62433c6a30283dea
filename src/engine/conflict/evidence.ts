import type { Day, Period } from './register.ts'

export const evidenceKinds = [
  'tie',
  'link',
  'merge',
  'project',
  'deed',
  'kinship',
  'declaration',
  'party',
  'named',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** One record that shows a part of a tie: what it is, its id, what keeps it and the days it covers. */
export type Evidence = Period & { what: EvidenceKind; id: string; source: string }

/** At least one, by its type: a tie without evidence cannot be written down. */
export type Evidences = readonly [Evidence, ...Evidence[]]

/** A record with a period as evidence. */
export const showing = (what: EvidenceKind, record: Period & { id: string; source: string }): Evidence => ({
  what,
  id: record.id,
  source: record.source,
  startsOn: record.startsOn,
  endsOn: record.endsOn,
})

/** A record of one moment, or of none. */
export function showingAt(
  what: EvidenceKind,
  record: { id: string; source: string },
  at: string | null = null,
): Evidence {
  const day: Day | null = at?.slice(0, 10) ?? null
  return { what, id: record.id, source: record.source, startsOn: day, endsOn: day }
}

/** The same records once each, in their first order. */
export function once(first: Evidence, others: Iterable<Evidence>): Evidences {
  const seen = new Set([`${first.what} ${first.id}`])
  const rest: Evidence[] = []
  for (const evidence of others) {
    const mark = `${evidence.what} ${evidence.id}`
    if (seen.has(mark)) continue
    seen.add(mark)
    rest.push(evidence)
  }
  return [first, ...rest]
}
