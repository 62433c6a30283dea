import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { type KnownPerson, readPeople } from '../people/index.ts'
import { type News, notify } from '../talk/index.ts'
import { type Report, representativesOf } from './queries.ts'
import type { ReportEvent } from './rules.ts'
import { reportMachine } from './rules.ts'
import type { ReminderKind } from './scheme-queries.ts'
import { text } from './text.ts'

export const reportPath = (id: string): string => `/reports/${id}`

/** What is followed of a project, and where: whom its news are told to follows from it. */
export type Told = { project: string; ecosystem: string }

/** Those whose organisations are in the project, by organisation. */
async function projectPeople(
  ctx: Context<Tx>,
  { project }: Told,
): Promise<{ organisation: string; people: KnownPerson[] }[]> {
  const rows = await representativesOf(ctx.db, project, dayIn(ctx.now))
  const people = await readPeople(ctx.db, ctx.now, [...new Set(rows.map(({ person }) => person))])
  return [...new Set(rows.map(({ organisation }) => organisation))].map((organisation) => ({
    organisation,
    people: people.filter(({ actor }) =>
      rows.some((row) => row.organisation === organisation && row.person === actor.id),
    ),
  }))
}

type Said = Pick<News, 'subject' | 'about' | 'title' | 'path' | 'text'>

const news = (report: Report, about: string, said: string): Said => ({
  subject: { kind: 'report', id: report.id },
  about: `${report.id} ${about}`,
  title: report.projectName,
  path: reportPath(report.id),
  text: said,
})

/** Tells the people of the project's organisations. */
export async function tellProject(ctx: Context<Tx>, of: Told, said: Said): Promise<void> {
  for (const { organisation, people } of await projectPeople(ctx, of))
    await notify(ctx, {
      ...said,
      kind: 'report',
      ecosystem: of.ecosystem,
      records: [{ share: 'own', ecosystem: of.ecosystem, organisation }],
      to: people,
    })
}

/** Tells those who approve in the ecosystem. */
export async function tellOffice(ctx: Context<Tx>, { ecosystem }: Told, said: Said): Promise<void> {
  const offices = reportMachine.events.approve.by
  const people = (await readPeople(ctx.db, ctx.now)).filter(({ actor }) =>
    actor.offices.some(
      (held) => offices.includes(held.office) && (held.ecosystem === null || held.ecosystem === ecosystem),
    ),
  )
  await notify(ctx, {
    ...said,
    kind: 'report',
    ecosystem,
    records: [{ share: 'agreement', ecosystem }],
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
  await (event === 'send' ? tellOffice : tellProject)(ctx, report, news(report, about, said))
}

/** That a report has opened, is soon due, or is late; of a late one the office hears too. */
export async function remindOfReport(ctx: Context<Tx>, report: Report, kind: ReminderKind): Promise<void> {
  const t = text[ctx.language]
  const due = formatDay(report.dueOn, ctx.language)
  const late = report.dueOn < dayIn(ctx.now)
  if (kind !== 'after' && late) return
  const said = news(report, kind, t.reminders[kind](due))
  await tellProject(ctx, report, said)
  if (kind === 'after') await tellOffice(ctx, report, said)
}
