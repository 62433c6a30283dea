import { lacksAssessors } from './list-rules.ts'
import type { Seen } from './looking.ts'

export type Todo =
  | 'declare'
  | 'answer'
  | 'score'
  | 'changed'
  | 'wait'
  | 'agree'
  | 'checks'
  | 'check'
  | 'assign'
  | 'done'
  | 'barred'

/** What one assessment asks of its assessor now. */
export function todoOf({
  own,
  state,
  mine,
  version,
}: Pick<Seen, 'own' | 'state' | 'mine' | 'version'>): Todo {
  if (own === 'barred' || mine?.state === 'recused') return 'barred'
  if (state === 'settled' || state === 'failed') return 'done'
  if (own === 'must-declare') return 'declare'
  if (own === 'must-answer') return 'answer'
  if (state === 'discussing') return 'agree'
  // What was scored has been completed since: the scores may be changed before they are open.
  if (mine?.state === 'given')
    return state === 'scoring' && (mine.version ?? version) < version ? 'changed' : 'wait'
  return state === 'scoring' ? 'score' : 'checks'
}

/** What it asks of those whose office checks the general criteria or assigns assessors; undefined where nothing. */
export function officeTodoOf(
  seen: Pick<Seen, 'own' | 'state' | 'holders' | 'call' | 'applicationState'>,
  { checks, assigns }: { checks: boolean; assigns: boolean },
): Todo | undefined {
  const { own, state } = seen
  if (own === 'barred' || seen.applicationState === 'withdrawn') return undefined
  if (checks && (state === 'waiting' || state === 'checking'))
    return own === 'must-declare' ? 'declare' : own === 'must-answer' ? 'answer' : 'check'
  return assigns && state === 'scoring' && lacksAssessors(seen) ? 'assign' : undefined
}

const turns: ReadonlySet<Todo> = new Set([
  'declare',
  'answer',
  'score',
  'changed',
  'agree',
  'check',
  'assign',
])

/** Whether it waits for the reader rather than for others. */
export const isTurn = (todo: Todo): boolean => turns.has(todo)
