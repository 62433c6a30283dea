import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import { job } from '../../kernel/job.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { inEach, type languages, type Words } from '../../kernel/text.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { allEcosystems } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { forgetAddresses, surveysOf } from './survey-queries.ts'
import { addressDays } from './survey-rules.ts'
import { surveyText } from './survey-text.ts'
import { stating } from './tie-input.ts'
import { nameIn } from './tie-words.ts'

export const dropAddresses = command({
  name: 'survey.forget-addresses',
  summary: {
    fi: 'Poista kyselyihin annetut sähköpostiosoitteet, joita ei enää tarvita',
    sv: 'Radera e-postadresser i enkäter som inte längre behövs',
    en: 'Remove e-mail addresses of surveys that are not needed any more',
  },
  input: z.object({}),
  output: z.object({ removed: z.number() }),
  allow: systemOnly,
  run: async (ctx) => {
    const before = new Date(ctx.now.getTime() - addressDays * 24 * 3_600_000)
    return { removed: await forgetAddresses(ctx.db, before) }
  },
})

/** Each night: addresses for receipts and confirmations go when their time is over. */
export const tidyAddresses = job({
  name: 'network.addresses',
  summary: inEach((l) => surveyText[l].jobTidy),
  input: z.object({}),
  schedule: '50 2 * * *',
  run: async (stage) => {
    await perform(dropAddresses, stage, {})
  },
})

/** Lines of answers that wait to be looked through: one turn for each survey. */
export const waitingLines: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    if (!holds(actor, stating)) return []
    const mine = (await allEcosystems(db)).filter((e) => holds(actor, stating, e.id))
    const waiting = (
      await surveysOf(
        db,
        mine.map((e) => e.id),
      )
    ).filter((s) => s.waiting > 0)
    return waiting.map((s) => ({
      what: inWords((l) => {
        const title = nameIn(s.title, l)
        return s.waiting === 1
          ? surveyText[l].oneWaits(title)
          : surveyText[l].manyWait(String(s.waiting), title)
      }),
      why: inWords((l) => surveyText[l].waitsWhy),
      path: `/ecosystems/${s.ecosystem_key}/surveys/${s.id}`,
    }))
  },
}

const inWords = (say: (language: (typeof languages)[number]) => string): Words<string> => inEach(say)
