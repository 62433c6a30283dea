import type { Exclusion } from './demand.ts'
import type { Evidence } from './evidence.ts'

/** What people decided of a candidate: it is in, whatever else; or it is out, with their reason. */
export type Choices = {
  readonly pinned: readonly number[]
  readonly refused: ReadonlyMap<number, string>
}

export const noChoices: Choices = { pinned: [], refused: new Map() }

/** Why somebody cannot be asked. */
export type Obstacle =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'said-no' }
  /** The call leaves it out, or as many of its kind are in as may be. */
  | { readonly kind: 'excluded' | 'enough-of-them'; readonly exclusion: number }
  | { readonly kind: 'share-over-limit' | 'money-over-limit' }

/** Whether an exclusion speaks of a candidate. */
export function isNamed({ by, codes }: Exclusion, { candidates }: Evidence, c: number): boolean {
  const { id, kind, country, region } = candidates[c]!
  const code = { organisation: id, 'organisation-kind': kind, country, region }[by]
  return code !== undefined && codes.includes(code)
}

/** Whether a candidate can be in any consortium at all; pinning is above people's own refusals and not above the call. */
export function obstacleOf(evidence: Evidence, c: number, { refused }: Choices): Obstacle | undefined {
  const { exclusions, limits } = evidence.call
  const { share, readiness } = evidence.candidates[c]!
  const reason = refused.get(c)
  if (reason !== undefined) return { kind: 'refused', reason }
  if (readiness?.answer === 'no') return { kind: 'said-no' }
  const exclusion = exclusions.findIndex((one) => one.most === 0 && isNamed(one, evidence, c))
  if (exclusion >= 0) return { kind: 'excluded', exclusion }
  if (limits.perPartner !== undefined && (share ?? 0n) > limits.perPartner)
    return { kind: 'share-over-limit' }
  return undefined
}

/** The same beside those who are in: what they ask for and how many of a kind they are, once for all who are asked. */
export function obstaclesBeside(evidence: Evidence, members: readonly number[], choices: Choices) {
  const { exclusions, limits } = evidence.call
  const full = [...exclusions.entries()].filter(
    ([, one]) => one.most > 0 && members.filter((c) => isNamed(one, evidence, c)).length >= one.most,
  )
  const asked = members.reduce((sum, c) => sum + (evidence.candidates[c]!.share ?? 0n), 0n)
  return (c: number): Obstacle | undefined => {
    const obstacle = obstacleOf(evidence, c, choices)
    if (obstacle) return obstacle
    const exclusion = full.find(([, one]) => isNamed(one, evidence, c))
    if (exclusion) return { kind: 'enough-of-them', exclusion: exclusion[0] }
    if (limits.altogether !== undefined && asked + (evidence.candidates[c]!.share ?? 0n) > limits.altogether)
      return { kind: 'money-over-limit' }
    return undefined
  }
}
