import type { Act } from '../../engine/conflict/index.ts'
import type { Asking } from '../../kernel/rule.ts'
import { standingsOf } from '../conflicts/index.ts'
import type { StandingIs } from './guards.ts'

/** Where who asks stands towards an application; the product itself decides nothing, so it is nowhere free. */
export async function ownStanding(
  { db, actor, now }: Asking,
  application: string,
  act: Act,
): Promise<StandingIs> {
  if (actor.kind !== 'person') return 'barred'
  return (await standingsOf(db, [actor.id], [application], now)).of(actor.id, application, act).is
}

/**
 * Which of these applications are closed to who asks: by a conflict, or until they have declared. Not those that they
 * prepared for the office, of which they only may not decide.
 */
export const closedTo = (asking: Asking, applications: readonly string[]): Promise<ReadonlySet<string>> =>
  standingIn(asking, applications, (is) => is !== 'free')

/** The same of a meeting, where one declares: its agenda is closed by a conflict alone. */
export const keptOutOf = (asking: Asking, applications: readonly string[]): Promise<ReadonlySet<string>> =>
  standingIn(asking, applications, (is) => is === 'barred')

async function standingIn(
  { db, actor, now }: Asking,
  applications: readonly string[],
  counts: (is: StandingIs) => boolean,
): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'person') return new Set()
  const standings = await standingsOf(db, [actor.id], applications, now)
  return new Set(applications.filter((id) => counts(standings.of(actor.id, id, 'propose').is)))
}
