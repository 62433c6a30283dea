import type { Context } from '../../kernel/context.ts'
import { inEach } from '../../kernel/text.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { listText } from './list-text.ts'
import { assessmentPath } from './notices.ts'
import { type Queued, queueOf } from './queue.ts'
import { todoText } from './todo-text.ts'

const most = 5

/** The queue of `/assessments` on one's own page: an assessor's one by one, an office's counted by call. */
export const myTurns: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    const asking = (await queueOf({ db, actor, now } as Context)).filter((q) => q.asks)
    const mine = asking.filter((q) => q.mine)
    const more: Turn[] =
      mine.length > most
        ? [{ what: inEach((l) => listText[l].moreTurns(mine.length - most)), path: '/assessments' }]
        : []
    return [...mine.slice(0, most).map(turnOf), ...more, ...ofOffice(asking.filter((q) => !q.mine))]
  },
}

const turnOf = ({ todo, call, number, title, application, mine, since }: Queued): Turn => ({
  what: inEach((l) => `${todoText[l][todo]}: ${call.code}/${number} ${title}`),
  path: assessmentPath(application),
  since,
  ...(mine?.dueOn && { due: mine.dueOn }),
})

/** Declarations are asked for by the room of conflicts, of all calls at once. */
function ofOffice(asking: readonly Queued[]): Turn[] {
  const codes = [...new Set(asking.map((q) => q.call.code))].toSorted()
  return codes.slice(0, most).flatMap((code): Turn[] => {
    const count = (todo: Queued['todo']) =>
      asking.filter((q) => q.call.code === code && q.todo === todo).length
    const [unchecked, unassigned] = [count('check'), count('assign')]
    if (unchecked + unassigned === 0) return []
    return [
      { what: inEach((l) => listText[l].officeTurn(code, unchecked, unassigned)), path: '/assessments' },
    ]
  })
}
