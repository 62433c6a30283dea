import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Lack, lacksFor } from './guards.ts'
import { allGiven, countedSheets, type HeldSheet, isOpened, type Judged } from './judged.ts'
import { judgedOf, lockJudged } from './judged-queries.ts'
import { complaintsOf, missing } from './lack-text.ts'
import { tellAllGiven } from './notices.ts'
import { type AssessmentEvent, assessmentMachine, type SheetEvent, sheetMachine } from './rules.ts'
import { insertEvent, setSheetState, setState, unsettle } from './write-queries.ts'

/** Who acts, as trails name them. */
export const actorName = ({ actor }: Pick<Context, 'actor'>) =>
  actor.kind === 'person'
    ? { person: actor.id, name: actor.name }
    : { person: null, name: actor.kind === 'system' ? actor.name : '' }

export const personId = ({ actor }: Pick<Context, 'actor'>): string | undefined =>
  actor.kind === 'person' ? actor.id : undefined

export const refusal = (reason: string, judged: Judged, lacks: readonly Lack[]): Refusal =>
  new Refusal('conflict', `assessment.${reason}`, complaintsOf(lacks, judged))

export const missingAssessment = (): Refusal => new Refusal('missing', 'assessment.missing', [missing])

/** The assessment, held for the one who is about to change it. */
export async function held(ctx: Context<Tx>, application: string): Promise<Judged> {
  const judged = await lockJudged(ctx.db, application)
  if (!judged) throw missingAssessment()
  return judged
}

/** Makes an event of the machine happen, or refuses with what stands in its way. */
export async function move(
  ctx: Context<Tx>,
  judged: Judged,
  event: AssessmentEvent,
  reason: string | null = null,
): Promise<void> {
  const lacks = lacksFor(event, judged)
  if (lacks.length > 0) throw refusal(event, judged, lacks)
  const { application, state: from } = judged
  const { to } = assessmentMachine.events[event]
  await setState(ctx.db, application, to, ctx.now)
  if (from === 'settled') await unsettle(ctx.db, application)
  // What follows by itself is the product's doing, whoever's act it followed.
  const own = ['all-given', 'lose-sheet'].includes(event)
  const by = own ? { person: null, name: 'Talkoot' } : actorName(ctx)
  await insertEvent(ctx.db, { application, event, from, to, reason, by, at: ctx.now })
  ctx.changed({
    kind: 'assessment',
    id: application,
    before: { state: from },
    after: { state: to, ...(reason && { reason }) },
  })
}

export async function moveSheet(ctx: Context<Tx>, sheet: HeldSheet, event: SheetEvent): Promise<void> {
  const { from, to } = sheetMachine.events[event]
  if (!from.includes(sheet.state))
    throw new Refusal('conflict', `sheet.${event}`, complaintsOf([{ why: 'sheet-state' }]))
  await setSheetState(ctx.db, sheet.id, to)
  ctx.changed({
    kind: 'assessment-sheet',
    id: sheet.id,
    before: { state: sheet.state },
    after: { state: to },
  })
}

/** What follows by itself: the scores are opened to each other when the last of them is given. */
export async function goOn(ctx: Context<Tx>, application: string): Promise<void> {
  const judged = await judgedOf(ctx.db, application)
  if (judged?.state !== 'scoring' || judged.applicationState === 'withdrawn' || !allGiven(judged)) return
  await move(ctx, judged, 'all-given')
  await tellAllGiven(ctx, judged)
}

/** Takes everybody's scores back to be given again, as the product: they are closed to others at once. */
export async function reopenSheets(ctx: Context<Tx>, judged: Judged): Promise<void> {
  for (const sheet of countedSheets(judged))
    if (sheet.state === 'given') await moveSheet(ctx, sheet, 'take-back')
}

/** A sheet that falls away since its holder is conflicted. What was agreed with its scores is agreed no more. */
export async function recuseSheet(ctx: Context<Tx>, judged: Judged, sheet: HeldSheet): Promise<void> {
  await moveSheet(ctx, sheet, 'recuse')
  if (isOpened(judged)) await move(ctx, judged, 'lose-sheet')
  await goOn(ctx, judged.application)
}
