import type { Answer, Declaration } from './register.ts'
import type { Act } from './rules.ts'
import { answerTo, type Said, saidOf } from './statements.ts'
import type { Tie } from './tie.ts'

/** What was found: no tie, only asked ones that are denied, one still open, one admitted, one that bars. */
export const findings = ['nothing', 'denied', 'open', 'admitted', 'bars'] as const
export type Found = (typeof findings)[number]

export const standings = ['free', 'must-declare', 'must-answer', 'barred'] as const
/** May the person take part? Only `free` may; `barred` is to be recused, the others have something to say first. */
export type StandingIs = (typeof standings)[number]

/** Every cell. A declaration can only add: what bars, bars whatever is said. */
export const standingTable: Record<Found, Record<Said, StandingIs>> = {
  nothing: { nothing: 'must-declare', none: 'free', conflict: 'barred' },
  denied: { nothing: 'must-declare', none: 'free', conflict: 'barred' },
  open: { nothing: 'must-answer', none: 'must-answer', conflict: 'barred' },
  admitted: { nothing: 'barred', none: 'barred', conflict: 'barred' },
  bars: { nothing: 'barred', none: 'barred', conflict: 'barred' },
}

/** `because`: the ties that bar, or those to answer; none for the other two. */
export type Standing = { is: StandingIs; because: readonly Tie[] }

/** The person's standing for an act, from all their ties to the application and all that was said. */
export function standingFrom(
  ties: readonly Tie[],
  act: Act,
  declarations: readonly Declaration[],
  answers: readonly Answer[],
  settledAt: string | null,
): Standing {
  const of: Record<Exclude<Found, 'nothing'>, Tie[]> = { denied: [], open: [], admitted: [], bars: [] }
  for (const tie of ties) {
    if (!tie.acts.includes(act)) continue
    of[tie.weight === 'bars' ? 'bars' : answerTo(tie, answers, declarations)].push(tie)
  }
  const found: Found =
    of.bars.length > 0
      ? 'bars'
      : of.admitted.length > 0
        ? 'admitted'
        : of.open.length > 0
          ? 'open'
          : of.denied.length > 0
            ? 'denied'
            : 'nothing'
  const is = standingTable[found][saidOf(declarations, settledAt)]
  const because = is === 'barred' ? [...of.bars, ...of.admitted] : is === 'must-answer' ? of.open : []
  return { is, because }
}
