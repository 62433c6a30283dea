import type { Answer, Declaration } from './register.ts'
import type { Tie } from './tie.ts'

/** What stands of all that was said: nothing, "none" (by the person, of the matter as it is), or a conflict. */
export type Said = 'nothing' | 'none' | 'conflict'

const latest = (all: readonly { at: string }[]): string =>
  all
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? ''

/** When the organ last said that a conflict is none. Nobody lifts their own: hallintolaki 29 §. */
const liftedAt = (declarations: readonly Declaration[]): string =>
  latest(declarations.filter((d) => d.says === 'lifted' && d.by !== d.person))

/** Declared conflicts that have not been lifted since. Saying "none" later does not take one back. */
export function conflictsSaid(declarations: readonly Declaration[]) {
  const lifted = liftedAt(declarations)
  return declarations.flatMap((d) => (d.says === 'conflict' && d.at >= lifted ? [d] : []))
}

/** `settledAt`: a "none" said before it was said of another matter. Instants are ISO, in UTC, so they sort as text. */
export function saidOf(declarations: readonly Declaration[], settledAt: string | null): Said {
  if (conflictsSaid(declarations).length > 0) return 'conflict'
  const conflict = latest(declarations.filter((d) => d.says === 'conflict'))
  const own = declarations.filter((d) => d.says === 'none' && d.by === d.person)
  return own.some((d) => d.at > conflict && d.at >= (settledAt ?? '')) ? 'none' : 'nothing'
}

/**
 * What the person has answered about an asked tie: that it is a conflict (stands until lifted), that it is none
 * (as long as every record of it was shown), or nothing yet.
 */
export function answerTo(
  tie: Tie,
  answers: readonly Answer[],
  declarations: readonly Declaration[],
): 'open' | 'denied' | 'admitted' {
  const own = answers.filter((a) => a.tie === tie.key)
  const lifted = liftedAt(declarations)
  const admitted = own.filter((a) => a.conflict)
  if (admitted.some((a) => a.at >= lifted)) return 'admitted'
  const since = latest(admitted)
  const denied = own.some((a) => {
    if (a.conflict || a.at <= since) return false
    const seen = new Set(a.seen)
    return tie.evidence.every((e) => seen.has(e.id))
  })
  return denied ? 'denied' : 'open'
}
