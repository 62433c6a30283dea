import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import { nudge } from '../../kernel/nudges.ts'
import { Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { allows, type Rule, whyNot } from '../../kernel/rule.ts'
import { type Draft, draftById } from './queries.ts'
import { text } from './text.ts'

type Address = { kind: string; subject: string }

/** The person who types; the product itself has no drafts. */
export function typist({ actor }: Pick<Context, 'actor'>): string {
  if (actor.kind === 'person') return actor.id
  throw refuse('forbidden', 'signedOut')
}

export function kindOf(ctx: Pick<Context, 'drafts'>, kind: string): DraftKind {
  const found = ctx.drafts?.get(kind)
  if (!found) throw refuse('missing', 'noForm')
  return found
}

/** Whose draft it is: one's own, or everybody's who may fill the form in. */
export const keyOf = (ctx: Context, { kind, subject }: Address) => ({
  kind,
  subject,
  person: kindOf(ctx, kind).shared ? null : typist(ctx),
})

/** What is nudged when a draft that people share changes, or who is at it. */
export const roomOf = (ctx: Pick<Context, 'drafts'>, { kind, subject }: Address): string =>
  `draft ${kindOf(ctx, kind).kind} ${subject}`

/** Tells the others at once; one's own drafts have none. */
export async function tell(ctx: Context<Tx>, at: Address, by?: string): Promise<void> {
  if (ctx.drafts?.get(at.kind)?.shared) await nudge(ctx.db, roomOf(ctx, at), by)
}

/** Those who may fill the form in. */
export const mayType: Rule<Address, Context> = {
  who: ['signed-in'],
  only: {
    says: { fi: text.fi.mayType, sv: text.sv.mayType, en: text.en.mayType },
    check: async (ctx, { kind, subject }) => {
      const found = ctx.drafts?.get(kind)
      return found === undefined || allows(found.allow, ctx, { subject })
    },
    why: async (ctx, { kind, subject }) => {
      const found = ctx.drafts?.get(kind)
      return found && whyNot(found.allow, ctx, { subject })
    },
  },
}

/** The same of a draft named by its id; nobody but its owner sees one that is not shared. */
export const maySee: Rule<{ id: string }, Context> = {
  who: ['signed-in'],
  only: {
    says: { fi: text.fi.mayType, sv: text.sv.mayType, en: text.en.mayType },
    check: async (ctx, { id }) => {
      const draft = await draftById(ctx.db, id)
      // One that is not there is left to the action, which says so.
      if (!draft) return true
      if (draft.person_id) return ctx.actor.kind === 'person' && ctx.actor.id === draft.person_id
      const kind = ctx.drafts?.get(draft.kind)
      return kind !== undefined && allows(kind.allow, ctx, { subject: draft.subject })
    },
  },
}

export function refuse(
  kind: RefusalKind,
  reason: 'signedOut' | 'noForm' | 'noDraft' | 'closed' | 'otherPerson' | 'another' | 'noChange',
): Refusal {
  return new Refusal(kind, `draft.${reason.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, [
    { text: { fi: text.fi.refused[reason], sv: text.sv.refused[reason], en: text.en.refused[reason] } },
  ])
}

export const found = (draft: Draft | undefined): Draft => {
  if (!draft) throw refuse('missing', 'noDraft')
  return draft
}
