import { z } from 'zod'
import type { Person } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Rule } from '../../kernel/rule.ts'
import type { Words } from '../../kernel/text.ts'
import { free, mayTakePart, whatKeepsOut } from '../conflicts/index.ts'
import { by } from '../people/index.ts'
import type { Application, Level } from './application.ts'
import { refuse } from './error-text.ts'
import { applicationById } from './queries.ts'
import { isAtLeast, levelOf, maySeeApplication, officesThatSee } from './standing.ts'

export const one = { application: z.uuid().describe('Id of the application.') }
export type One = { application: string }

/** What the rule of an action has read is not read again by its `run`, which asks first of all: it is the same moment. */
const readByRule = new WeakMap<object, Application>()

/** The application when the actor sees it; refuses in the same words when it is not there, so that nothing is told. */
export async function seen(ctx: Context, id: string): Promise<Application> {
  const read = readByRule.get(ctx)
  readByRule.delete(ctx)
  const found = read?.id === id ? read : await applicationById(ctx.db, id)
  if (!found || !maySeeApplication(ctx.actor, found)) throw refuse('missing', 'missing')
  return found
}

const says: Record<Level, Words<string>> = {
  view: { fi: 'hakemuksen omat ihmiset', sv: 'ansökans egna personer', en: 'the people of the application' },
  edit: {
    fi: 'ne, joilla on oikeus kirjoittaa hakemukseen',
    sv: 'de som har rätt att skriva i ansökan',
    en: 'those who may write in the application',
  },
  submit: {
    fi: 'ne, joilla on oikeus lähettää hakemus',
    sv: 'de som har rätt att lämna in ansökan',
    en: 'those who may send the application',
  },
}

/** The people of an application who have this right. One that the actor does not see is left to `run`. */
export const withRight = (level: Level): Rule<One, Context> => ({
  who: ['signed-in'],
  only: {
    says: says[level],
    check: async (ctx, { application }) => {
      const found = await applicationById(ctx.db, application)
      if (!found || !maySeeApplication(ctx.actor, found)) return true
      readByRule.set(ctx, found)
      return isAtLeast(levelOf(ctx.actor, found), level)
    },
  },
})

/** By which an officer is asked for their conflicts: who handles an application prepares what is decided of it. */
const act = 'propose'

/** Leaves one that the actor does not see to `run`, which says that it is not there. */
const ofSeen =
  (check: (ctx: Context, found: Application) => boolean | Promise<boolean>) =>
  async (ctx: Context, { application }: One): Promise<boolean> => {
    const found = await applicationById(ctx.db, application)
    if (!found || !maySeeApplication(ctx.actor, found)) return true
    readByRule.set(ctx, found)
    return check(ctx, found)
  }

const why = async (ctx: Context, { application }: One) => whatKeepsOut(ctx, application, act)

/** Its own people; and once it has been sent, the offices of its ecosystem, each when free of conflict. */
export const whoReads: Rule<One, Context> = {
  who: ['signed-in', 'system'],
  only: {
    says: {
      fi: 'hakemuksen omat ihmiset; lähetetyn myös ekosysteemin koordinaattori, valmistelija ja maakuntaliiton virkahenkilö, kun on ilmoittanut esteettömyytensä siinä',
      sv: 'ansökans egna personer; av en inlämnad även ekosystemets koordinator, beredare och landskapsförbundets tjänsteinnehavare, efter anmäld jävfrihet i den',
      en: "the people of the application; of one that was sent also the ecosystem's coordinator, preparer and council officer, once they have declared to be free of conflict in it",
    },
    check: ofSeen((ctx, found) => levelOf(ctx.actor, found) !== undefined || mayTakePart(ctx, found.id, act)),
    why,
  },
}

const theirEcosystem = async (ctx: Pick<Context, 'db'>, { application }: One) =>
  (await applicationById(ctx.db, application))?.call.ecosystem

/** The offices that handle what was sent: what it is and who applies, so that they can say whether they are tied to it. */
export const offices: Rule<One, Context> = { ...by(...officesThatSee), in: theirEcosystem }

/** The same where they act in the matter: each when free of conflict in it. */
export const officers: Rule<One, Context> = {
  ...offices,
  only: {
    says: free<One>(act, () => undefined).says,
    check: ofSeen((ctx, found) => mayTakePart(ctx, found.id, act)),
    why,
  },
}

/** Who asks, where only a person can: the product itself applies for nothing. */
export function personOf(ctx: Context): Person {
  if (ctx.actor.kind !== 'person') throw refuse('forbidden', 'notPerson')
  return ctx.actor
}

/** Who did it, as histories name them. */
export const whoOf = ({ actor }: Pick<Context, 'actor'>): { person_id: string | null; by_whom: string } =>
  actor.kind === 'person'
    ? { person_id: actor.id, by_whom: actor.name }
    : { person_id: null, by_whom: actor.kind === 'system' ? actor.name : '' }
