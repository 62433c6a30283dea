import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayIn, readDay } from '../../kernel/time.ts'
import { by } from '../people/index.ts'
import { adviceKinds, insertAdvice, strikeAdvice } from './advice-queries.ts'
import { adviceComplaint } from './advice-text.ts'
import { involvedRule, person, theMatter } from './declare-actions.ts'
import { unbarred } from './taking-part.ts'

const application = z.uuid()

/**
 * Somebody of the office notes that they have advised an applicant: what was only answered is asked about when they
 * come to act in the matter; who helped with its content has prepared it, and takes no part.
 */
export const noteAdvice = command({
  name: 'advice.note',
  summary: {
    fi: 'Kirjaa, että olet neuvonut hakijaa tai auttanut hakemuksen sisällössä',
    sv: 'Anteckna att du har gett sökanden råd eller hjälpt med ansökans innehåll',
    en: 'Note that you have advised the applicant or helped with what the application says',
  },
  route: { method: 'POST', path: '/applications/{application}/advice' },
  inPerson: true,
  input: z.object({
    application,
    kind: z.enum(['', ...adviceKinds]).default(''),
    on: z.string().trim().max(20).describe('The day of the advice, such as 5.3.2027 or 2027-03-05.'),
    words: z.string().trim().max(2_000).default(''),
  }),
  output: z.object({ id: z.uuid() }),
  allow: involvedRule,
  run: async (ctx, input) => {
    const matter = await theMatter(ctx, input.application)
    const { kind } = input
    if (kind === '') throw new Refusal('invalid', 'advice.kind', [adviceComplaint('noKind', 'kind')])
    const on = readDay(input.on)
    if (!on) throw new Refusal('invalid', 'advice.day', [adviceComplaint('noDay', 'on')])
    if (on > dayIn(ctx.now)) throw new Refusal('invalid', 'advice.future', [adviceComplaint('future', 'on')])
    const id = newId(ctx.now.getTime())
    await insertAdvice(ctx.db, {
      id,
      application_id: matter.id,
      person_id: person(ctx.actor),
      kind,
      given_on: on,
      words: input.words,
      noted_at: ctx.now,
    })
    ctx.changed({
      kind: 'conflict',
      id: matter.id,
      before: null,
      after: { ecosystem: matter.ecosystem, advice: kind, on },
    })
    return { id }
  },
})

/** Nobody frees themselves: a note that was wrong is struck by another, and stays with the reason. */
export const strike = command({
  name: 'advice.strike',
  summary: {
    fi: 'Yliviivaa toisen virheellinen merkintä neuvonnasta, perustellen',
    sv: 'Stryk en annans felaktiga anteckning om rådgivning, med motivering',
    en: 'Strike a wrong note of advice, of somebody else, with the reason',
  },
  route: { method: 'POST', path: '/applications/{application}/advice/{advice}/strike' },
  inPerson: true,
  input: z.object({ application, advice: z.uuid(), reason: z.string().trim().max(2_000) }),
  output: z.object({}),
  allow: {
    ...by('coordinator', 'preparer'),
    in: involvedRule.in!,
    only: unbarred<{ application: string }>('propose', (_asking, input) => input.application),
  },
  run: async (ctx, { application: id, advice, reason }) => {
    const matter = await theMatter(ctx, id)
    if (reason === '') throw new Refusal('invalid', 'advice.reason', [adviceComplaint('noReason', 'reason')])
    const strike = { id: advice, application: id, by: person(ctx.actor), reason, at: ctx.now }
    const whose = await strikeAdvice(ctx.db, strike)
    if (!whose) throw new Refusal('missing', 'advice.missing', [adviceComplaint('noAdvice', 'note')])
    ctx.changed({
      kind: 'conflict',
      id: matter.id,
      before: { advice },
      after: { ecosystem: matter.ecosystem, struck: advice, reason },
      person: whose,
    })
    return {}
  },
})
