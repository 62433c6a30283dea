import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { everyone, isAmong } from '../../kernel/rule.ts'
import { seesSubject } from '../../kernel/subject.ts'
import { type EcosystemHead, ecosystemByKey } from '../ecosystems/index.ts'
import { indicatorsOf, meantBy, type Promised, promisedIn } from '../indicators/index.ts'
import type { AskedIndicator, PartContent, VersionContent } from './content.ts'
import { refuse } from './fault-text.ts'
import {
  type EventRow,
  eventsOf,
  type Part,
  type Party,
  partiesOf,
  partsOf,
  previousVersion,
  type Report,
  reportById,
  reportsOfEcosystem,
  reportsOfProject,
  versionOf,
} from './queries.ts'
import { keptOut, key, one, overseers, oversees, ownParties, readers, settlers, writes } from './rights.ts'
import { isWritable, type ReportEvent, reportEvents, reportMachine } from './rules.ts'
import { callsOf, type Scheme, schemesOf } from './scheme-queries.ts'

export async function reportAt(ctx: Pick<Context, 'db'>, id: string): Promise<Report> {
  const found = await reportById(ctx.db, id)
  if (!found) throw refuse('missing', 'noReport')
  return found
}

export async function ecosystemAt(ctx: Pick<Context, 'db'>, asked: string): Promise<EcosystemHead> {
  const found = await ecosystemByKey(ctx.db, asked)
  if (!found) throw refuse('missing', 'noEcosystem')
  return found
}

/** An indicator as a report asks it: with what the project promised of it. */
export type AskedHere = AskedIndicator & { promised: { target: string | null; number: string } | null }

/**
 * What a report of the project asks: the common set of the ecosystem, and of its own indicators those that the project
 * promised in its application; all where it promised none.
 */
export async function askedIn(
  ctx: Pick<Context, 'db'>,
  { ecosystem, project }: Pick<Report, 'ecosystem' | 'project'>,
): Promise<AskedHere[]> {
  const indicators = await indicatorsOf(ctx.db, ecosystem)
  const promised = await promisedIn(ctx.db, ecosystem, project)
  const of = (id: string): Promised | undefined =>
    promised.find((p) => meantBy(p.indicator, indicators)?.id === id)
  const all = indicators.map((indicator) => {
    const promise = of(indicator.id)
    return { ...indicator, promised: promise ? { target: promise.target, number: promise.number } : null }
  })
  const some = all.some((indicator) => indicator.promised !== null)
  return some ? all.filter(({ set, promised: told }) => set === 'common' || told !== null) : all
}

export type ToldReport = {
  report: Report
  asked: AskedHere[]
  parties: Party[]
  /** Parts that are ready to be sent. */
  parts: Part[]
  /** What was sent last. */
  sent: { version: number; content: VersionContent; byWhom: string; at: Date } | null
  /** What was sent of the period before. */
  previous: VersionContent | null
  events: EventRow[]
  /** Organisations of the project that the reader represents. */
  mine: string[]
  /** Whether the reader may fill it in now, for which organisations. */
  fills: string[]
  /** What the reader may do to it now as an officer; why not, where only that stands between. */
  may: ReportEvent[]
  keptOut: 'bound' | 'ownReport' | null
}

export const getReport = query({
  name: 'report.get',
  summary: {
    fi: 'Hankkeen raportti: mitä kysytään, osuudet, lähetetty versio ja vaiheet',
    sv: 'Ett projekts rapport: vad som frågas, andelarna, den skickade versionen och gången',
    en: 'A report of a project: what is asked, the parts, the version that was sent, and its course',
  },
  route: { method: 'GET', path: '/reports/{report}' },
  input: z.object(one),
  output: z.custom<ToldReport>(),
  allow: readers,
  run: async (ctx, { report: id }) => {
    const report = await reportAt(ctx, id)
    const parties = await partiesOf(ctx.db, report.project)
    const mine = await ownParties(ctx, report.project)
    const helps = mine.length === 0 && (await writes(ctx, report))
    const officer = reportEvents.filter(
      (event) => event !== 'send' && isAmong(reportMachine.events[event].by, ctx.actor, report.ecosystem),
    )
    const out = officer.length > 0 ? await keptOut(ctx, report) : undefined
    const sent = report.version > 0 ? await versionOf(ctx.db, id, report.version) : undefined
    return {
      report,
      asked: await askedIn(ctx, report),
      parties,
      parts: await partsOf(ctx.db, id),
      sent: sent ? { version: sent.version, content: sent.content, byWhom: sent.byWhom, at: sent.at } : null,
      previous: (await previousVersion(ctx.db, report)) ?? null,
      events: await eventsOf(ctx.db, id),
      mine,
      fills: isWritable(report.state) ? (helps ? parties.map((p) => p.organisation) : mine) : [],
      may: out ? [] : officer.filter((event) => reportMachine.events[event].from.includes(report.state)),
      keptOut: out ?? null,
    }
  },
})

/** What stands in the form of a part: what is ready, else what the period before and the definitions suggest. */
export function partBefore(told: ToldReport, organisation: string): PartContent | undefined {
  const ready = told.parts.find((part) => part.organisation === organisation)
  if (ready) return ready.content
  const before = told.previous?.parts.find((part) => part.organisation === organisation)?.content
  if (!before) return undefined
  const isKept = (indicator: string) =>
    told.asked.some(({ id, aggregation }) => id === indicator && ['stock', 'last'].includes(aggregation))
  // What goes on stands as it was; what is counted for each period begins from nothing.
  return {
    summary: '',
    values: before.values.map((value) =>
      isKept(value.indicator)
        ? value
        : { ...value, nothing: false, amount: null, per: null, narrative: null, enterprises: [] },
    ),
  }
}

export const listReports = query({
  name: 'report.list',
  summary: {
    fi: 'Ekosysteemin hankkeiden raportit ja miten niitä kysytään',
    sv: 'Rapporterna från ett ekosystems projekt och hur de begärs',
    en: 'The reports of an ecosystem’s projects, and how they are asked for',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/reports' },
  input: z.object({ key }),
  output: z.object({
    ecosystem: z.custom<EcosystemHead>(),
    items: z.array(z.custom<Report>()),
    schemes: z.array(z.custom<Scheme>()),
    calls: z.array(z.custom<Awaited<ReturnType<typeof callsOf>>[number]>()),
    settles: z.boolean().describe('Whether you may settle how projects report.'),
  }),
  allow: overseers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    return {
      ecosystem,
      items: await reportsOfEcosystem(ctx.db, ecosystem.id),
      schemes: await schemesOf(ctx.db, ecosystem.id),
      calls: await callsOf(ctx.db, ecosystem.id),
      settles: isAmong(settlers.who, ctx.actor, ecosystem.id),
    }
  },
})

/** A report as a list of a project's shows it. */
export type ProjectReport = Pick<Report, 'id' | 'from' | 'to' | 'dueOn' | 'state'>

export const reportsOnProject = query({
  name: 'report.of-project',
  summary: {
    fi: 'Hankkeen raportit niille, jotka näkevät ne',
    sv: 'Ett projekts rapporter för dem som ser dem',
    en: 'The reports of a project, for those who see them',
  },
  route: { method: 'GET', path: '/reports/of-project/{project}' },
  input: z.object({ project: z.uuid() }),
  output: z.object({ items: z.array(z.custom<ProjectReport>()) }),
  allow: everyone,
  run: async (ctx, { project }) => {
    const found = await ctx.subjects.get('project')?.find(ctx.db, project)
    const mine = await ownParties(ctx, project)
    if (!found || (mine.length === 0 && !seesSubject(ctx.actor, found))) return { items: [] }
    const items = await reportsOfProject(ctx.db, project)
    return {
      items: items
        .filter((report) => mine.length > 0 || oversees(ctx, report))
        .map(({ id, from, to, dueOn, state }) => ({ id, from, to, dueOn, state })),
    }
  },
})
