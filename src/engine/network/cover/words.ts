import type { Cents } from '../../budget/index.ts'
import type { FactKind } from './candidate.ts'
import type { Asks, Counted, Enough, PartRole } from './demand.ts'
import type { FaultCode } from './fault.ts'
import type { Obstacle } from './obstacles.ts'
import type { ReasonKind } from './reasons.ts'
import type { Statement } from './statements.ts'

/** How many of what: "3 maata", "1 maakunta". */
type Count = (n: number, counted: Counted) => string

/** What a sentence about a demand needs: its name, what it counts, and how many there are of how many that are needed. */
export type DemandFacts = {
  readonly name: string
  readonly counted: Counted
  readonly need: number
  readonly have: number
}

/** Everything that is said of consortia in one language: names of codes, and plain sentences with their values. */
export type CoverWords = {
  money: (cents: Cents) => string
  count: Count
  asks: Record<Asks['kind'], string>
  roles: Record<PartRole, string>
  enough: Record<Enough, string>
  facts: Record<FactKind, string>
  /** The state of a row of the matrix, and what a cell says to one who does not see its mark. */
  states: {
    met: (facts: DemandFacts) => string
    stated: string
    partly: (facts: DemandFacts) => string
    missing: string
  }
  cells: Record<'shown' | 'stated' | 'no', string>
  /** How many demands are met, by statements alone, missing; and how many of the missing are obligatory. */
  summary: (met: number, all: number, stated: number, missing: number, must: number) => string
  /** What falls if one partner leaves. */
  carries: (partner: string, demands: readonly string[], stops: boolean) => string
  /** One reason for asking somebody; of a demand, its name stands for it. */
  reasons: Record<ReasonKind, (count: number, demand: string) => string>
  obstacles: Record<Obstacle['kind'], (why: string) => string>
  full: (most: number) => string
  nobody: (facts: DemandFacts, among: number) => string
  /** What contradicts: one sentence for each statement, after one that leads them in. */
  contradiction: (statements: number, minimal: boolean) => string
  statements: {
    demand: (facts: DemandFacts) => string
    counts: (kind: 'least' | 'most', n: number) => string
    limits: (kind: 'per-partner' | 'altogether', cents: Cents) => string
    exclusion: (who: string, most: number) => string
    choices: (kind: Extract<Statement, { candidate: number }>['kind'], name: string, reason: string) => string
  }
  best: {
    proved: string
    /** What there is, and what there cannot be better than. */
    gap: (of: 'short' | 'partners' | 'quality', have: number, bound: number) => string
    exchange: (out: readonly string[], into: readonly string[]) => string
    lost: (demands: readonly string[]) => string
    weaker: (demands: readonly string[]) => string
    gained: (demands: readonly string[]) => string
    stronger: (demands: readonly string[]) => string
    same: string
  }
  fit: { fills: (demand: string) => string; proves: (demand: string) => string }
  faults: Record<FaultCode, (where: string, values: Readonly<Record<string, string | number>>) => string>
}
