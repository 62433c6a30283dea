import { z } from 'zod'
import type { Context } from '../../kernel/context.ts'
import { type Asking, isAmong, type Rule } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { type EcosystemHead, ecosystemByKey, idOfKey } from '../ecosystems/index.ts'
import { by, type Office } from '../people/index.ts'
import { boundTo, helping, overseeing, ownParties } from '../reports/index.ts'
import { complaint, faultText, refuse } from './fault-text.ts'
import { type Followed, followedById } from './queries.ts'

export const one = { project: z.uuid().describe('Id of the project.') }
type Asked = { project: string }

export const oversees = ({ actor }: Asking, { ecosystem }: Followed): boolean =>
  isAmong([...overseeing, 'system'], actor, ecosystem)

/** Whether the actor writes for the project: for an organisation of it, or helping. */
export const writes = async (ctx: Asking, { project, ecosystem }: Followed): Promise<boolean> =>
  isAmong([...helping, 'system'], ctx.actor, ecosystem) || (await ownParties(ctx, project)).length > 0

/** A project that is not followed is left to the action, which says so. */
const whereFollowed =
  (check: (ctx: Asking, followed: Followed) => boolean | Promise<boolean>) =>
  async (ctx: Asking, { project }: Asked): Promise<boolean> => {
    const found = await followedById(ctx.db, project)
    return !found || check(ctx, found)
  }

const says = inEach((l) => faultText[l].writersOnly)
const why = () => complaint('notYours')

export const readers: Rule<Asked> = {
  who: ['signed-in', 'system'],
  only: { says, check: whereFollowed(async (ctx, of) => oversees(ctx, of) || writes(ctx, of)), why },
}

export const writers: Rule<Asked> = {
  who: ['signed-in', 'system'],
  only: { says, check: whereFollowed(writes), why },
}

/** Those who answer for an office: the office held where the project is followed, and free of the project. */
export const answerers = (offices: readonly string[]): Rule<Asked> => ({
  ...by(...(offices as Office[])),
  in: async (ctx, { project }) => (await followedById(ctx.db, project))?.ecosystem,
  only: {
    says: inEach((l) => faultText[l].freeOnly),
    check: async (ctx, { project }) => !(await boundTo(ctx, project)),
    why: () => complaint('bound'),
  },
})

export const key = z.string().max(40).describe('Key of the ecosystem.')

/** Those who begin to follow a project in an ecosystem. */
export const beginners: Rule<{ key: string }> = {
  ...by('administrator', 'coordinator', 'preparer'),
  in: (ctx, asked) => idOfKey(ctx.db, asked.key),
}

/** Those who see how every project of an ecosystem goes. */
export const overseers: Rule<{ key: string }> = {
  ...by(...overseeing),
  in: (ctx, asked) => idOfKey(ctx.db, asked.key),
}

export async function followedAt(ctx: Pick<Context, 'db'>, project: string): Promise<Followed> {
  const found = await followedById(ctx.db, project)
  if (!found) throw refuse('missing', 'notFollowed')
  return found
}

export async function ecosystemAt(ctx: Pick<Context, 'db'>, asked: string): Promise<EcosystemHead> {
  const found = await ecosystemByKey(ctx.db, asked)
  if (!found) throw refuse('missing', 'noEcosystem')
  return found
}
