import type { Context } from '../../kernel/context.ts'
import type { DraftKind, ToldFields } from '../../kernel/draft.ts'
import { type Asking, type Rule, ruleOf } from '../../kernel/rule.ts'
import { inEach, type Names } from '../../kernel/text.ts'
import { assign, release } from './assign-actions.ts'
import { check, recheck, scoreAgain, unsettleJoint } from './check-actions.ts'
import { judgedOf } from './judged-queries.ts'
import { assessmentPath } from './notices.ts'
import type { AssessmentEvent } from './rules.ts'
import { giveSheet, settle } from './sheet-actions.ts'
import { assesses } from './standing.ts'
import { text } from './text.ts'

const before = (subject: string) => subject.split('.')[0]!
const of = <I extends { application: string }>(rule: Rule<I, Context>) =>
  ruleOf(rule, ({ subject }: { subject: string }) => ({ application: before(subject) }) as I) as Rule<{
    subject: string
  }>

/** What the fields of a sheet are called: the criteria of the call. */
async function told({ db }: Asking, subject: string): Promise<ToldFields> {
  const template = (await judgedOf(db, subject))?.template
  const named = (field: string, word: Names, label: Names) =>
    [field, { label: inEach((l) => `${label[l] ?? label.fi ?? label.sv ?? ''}: ${word[l] ?? ''}`) }] as const
  return Object.fromEntries([
    ...(template?.scored ?? []).flatMap(({ key, label }) => [
      named(
        `score.${key}`,
        inEach((l) => text[l].score),
        label,
      ),
      named(
        `reason.${key}`,
        inEach((l) => text[l].reason),
        label,
      ),
    ]),
    ...(template?.general ?? []).flatMap(({ key, label }) => [
      named(
        `result.${key}`,
        inEach((l) => text[l].checks),
        label,
      ),
      named(
        `ground.${key}`,
        inEach((l) => text[l].ground),
        label,
      ),
    ]),
    ['summary', { label: inEach((l) => text[l].summary) }],
  ])
}

/** One assessor's own sheet: nobody else reads its draft. */
export const sheetDraft: DraftKind = {
  kind: 'assessment.sheet',
  shared: false,
  title: inEach((l) => text[l].sheet),
  path: assessmentPath,
  allow: of(giveSheet.allow),
  told,
}

/** The joint sheet, which those write together who have given their own; it may show what they gave. */
export const jointDraft: DraftKind = {
  kind: 'assessment.joint',
  shared: true,
  title: inEach((l) => text[l].joint),
  path: assessmentPath,
  allow: {
    ...of(settle.allow),
    only: {
      says: settle.allow.only!.says,
      check: async (asking, { subject }) => {
        const ctx = asking as Context
        if (!(await assesses(ctx, { application: subject }))) return false
        const judged = await judgedOf(ctx.db, subject)
        const { actor } = ctx
        return (
          judged?.state === 'discussing' &&
          judged.sheets.some((s) => s.state === 'given' && actor.kind === 'person' && s.person === actor.id)
        )
      },
    },
  },
  told,
}

export const checkDraft: DraftKind = {
  kind: 'assessment.check',
  shared: true,
  changes: true,
  title: inEach((l) => text[l].checks),
  path: assessmentPath,
  allow: of(check.allow),
  told,
}

const reasonFields = inEach((l) => ({ reason: text[l].reasonLabel }))
const reasonFor = (
  event: AssessmentEvent,
  rule: Rule<{ application: string; reason: string }, Context>,
): DraftKind => ({
  kind: `assessment.${event}`,
  shared: false,
  title: inEach((l) => text[l].deeds),
  path: assessmentPath,
  allow: of(rule),
  fields: reasonFields,
})

/** The events that ask for a reason, each with the draft of it. */
export const reasonDrafts = {
  recheck: reasonFor('recheck', recheck.allow),
  'score-again': reasonFor('score-again', scoreAgain.allow),
  unsettle: reasonFor('unsettle', unsettleJoint.allow),
} satisfies Partial<Record<AssessmentEvent, DraftKind>>

export const releaseDraft: DraftKind = {
  kind: 'assessment.release',
  shared: false,
  title: inEach((l) => text[l].release),
  path: (subject) => assessmentPath(before(subject)),
  allow: of(release.allow),
  fields: inEach((l) => ({ reason: text[l].releaseReason, person: text[l].assessor })),
}

export const assignDraft: DraftKind = {
  kind: 'assessment.assign',
  shared: false,
  title: inEach((l) => text[l].assign),
  path: assessmentPath,
  allow: of(assign.allow),
  fields: inEach((l) => ({ people: text[l].assessors, due: text[l].due })),
}
