import type { Hono, Context as HonoContext } from 'hono'
import { perform } from '../kernel/action.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Stage } from '../kernel/context.ts'
import { transaction } from '../kernel/db.ts'
import { type Limit, takeTurns } from '../kernel/limit.ts'
import { localPath, ownPath } from '../kernel/page.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Language } from '../kernel/text.ts'
import { formatInstant } from '../kernel/time.ts'
import {
  actorOf,
  answerCode,
  askForLink,
  beginPasskeySignIn,
  CodeView,
  carried,
  type Entered,
  isDemoPerson,
  LinkSentView,
  LinkView,
  type Repeat,
  RepeatView,
  SignInTroubleView,
  SignInView,
  signIn,
  signInLimits,
  signInToDemo,
  signInWithPasskey,
  signOut,
  peopleText as text,
  WaitView,
} from '../modules/people/index.ts'
import { addressOf, clientOf, networkOf } from './client.ts'
import { languageOf, respond } from './pages.tsx'
import { page, waysIn } from './repeat-page.tsx'
import { clearSession, sessionToken, setSession } from './session.ts'
import type { Shell } from './shell.ts'
import { watchSignIn } from './watch.ts'

const visitor = { kind: 'visitor' } as const

/** Sign-in stands outside the modules' pages because it alone sets the session's cookie. */
export function mountSignIn(app: Hono, shell: Shell): void {
  for (const prefix of ['', '/sv', '/en']) {
    const post = (path: string, handle: (asked: Asked) => Promise<Response>) =>
      app.post(`${prefix}${path}`, async (c) => handle(await askedOf(c, shell)))
    app.get(`${prefix}/sign-in`, (c) => showSignIn(c, shell))
    // The language switch asks for the address of a step: the way in starts anew there.
    for (const step of ['link', 'code', 'passkey']) {
      app.get(`${prefix}/sign-in/${step}`, (c) => c.redirect(`${prefix}/sign-in`, 303))
    }
    post('/sign-in', enterByLink)
    post('/sign-in/link', sendLink)
    post('/sign-in/code', enterByCode)
    post('/sign-in/passkey', enterByPasskey)
    app.post(`${prefix}/sign-in/passkey/options`, (c) => passkeyOptions(c, shell))
    app.post(`${prefix}/sign-out`, (c) => leave(c, shell))
  }
}

/** A posted step of signing in: its fields, where it leads, and the form that waits for it. */
export type Asked = {
  c: HonoContext
  shell: Shell
  language: Language
  stage: Stage
  form: URLSearchParams
  to: string
  repeat: Repeat | undefined
}

/** Only an address of our own is gone back to. */
export const landing = (to: string | null | undefined): string => ownPath(to) ?? '/workspace'

const bodyLimit = 2 * 1024 * 1024 // characters of a posted step with the form that it carries

export async function askedOf(c: HonoContext, shell: Shell): Promise<Asked> {
  const language = languageOf(c)
  const large = Number(c.req.header('content-length') ?? 0) > bodyLimit
  const body = large || c.req.method === 'GET' ? '' : await c.req.text()
  const form = new URLSearchParams(body)
  return {
    c,
    shell,
    language,
    stage: shell.stage(visitor, language),
    form,
    to: landing(form.get('to')),
    repeat: carried(form, ownPath),
  }
}

export type Told = { language: Language; to: string; repeat?: Repeat | undefined }

async function showSignIn(c: HonoContext, shell: Shell): Promise<Response> {
  const language = languageOf(c)
  const token = c.req.query('token')
  const to = landing(c.req.query('to'))
  const t = text[language]
  if (token) return respond(c, page(t.signIn, <LinkView {...{ language, token, to }} />), shell, visitor)
  const actor = await actorOf(shell.database, sessionToken(c, shell), shell.now())
  return respond(c, page(t.signIn, <SignInView {...{ language, to }} {...waysIn(shell)} />), shell, actor)
}

async function sendLink(asked: Asked): Promise<Response> {
  const { c, shell, language, form, stage, to, repeat } = asked
  const t = text[language]
  const email = (form.get('email') ?? '').trim()
  const busy = await wait(asked, 'link', signInLimits.linkByClient)
  if (busy) return busy
  try {
    const { again } = await perform(askForLink, stage, { email, language, to })
    if (again) return tooOften(asked, again)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
    const view = <SignInView {...{ language, to, repeat, email, error: t.emailWrong }} {...waysIn(shell)} />
    return respond(c, page(t.signIn, view, 422), shell, visitor)
  }
  const { mailServer } = waysIn(shell)
  const view = <LinkSentView {...{ language, to, repeat, email, mailServer }} />
  return respond(c, page(t.sentTitle, view), shell, visitor)
}

async function enterByLink(asked: Asked): Promise<Response> {
  const { c, shell, language, form, stage } = asked
  const busy = await wait(asked, 'token', signInLimits.tokenByClient)
  if (busy) return busy
  const token = form.get('token')
  const client = clientOf(c, shell)
  try {
    return await letIn(
      asked,
      token
        ? await perform(signIn, stage, { token, client })
        : await demoSession(shell, form.get('person') ?? form.get('office'), client),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await watchSignIn(shell, c)
    const t = text[language]
    const said = error.complaints[0]?.text[language] ?? t.linkUsed
    const view = <SignInTroubleView {...{ language, title: t.signIn, said }} />
    return respond(c, page(t.signIn, view, 409), shell, visitor)
  }
}

function demoSession(shell: Shell, who: string | null, client: ReturnType<typeof clientOf>) {
  if (!shell.demoSignIn) throw new Refusal('forbidden', 'people.no-demo')
  const stage = shell.stage({ kind: 'system', name: 'demo' }, 'fi')
  return perform(signInToDemo, stage, { ...(isDemoPerson(who) && { person: who }), client })
}

async function enterByCode(asked: Asked): Promise<Response> {
  const { c, shell, language, form, stage, to, repeat } = asked
  const t = text[language]
  const busy = await wait(asked, 'token', signInLimits.tokenByClient)
  if (busy) return busy
  const step = form.get('step') ?? ''
  const codeToken = (form.get('code') ?? '').slice(0, 40)
  const said = await perform(answerCode, stage, { stepToken: step, codeToken, client: clientOf(c, shell) })
  if (said.entered) return letIn(asked, said.entered)
  await watchSignIn(shell, c)
  if (said.again) return tooOften(asked, said.again)
  const view = said.gone ? (
    <SignInView {...{ language, to, repeat, trouble: t.codeGone }} {...waysIn(shell)} />
  ) : (
    <CodeView {...{ language, to, repeat, step, error: t.codeWrong }} />
  )
  return respond(c, page(t.codeTitle, view, 422), shell, visitor)
}

async function passkeyOptions(c: HonoContext, shell: Shell): Promise<Response> {
  const asked = await askedOf(c, shell)
  const busy = await wait(asked, 'passkey', signInLimits.passkeyByClient)
  if (busy) return busy
  c.header('cache-control', 'no-store')
  return c.json(await perform(beginPasskeySignIn, asked.stage, {}))
}

async function enterByPasskey(asked: Asked): Promise<Response> {
  const { c, shell, language, form, stage, to, repeat } = asked
  const busy = await wait(asked, 'passkey', signInLimits.passkeyByClient)
  if (busy) return busy
  try {
    const client = clientOf(c, shell)
    const answerToken = form.get('answer') ?? ''
    return await letIn(asked, await perform(signInWithPasskey, stage, { answerToken, client }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await watchSignIn(shell, c)
    const t = text[language]
    const view = <SignInView {...{ language, to, repeat, trouble: t.passkeyRefused }} {...waysIn(shell)} />
    return respond(c, page(t.signIn, view, 422), shell, visitor)
  }
}

/** A session goes into the cookie and on to where one was going; a step asks for the second factor first. */
export async function letIn(
  { c, shell, language, to, repeat }: Pick<Asked, 'c' | 'shell' | 'language' | 'to' | 'repeat'>,
  entered: Entered,
): Promise<Response> {
  const t = text[language]
  if (entered.session === undefined) {
    const view = <CodeView {...{ language, to, repeat, step: entered.step ?? '' }} />
    return respond(c, page(t.codeTitle, view), shell, visitor)
  }
  setSession(c, shell, entered.session, entered.expiresAt)
  const actor: Actor = await actorOf(shell.database, entered.session, shell.now())
  // An administrator who has no second factor yet is led to where it is set up.
  const asleep = actor.kind === 'person' && actor.asleep && /^\/(workspace|administration)\b/.test(to)
  if (!repeat) return c.redirect(localPath(language, asleep ? '/account' : to), 303)
  return respond(c, page(t.repeatTitle, <RepeatView {...{ language, repeat }} />), shell, actor)
}

/** Takes the client's turn; answers the page that says when to come again, when there is none. */
export async function wait(
  { c, shell, language }: Pick<Asked, 'c' | 'shell' | 'language'>,
  what: string,
  limit: Limit,
): Promise<Response | undefined> {
  const key = `${what} ${networkOf(addressOf(c, shell.config.behindProxy))}`
  const again = await transaction(shell.database, (tx) => takeTurns(tx, [{ key, limit }], shell.now()))
  return again && tooOften({ c, shell, language }, again)
}

export function tooOften(
  { c, shell, language }: Pick<Asked, 'c' | 'shell' | 'language'>,
  again: Date,
): Promise<Response> {
  shell.log.warn({ path: c.req.path }, 'too many tries')
  c.header('retry-after', String(Math.max(1, Math.ceil((again.getTime() - shell.now().getTime()) / 1000))))
  const view = <WaitView language={language} when={formatInstant(again, language)} />
  return respond(c, page(text[language].tooOften, view, 429), shell, visitor)
}

async function leave(c: HonoContext, shell: Shell): Promise<Response> {
  const language = languageOf(c)
  const token = sessionToken(c, shell)
  if (token) await perform(signOut, shell.stage(visitor, language), { token })
  clearSession(c, shell)
  return c.redirect(localPath(language, '/'), 303)
}
