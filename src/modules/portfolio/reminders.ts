import type { CalendarDay, DaySource } from '../../kernel/calendar-day.ts'
import { isAmong } from '../../kernel/rule.ts'
import { canSee } from '../../kernel/share.ts'
import { inEach } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { type EndingPromise, promisesEnding } from './commitment-queries.ts'
import { promiseText } from './promise-text.ts'
import { judges } from './rights.ts'
import { checkDue, checkMonths, monthsAfter } from './rules.ts'

/** A project's end is looked for so far back: the last check is two years after it. */
const yearsBack = 4

const back = (day: string, years: number) => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`

/** Promises whose check is due, portfolio by portfolio, for those who judge there. */
export const checksWaiting: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person' || !isAmong(judges.who, actor)) return []
    const today = dayIn(now)
    const due = new Map<string, EndingPromise[]>()
    for (const promise of await promisesEnding(db, back(today, yearsBack), today)) {
      if (!isAmong(judges.who, actor, promise.ecosystem)) continue
      if (!checkDue(promise.ends, promise.checks, today)) continue
      due.set(promise.portfolio, [...(due.get(promise.portfolio) ?? []), promise])
    }
    return [...due].map(([portfolio, waiting]): Turn => {
      const [only] = waiting
      const months = checkDue(only!.ends, only!.checks, today)!.months
      return {
        what: inEach((l) =>
          waiting.length === 1
            ? promiseText[l].commitments.remind(months, only!.title)
            : promiseText[l].commitments.remindMany(waiting.length),
        ),
        path: `/portfolios/${portfolio}/commitments`,
      }
    })
  },
}

/** The days on which promises are checked: 6, 12 and 24 months after a project's end. */
export const checkDays: DaySource = async ({ db, actor }, { from, to, ecosystem }) => {
  const found = await promisesEnding(db, back(from, yearsBack), to)
  return found.flatMap((k): CalendarDay[] => {
    if (ecosystem !== undefined && k.ecosystem !== ecosystem) return []
    if (!canSee(actor, { share: k.share, ecosystem: k.ecosystem })) return []
    return checkMonths.flatMap((months) => {
      const on = monthsAfter(k.ends!, months)
      if (on < from || on > to || k.checks.some((c) => c.months === months)) return []
      return {
        id: `${k.id}-${months}`,
        kind: 'deadline',
        title: inEach((l) => promiseText[l].commitments.remind(months, k.title)),
        body: { fi: k.what },
        on,
        at: null,
        path: `/portfolios/${k.portfolio}/commitments/${k.id}`,
        ecosystem: { id: k.ecosystem, key: k.ecosystemKey, name: k.ecosystemName },
        share: k.share,
        createdAt: k.at,
        editedAt: null,
      }
    })
  })
}
