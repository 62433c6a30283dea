import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { forgiveTurns, takeTurns } from '../../kernel/limit.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, signedIn } from '../../kernel/rule.ts'
import { macOf, seal, unseal } from '../../kernel/seal.ts'
import {
  beginCode,
  confirmCode,
  confirmedCode,
  deleteCode,
  readCode,
  replaceRecoveryCodes,
  takeCodeStep,
  takeRecoveryCode,
} from './code-queries.ts'
import {
  codeAddress,
  newCodeSecret,
  normalRecoveryCode,
  recoveryCode,
  stepOfCode,
  use,
} from './code-rules.ts'
import { notice } from './notice.ts'
import { personById } from './queries.ts'
import { hashOf, limits } from './rules.ts'
import { strengthenSession } from './security-queries.ts'
import { client, entered, openSession } from './sessions.ts'
import { deleteStep, readStep } from './sign-in-queries.ts'

const keyOf = (ctx: Pick<Context, 'site'>): string => {
  if (!ctx.site) throw new Error('the house gives no key to seal secrets with')
  return ctx.site.secret
}

export const self = (ctx: Pick<Context, 'actor'>): string => {
  if (ctx.actor.kind !== 'person') throw new Refusal('forbidden', 'people.nobody')
  return ctx.actor.id
}

// Without codes: the code was wrong, or (`again`) it was one try too many.
const madeCodes = z.object({ recoveryCodes: z.array(z.string()).optional(), again: z.date().optional() })

/** Begins (or begins again) to switch one-time codes on: what the authenticator app is to read. */
export const beginOneTimeCode = command({
  name: 'people.begin-one-time-code',
  summary: {
    fi: 'Aloita kertakoodien käyttöönotto: salaisuus todennussovellukseen',
    sv: 'Börja ta engångskoder i bruk: hemligheten till autentiseringsappen',
    en: 'Begin to switch on one-time codes: the secret for the authenticator app',
  },
  input: z.object({}),
  output: z.object({ secret: z.string(), address: z.string() }),
  allow: signedIn,
  inPerson: true,
  fresh: true,
  run: async (ctx) => {
    const person = await personById(ctx.db, self(ctx))
    const waiting = await readCode(ctx.db, self(ctx))
    if (waiting?.confirmed_at) throw new Refusal('conflict', 'people.code-is-on')
    // Who comes back to the page finds the same secret: the app has it already.
    const known = waiting && unseal(keyOf(ctx), use.code, waiting.sealed_secret)
    const secret = known ?? newCodeSecret()
    if (!known) await beginCode(ctx.db, self(ctx), seal(keyOf(ctx), use.code, secret))
    return { secret, address: codeAddress(secret, person?.email ?? person?.name ?? '') }
  },
})

/** Switches one-time codes on with a code from the app; answers the recovery codes, which are told once. */
export const confirmOneTimeCode = command({
  name: 'people.confirm-one-time-code',
  summary: {
    fi: 'Ota kertakoodit käyttöön antamalla koodi; vastauksena varakoodit',
    sv: 'Ta engångskoder i bruk genom att ange en kod; som svar fås reservkoderna',
    en: 'Switch on one-time codes by giving one; answers the recovery codes',
  },
  input: z.object({ codeToken: z.string().max(20) }),
  output: madeCodes,
  allow: signedIn,
  run: async (ctx, { codeToken }) => {
    const person = self(ctx)
    const { accepted, again } = await tryCode(ctx, person, codeToken)
    if (!accepted) return { again }
    await confirmCode(ctx.db, person, ctx.now)
    if (ctx.actor.kind === 'person' && ctx.actor.session) {
      await strengthenSession(ctx.db, ctx.actor.session, 'code')
    }
    ctx.changed({ kind: 'person', id: person, before: { oneTimeCode: false }, after: { oneTimeCode: true } })
    await notice(ctx, person, (words) => words.codeOn)
    return { recoveryCodes: await makeRecoveryCodes(ctx, person) }
  },
})

export const renewRecoveryCodes = command({
  name: 'people.renew-recovery-codes',
  summary: {
    fi: 'Luo uudet varakoodit; vanhat lakkaavat toimimasta',
    sv: 'Skapa nya reservkoder; de gamla slutar fungera',
    en: 'Make new recovery codes; the old ones work no longer',
  },
  input: z.object({ codeToken: z.string().max(20) }),
  output: madeCodes,
  allow: signedIn,
  run: async (ctx, { codeToken }) => {
    const person = self(ctx)
    const { accepted, again } = await tryCode(ctx, person, codeToken)
    if (!accepted) return { again }
    ctx.changed({ kind: 'person', id: person, before: {}, after: { recoveryCodes: 'renewed' } })
    return { recoveryCodes: await makeRecoveryCodes(ctx, person) }
  },
})

export const switchOffOneTimeCode = command({
  name: 'people.switch-off-one-time-code',
  summary: {
    fi: 'Poista kertakoodit käytöstä antamalla viimeinen koodi',
    sv: 'Ta engångskoder ur bruk genom att ange en sista kod',
    en: 'Switch off one-time codes by giving a last one',
  },
  input: z.object({ codeToken: z.string().max(20) }),
  output: z.object({ off: z.boolean(), again: z.date().optional() }),
  allow: signedIn,
  run: async (ctx, { codeToken }) => {
    const person = self(ctx)
    const { accepted, again } = await tryCode(ctx, person, codeToken)
    if (!accepted) return { off: false, again }
    await deleteCode(ctx.db, person)
    ctx.changed({ kind: 'person', id: person, before: { oneTimeCode: true }, after: { oneTimeCode: false } })
    await notice(ctx, person, (words) => words.codeOff)
    return { off: true }
  },
})

/** The second factor: a code of the app, or a recovery code. A wrong one leaves the step open for another try. */
export const answerCode = command({
  name: 'people.answer-code',
  summary: {
    fi: 'Kirjaudu kertakoodilla linkin jälkeen',
    sv: 'Logga in med engångskod efter länken',
    en: 'Sign in with a one-time code after the link',
  },
  input: z.object({
    stepToken: z.string().max(100),
    codeToken: z.string().max(40),
    client: client.optional(),
  }),
  output: z.object({ entered: entered.optional(), gone: z.boolean().optional(), again: z.date().optional() }),
  allow: everyone,
  run: async (ctx, { stepToken, codeToken, client }) => {
    const step = await readStep(ctx.db, hashOf(stepToken), ctx.now)
    if (!step) return { gone: true }
    const { accepted, again } = await tryCode(ctx, step.person_id, codeToken)
    if (!accepted) return { again }
    await deleteStep(ctx.db, step.token_hash)
    return { entered: await openSession(ctx, step.person_id, 'code', client) }
  },
})

type Tried = { accepted: boolean; again?: Date }

/** A code of the app or a recovery code, at most a few tries at a time: a million codes are not many to a machine. */
async function tryCode(ctx: Context<Tx>, person: string, typed: string): Promise<Tried> {
  const key = `code ${person}`
  const again = await takeTurns(ctx.db, [{ key, limit: limits.codeOfPerson }], ctx.now)
  if (again) return { accepted: false, again }
  const accepted = (await confirmedCode(ctx.db, person))
    ? await acceptsEither(ctx, person, typed)
    : await acceptsCode(ctx, person, typed)
  if (accepted) await forgiveTurns(ctx.db, key)
  return { accepted }
}

async function acceptsCode(ctx: Context<Tx>, person: string, typed: string): Promise<boolean> {
  const code = await readCode(ctx.db, person)
  const secret = code && unseal(keyOf(ctx), use.code, code.sealed_secret)
  const step = secret ? stepOfCode(secret, typed, ctx.now) : undefined
  if (step === undefined) return false
  if (await takeCodeStep(ctx.db, person, step)) return true
  // A right code that was used before: somebody may have read it over a shoulder.
  ctx.log.warn({ person }, 'a one-time code came twice')
  if (code?.confirmed_at) await notice(ctx, person, (words) => words.codeAgain)
  return false
}

async function acceptsEither(ctx: Context<Tx>, person: string, typed: string): Promise<boolean> {
  if (await acceptsCode(ctx, person, typed)) return true
  const recovery = normalRecoveryCode(typed)
  if (!recovery) return false
  const hash = macOf(keyOf(ctx), use.recovery, recovery)
  const taken = await takeRecoveryCode(ctx.db, person, hash, ctx.now)
  if (taken) await notice(ctx, person, (words) => words.recoveryUsed)
  return taken !== undefined
}

async function makeRecoveryCodes(ctx: Context<Tx>, person: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => recoveryCode((below) => randomInt(below)))
  const hashes = codes.map((code) => macOf(keyOf(ctx), use.recovery, code))
  await replaceRecoveryCodes(ctx.db, person, hashes)
  return codes
}
