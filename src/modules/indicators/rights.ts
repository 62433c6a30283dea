import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import { everyone, type Rule } from '../../kernel/rule.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import { type EcosystemHead, ecosystemByKey, idOfKey } from '../ecosystems/index.ts'
import { by, offices } from '../people/index.ts'
import type { By } from './definition-queries.ts'
import { refuse } from './fault-text.ts'

export const key = z.string().max(40).describe('Key of the ecosystem.')

/** Those who choose the indicators of an ecosystem and set its targets. */
export const keepers: Rule<{ key: string }> = {
  ...by('administrator', 'coordinator', 'preparer'),
  in: (ctx, asked) => idOfKey(ctx.db, asked.key),
}

/** Figures are for all who see the ecosystem. */
export const readers: Rule<{ key: string }> = {
  ...everyone,
  record: async (ctx, asked) => {
    const found = await ecosystemByKey(ctx.db, asked.key)
    return found && { share: found.share as ShareLevel, ecosystem: found.id }
  },
}

/** Which enterprises were supported is for those who hold an office in the ecosystem. */
export const insiders: Rule<{ key: string }> = {
  ...by(...offices),
  in: (ctx, asked) => idOfKey(ctx.db, asked.key),
}

export async function ecosystemAt(ctx: Pick<Context, 'db'>, asked: string): Promise<EcosystemHead> {
  const found = await ecosystemByKey(ctx.db, asked)
  if (!found) throw refuse('missing', 'noEcosystem')
  return found
}

export const byOf = ({ actor, now }: Pick<Context, 'actor' | 'now'>): By => ({
  person: actor.kind === 'person' ? actor.id : null,
  name: actor.kind === 'person' ? actor.name : 'Talkoot',
  at: now,
})
