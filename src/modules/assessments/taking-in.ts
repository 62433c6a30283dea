import type { Context, Follower } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { assignTo } from './assign-actions.ts'
import { moveSheet, recuseSheet } from './course.ts'
import { countedSheets } from './judged.ts'
import { judgedOf, lockJudged } from './judged-queries.ts'
import { tellNewVersion } from './notices.ts'
import { assessingStandings } from './standing.ts'
import { deputyOf, followVersions, takeIn } from './write-queries.ts'

/** What follows from what others did, in their transaction: an application comes in, changes, somebody is conflicted. */
export const follow: Follower = async (ctx, { changes }) => {
  const seen = [...changes]
  if (seen.some((c) => c.kind === 'call' || c.kind === 'application')) await takeInAll(ctx)
  const matters = new Set(seen.filter((c) => c.kind === 'conflict').map((c) => c.id))
  for (const application of matters) await reconsider(ctx, application)
}

/** Assessments for what has come in since, and the newest version for those that go on. */
export async function takeInAll(ctx: Context<Tx>): Promise<number> {
  const taken = await takeIn(ctx.db, ctx.now)
  for (const { application } of taken)
    ctx.changed({ kind: 'assessment', id: application, before: null, after: { state: 'waiting' } })
  for (const { application, before, after } of await followVersions(ctx.db, ctx.now)) {
    ctx.changed({
      kind: 'assessment',
      id: application,
      before: { version: before },
      after: { version: after },
    })
    const judged = await judgedOf(ctx.db, application)
    if (judged) await tellNewVersion(ctx, judged)
  }
  return taken.length
}

/** Sheets as their holders stand now: free ones open, conflicted ones fall away and their deputies step in. */
export async function reconsider(ctx: Context<Tx>, application: string): Promise<void> {
  const judged = await lockJudged(ctx.db, application)
  if (!judged) return
  const sheets = countedSheets(judged)
  const people = sheets.map((s) => s.person)
  const standing = await assessingStandings(ctx.db, people, [application], ctx.now)
  for (const sheet of sheets) {
    const is = standing(sheet.person, application)
    if (is === 'free' && sheet.state === 'assigned') await moveSheet(ctx, sheet, 'declare-free')
    if (is !== 'barred') continue
    await recuseSheet(ctx, (await judgedOf(ctx.db, application)) ?? judged, sheet)
  }
  await callDeputies(ctx, application)
}

/** Whoever was named to step in for somebody who stepped aside gets a sheet in their place. */
async function callDeputies(ctx: Context<Tx>, application: string): Promise<void> {
  const judged = await judgedOf(ctx.db, application)
  if (!judged || judged.state === 'discussing' || judged.state === 'settled') return
  for (const sheet of judged.sheets.filter((s) => s.state === 'recused')) {
    const deputy = await deputyOf(ctx.db, sheet.person, application)
    const known = !deputy || judged.sheets.some((s) => s.person === deputy || s.deputyFor === sheet.id)
    if (!known) await assignTo(ctx, judged, [deputy], sheet.dueOn, sheet.id)
  }
}
