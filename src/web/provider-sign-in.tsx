import type { Hono, Context as HonoContext } from 'hono'
import * as oidc from 'openid-client'
import { z } from 'zod'
import type { ProviderConfig } from '../config.ts'
import { perform } from '../kernel/action.ts'
import { seal, unseal } from '../kernel/seal.ts'
import { type Language, languages } from '../kernel/text.ts'
import {
  SignInTroubleView,
  signInLimits,
  signInWithProvider,
  peopleText as text,
} from '../modules/people/index.ts'
import { clientOf } from './client.ts'
import { languageOf, respond } from './pages.tsx'
import { page } from './repeat-page.tsx'
import { setFlow, takeFlow } from './session.ts'
import type { Shell } from './shell.ts'
import { landing, letIn, wait } from './sign-in.tsx'
import { watchSignIn } from './watch.ts'

const visitor = { kind: 'visitor' } as const

/** What is remembered while somebody is at the provider, in a sealed cookie: so any process may take them back. */
const flow = z.object({
  number: z.number(),
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  to: z.string(),
  language: z.enum(languages),
  until: z.number(),
})

const use = 'provider-flow'
const patience = 10 * 60_000 // ms that somebody may stay at the provider

/** Sign-in with OpenID Connect: authorization code with PKCE, state and nonce (RFC 9700). */
export function mountProviders(app: Hono, shell: Shell): void {
  const known = new Map<ProviderConfig, Promise<oidc.Configuration>>()
  const configured = (provider: ProviderConfig) => {
    const ready = known.get(provider) ?? discover(provider)
    known.set(provider, ready)
    // What failed is asked again next time.
    ready.catch(() => known.delete(provider))
    return ready
  }
  for (const prefix of ['', '/sv', '/en']) {
    app.get(`${prefix}/sign-in/provider/:number`, (c) => setOut(c, shell, configured))
  }
  app.get('/sign-in/provider/:number/callback', (c) => comeBack(c, shell, configured))
}

type Configured = (provider: ProviderConfig) => Promise<oidc.Configuration>

function discover(provider: ProviderConfig): Promise<oidc.Configuration> {
  const issuer = new URL(provider.issuer)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)
  return oidc.discovery(issuer, provider.clientId, provider.clientSecret, undefined, {
    timeout: 10,
    // Only a provider on this very machine, as in tests, may speak without TLS.
    execute: local && issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
  })
}

const callback = (shell: Shell, number: number) =>
  `${shell.config.baseUrl}/sign-in/provider/${number}/callback`

async function setOut(c: HonoContext, shell: Shell, configured: Configured): Promise<Response> {
  const language = languageOf(c)
  const number = Number(c.req.param('number'))
  const provider = shell.config.providers[number - 1]
  if (!provider) return c.notFound()
  const busy = await wait({ c, shell, language }, 'token', signInLimits.tokenByClient)
  if (busy) return busy
  const verifier = oidc.randomPKCECodeVerifier()
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  try {
    const url = oidc.buildAuthorizationUrl(await configured(provider), {
      redirect_uri: callback(shell, number),
      scope: 'openid email profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ui_locales: language,
    })
    const until = shell.now().getTime() + patience
    const kept = { number, verifier, state, nonce, to: landing(c.req.query('to')), language, until }
    setFlow(c, shell, seal(secretOf(shell), use, JSON.stringify(kept)))
    c.header('cache-control', 'no-store')
    return c.redirect(url.href, 303)
  } catch (error) {
    return failed(c, shell, provider, language, error)
  }
}

async function comeBack(c: HonoContext, shell: Shell, configured: Configured): Promise<Response> {
  const number = Number(c.req.param('number'))
  const provider = shell.config.providers[number - 1]
  if (!provider) return c.notFound()
  const kept = readFlow(takeFlow(c, shell), shell)
  if (kept?.number !== number) return failed(c, shell, provider, 'fi', new Error('no sign-in is under way'))
  const { language, to } = kept
  let claims: oidc.IDToken | undefined
  try {
    // The address as the provider knows it, whatever a proxy has made of it on the way here.
    const current = new URL(`${callback(shell, number)}${new URL(c.req.url).search}`)
    const tokens = await oidc.authorizationCodeGrant(await configured(provider), current, {
      pkceCodeVerifier: kept.verifier,
      expectedState: kept.state,
      expectedNonce: kept.nonce,
      idTokenExpected: true,
    })
    claims = tokens.claims()
    if (claims && !claims.email) {
      const more = await oidc.fetchUserInfo(await configured(provider), tokens.access_token, claims.sub)
      claims = { ...claims, ...more } as oidc.IDToken
    }
  } catch (error) {
    return failed(c, shell, provider, language, error)
  }
  if (!claims) return failed(c, shell, provider, language, new Error('the provider gave no ID token'))
  const { entered } = await perform(
    signInWithProvider,
    shell.stage({ kind: 'system', name: 'provider' }, language),
    {
      issuer: claims.iss,
      subject: claims.sub,
      email: verifiedEmail(claims, provider),
      name: typeof claims.name === 'string' ? claims.name.slice(0, 200) : undefined,
      enrol: provider.enrol,
      language,
      client: clientOf(c, shell),
    },
  )
  if (entered) return letIn({ c, shell, language, to, repeat: undefined }, entered)
  await watchSignIn(shell, c)
  return trouble(c, shell, language, text[language].providerUnknown(provider.name), 403)
}

function verifiedEmail(claims: oidc.IDToken, provider: ProviderConfig): string | undefined {
  const { email, email_verified: verified } = claims
  const trusted = verified === true || (provider.trustEmail && verified === undefined)
  return trusted && typeof email === 'string' && z.email().safeParse(email).success ? email : undefined
}

function readFlow(sealed: string | undefined, shell: Shell): z.output<typeof flow> | undefined {
  const open = sealed && unseal(secretOf(shell), use, sealed)
  const parsed = open ? flow.safeParse(JSON.parse(open)) : undefined
  return parsed?.success && parsed.data.until > shell.now().getTime() ? parsed.data : undefined
}

function secretOf(shell: Shell): string {
  const { site } = shell.stage(visitor, 'fi')
  if (!site) throw new Error('the house gives no key to seal with')
  return site.secret
}

function failed(c: HonoContext, shell: Shell, provider: ProviderConfig, language: Language, error: unknown) {
  // The provider's answer may hold a code: only what the library says of it is logged.
  shell.log.warn({ provider: provider.name, error: (error as Error).message }, 'provider sign-in failed')
  return trouble(c, shell, language, text[language].providerFailed(provider.name), 409)
}

const trouble = (c: HonoContext, shell: Shell, language: Language, said: string, status: 403 | 409) => {
  const title = text[language].providerRefused
  return respond(c, page(title, <SignInTroubleView {...{ language, title, said }} />, status), shell, visitor)
}
