import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Asking, Rule } from '../../kernel/rule.ts'
import { holds } from '../people/index.ts'
import { entryOwner } from './fact-queries.ts'
import { keepsProfile, type Organisation, organisationOf } from './keeper-queries.ts'
import { refuse } from './refusals.ts'
import type { FactOffice } from './rules.ts'
import { rulesText as text } from './rules-text.ts'

type Ask = { db: Read; actor: Actor; now: Date }

/** In whose name somebody states facts of an organisation: as its keeper, as a coordinator, or not at all. */
export async function officeFor(
  { db, actor, now }: Ask,
  organisation: string,
): Promise<FactOffice | undefined> {
  if (actor.kind === 'system') return 'system'
  if (actor.kind !== 'person' || !isId(organisation)) return undefined
  // An office that is tried out is looked at as that office, not as the person.
  if (!actor.previewing && (await keepsProfile(db, actor.id, organisation, now))) return 'keeper'
  return holds(actor, ['coordinator']) ? 'coordinator' : undefined
}

/** Who states what a profile says: those who keep it, and coordinators, who fill in for the actor. */
export const stating: Rule<{ id: string }, Asking> = {
  who: ['signed-in', 'system'],
  only: {
    says: { fi: text.fi.stating, sv: text.sv.stating, en: text.en.stating },
    check: async (ctx, { id }) => (await officeFor(ctx, id)) !== undefined,
    why: () => ({ text: { fi: text.fi.notKeeper, sv: text.sv.notKeeper, en: text.en.notKeeper } }),
  },
}

/** The same of one entry of a profile; of one that is not there the action itself says so. */
export const statingEntry: Rule<{ entry: string }, Asking> = {
  who: ['signed-in', 'system'],
  only: {
    says: { fi: text.fi.stating, sv: text.sv.stating, en: text.en.stating },
    check: async (ctx, { entry }) => {
      const owner = await entryOwner(ctx.db, entry)
      return !owner || (await officeFor(ctx, owner)) !== undefined
    },
    why: () => ({ text: { fi: text.fi.notKeeper, sv: text.sv.notKeeper, en: text.en.notKeeper } }),
  },
}

/** Who gives the actor's own word: those who keep the profile. */
export const ownWord: Rule<{ id: string }, Asking> = {
  who: ['signed-in'],
  only: {
    says: { fi: text.fi.ownWord, sv: text.sv.ownWord, en: text.en.ownWord },
    check: async (ctx, { id }) => (await officeFor(ctx, id)) === 'keeper',
    why: () => ({ text: { fi: text.fi.notOwnWord, sv: text.sv.notOwnWord, en: text.en.notOwnWord } }),
  },
}

/** The organisation that is meant, by the id of any of its rows. */
export async function mustBe(ctx: Pick<Context, 'db' | 'actor'>, id: string): Promise<Organisation> {
  const found = isId(id) ? await organisationOf(ctx.db, ctx.actor, id) : undefined
  if (!found) throw refuse('missing', 'noOrganisation')
  return found
}

export const nameOfActor = ({ actor }: Pick<Context, 'actor'>): string =>
  actor.kind === 'visitor' ? '' : actor.name

export const idOfActor = ({ actor }: Pick<Context, 'actor'>): string | null =>
  actor.kind === 'person' ? actor.id : null
