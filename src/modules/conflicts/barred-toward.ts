import type { Act } from '../../engine/conflict/index.ts'
import type { Asking } from '../../kernel/rule.ts'
import { isAmong } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import { by } from '../people/index.ts'
import { dutiesIn } from './queries.ts'
import { standingsToward } from './standings.ts'

/** Those who see every tie in a call. */
export const handlers = by('coordinator', 'preparer', 'council-officer', 'city-decider')

/** How many of those who would act so are conflicted toward an organisation. */
type BarredToward = { act: Act; people: number }

/**
 * Who of those with a duty in the call could not act in an application that the organisation takes part in, counted by
 * act before there is any application. Told to those alone who see the ties of the call by their office
 * (`conflict.table`). Everybody else gets nothing, not even that somebody is conflicted: in a small organisation that
 * names the person, and who assesses is never told to those who apply. Nor are the duties of preparing and deciding
 * told apart from it: where somebody works is not public either.
 */
export async function barredToward(
  { db, actor, now }: Pick<Asking, 'db' | 'actor' | 'now'>,
  call: { id: string; ecosystem: string },
  organisations: readonly string[],
): Promise<ReadonlyMap<string, readonly BarredToward[]>> {
  if (organisations.length === 0 || !isAmong(handlers.who, actor, call.ecosystem)) return new Map()
  const duties = await dutiesIn(db, call.id, dayIn(now))
  const matters = organisations.map((id) => ({ matter: id, parties: [id] }))
  const standings = await standingsToward(db, [...new Set(duties.map((d) => d.person))], matters, now)
  return new Map(
    organisations.map((id) => {
      const barred = duties.filter(({ person, act }) => standings.of(person, id, act).is === 'barred')
      const acts = [...new Set(barred.map(({ act }) => act))]
      return [id, acts.map((act) => ({ act, people: barred.filter((d) => d.act === act).length }))]
    }),
  )
}
