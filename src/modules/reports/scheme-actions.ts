import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { job } from '../../kernel/job.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { dayIn, readDay } from '../../kernel/time.ts'
import { refuse } from './fault-text.ts'
import { byOf } from './fill-actions.ts'
import { remindOfReport } from './news.ts'
import { daysAfter, periodLengths, periodsDue } from './periods.ts'
import { reportById } from './queries.ts'
import { ecosystemAt } from './read-actions.ts'
import { key, settlers } from './rights.ts'
import {
  callsOf,
  endScheme,
  insertScheme,
  markReminded,
  openReport,
  projectWithCode,
  type ReminderKind,
  reportingProjects,
  saveReporting,
  schemesOf,
  unreminded,
} from './scheme-queries.ts'

/** Days before the day when a report is due that its project is reminded. */
const soonDays = 7

const line = (most: number) => z.string().trim().max(most).default('')

export const saveScheme = command({
  name: 'report.settle',
  summary: {
    fi: 'Sovi, miten ekosysteemin hankkeet raportoivat: jakso, määräaika ja ohje',
    sv: 'Avtala hur ekosystemets projekt rapporterar: period, tidsfrist och anvisning',
    en: 'Settle how an ecosystem’s projects report: period, time and guidance',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/reporting' },
  input: z.object({
    key,
    call: line(40).describe('Id of a call whose projects report in their own way; empty for all others.'),
    period: z.enum(periodLengths),
    dueDays: z.string().trim().max(4).describe('A report is due so many days after its period, 1–180.'),
    starts: line(20).describe('From which day periods are reported, d.m.yyyy.'),
    guidance: z
      .object({ fi: line(2_000), sv: line(2_000), en: line(2_000) })
      .default({ fi: '', sv: '', en: '' }),
  }),
  output: z.object({ opened: z.number().int().describe('Reports that were opened at once.') }),
  allow: settlers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const call = asked.call || null
    const calls = await callsOf(ctx.db, ecosystem.id)
    if (call && !calls.some(({ id }) => id === call)) throw refuse('invalid', 'noCall', 'call')
    const dueDays = /^\d{1,3}$/.test(asked.dueDays) ? Number(asked.dueDays) : 0
    if (dueDays < 1 || dueDays > 180) throw refuse('invalid', 'badDue', 'dueDays')
    const startsOn = readDay(asked.starts)
    if (!startsOn) throw refuse('invalid', 'badDay', 'starts')
    const by = byOf(ctx)
    await endScheme(ctx.db, { ecosystem: ecosystem.id, call }, { name: by.byWhom, at: by.at })
    const scheme = {
      id: newId(by.at.getTime()),
      ecosystem: ecosystem.id,
      call,
      period: asked.period,
      dueDays,
      startsOn,
      guidance: asked.guidance,
      ...by,
    }
    await insertScheme(ctx.db, scheme)
    ctx.changed({
      kind: 'reporting-scheme',
      id: scheme.id,
      before: null,
      after: { call, period: asked.period, dueDays, startsOn, ecosystem_id: ecosystem.id },
    })
    return { opened: await openDue(ctx, ecosystem.id) }
  },
})

export const addProject = command({
  name: 'report.add-project',
  summary: {
    fi: 'Lisää hanke raportoimaan ekosysteemille annetusta päivästä alkaen',
    sv: 'Lägg till ett projekt som rapporterar till ekosystemet från en given dag',
    en: 'Add a project that reports to an ecosystem since a given day',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/reporting-projects' },
  input: z.object({
    key,
    code: line(60).describe('Code of the project.'),
    starts: line(20).describe('From which day it reports, d.m.yyyy.'),
  }),
  output: z.object({ opened: z.number().int() }),
  allow: settlers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const project = asked.code ? await projectWithCode(ctx.db, ctx.actor, asked.code) : undefined
    if (!project) throw refuse('invalid', 'noProject', 'code')
    const starts = readDay(asked.starts)
    if (!starts) throw refuse('invalid', 'badDay', 'starts')
    await saveReporting(ctx.db, { ecosystem: ecosystem.id, project: project.id, starts, ...byOf(ctx) })
    ctx.changed({
      kind: 'reporting-project',
      id: project.id,
      before: null,
      after: { starts, ecosystem_id: ecosystem.id },
    })
    return { opened: await openDue(ctx, ecosystem.id) }
  },
})

/** Opens the reports of periods that have ended, each once; answers how many were opened. */
async function openDue(ctx: Context<Tx>, ecosystem: string | null): Promise<number> {
  const today = dayIn(ctx.now)
  const schemes = await schemesOf(ctx.db, ecosystem)
  let opened = 0
  for (const project of await reportingProjects(ctx.db)) {
    const of = schemes.filter((scheme) => scheme.ecosystem === project.ecosystem)
    const scheme = of.find(({ call }) => call === project.call) ?? of.find(({ call }) => call === null)
    if (!scheme) continue
    const time = { starts: project.starts, ends: project.ends, since: scheme.startsOn, length: scheme.period }
    for (const period of periodsDue(time, today)) {
      const report = {
        id: newId(ctx.now.getTime()),
        ecosystem: project.ecosystem,
        scheme: scheme.id,
        project: project.project,
        dueOn: daysAfter(period.to, scheme.dueDays),
        at: ctx.now,
        ...period,
      }
      if (await openReport(ctx.db, report)) opened += 1
    }
  }
  return opened
}

/** By when a report is due to be reminded of it in each way. */
const reminders = (today: string): readonly (readonly [ReminderKind, string])[] => [
  ['opened', '9999-12-31'],
  ['before', daysAfter(today, soonDays)],
  ['after', daysAfter(today, -1)],
]

export const openReports = command({
  name: 'report.open-due',
  summary: {
    fi: 'Avaa päättyneiden jaksojen raportit ja muistuta niistä',
    sv: 'Öppna rapporterna för avslutade perioder och påminn om dem',
    en: 'Open the reports of periods that have ended, and remind of them',
  },
  input: z.object({}),
  output: z.object({ opened: z.number().int(), reminded: z.number().int() }),
  allow: systemOnly,
  run: async (ctx) => {
    const opened = await openDue(ctx, null)
    let reminded = 0
    for (const [kind, dueBy] of reminders(dayIn(ctx.now))) {
      for (const id of await unreminded(ctx.db, kind, dueBy)) {
        const report = await reportById(ctx.db, id)
        await markReminded(ctx.db, id, kind, ctx.now)
        if (!report) continue
        await remindOfReport(ctx, report, kind)
        reminded += 1
      }
    }
    return { opened, reminded }
  },
})

export const nightly = job({
  name: 'reports.nightly',
  summary: {
    fi: 'Avaa hankkeiden raportit ja muistuta määräajoista',
    sv: 'Öppna projektens rapporter och påminn om tidsfristerna',
    en: 'Open the reports of projects and remind of the days when they are due',
  },
  input: z.object({}),
  schedule: '40 5 * * *',
  run: async (stage) => {
    await perform(openReports, stage, {})
  },
})
