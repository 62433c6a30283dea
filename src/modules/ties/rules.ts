/** Kinds of ties that the product itself knows. `own` is one of an ecosystem's own kinds. */
export const tieKinds = [
  'project',
  'agreement',
  'works-with',
  'supplies',
  'member-of',
  'part-of',
  'owns',
  'mentors',
  'own',
] as const
export type TieKind = (typeof tieKinds)[number]

/** Kinds that people state. Those from projects come by themselves; what belongs to what comes from registers. */
export const statedKinds = [
  'works-with',
  'supplies',
  'member-of',
  'owns',
  'mentors',
  'agreement',
  'own',
] as const
export type StatedKind = (typeof statedKinds)[number]

/** Kinds that lead from one side to the other; of the rest the two sides are equal. */
export const isDirected = (kind: TieKind): boolean =>
  kind === 'supplies' || kind === 'member-of' || kind === 'part-of' || kind === 'owns' || kind === 'mentors'

/** How close a stated tie is: occasional, regular, close. */
export const strengths = [1, 2, 3] as const
export type Strength = (typeof strengths)[number]

/**
 * The weight of a stated tie beside those of projects, where a project of two gives 1 (and one of n 1/(n - 1) to each
 * pair). What the other side has not confirmed weighs half, what it has denied nothing.
 */
export function weightOf(strength: number, answer: 'confirmed' | 'denied' | null): number {
  if (answer === 'denied') return 0
  const whole = strength / 2
  return answer === 'confirmed' ? whole : whole / 2
}
