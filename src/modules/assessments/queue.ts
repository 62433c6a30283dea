import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import { holds } from '../people/index.ts'
import { judgedOfAssessor, judgedUnderWay } from './judged-queries.ts'
import { type Seen, seenBy } from './looking.ts'
import { isTurn, officeTodoOf, type Todo, todoOf } from './todo.ts'

/** One assessment in somebody's queue: what it asks of them, and since when. */
export type Queued = Seen & { todo: Todo; asks: boolean; since: Date }

const checkers = ['preparer', 'council-officer'] as const
const assigners = ['coordinator', 'preparer'] as const

/** Earliest due first, what has no day last; then what has waited longest. */
const inOrder = (a: Queued, b: Queued): number =>
  (a.mine?.dueOn ?? '9').localeCompare(b.mine?.dueOn ?? '9') ||
  a.since.getTime() - b.since.getTime() ||
  a.call.code.localeCompare(b.call.code) ||
  a.number - b.number

/** Everything that a person assesses, and what waits for their office to check or to assign, over all calls. */
export async function queueOf(ctx: Context): Promise<Queued[]> {
  const { db, actor } = ctx
  if (actor.kind !== 'person') return []
  const own = await judgedOfAssessor(db, actor.id)
  const places = holds(actor, [...checkers, ...assigners]) ? await judgedUnderWay(db) : []
  const held = new Set(own.map((j) => j.application))
  const others = places.filter(
    (j) => !held.has(j.application) && holds(actor, [...checkers, ...assigners], j.ecosystem),
  )
  const seen = await seenBy(ctx, [...own, ...others])
  return seen.flatMap((s) => queued(actor, s)).toSorted(inOrder)
}

function queued(actor: Actor, seen: Seen): Queued[] {
  const mine = seen.mine ? todoOf(seen) : undefined
  const office = officeTodoOf(seen, {
    checks: holds(actor, checkers, seen.ecosystem),
    assigns: holds(actor, assigners, seen.ecosystem),
  })
  const todo = mine && (isTurn(mine) || !office) ? mine : office
  if (!todo) return []
  const asks = isTurn(todo) && seen.applicationState !== 'withdrawn'
  const since = seen.mine && (todo === 'declare' || todo === 'score') ? seen.mine.assignedAt : seen.movedAt
  return [{ ...seen, todo, asks, since }]
}
