import type { Hono, Context as HonoContext } from 'hono'
import { perform } from '../kernel/action.ts'
import { localPath, type PageAnswer } from '../kernel/page.ts'
import { Refusal } from '../kernel/refusal.ts'
import { signIn, signInToDemo, signOut, peopleText as text } from '../modules/people/index.ts'
import { PageHead } from '../ui/index.ts'
import { refusalPage } from './errors.tsx'
import { languageOf, respond } from './pages.tsx'
import { clearSession, sessionToken, setSession } from './session.ts'
import type { Shell } from './shell.ts'

const visitor = { kind: 'visitor' } as const

/** Sign-in stands outside the modules' pages because it alone sets the session's cookie. */
export function mountSignIn(app: Hono, shell: Shell): void {
  for (const prefix of ['', '/sv', '/en']) {
    app.get(`${prefix}/sign-in`, (c) => respond(c, signInPage(c, shell), shell, visitor))
    app.post(`${prefix}/sign-in`, (c) => enter(c, shell))
    app.post(`${prefix}/sign-out`, (c) => leave(c, shell))
  }
}

/** Only an address of our own is gone back to. */
const backTo = (to: string | undefined): string => (to && /^\/(?![/\\])/.test(to) ? to : '/workspace')

function signInPage(c: HonoContext, shell: Shell): PageAnswer {
  const language = languageOf(c)
  const t = text[language]
  const token = c.req.query('token')
  const to = backTo(c.req.query('to'))
  return {
    as: 'page',
    title: t.signIn,
    robots: 'noindex',
    body: (
      <>
        <PageHead title={t.signIn} lead={token ? t.signInLead : shell.demoSignIn ? t.demoLead : undefined} />
        {(token || shell.demoSignIn) && (
          <form method="post" action={localPath(language, '/sign-in')}>
            {token && <input type="hidden" name="token" value={token} />}
            <input type="hidden" name="to" value={to} />
            <button class="btn main" type="submit">
              {token ? t.signIn : t.demo}
            </button>
          </form>
        )}
        {!token && !shell.demoSignIn && (
          <p>
            {t.askLink} <code>npm run -s talkoot -- sign-in-link</code>.
          </p>
        )}
      </>
    ),
  }
}

async function enter(c: HonoContext, shell: Shell): Promise<Response> {
  const language = languageOf(c)
  const form = new URLSearchParams(await c.req.text())
  const token = form.get('token')
  try {
    const { session, expiresAt } = token
      ? await perform(signIn, shell.stage(visitor, language), { token })
      : await demoSession(shell)
    setSession(c, session, expiresAt, shell.config.baseUrl.startsWith('https:'))
    return c.redirect(localPath(language, backTo(form.get('to') ?? undefined)), 303)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return respond(c, refusalPage(error, language, visitor), shell, visitor)
  }
}

function demoSession(shell: Shell) {
  if (!shell.demoSignIn) throw new Refusal('forbidden', 'people.no-demo')
  return perform(signInToDemo, shell.stage({ kind: 'system', name: 'demo' }, 'fi'), {})
}

async function leave(c: HonoContext, shell: Shell): Promise<Response> {
  const language = languageOf(c)
  const token = sessionToken(c)
  if (token) await perform(signOut, shell.stage(visitor, language), { token })
  clearSession(c)
  return c.redirect(localPath(language, '/'), 303)
}
