import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, signedIn } from '../../kernel/rule.ts'
import { self } from './code-actions.ts'
import { notice } from './notice.ts'
import {
  deletePasskey,
  insertChallenge,
  insertPasskey,
  passkeyByCredential,
  passkeysOf,
  renamePasskey,
  takeChallenge,
  usePasskey,
} from './passkey-queries.ts'
import { personById } from './queries.ts'
import { lifetimes } from './rules.ts'
import { strengthenSession } from './security-queries.ts'
import { client, entered, openSession } from './sessions.ts'
import { text } from './text.ts'

/** The site as authenticators know it: passkeys are bound to its host name. */
const party = (ctx: Pick<Context, 'baseUrl'>) => {
  const url = new URL(ctx.baseUrl)
  return { id: url.hostname, origin: url.origin }
}

// WebAuthn's own shape of options and answers, passed on between the browser and the library as JSON.
const json = z.record(z.string(), z.unknown())

const refused = () =>
  new Refusal('conflict', 'people.passkey-refused', [
    { text: { fi: text.fi.passkeyRefused, sv: text.sv.passkeyRefused, en: text.en.passkeyRefused } },
  ])

/** What the browser's answer is, in its own JSON; anything else is refused. */
function answerOf<T>(token: string): T {
  try {
    const answer: unknown = JSON.parse(token)
    if (answer && typeof answer === 'object' && 'id' in answer && 'response' in answer) return answer as T
  } catch {
    // refused below, like every other shape
  }
  throw refused()
}

export const beginPasskey = command({
  name: 'people.begin-passkey',
  summary: {
    fi: 'Aloita pääsyavaimen rekisteröinti: asetukset selaimelle',
    sv: 'Börja registrera en inloggningsnyckel: alternativen till webbläsaren',
    en: 'Begin to register a passkey: the options for the browser',
  },
  input: z.object({}),
  output: json,
  allow: signedIn,
  inPerson: true,
  fresh: true,
  run: async (ctx) => {
    const person = await personById(ctx.db, self(ctx))
    const known = await passkeysOf(ctx.db, self(ctx))
    const options = await generateRegistrationOptions({
      rpName: 'Talkoot',
      rpID: party(ctx).id,
      userID: new TextEncoder().encode(self(ctx)),
      userName: person?.email ?? person?.name ?? '',
      userDisplayName: person?.name ?? '',
      attestationType: 'none',
      excludeCredentials: known.map((k) => ({
        id: k.credential_id,
        transports: k.transports as AuthenticatorTransport[],
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    await remember(ctx, options.challenge, self(ctx))
    return { ...options }
  },
})

export const addPasskey = command({
  name: 'people.add-passkey',
  summary: {
    fi: 'Rekisteröi selaimen luoma pääsyavain',
    sv: 'Registrera inloggningsnyckeln som webbläsaren har skapat',
    en: 'Register the passkey that the browser has made',
  },
  input: z.object({ answerToken: z.string().max(20_000), name: z.string().trim().max(80) }),
  output: z.object({ id: z.string() }),
  allow: signedIn,
  run: async (ctx, { answerToken, name }) => {
    const response = answerOf<RegistrationResponseJSON>(answerToken)
    const verified = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => forget(ctx, challenge, self(ctx)),
      expectedOrigin: party(ctx).origin,
      expectedRPID: party(ctx).id,
      requireUserVerification: true,
    }).catch(() => undefined)
    if (!verified?.verified) throw refused()
    const { credential } = verified.registrationInfo
    const id = newId(ctx.now.getTime())
    const called = name || text[ctx.language].passkeyName
    await insertPasskey(ctx.db, {
      id,
      person_id: self(ctx),
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: [...(credential.transports ?? [])],
      name: called,
      created_at: ctx.now,
    })
    if (ctx.actor.kind === 'person' && ctx.actor.session) {
      await strengthenSession(ctx.db, ctx.actor.session, 'passkey')
    }
    ctx.changed({ kind: 'passkey', id, before: null, after: { person: self(ctx), name: called } })
    await notice(ctx, self(ctx), (words) => words.passkeyAdded(called))
    return { id }
  },
})

export const namePasskey = command({
  name: 'people.name-passkey',
  summary: {
    fi: 'Anna pääsyavaimelle toinen nimi',
    sv: 'Ge en inloggningsnyckel ett annat namn',
    en: 'Give a passkey another name',
  },
  input: z.object({ id: z.uuid(), name: z.string().trim().min(1).max(80) }),
  output: z.object({}),
  allow: signedIn,
  run: async (ctx, { id, name }) => {
    await renamePasskey(ctx.db, self(ctx), id, name)
    ctx.changed({ kind: 'passkey', id, before: {}, after: { name } })
    return {}
  },
})

export const removePasskey = command({
  name: 'people.remove-passkey',
  summary: {
    fi: 'Poista pääsyavain: sillä ei enää kirjauduta',
    sv: 'Ta bort en inloggningsnyckel: ingen loggar längre in med den',
    en: 'Remove a passkey: nobody signs in with it any more',
  },
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  allow: signedIn,
  inPerson: true,
  fresh: true,
  run: async (ctx, { id }) => {
    const gone = await deletePasskey(ctx.db, self(ctx), id)
    if (!gone) throw new Refusal('missing', 'people.no-passkey')
    ctx.changed({ kind: 'passkey', id, before: { person: self(ctx), name: gone.name }, after: null })
    await notice(ctx, self(ctx), (words) => words.passkeyRemoved(gone.name))
    return {}
  },
})

/** Any passkey of the site will do: the browser shows whose it has. */
export const beginPasskeySignIn = command({
  name: 'people.begin-passkey-sign-in',
  summary: {
    fi: 'Aloita kirjautuminen pääsyavaimella: asetukset selaimelle',
    sv: 'Börja logga in med inloggningsnyckel: alternativen till webbläsaren',
    en: 'Begin to sign in with a passkey: the options for the browser',
  },
  input: z.object({}),
  output: json,
  allow: everyone,
  run: async (ctx) => {
    const options = await generateAuthenticationOptions({
      rpID: party(ctx).id,
      userVerification: 'required',
    })
    await remember(ctx, options.challenge, null)
    return { ...options }
  },
})

/** A passkey is two factors at once (the device, and the finger or PIN on it), so no code is asked after it. */
export const signInWithPasskey = command({
  name: 'people.sign-in-with-passkey',
  summary: {
    fi: 'Kirjaudu pääsyavaimen vastauksella',
    sv: 'Logga in med inloggningsnyckelns svar',
    en: 'Sign in with the answer of a passkey',
  },
  input: z.object({ answerToken: z.string().max(20_000), client: client.optional() }),
  output: entered,
  allow: everyone,
  run: async (ctx, { answerToken, client }) => {
    const response = answerOf<AuthenticationResponseJSON>(answerToken)
    const passkey = await passkeyByCredential(ctx.db, String(response.id))
    if (!passkey) throw refused()
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => forget(ctx, challenge, null),
      expectedOrigin: party(ctx).origin,
      expectedRPID: party(ctx).id,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
        transports: passkey.transports as AuthenticatorTransport[],
      },
    }).catch(() => undefined)
    if (!verified?.verified) throw refused()
    await usePasskey(ctx.db, passkey.id, verified.authenticationInfo.newCounter, ctx.now)
    return openSession(ctx, passkey.person_id, 'passkey', client)
  },
})

const remember = (ctx: Context<Tx>, challenge: string, person: string | null) =>
  insertChallenge(ctx.db, {
    challenge,
    person_id: person,
    expires_at: new Date(ctx.now.getTime() + lifetimes.challenge),
  })

const forget = async (ctx: Context<Tx>, challenge: string, person: string | null): Promise<boolean> =>
  (await takeChallenge(ctx.db, challenge, person, ctx.now)) !== undefined
