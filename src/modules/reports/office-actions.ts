import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { inEach } from '../../kernel/text.ts'
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
}

const reason = z.string().trim().max(2_000).default('').describe('Why: the project sees it.')

const act = (
  event: Exclude<ReportEvent, 'send'>,
  summary: { fi: string; sv: string; en: string },
  then?: (ctx: Context<Tx>, report: Report) => Promise<void>,
) =>
  command({
    name: `report.${event}`,
    summary,
    route: { method: 'POST', path: `/reports/{report}/${event}` },
    input: z.object({ ...one, reason }),
    output: z.object({}),
    allow: officers(event),
    run: async (ctx, { report: id, reason: why }) => {
      if (reportMachine.events[event].reason && !why) throw refuse('invalid', 'noReason', 'reason')
      const report = await held(ctx, id, event)
      await then?.(ctx, report)
      await happen(ctx, report, event, { reason: why || null })
      await tellOfReport(ctx, report, event, why)
      return {}
    },
  })

const saying = (event: ReportEvent, fi: string, sv: string, en: string) =>
  inEach((l) => `${reportMachine.events[event].says[l]}: ${{ fi, sv, en }[l]}`)

export const returnReport = act(
  'return',
  saying(
    'return',
    'hankkeen raportti syineen',
    'projektets rapport med orsak',
    'a project’s report, with the reason',
  ),
)
export const approveReport = act(
  'approve',
  saying(
    'approve',
    'hankkeen raportti, luvut siirtyvät indikaattoreihin',
    'projektets rapport, talen går till indikatorerna',
    'a project’s report, its numbers go to the indicators',
  ),
  fold,
)
export const correctReport = act(
  'correct',
  saying('correct', 'hyväksytty raportti', 'en godkänd rapport', 'an approved report'),
)
export const lockReportAction = act(
  'lock',
  saying('lock', 'hyväksytty raportti', 'en godkänd rapport', 'an approved report'),
)
export const unlockReport = act(
  'unlock',
  saying('unlock', 'lukittu raportti', 'en låst rapport', 'a locked report'),
)
