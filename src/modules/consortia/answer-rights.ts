import type { Context } from '../../kernel/context.ts'
import { type Complaint, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { type Asking, isAmong, type Rule } from '../../kernel/rule.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { keepsProfile } from '../profiles/index.ts'
import { answerText } from './answer-text.ts'
import { canonicalOf, consortiumById, partnersOf } from './consortium-queries.ts'
import { type AskedPartner, partnerById } from './invitation-queries.ts'
import { inviteText } from './invite-text.ts'
import type { Consortium } from './record.ts'
import { gatherers, mayGather, type One } from './rights.ts'
import { isIn } from './rules.ts'

export type OfPartner = One & { partner: string }

/** A refusal in words that are looked up by language. */
export const refusing =
  <K extends string>(says: Readonly<Record<Language, { faults: Readonly<Record<K, string>> }>>) =>
  (kind: RefusalKind, key: K, field?: string): Refusal =>
    new Refusal(kind, `consortium.${key}`, [said(says, key, field)])

const said = <K extends string>(
  says: Readonly<Record<Language, { faults: Readonly<Record<K, string>> }>>,
  key: K,
  field?: string,
): Complaint => ({ ...(field && { field }), text: inEach((l) => says[l].faults[key]) })

export const inviteFault = refusing(inviteText)
export const answerFault = refusing(answerText)

/** Whether the actor gathers the consortium: holds the office, and it is theirs. */
export const gathersIt = async (
  { db, actor }: Pick<Asking, 'db' | 'actor'>,
  c: Consortium,
): Promise<boolean> => isAmong(gatherers.who, actor, c.ecosystem.id) && (await mayGather(db, actor, c))

/** Whether the actor gives the word of a partner: keeps its profile. An office that is tried out is not the person. */
export const givesWord = async ({ db, actor, now }: Asking, organisation: string | null): Promise<boolean> =>
  actor.kind === 'person' &&
  !actor.previewing &&
  organisation !== null &&
  (await keepsProfile(db, actor.id, organisation, now))

/** Those who gather, and the people of organisations that are in: they see what is agreed among them. */
export async function isInside(ctx: Pick<Asking, 'db' | 'actor'>, c: Consortium): Promise<boolean> {
  const { db, actor } = ctx
  if (actor.kind === 'system') return true
  if (actor.kind !== 'person' || actor.previewing) return gathersIt(ctx, c)
  if (await gathersIt(ctx, c)) return true
  const own = await canonicalOf(db, actor.organisations)
  if (own.length === 0) return false
  return (await partnersOf(db, c.id)).some(
    (p) => p.organisation !== null && own.includes(p.organisation) && isIn(p.state),
  )
}

const insideSays = {
  fi: 'konsortion kokoajat ja siinä olevien organisaatioiden ihmiset',
  sv: 'de som sätter samman konsortiet och folk i organisationerna som är med',
  en: 'those who gather the consortium and people of the organisations in it',
}
const notInside = () => ({ text: inEach((l) => answerText[l].faults.notInside) })

/** Whoever sees what is agreed in a consortium. */
export const inside: Rule<One, Context> = {
  who: ['signed-in', 'system'],
  only: {
    says: insideSays,
    check: async (ctx, { consortium }) => {
      const found = await consortiumById(ctx.db, consortium)
      return !found || isInside(ctx, found)
    },
    why: notInside,
  },
}

/** The same of one partner, and those who keep its profile whatever it answered. */
export const insideOrWord: Rule<OfPartner, Context> = {
  who: ['signed-in', 'system'],
  only: {
    says: insideSays,
    check: async (ctx, { consortium, partner }) => {
      const found = await consortiumById(ctx.db, consortium)
      const asked = await partnerById(ctx.db, partner)
      return !found || !asked || (await isInside(ctx, found)) || givesWord(ctx, asked.organisation)
    },
    why: notInside,
  },
}

/** Whoever gives the word of the partner. */
export const partnersWord: Rule<OfPartner, Context> = {
  who: ['signed-in'],
  only: {
    says: {
      fi: 'kumppanin profiilin pitäjät',
      sv: 'de som sköter partnerns profil',
      en: 'those who keep the profile of the partner',
    },
    check: async (ctx, { partner }) => {
      const asked = await partnerById(ctx.db, partner)
      return !asked || givesWord(ctx, asked.organisation)
    },
    why: () => ({ text: inEach((l) => answerText[l].faults.notKeeper) }),
  },
}

/** The partner and its consortium; where one is not there, it is said in the same words. */
export async function partnerOf(
  { db }: Pick<Context, 'db'>,
  { consortium: id, partner }: OfPartner,
): Promise<{ consortium: Consortium; partner: AskedPartner }> {
  const found = await partnerById(db, partner)
  const consortium = found?.consortium === id ? await consortiumById(db, id) : undefined
  if (!found || !consortium) throw inviteFault('missing', 'noPartner')
  return { consortium, partner: found }
}
