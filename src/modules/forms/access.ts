import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Asking, Rule } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { by } from '../people/index.ts'
import { type FormHead, formById } from './queries.ts'
import { text } from './text.ts'

/** Those who make forms. */
export const makers: Rule = by('coordinator', 'preparer')

type One = { form: string }

const placeOfForm = async ({ db }: Asking, { form }: One) => (await formById(db, form))?.ecosystem_id

/** Who may change a form: one of the whole installation only by those whose office is held everywhere. */
export const keepers: Rule<One> = { ...makers, in: placeOfForm }

/** Who may look at one: those of the whole installation are for every maker to use and copy. */
export const readers: Rule<One> = {
  ...makers,
  in: async (ctx, one) => (await placeOfForm(ctx, one)) ?? undefined,
}

export async function foundForm(ctx: Context, id: string): Promise<FormHead> {
  const found = await formById(ctx.db, id)
  if (!found) throw refuse('missing', 'noForm')
  return found
}

export const refuse = (
  kind: 'missing' | 'conflict' | 'invalid',
  reason: keyof (typeof text)['fi']['refused'],
  field?: string,
): Refusal =>
  new Refusal(kind, `form.${reason.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, [
    { ...(field && { field }), text: inEach((l) => text[l].refused[reason]) },
  ])
