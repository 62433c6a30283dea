import type { ConsortiumQuestion } from '../../src/engine/network/cover/index.ts'
import { isNamed } from '../../src/engine/network/cover/obstacles.ts'
import { askedOf } from '../../src/engine/network/cover/quick.ts'
import type { Statement } from '../../src/engine/network/cover/statements.ts'
import { compareValues, pointsOf, type Value, worthOf } from '../../src/engine/network/cover/value.ts'

/** Whether these members keep a statement: said anew, member by member, as the rules read. */
export function keeps(
  { evidence }: ConsortiumQuestion,
  statement: Statement,
  members: readonly number[],
): boolean {
  const { call, candidates } = evidence
  const shares = members.map((c) => candidates[c]!.share ?? 0n)
  switch (statement.kind) {
    case 'demand': {
      const { need, counted } = call.demands[statement.demand]!
      const met = members.filter((c) => (evidence.bits[statement.demand * candidates.length + c]! & 4) !== 0)
      const places = met.flatMap((c) => {
        const { region, country } = candidates[c]!
        return (counted === 'regions' ? region : country) ?? []
      })
      return (counted === 'partners' ? met.length : new Set(places).size) >= need
    }
    case 'exclusion': {
      const exclusion = call.exclusions[statement.exclusion]!
      return members.filter((c) => isNamed(exclusion, evidence, c)).length <= exclusion.most
    }
    case 'least':
      return members.length >= call.limits.least
    case 'most':
      return members.length <= call.limits.most
    case 'per-partner':
      return shares.every((share) => share <= call.limits.perPartner!)
    case 'altogether':
      return shares.reduce((sum, share) => sum + share, 0n) <= call.limits.altogether!
    case 'pinned':
      return members.includes(statement.candidate)
    case 'refused':
      return !members.includes(statement.candidate)
  }
}

/** All sets of members that keep the statements: everybody but those who said no. */
export function* consortia(
  question: ConsortiumQuestion,
  statements: readonly Statement[],
): Generator<number[]> {
  const { candidates } = question.evidence
  for (let set = 0; set < 2 ** candidates.length; set++) {
    const members = [...candidates.keys()].filter((c) => (set >> c) & 1)
    if (members.some((c) => candidates[c]!.readiness?.answer === 'no')) continue
    if (statements.every((statement) => keeps(question, statement, members))) yield members
  }
}

/** The values of all of them, the best first. */
export function valuesOf(question: ConsortiumQuestion, all: Iterable<number[]>): Value[] {
  const { evidence, ties, aim, weights } = askedOf(question)
  const points = pointsOf(evidence, ties, weights)
  return [...all]
    .map((members) => worthOf(evidence, points, members))
    .sort((a, b) => compareValues(a, b, aim, weights))
}
