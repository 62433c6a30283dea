import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import type { CalendarDay, DaySource } from '../../kernel/calendar-day.ts'
import { job } from '../../kernel/job.ts'
import { isAmong, systemOnly } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
import type { EndingPromise } from './commitment-queries.ts'
import { promiseText } from './promise-text.ts'
import { projectRecord, promisesSeen, shareOfPortfolio } from './promises.ts'
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
    const waits = (p: EndingPromise) =>
      isAmong(judges.who, actor, p.ecosystem) && checkDue(p.ends, p.checks, today) !== undefined
    for (const promise of await promisesSeen({ db, actor }, back(today, yearsBack), today, waits))
      due.set(promise.portfolio, [...(due.get(promise.portfolio) ?? []), promise])
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

/**
 * Tells those who judge in an ecosystem, and see both the portfolio and the project, of promises whose check has come
 * due, each check once. It rings in the bell and is in the day's digest, as each has chosen.
 */
export const remindOfChecks = command({
  name: 'portfolio.remind-of-checks',
  summary: {
    fi: 'Muistuta lupauksista, jotka on tarkistettava 6, 12 tai 24 kuukautta hankkeen jälkeen',
    sv: 'Påminn om löften som ska kontrolleras 6, 12 eller 24 månader efter projektet',
    en: 'Remind of promises to be checked 6, 12 or 24 months after a project',
  },
  input: z.object({}),
  output: z.object({ due: z.number() }),
  allow: systemOnly,
  unaudited: 'Tells of days that were set with the end of a project.',
  run: async (ctx) => {
    const today = dayIn(ctx.now)
    const people = await readPeople(ctx.db, ctx.now)
    let due = 0
    const dueOf = (p: EndingPromise) => checkDue(p.ends, p.checks, today)
    const waits = (p: EndingPromise) => dueOf(p) !== undefined
    for (const promise of await promisesSeen(ctx, back(today, yearsBack), today, waits)) {
      const check = dueOf(promise)!
      due += 1
      await notify(ctx, {
        kind: 'commitment',
        subject: { kind: 'portfolio', id: promise.portfolio },
        about: `commitment ${promise.id} ${check.months}`,
        title: inEach((l) => promiseText[l].commitments.remind(check.months, promise.title)),
        path: `/portfolios/${promise.portfolio}/commitments/${promise.id}`,
        text: promise.what,
        ecosystem: promise.ecosystem,
        records: [shareOfPortfolio(promise), projectRecord(promise)],
        to: people.filter((p) => isAmong(judges.who, p.actor, promise.ecosystem)),
      })
    }
    return { due }
  },
})

/** Each morning before the digests. */
export const morningReminders = job({
  name: 'portfolio.remind-of-checks',
  summary: {
    fi: 'Muistutukset hankkeiden lupausten tarkistuksista',
    sv: 'Påminnelser om kontroll av projektens löften',
    en: 'Reminders to check what projects have promised',
  },
  input: z.object({}),
  schedule: '40 6 * * *',
  run: async (stage) => {
    await perform(remindOfChecks, stage, {})
  },
})

/** The days on which promises are checked: 6, 12 and 24 months after a project's end. */
export const checkDays: DaySource = async ({ db, actor }, { from, to, ecosystem }) => {
  const days = (k: EndingPromise) =>
    checkMonths.flatMap((months) => {
      const on = monthsAfter(k.ends!, months)
      return on < from || on > to || k.checks.some((c) => c.months === months) ? [] : [{ months, on }]
    })
  const has = (k: EndingPromise) =>
    (ecosystem === undefined || k.ecosystem === ecosystem) && days(k).length > 0
  const found = await promisesSeen({ db, actor }, back(from, yearsBack), to, has)
  return found.flatMap((k) =>
    days(k).map(
      ({ months, on }): CalendarDay => ({
        id: `${k.id}-${months}`,
        kind: 'deadline',
        title: inEach((l) => promiseText[l].commitments.remind(months, k.title)),
        body: { fi: k.what },
        on,
        at: null,
        path: `/portfolios/${k.portfolio}/commitments/${k.id}`,
        ecosystem: { id: k.ecosystem, key: k.ecosystemKey, name: k.ecosystemName },
        // What not everybody sees of the two is not for everybody's calendar.
        share: k.projectShare === 'public' ? k.share : k.projectShare,
        createdAt: k.at,
        editedAt: null,
      }),
    ),
  )
}
