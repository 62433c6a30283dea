import { hashOfContent } from '../../kernel/canonical.ts'

/** Everything that a signature covers: what was decided, of what, on what, by whom, when. */
export type Signed = {
  format: 'talkoot-decision/1'
  decision: string
  part: 'selection' | 'legal'
  round: number
  call: string
  application: { id: string; number: string; title: string; version: number; hash: string }
  parties: readonly {
    row: string
    name: string
    businessId: string | null
    role: string
    cost: string | null
    grant: string | null
  }[]
  outcome: 'yes' | 'no'
  cost: string | null
  grant: string | null
  costModel: string | null
  starts: string | null
  ends: string | null
  grounds: string
  conditions: string
  /** How the assessment came out, and its points with two digits. */
  assessment: { outcome: string; points: string | null }
  /** Hash of the proposal, and of the city's selection that a legal decision rests on. */
  proposal: string
  selection: string | null
  language: string
  signed: { person: string; name: string; office: string; at: string; meeting: string | null }
}

/** A stored signature beside the columns that repeat what it says. */
export type StoredPart = {
  content: Signed
  hash: string
  part: string
  round: number
  outcome: string
  grounds: string
  conditions: string
  grant: string | null
  cost: string | null
  person: string
  at: Date
}

export type Verdict = { holds: boolean; hash: string; differs: readonly string[] }

/** Counts the hash of a stored part again, and compares what its columns say with what was signed. */
export function verdictOn(stored: StoredPart): Verdict {
  const { content } = stored
  const hash = hashOfContent(content)
  const said: Record<string, readonly [unknown, unknown]> = {
    part: [stored.part, content.part],
    round: [stored.round, content.round],
    outcome: [stored.outcome, content.outcome],
    grounds: [stored.grounds, content.grounds],
    conditions: [stored.conditions, content.conditions],
    grant: [stored.grant, content.grant],
    cost: [stored.cost, content.cost],
    person: [stored.person, content.signed.person],
    at: [stored.at.toISOString(), content.signed.at],
  }
  const differs = Object.entries(said).flatMap(([name, [a, b]]) => (a === b ? [] : [name]))
  return { holds: hash === stored.hash && differs.length === 0, hash, differs }
}
