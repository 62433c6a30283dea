import type { Act, StandingIs } from '../../engine/conflict/index.ts'
import type { Complaint } from '../../kernel/refusal.ts'
import type { Asking, Rule } from '../../kernel/rule.ts'
import { gateText } from './gate-text.ts'
import { matterOf } from './queries.ts'
import { standingsOf } from './standings.ts'

/** Whether the actor is free to act in the matter: nothing ties them, and they have said so. */
export async function mayTakePart(asking: Asking, application: string, act: Act): Promise<boolean> {
  const { actor, db, now } = asking
  if (actor.kind === 'system') return true
  if (actor.kind === 'visitor') return false
  const standings = await standingsOf(db, [actor.id], [application], now)
  return standings.of(actor.id, application, act).is === 'free'
}

const telling = (is: Exclude<StandingIs, 'free'>): Complaint => ({
  text: { fi: gateText.fi.why[is], sv: gateText.sv.why[is], en: gateText.en.why[is] },
})

/** What keeps the actor out of the matter, in words: what they have yet to say, or that they are conflicted. */
export async function whatKeepsOut(
  { actor, db, now }: Asking,
  application: string,
  act: Act,
): Promise<Complaint | undefined> {
  if (actor.kind !== 'person' || !(await matterOf(db, application))) return undefined
  const { is } = (await standingsOf(db, [actor.id], [application], now)).of(actor.id, application, act)
  return is === 'free' ? undefined : telling(is)
}

/**
 * The part of a rule for what comes before anything is opened or judged (who assesses, by when): one need not have
 * declared yet, but whoever is conflicted has no part in that either.
 */
export const unbarred = <I>(
  act: Act,
  from: (asking: Asking, input: I) => string | undefined | Promise<string | undefined>,
): NonNullable<Rule<I, Asking>['only']> => ({
  says: { fi: 'ei esteellinen asiassa', sv: 'inte jävig i ärendet', en: 'not conflicted in the matter' },
  check: async (asking, input) => {
    const application = await from(asking, input)
    return application === undefined || !(await isBarred(asking, application, act))
  },
  why: async (asking, input) => {
    const application = await from(asking, input)
    return application !== undefined && (await isBarred(asking, application, act))
      ? telling('barred')
      : undefined
  },
})

async function isBarred({ actor, db, now }: Asking, application: string, act: Act): Promise<boolean> {
  if (actor.kind !== 'person' || !(await matterOf(db, application))) return false
  return (
    (await standingsOf(db, [actor.id], [application], now)).of(actor.id, application, act).is === 'barred'
  )
}

/** The part of a rule that keeps out who is conflicted; `from` says which application the action is about. */
export const free = <I>(
  act: Act,
  from: (asking: Asking, input: I) => string | undefined | Promise<string | undefined>,
): NonNullable<Rule<I, Asking>['only']> => ({
  says: {
    fi: 'esteetön: sidonnaisuudet tarkistettu ja ilmoitus annettu',
    sv: 'ojävig: bindningarna kontrollerade och anmälan gjord',
    en: 'free of conflict: ties checked and a declaration made',
  },
  check: async (asking, input) => {
    const application = await from(asking, input)
    // One that is not there is left to the action, which says so.
    return application === undefined || mayTakePart(asking, application, act)
  },
  why: async (asking, input) => {
    const application = await from(asking, input)
    return application === undefined ? undefined : whatKeepsOut(asking, application, act)
  },
})
