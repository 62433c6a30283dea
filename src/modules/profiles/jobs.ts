import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { job } from '../../kernel/job.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { isLanguage, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { keepersOf } from './keeper-queries.ts'
import { mailText as text } from './mail-text.ts'
import { isToBeAsked } from './rules.ts'
import { checkedBefore, closedOn, insertCheck } from './standing-queries.ts'

const day = 24 * 60 * 60 * 1000

/** Once a year those who keep a profile are asked by mail whether it is still right; pages that show its age are made anew. */
export const askKeepers = command({
  name: 'actor-profile.remind',
  summary: {
    fi: 'Kysy profiilien pitäjiltä kerran vuodessa, ovatko tiedot ajan tasalla',
    sv: 'Fråga en gång om året dem som sköter profiler om uppgifterna stämmer',
    en: 'Ask those who keep profiles once a year whether they are still right',
  },
  input: z.object({}),
  output: z.object({ profiles: z.number(), mails: z.number() }),
  allow: systemOnly,
  run: async (ctx) => {
    const today = dayIn(ctx.now)
    const old = await checkedBefore(ctx.db, new Date(ctx.now.getTime() - 364 * day))
    const due = old.filter((p) =>
      isToBeAsked(dayIn(p.checkedAt), p.askedAt ? dayIn(p.askedAt) : undefined, today),
    )
    let mails = 0
    for (const { organisation, names, checkedAt } of due) {
      const asked = { organisation_id: organisation, what: 'asked' as const, person_id: null, by_whom: '' }
      await insertCheck(ctx.db, { ...asked, id: newId(ctx.now.getTime()), at: ctx.now })
      for (const keeper of await keepersOf(ctx.db, organisation, ctx.now)) {
        if (!keeper.email) continue
        const language = isLanguage(keeper.language) ? keeper.language : 'fi'
        const t = text[language]
        const name = pick(names, language)?.text ?? ''
        const address = `${ctx.baseUrl}${localPath(language, `/organisations/${organisation}/profile`)}`
        await queueMail(ctx, {
          to: keeper.email,
          person: keeper.person,
          kind: 'profile-review',
          subject: t.reviewSubject(name),
          text: t.review(name, formatDay(dayIn(checkedAt), language), address),
        })
        mails += 1
      }
    }
    const yesterday = dayIn(new Date(ctx.now.getTime() - day))
    if (due.length > 0 || (await closedOn(ctx.db, yesterday))) await bumpRevision(ctx.db)
    return { profiles: due.length, mails }
  },
})

export const nightly = job({
  name: 'profiles.nightly',
  summary: {
    fi: 'Kysymys profiilien pitäjille vuoden kuluttua edellisestä tarkistuksesta',
    sv: 'Fråga dem som sköter profiler ett år efter den senaste granskningen',
    en: 'Ask those who keep profiles, a year after they were last checked',
  },
  input: z.object({}),
  schedule: '20 3 * * *',
  run: async (stage) => {
    await perform(askKeepers, stage, {})
  },
})
