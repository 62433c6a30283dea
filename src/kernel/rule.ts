import type { Actor } from './actor.ts'
import type { Read } from './db.ts'
import type { Complaint, Refusal } from './refusal.ts'
import { canSee, type SharedRecord } from './share.ts'
import type { Words } from './text.ts'

/** What a rule is told of who asks. */
export type Asking = { db: Read; actor: Actor; now: Date }

/** Those who may act: everybody, whoever is signed in, the product itself, or the holders of an office. */
export type Who = 'everyone' | 'signed-in' | 'system' | (string & {})

/**
 * Who may do an action, as data: the permission matrix is drawn from it, and `perform` asks it.
 * The parts narrow each other: one of `who`, holding the office where `in` says, seeing what `record` names, and
 * passing `only`.
 */
export type Rule<I = unknown, C extends Asking = Asking> = {
  who: readonly Who[]
  /** The ecosystem where the office must be held. Without it, an office in any ecosystem will do. */
  in?(ctx: C, input: I): Where | Promise<Where>
  /** The record acted on, where it has a share level. One that is not there is left to `run`, which says so. */
  record?(ctx: C, input: I): SharedRecord | undefined | Promise<SharedRecord | undefined>
  /** What else must be true, and how the matrix says it. */
  only?: {
    says: Words<string>
    check(ctx: C, input: I): boolean | Promise<boolean>
    /**
     * What somebody is told whom nothing but this keeps out, or a refusal of its own; without it, that their office
     * gives no right.
     */
    why?(ctx: C, input: I): Told | Promise<Told>
  }
}

type Told = Complaint | Refusal | undefined

/** An ecosystem's id; null for what belongs to the whole installation; undefined for what is not there. */
export type Where = string | null | undefined

export const everyone: Rule = { who: ['everyone'] }
export const signedIn: Rule = { who: ['signed-in', 'system'] }
/** The product itself: its command line and its jobs. */
export const systemOnly: Rule = { who: ['system'] }

// However a stored office is called, it is never one of these.
const noOffices: readonly Who[] = ['everyone', 'signed-in', 'system']

/** Whether the actor is one of those named, in that ecosystem when one is given. */
export function isAmong(who: readonly Who[], actor: Actor, where?: Where): boolean {
  if (who.includes('everyone')) return true
  if (actor.kind === 'visitor') return false
  if (actor.kind === 'system') return who.includes('system')
  if (who.includes('signed-in')) return true
  return actor.offices.some(
    (held) =>
      !noOffices.includes(held.office) &&
      who.includes(held.office) &&
      (held.ecosystem === null || where === undefined || held.ecosystem === where),
  )
}

/** The same rule where it is asked of something else: of a form, whose subject says what the action would be done to. */
export const ruleOf = <A, B, C extends Asking>(rule: Rule<B, C>, from: (asked: A) => B): Rule<A, C> => ({
  who: rule.who,
  ...(rule.in && { in: (ctx: C, asked: A) => rule.in!(ctx, from(asked)) }),
  ...(rule.record && { record: (ctx: C, asked: A) => rule.record!(ctx, from(asked)) }),
  ...(rule.only && {
    only: {
      says: rule.only.says,
      check: (ctx: C, asked: A) => rule.only!.check(ctx, from(asked)),
      ...(rule.only.why && { why: (ctx: C, asked: A) => rule.only!.why!(ctx, from(asked)) }),
    },
  }),
})

/** Whether the rule lets the action happen. */
export const allows = async <I, C extends Asking>(rule: Rule<I, C>, ctx: C, input: I): Promise<boolean> =>
  (await reaches(rule, ctx, input)) && (rule.only === undefined || rule.only.check(ctx, input))

/** Office, place and share level, without what else must be true. */
async function reaches<I, C extends Asking>(rule: Rule<I, C>, ctx: C, input: I): Promise<boolean> {
  const where = rule.in && (await rule.in(ctx, input))
  if (!isAmong(rule.who, ctx.actor, where)) return false
  const record = rule.record && (await rule.record(ctx, input))
  return !record || canSee(ctx.actor, record)
}

/** Why a rule that did not let the action happen said no, where it has words of its own for who asks. */
export const whyNot = async <I, C extends Asking>(rule: Rule<I, C>, ctx: C, input: I): Promise<Told> =>
  rule.only?.why && (await reaches(rule, ctx, input)) ? rule.only.why(ctx, input) : undefined
