import type { Point, StandingIs } from '../../engine/conflict/index.ts'
import type { Asking } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import { dutiesIn, matterOf, recusalsOf } from './queries.ts'
import { standingsOf } from './standings.ts'

/** What stands before an application for somebody who is there by office, and who handles it where they cannot. */
export type Gate = {
  is: StandingIs
  /** Points of hallintolaki 28 § 1 mom. by which they are conflicted. */
  points: readonly Point[]
  /** Who steps in for them, once somebody has been named. */
  deputy: string | null
  /** Who prepares the call's matters and is not conflicted in this one. */
  others: readonly string[]
}

export async function gateOf({ actor, db, now }: Asking, application: string): Promise<Gate> {
  const matter = await matterOf(db, application)
  if (actor.kind !== 'person' || !matter) return { is: 'barred', points: [], deputy: null, others: [] }
  const preparers = (await dutiesIn(db, matter.call, dayIn(now))).filter((d) => d.act === 'propose')
  const people = [...new Set([actor.id, ...preparers.map((d) => d.person)])]
  const standings = await standingsOf(db, people, [application], now)
  const { is, because } = standings.of(actor.id, application, 'propose')
  if (is !== 'barred') return { is, points: [], deputy: null, others: [] }
  const recusals = await recusalsOf(db, [application])
  const able = preparers.filter(({ person }) => standings.of(person, application, 'propose').is !== 'barred')
  return {
    is,
    points: [...new Set(because.map((tie) => tie.point))].sort((a, b) => a - b),
    deputy: recusals.find((r) => r.person === actor.id)?.deputyName ?? null,
    others: able.map((d) => d.name),
  }
}
