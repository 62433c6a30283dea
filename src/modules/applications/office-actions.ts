import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { job } from '../../kernel/job.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { languages } from '../../kernel/text.ts'
import { instantOf, readDay } from '../../kernel/time.ts'
import { officers, one, seen, whoOf, withRight } from './access.ts'
import { endCompletion, insertCompletion } from './completion-queries.ts'
import { refuse } from './error-text.ts'
import { formOf } from './form-of.ts'
import { tellCompletion, tellLate } from './mails.ts'
import { lockApplication, updateApplication } from './queries.ts'
import { happened } from './state.ts'

const graceMs = 60_000
const reason = z.string().trim().max(5_000)

/** A page posts a day as people write it; its whole day is given, to the last moment that is still named after it. */
function endOf(day: string, now: Date): Date {
  const read = readDay(day)
  const end = read && new Date(instantOf(read, '23:59').getTime() + 59_999)
  if (!end || end < now) throw refuse('invalid', 'badDue', 'due')
  return end
}

export const askCompletion = command({
  name: 'application.ask-completion',
  summary: {
    fi: 'Pyydä täydennystä: nimetyt osiot aukeavat uudelleen määräpäivään asti',
    sv: 'Begär komplettering: de angivna avsnitten öppnas igen till en viss dag',
    en: 'Ask for completion: the named sections open again until a day',
  },
  route: { method: 'POST', path: '/applications/{application}/completion' },
  input: z.object({
    ...one,
    sections: z.array(z.string().max(60)).max(60).describe('Keys of the sections.'),
    message: z.string().trim().max(10_000),
    due: z.string().max(20).describe('The last day, such as 5.3.2027 or 2027-03-05.'),
    language: z.enum(languages).default('fi'),
  }),
  output: z.object({ dueAt: z.date() }),
  allow: officers,
  run: async (ctx, input) => {
    await seen(ctx, input.application)
    const application = (await lockApplication(ctx.db, input.application))!
    if (application.state !== 'submitted' || application.version === null)
      throw refuse('conflict', 'notSubmitted')
    const form = await formOf(ctx.db, application.call, application.form)
    const sections = form.sections.map((s) => s.key).filter((key) => input.sections.includes(key))
    if (sections.length === 0) throw refuse('invalid', 'noSections', 'sections')
    if (input.message === '') throw refuse('invalid', 'noMessage', 'message')
    const dueAt = endOf(input.due, ctx.now)
    const id = newId(ctx.now.getTime())
    await insertCompletion(ctx.db, {
      id,
      application_id: application.id,
      version: application.version,
      sections,
      message: input.message,
      language: input.language,
      due_at: dueAt,
      ...whoOf(ctx),
      at: ctx.now,
    })
    await ctx.jobs.enqueue(
      ctx.db,
      lapseJob.name,
      { application: application.id, request: id },
      // A completion that came before its time may still be on its way.
      { startAfter: new Date(dueAt.getTime() + graceMs) },
    )
    const told = { event: 'ask-completion', version: application.version, reason: input.message }
    await happened(ctx, application, { ...told, to: 'reopened' })
    await tellCompletion(ctx, application, { message: input.message, dueAt })
    return { dueAt }
  },
})

/** Ends the time for completion; what was not sent stays in the drafts, and the version before counts. */
async function lapse(ctx: Context<Tx>, id: string, request?: string): Promise<boolean> {
  const application = await lockApplication(ctx.db, id)
  const { completion } = application ?? {}
  if (application?.state !== 'reopened' || !completion) return false
  if (request !== undefined && completion.id !== request) return false
  await endCompletion(ctx.db, completion.id, ctx.now, null)
  await happened(ctx, application, { event: 'lapse', to: 'submitted' })
  return true
}

export const lapseCompletion = command({
  name: 'application.lapse-completion',
  summary: {
    fi: 'Päätä täydennysaika ennen määräpäivää',
    sv: 'Avsluta kompletteringstiden före fristen',
    en: 'End the time for completion before its day',
  },
  route: { method: 'POST', path: '/applications/{application}/completion/end' },
  input: z.object(one),
  output: z.object({}),
  allow: officers,
  run: async (ctx, { application }) => {
    await seen(ctx, application)
    if (!(await lapse(ctx, application))) throw refuse('conflict', 'notReopened')
    return {}
  },
})

const due = z.object({ application: z.uuid(), request: z.uuid() })

export const lapseByClock = command({
  name: 'application.lapse-by-clock',
  summary: {
    fi: 'Päätä täydennysaika, kun sen määräpäivä on ohi',
    sv: 'Avsluta kompletteringstiden när fristen har gått ut',
    en: 'End the time for completion when its day is over',
  },
  input: due,
  output: z.object({ ended: z.boolean() }),
  allow: systemOnly,
  run: async (ctx, { application, request }) => ({ ended: await lapse(ctx, application, request) }),
})

export const lapseJob = job({
  name: 'applications.lapse',
  summary: {
    fi: 'Hakemuksen täydennysajan päättäminen',
    sv: 'Avsluta tiden för komplettering av en ansökan',
    en: 'End the time for completion of an application',
  },
  input: due,
  run: async (stage, input) => {
    await perform(lapseByClock, stage, input)
  },
})

export const judgeLate = command({
  name: 'application.judge-late',
  summary: {
    fi: 'Ota myöhästynyt hakemus käsittelyyn tai jätä se käsittelemättä, perustellen',
    sv: 'Ta upp en försenad ansökan till behandling eller lämna den obehandlad, med motivering',
    en: 'Take up a late application, or do not, with the reason',
  },
  route: { method: 'POST', path: '/applications/{application}/late' },
  input: z.object({ ...one, accepted: z.boolean(), reason }),
  output: z.object({}),
  allow: officers,
  run: async (ctx, input) => {
    await seen(ctx, input.application)
    const application = (await lockApplication(ctx.db, input.application))!
    if (!application.late) throw refuse('conflict', 'notLate')
    if (input.reason === '') throw refuse('invalid', 'noReason', 'reason')
    await updateApplication(ctx.db, application.id, {
      late_accepted: input.accepted,
      late_reason: input.reason,
    })
    const event = input.accepted ? 'accept-late' : 'refuse-late'
    await happened(ctx, application, { event, to: application.state, reason: input.reason })
    await tellLate(ctx, application, input.accepted, input.reason)
    return {}
  },
})

export const withdrawApplication = command({
  name: 'application.withdraw',
  summary: {
    fi: 'Peru hakemus; syy kirjataan',
    sv: 'Återta ansökan; orsaken antecknas',
    en: 'Withdraw the application; the reason is kept',
  },
  route: { method: 'POST', path: '/applications/{application}/withdraw' },
  input: z.object({ ...one, reason }),
  output: z.object({}),
  allow: withRight('submit'),
  run: async (ctx, input) => {
    await seen(ctx, input.application)
    const application = (await lockApplication(ctx.db, input.application))!
    if (application.state === 'withdrawn') return {}
    if (['decided', 'archived'].includes(application.call.state)) throw refuse('conflict', 'decided')
    if (input.reason === '') throw refuse('invalid', 'noReason', 'reason')
    if (application.completion) await endCompletion(ctx.db, application.completion.id, ctx.now, null)
    await happened(ctx, application, { event: 'withdraw', to: 'withdrawn', reason: input.reason })
    return {}
  },
})
