import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { type KnownPerson, readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
import { type Report, representativesOf } from './queries.ts'
import type { ReportEvent } from './rules.ts'
import { reportMachine } from './rules.ts'
import type { ReminderKind } from './scheme-queries.ts'
import { text } from './text.ts'

export const reportPath = (id: string): string => `/reports/${id}`

/** Those whose organisations are in the project, by organisation. */
async function projectPeople(
  ctx: Context<Tx>,
  report: Report,
): Promise<{ organisation: string; people: KnownPerson[] }[]> {
  const rows = await representativesOf(ctx.db, report.project, dayIn(ctx.now))
  const people = await readPeople(ctx.db, ctx.now, [...new Set(rows.map(({ person }) => person))])
  return [...new Set(rows.map(({ organisation }) => organisation))].map((organisation) => ({
    organisation,
    people: people.filter(({ actor }) =>
      rows.some((row) => row.organisation === organisation && row.person === actor.id),
    ),
  }))
}

const news = (report: Report, about: string, said: string) => ({
  kind: 'report' as const,
  subject: { kind: 'report', id: report.id },
  about: `${report.id} ${about}`,
  title: report.projectName,
  path: reportPath(report.id),
  text: said,
  ecosystem: report.ecosystem,
})

async function tellProject(ctx: Context<Tx>, report: Report, about: string, said: string): Promise<void> {
  for (const { organisation, people } of await projectPeople(ctx, report))
    await notify(ctx, {
      ...news(report, about, said),
      records: [{ share: 'own', ecosystem: report.ecosystem, organisation }],
      to: people,
    })
}

async function tellOffice(ctx: Context<Tx>, report: Report, about: string, said: string): Promise<void> {
  const offices = reportMachine.events.approve.by
  const people = (await readPeople(ctx.db, ctx.now)).filter(({ actor }) =>
    actor.offices.some(
      (held) =>
        offices.includes(held.office) && (held.ecosystem === null || held.ecosystem === report.ecosystem),
    ),
  )
  await notify(ctx, {
    ...news(report, about, said),
    records: [{ share: 'agreement', ecosystem: report.ecosystem }],
    to: people,
  })
}

/** Whose turn it is after an event: a report that was sent is the office's, anything else the project's. */
export async function tellOfReport(
  ctx: Context<Tx>,
  report: Report,
  event: ReportEvent,
  reason: string,
): Promise<void> {
  const said = [text[ctx.language].told[event], reason].filter(Boolean).join(': ')
  const about = `${event} ${ctx.now.toISOString()}`
  await (event === 'send' ? tellOffice(ctx, report, about, said) : tellProject(ctx, report, about, said))
}

/** That a report has opened, is soon due, or is late; of a late one the office hears too. */
export async function remindOfReport(ctx: Context<Tx>, report: Report, kind: ReminderKind): Promise<void> {
  const t = text[ctx.language]
  const due = formatDay(report.dueOn, ctx.language)
  const late = report.dueOn < dayIn(ctx.now)
  if (kind !== 'after' && late) return
  await tellProject(ctx, report, kind, t.reminders[kind](due))
  if (kind === 'after') await tellOffice(ctx, report, kind, t.reminders[kind](due))
}
