import { bounds } from './demand.ts'
import type { Evidence } from './evidence.ts'
import type { Ties } from './nearness.ts'
import { type Choices, isNamed, noChoices, obstacleOf } from './obstacles.ts'
import { type Aim, compareValues, type Points, pointsOf, worthOf } from './value.ts'
import { defaultWeights, type Weights } from './weights.ts'

export type ConsortiumQuestion = {
  readonly evidence: Evidence
  readonly ties: Ties
  readonly choices?: Choices
  readonly weights?: Weights
  readonly aim?: Aim
}

/** A question with everything that it may leave out, and with its points. */
export type Asked = Required<ConsortiumQuestion> & { readonly points: Points }

export const askedOf = (question: ConsortiumQuestion): Asked => {
  const weights = question.weights ?? defaultWeights
  return {
    choices: noChoices,
    aim: 'fewest',
    ...question,
    weights,
    points: pointsOf(question.evidence, question.ties, weights),
  }
}

/** Rounds of exchanges; each betters the value, so that there are few. */
const mostRounds = 20

/**
 * A good consortium at once: whoever is pinned, then always the one who adds most (for covering alone within ln n of
 * the fewest: Chvátal, Mathematics of Operations Research 4 (1979)), then without those who are not needed, and
 * exchanged one for one while that betters it. It keeps the call's limits; it may lack demands, and not be the best.
 */
export function quickConsortium(question: ConsortiumQuestion): number[] {
  const asked = askedOf(question)
  const { evidence, choices } = asked
  const open = [...evidence.candidates.keys()].filter(
    (c) => !choices.pinned.includes(c) && !obstacleOf(evidence, c, choices),
  )
  let members = [...choices.pinned]
  while (true) {
    const next = bestOf(asked, members, addedTo(asked, members, open))
    if (!next && members.length >= evidence.call.limits.least) break
    const more = next ?? bestOf(asked, undefined, addedTo(asked, members, open))
    if (!more) break
    members = more
  }
  return bettered(asked, members)
}

/** The same consortium, or a better one with other members in its place, within the limits. */
export function bettered(asked: Asked, from: readonly number[]): number[] {
  const { evidence, choices } = asked
  const open = [...evidence.candidates.keys()].filter((c) => !obstacleOf(evidence, c, choices))
  let members = [...from]
  for (let round = 0; round < mostRounds; round++) {
    const better =
      bestOf(asked, members, without(asked, members)) ??
      bestOf(asked, members, exchanged(asked, members, open))
    if (!better) break
    members = better
  }
  return members.sort((a, b) => a - b)
}

/** The best of some consortia, if it is better than what there is. */
function bestOf(
  { evidence, points, aim, weights }: Asked,
  members: readonly number[] | undefined,
  others: Iterable<number[]>,
): number[] | undefined {
  let best: number[] | undefined
  let value = members && worthOf(evidence, points, members)
  for (const other of others) {
    const its = worthOf(evidence, points, other)
    if (value && compareValues(its, value, aim, weights) >= 0) continue
    best = other
    value = its
  }
  return best
}

function* addedTo(asked: Asked, members: readonly number[], open: readonly number[]): Generator<number[]> {
  const fits = roomBeside(asked.evidence, members)
  for (const c of open) if (!members.includes(c) && fits(c)) yield [...members, c]
}

function* without({ evidence, choices }: Asked, members: readonly number[]): Generator<number[]> {
  if (members.length <= evidence.call.limits.least) return
  for (const c of members) if (!choices.pinned.includes(c)) yield members.filter((other) => other !== c)
}

function* exchanged(asked: Asked, members: readonly number[], open: readonly number[]): Generator<number[]> {
  for (const rest of without({ ...asked, evidence: withoutLeast(asked.evidence) }, members))
    for (const other of addedTo(asked, rest, open)) if (!sameAs(other, members)) yield other
}

const withoutLeast = (evidence: Evidence): Evidence => ({
  ...evidence,
  call: { ...evidence.call, limits: { ...evidence.call.limits, least: 0, most: bounds.partners } },
})

const sameAs = (a: readonly number[], b: readonly number[]): boolean => a.every((c) => b.includes(c))

/** Whether one more has room within the limits beside those who are in. */
function roomBeside({ call, candidates, ...rest }: Evidence, members: readonly number[]) {
  const evidence = { call, candidates, ...rest }
  const { limits, exclusions } = call
  const asked = members.reduce((sum, c) => sum + (candidates[c]!.share ?? 0n), 0n)
  const full = exclusions.filter((one) => members.filter((c) => isNamed(one, evidence, c)).length >= one.most)
  return (c: number): boolean =>
    members.length < limits.most &&
    (limits.altogether === undefined || asked + (candidates[c]!.share ?? 0n) <= limits.altogether) &&
    !full.some((one) => isNamed(one, evidence, c))
}
