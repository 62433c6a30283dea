import type { Read } from '../../kernel/db.ts'
import { inEach, pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { writtenOf } from './answers.ts'
import { type Application, applicationPath } from './application.ts'
import { titleIn } from './partners.ts'
import { applicationsOf } from './queries.ts'
import { type Opened, openedOf } from './standing.ts'
import { text } from './text.ts'

const soonMs = 3 * 24 * 60 * 60 * 1000
const mostLeft = 5

const isNear = ({ why, until }: Opened, now: Date): boolean =>
  why === 'begun' && until !== null && until.getTime() - now.getTime() < soonMs

/** What it is called in what has been written of it by now. */
const titleNow = async (db: Read, a: Application): Promise<string> =>
  titleIn((await writtenOf(db, a)).answers) || a.title

/** A draft whose deadline is near, and what the office has asked to be completed. */
export const applicationTurns: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const waiting = (await applicationsOf(db, actor.id)).filter((a) => {
      const opened = openedOf(a, now)
      return isNear(opened, now) || opened.why === 'completion'
    })
    return Promise.all(
      waiting.map(async (a) => {
        const { why, until } = openedOf(a, now)
        const kind = why === 'completion' ? 'completion' : 'deadline'
        const title = await titleNow(db, a)
        return {
          what: inEach((l) => text[l].turns[kind](title)),
          why: inEach((l) => text[l].turns[kind === 'completion' ? 'completionWhy' : 'deadlineWhy']),
          path: applicationPath(a),
          ...(until && { due: dayIn(until) }),
        }
      }),
    )
  },
}

/** Applications that the person is writing, as one thing each: their sections are not counted one by one. */
export const applicationsLeft: TurnSource = {
  place: 'left',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const writes = (a: Application) => a.rights.some((r) => r.person === actor.id && r.level !== 'view')
    const begun = (await applicationsOf(db, actor.id)).filter((a) => {
      const opened = openedOf(a, now)
      return opened.why === 'begun' && !isNear(opened, now) && writes(a)
    })
    return Promise.all(
      begun.slice(0, mostLeft).map(async (a) => {
        const { until } = openedOf(a, now)
        const title = await titleNow(db, a)
        return {
          what: inEach((l) => text[l].turns.left(title)),
          why: inEach((l) => pick(a.call.title, l)?.text ?? a.call.code),
          path: applicationPath(a),
          since: a.createdAt,
          ...(until && { due: dayIn(until) }),
        }
      }),
    )
  },
}
