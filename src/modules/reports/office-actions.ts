import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { recordValues, type SaidValue } from '../indicators/index.ts'
import type { VersionContent } from './content.ts'
import { refuse } from './fault-text.ts'
import { byOf, happen, held } from './fill-actions.ts'
import { tellOfReport } from './news.ts'
import { eventsOf, type Report, versionOf } from './queries.ts'
import { officers, one } from './rights.ts'
import { type ReportEvent, reportMachine } from './rules.ts'

const valuesIn = ({ parts }: VersionContent): SaidValue[] =>
  parts.flatMap(({ organisation, content }) =>
    content.values.map(({ nothing, ...value }) => ({
      ...value,
      organisation,
      ...(nothing && { amount: null, per: null, enterprises: [] }),
    })),
  )

/** What an approval makes of the report: values, and with them the figures of the ecosystem, in one transaction. */
async function fold(ctx: Context<Tx>, report: Report): Promise<void> {
  const sent = await versionOf(ctx.db, report.id, report.version)
  if (!sent) throw refuse('conflict', 'notNow')
  const correction = (await eventsOf(ctx.db, report.id)).find(({ event }) => event === 'correct')
  const by = byOf(ctx)
  await recordValues(ctx.db, {
    ecosystem: report.ecosystem,
    project: report.project,
    report: report.id,
    version: report.version,
    from: report.from,
    to: report.to,
    said: { person: sent.person, by: sent.byWhom, at: sent.at },
    approved: { person: by.person, by: by.byWhom, at: by.at },
    reason: correction?.reason ?? null,
    values: valuesIn(sent.content),
  })
  await ctx.jobs.emit(ctx.db, 'report.approved', { ecosystem: report.ecosystem })
}

const reason = z.string().trim().max(2_000).default('').describe('Why: the project sees it.')

/** Everything of an officer's act but its name: the rule from the table of states, the reason, what follows. */
const handling = (
  event: Exclude<ReportEvent, 'send'>,
  then?: (ctx: Context<Tx>, report: Report) => Promise<void>,
) => ({
  route: { method: 'POST', path: `/reports/{report}/${event}` } as const,
  input: z.object({ ...one, reason }),
  output: z.object({}),
  allow: officers(event),
  run: async (ctx: Context<Tx>, { report: id, reason: why }: { report: string; reason: string }) => {
    if (reportMachine.events[event].reason && !why) throw refuse('invalid', 'noReason', 'reason')
    const report = await held(ctx, id, event)
    await then?.(ctx, report)
    await happen(ctx, report, event, { reason: why || null })
    await tellOfReport(ctx, report, event, why)
    return {}
  },
})

export const returnReport = command({
  name: 'report.return',
  summary: {
    fi: 'Palauta hankkeen raportti korjattavaksi syineen',
    sv: 'Returnera projektets rapport för rättelse med orsak',
    en: 'Return a project’s report for correction, with the reason',
  },
  ...handling('return'),
})

export const approveReport = command({
  name: 'report.approve',
  summary: {
    fi: 'Hyväksy hankkeen raportti: luvut siirtyvät indikaattoreihin',
    sv: 'Godkänn projektets rapport: talen går till indikatorerna',
    en: 'Approve a project’s report: its numbers go to the indicators',
  },
  ...handling('approve', fold),
})

export const correctReport = command({
  name: 'report.correct',
  summary: {
    fi: 'Avaa hyväksytty raportti korjattavaksi',
    sv: 'Öppna en godkänd rapport för rättelse',
    en: 'Open an approved report for correction',
  },
  ...handling('correct'),
})

export const lockReportAction = command({
  name: 'report.lock',
  summary: {
    fi: 'Lukitse hyväksytty raportti',
    sv: 'Lås en godkänd rapport',
    en: 'Lock an approved report',
  },
  ...handling('lock'),
})

export const unlockReport = command({
  name: 'report.unlock',
  summary: {
    fi: 'Avaa lukittu raportti syineen',
    sv: 'Lås upp en låst rapport med orsak',
    en: 'Unlock a locked report, with the reason',
  },
  ...handling('unlock'),
})
