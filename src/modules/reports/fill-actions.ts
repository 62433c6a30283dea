import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { partTyped, type VersionContent } from './content.ts'
import { refuse, refuseAll } from './fault-text.ts'
import { tellOfReport } from './news.ts'
import {
  insertEvent,
  insertVersion,
  lockReport,
  partiesOf,
  partsOf,
  type Report,
  savePart,
  setReport,
} from './queries.ts'
import { askedIn, reportAt } from './read-actions.ts'
import { one, ownParties, writers } from './rights.ts'
import { isWritable, type ReportEvent, reportMachine } from './rules.ts'

export const byOf = ({ actor, now }: Pick<Context, 'actor' | 'now'>) => ({
  person: actor.kind === 'person' ? actor.id : null,
  byWhom: actor.kind === 'person' ? actor.name : 'Talkoot',
  at: now,
})

/** The report in a state where the event can happen, held until the transaction ends. */
export async function held(ctx: Context<Tx>, id: string, event: ReportEvent): Promise<Report> {
  const report = await lockReport(ctx.db, id)
  if (!report) throw refuse('missing', 'noReport')
  if (!reportMachine.events[event].from.includes(report.state)) throw refuse('conflict', 'notNow')
  return report
}

/** Does an event of the table: the state, its row in the course, the audit. */
export async function happen(
  ctx: Context<Tx>,
  report: Report,
  event: ReportEvent,
  more: { version?: number; reason?: string | null } = {},
): Promise<void> {
  const { to } = reportMachine.events[event]
  const version = more.version ?? report.version
  await setReport(ctx.db, report.id, to, version)
  const by = byOf(ctx)
  await insertEvent(ctx.db, {
    id: newId(by.at.getTime()),
    report: report.id,
    event,
    from: report.state,
    to,
    version,
    reason: more.reason ?? null,
    ...by,
  })
  ctx.changed({
    kind: 'report',
    id: report.id,
    before: { state: report.state, version: report.version, ecosystem_id: report.ecosystem },
    after: { state: to, version, reason: more.reason ?? null, ecosystem_id: report.ecosystem },
  })
}

const fields = z
  .record(z.string().max(80), z.string().max(400_000))
  .describe(
    'What is typed, by field: n.ID the number of an indicator, d.ID the denominator of a ratio, t.ID words beside it, x.ID "1" where there is nothing to report, e.ID enterprises one a line; summary.',
  )

export const givePart = command({
  name: 'report.give-part',
  summary: {
    fi: 'Anna organisaation osuus hankkeen raporttiin',
    sv: 'Lämna en organisations andel till projektets rapport',
    en: 'Give an organisation’s part of a project’s report',
  },
  route: { method: 'POST', path: '/reports/{report}/parts' },
  input: z.object({
    ...one,
    organisation: z.uuid().describe('Whose part it is.'),
    fields,
    send: z.boolean().default(false).describe('Send the report with it, where no other part is missing.'),
  }),
  output: z.object({ sent: z.boolean() }),
  allow: writers,
  run: async (ctx, { report: id, organisation, fields: typed, send }) => {
    const report = await lockReport(ctx.db, id)
    if (!report) throw refuse('missing', 'noReport')
    if (!isWritable(report.state)) throw refuse('conflict', 'notNow')
    const parties = await partiesOf(ctx.db, report.project)
    if (!parties.some((party) => party.organisation === organisation)) throw refuse('invalid', 'noParty')
    const mine = await ownParties(ctx, report.project)
    // Who represents one organisation of the project does not write for another.
    if (mine.length > 0 && !mine.includes(organisation)) throw refuse('forbidden', 'notYours')
    const { content, faults } = partTyped((field) => typed[field] ?? '', await askedIn(ctx, report))
    refuseAll(faults)
    await savePart(ctx.db, { report: id, organisation, content, ...byOf(ctx) })
    ctx.changed({
      kind: 'report-part',
      id,
      before: null,
      after: { organisation, values: content.values.length, ecosystem_id: report.ecosystem },
    })
    const sent = send && (await sendWhole(ctx, report, false))
    return { sent }
  },
})

/** Takes the parts as they are into a version; answers whether it was sent, where parts may be missing. */
async function sendWhole(ctx: Context<Tx>, report: Report, without: boolean): Promise<boolean> {
  const parts = await partsOf(ctx.db, report.id)
  const parties = await partiesOf(ctx.db, report.project)
  const own = parties.flatMap(({ organisation, name, personal }) => {
    const part = parts.find((one) => one.organisation === organisation)
    return part ? [{ organisation, name: personal ? '' : name, content: part.content }] : []
  })
  if (own.length === 0) throw refuse('invalid', 'noParts')
  if (own.length < parties.length && !without) return false
  const version = report.version + 1
  const content: VersionContent = { parts: own }
  await insertVersion(ctx.db, report.id, { version, content, ...byOf(ctx) })
  await happen(ctx, report, 'send', { version })
  await tellOfReport(ctx, report, 'send', '')
  return true
}

export const sendReport = command({
  name: 'report.send',
  summary: {
    fi: 'Lähetä hankkeen raportti hyväksyttäväksi',
    sv: 'Skicka projektets rapport för godkännande',
    en: 'Send a project’s report for approval',
  },
  route: { method: 'POST', path: '/reports/{report}/send' },
  input: z.object({
    ...one,
    without: z.boolean().default(false).describe('Also where parts of other organisations are missing.'),
  }),
  output: z.object({}),
  allow: writers,
  run: async (ctx, { report: id, without }) => {
    await reportAt(ctx, id)
    const report = await held(ctx, id, 'send')
    if (!(await sendWhole(ctx, report, without))) throw refuse('invalid', 'partsMissing')
    return {}
  },
})
