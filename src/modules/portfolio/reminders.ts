import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import type { CalendarDay, DaySource } from '../../kernel/calendar-day.ts'
import { job } from '../../kernel/job.ts'
import { isAmong, systemOnly } from '../../kernel/rule.ts'
import { canSee } from '../../kernel/share.ts'
import { inEach } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
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

/**
 * Tells those who judge in an ecosystem of promises whose check has come due, each check once. It rings in the bell and
 * is in the day's digest, as each has chosen.
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
    for (const promise of await promisesEnding(ctx.db, back(today, yearsBack), today)) {
      const check = checkDue(promise.ends, promise.checks, today)
      if (!check) continue
      due += 1
      await notify(ctx, {
        kind: 'commitment',
        subject: { kind: 'portfolio', id: promise.portfolio },
        about: `commitment ${promise.id} ${check.months}`,
        title: inEach((l) => promiseText[l].commitments.remind(check.months, promise.title)),
        path: `/portfolios/${promise.portfolio}/commitments/${promise.id}`,
        text: promise.what,
        ecosystem: promise.ecosystem,
        records: [{ share: promise.share, ecosystem: promise.ecosystem }],
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
