import { z } from 'zod'
import type { Asking, Rule } from '../../kernel/rule.ts'
import { isAmong } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { standingsToward } from '../conflicts/index.ts'
import { idOfKey } from '../ecosystems/index.ts'
import { by, type Office } from '../people/index.ts'
import { complaint, faultText } from './fault-text.ts'
import { canonicalOf, partiesOf, type Report, reportById, versionOf } from './queries.ts'
import { type ReportEvent, reportMachine } from './rules.ts'

export const one = { report: z.uuid().describe('Id of the report.') }
type Asked = { report: string }

/** Offices that see every report of their ecosystem. */
export const overseeing: readonly Office[] = [
  'administrator',
  'coordinator',
  'preparer',
  'council-officer',
  'city-decider',
]
/** Those who fill a report in for a project that cannot. */
export const helping: readonly Office[] = ['coordinator', 'preparer']

const ecosystemOf = async (ctx: Asking, { report }: Asked) => (await reportById(ctx.db, report))?.ecosystem

/** The organisations of the project that the actor belongs to, the lead first. */
export async function ownParties({ db, actor }: Asking, project: string): Promise<string[]> {
  if (actor.kind !== 'person' || actor.previewing) return []
  const own = new Set(await canonicalOf(db, actor.organisations))
  const parties = await partiesOf(db, project)
  return parties.filter(({ organisation }) => own.has(organisation)).map(({ organisation }) => organisation)
}

export const oversees = ({ actor }: Asking, report: Report): boolean =>
  isAmong([...overseeing, 'system'], actor, report.ecosystem)

/** Whether the actor fills in a report of the project: for an organisation of it, or helping. */
export const writes = async (ctx: Asking, report: Report): Promise<boolean> =>
  isAmong([...helping, 'system'], ctx.actor, report.ecosystem) ||
  (await ownParties(ctx, report.project)).length > 0

/** A report that is not there is left to the action, which says so. */
const whereReport =
  (check: (ctx: Asking, report: Report) => boolean | Promise<boolean>) =>
  async (ctx: Asking, { report }: Asked): Promise<boolean> => {
    const found = await reportById(ctx.db, report)
    return !found || check(ctx, found)
  }

const says = inEach((l) => faultText[l].writersOnly)

export const readers: Rule<Asked> = {
  who: ['signed-in', 'system'],
  only: {
    says,
    check: whereReport(async (ctx, report) => oversees(ctx, report) || writes(ctx, report)),
    why: () => complaint('notYours'),
  },
}

export const writers: Rule<Asked> = {
  who: ['signed-in', 'system'],
  only: { says, check: whereReport(writes), why: () => complaint('notYours') },
}

/** Whether the actor is bound to the project, so that they handle nothing of it for an office. */
export async function boundTo(ctx: Asking, project: string): Promise<boolean> {
  const { actor, db, now } = ctx
  if (actor.kind !== 'person') return false
  const parties = (await partiesOf(db, project)).map(({ organisation }) => organisation)
  const standings = await standingsToward(db, [actor.id], [{ matter: project, parties }], now)
  if ((await ownParties(ctx, project)).length > 0) return true
  return standings.of(actor.id, project, 'decide').is === 'barred'
}

/** Why the actor may not handle the report: bound to the project, or who sent it. */
export async function keptOut(ctx: Asking, report: Report): Promise<'bound' | 'ownReport' | undefined> {
  const { actor, db } = ctx
  if (actor.kind !== 'person') return undefined
  if (await boundTo(ctx, report.project)) return 'bound'
  const sent = report.version > 0 ? await versionOf(db, report.id, report.version) : undefined
  return sent?.person === actor.id ? 'ownReport' : undefined
}

/** The rule of an officer's act, from the table of states: the office there, and free of the project. */
export const officers = (event: ReportEvent): Rule<Asked> => ({
  ...by(...(reportMachine.events[event].by as Office[])),
  in: ecosystemOf,
  only: {
    says: inEach((l) => faultText[l].approversOnly),
    check: whereReport(async (ctx, report) => (await keptOut(ctx, report)) === undefined),
    why: async (ctx, { report }) => {
      const found = await reportById(ctx.db, report)
      const why = found && (await keptOut(ctx, found))
      return why && complaint(why)
    },
  },
})

export const key = z.string().max(40).describe('Key of the ecosystem.')

/** Those who settle how projects report in an ecosystem. */
export const settlers: Rule<{ key: string }> = {
  ...by('administrator', 'coordinator', 'preparer'),
  in: (ctx, asked) => idOfKey(ctx.db, asked.key),
}

/** Those who see the reports of an ecosystem. */
export const overseers: Rule<{ key: string }> = {
  ...by(...overseeing),
  in: (ctx, asked) => idOfKey(ctx.db, asked.key),
}
