import type { ConsortiumAnswer } from './consortium.ts'
import { differenceBetween } from './difference.ts'
import { type Evidence, meets } from './evidence.ts'
import type { Fault } from './fault.ts'
import type { Filled } from './fit.ts'
import type { Column, Matrix, Row } from './matrix.ts'
import type { NextPartners, Reason } from './next.ts'
import type { Choices, Obstacle } from './obstacles.ts'
import type { Statement } from './statements.ts'
import { placeOf } from './tally.ts'
import type { CoverWords, DemandFacts } from './words.ts'

const nameOf = ({ call }: Evidence, d: number): string => call.demands[d]!.name
const partner = ({ candidates }: Evidence, c: number): string => candidates[c]!.name

const factsOf = ({ call }: Evidence, d: number, have: number): DemandFacts => {
  const { name, counted, need } = call.demands[d]!
  return { name, counted, need, have }
}

export const sayRow = (words: CoverWords, evidence: Evidence, { demand, state, met }: Row): string => {
  const said = words.states[state]
  return typeof said === 'string' ? said : said(factsOf(evidence, demand, met))
}

/** The state of all demands in a few sentences. */
export function saySummary(words: CoverWords, { call }: Evidence, { rows }: Matrix): string {
  const unmet = rows.filter(({ state }) => state === 'partly' || state === 'missing')
  const stated = rows.filter(({ state }) => state === 'stated').length
  const must = unmet.filter(({ demand }) => call.demands[demand]!.must).length
  return words.summary(rows.length - unmet.length, rows.length, stated, unmet.length, must)
}

export const sayColumn = (words: CoverWords, evidence: Evidence, column: Column): string =>
  words.carries(
    partner(evidence, column.candidate),
    column.alone.map((d) => nameOf(evidence, d)),
    column.stops,
  )

export const sayReason = (words: CoverWords, evidence: Evidence, { kind, count, demand }: Reason): string =>
  words.reasons[kind](count, demand === undefined ? '' : nameOf(evidence, demand))

export function sayObstacle(words: CoverWords, { call }: Evidence, obstacle: Obstacle): string {
  const why =
    'reason' in obstacle
      ? obstacle.reason
      : 'exclusion' in obstacle
        ? call.exclusions[obstacle.exclusion]!.reason
        : ''
  return words.obstacles[obstacle.kind](why)
}

/** Demands that nobody who can be asked brings nearer, each with what to do. */
export const sayNobody = (
  words: CoverWords,
  evidence: Evidence,
  { rows }: Matrix,
  { nobody, among }: NextPartners,
): string[] => nobody.map((d) => words.nobody(factsOf(evidence, d, rows[d]!.met), among))

/** Why not everything can be met: a sentence that leads in, and one for each part. */
export function sayContradiction(
  words: CoverWords,
  evidence: Evidence,
  { refused }: Choices,
  { statements, minimal }: NonNullable<ConsortiumAnswer['contradiction']>,
): { readonly leads: string; readonly parts: readonly string[] } {
  const say = (statement: Statement): string => {
    const { limits, exclusions } = evidence.call
    switch (statement.kind) {
      case 'demand':
        return words.statements.demand(
          factsOf(evidence, statement.demand, availableFor(evidence, statement.demand)),
        )
      case 'least':
      case 'most':
        return words.statements.counts(statement.kind, limits[statement.kind])
      case 'per-partner':
        return words.statements.limits(statement.kind, limits.perPartner!)
      case 'altogether':
        return words.statements.limits(statement.kind, limits.altogether!)
      case 'exclusion': {
        const { reason, codes, most } = exclusions[statement.exclusion]!
        return words.statements.exclusion(reason || codes.join(', '), most)
      }
      default: {
        const { candidate, kind } = statement
        return words.statements.choices(kind, partner(evidence, candidate), refused.get(candidate) ?? '')
      }
    }
  }
  return { leads: words.contradiction(statements.length, minimal), parts: statements.map(say) }
}

/** How many of what a demand counts there are among all who have not said no. */
function availableFor(evidence: Evidence, d: number): number {
  const { candidates, bits } = evidence
  const n = candidates.length
  const met = [...candidates.keys()].filter(
    (c) => bits[d * n + c]! & meets && candidates[c]!.readiness?.answer !== 'no',
  )
  if (evidence.call.demands[d]!.counted === 'partners') return met.length
  return new Set(met.map((c) => placeOf(evidence, d, c)).filter((place) => place !== -1)).size
}

/** What is given up, and what is won, by taking the second consortium in place of the first. */
export function sayAlternative(
  words: CoverWords,
  evidence: Evidence,
  first: readonly number[],
  second: readonly number[],
): string[] {
  const difference = differenceBetween(evidence, first, second)
  const names = (some: readonly number[]) => some.map((c) => partner(evidence, c))
  const changes = (['lost', 'weaker', 'gained', 'stronger'] as const).flatMap((kind) =>
    difference[kind].length === 0 ? [] : words.best[kind](difference[kind].map((d) => nameOf(evidence, d))),
  )
  return [
    words.best.exchange(names(difference.out), names(difference.in)),
    ...(changes.length === 0 ? [words.best.same] : changes),
  ]
}

export const sayFit = (words: CoverWords, { how }: Filled, demand: string): string => words.fit[how](demand)

export const sayFault = (words: CoverWords, { code, path, values }: Fault): string =>
  words.faults[code](path, values)
