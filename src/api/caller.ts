import type { Context as HonoContext } from 'hono'
import type { Actor } from '../kernel/actor.ts'
import type { Language } from '../kernel/text.ts'
import { actorOfToken, createPace, tokenPace } from '../modules/integration/index.ts'
import { actorOf } from '../modules/people/index.ts'
import { sessionToken } from '../web/session.ts'
import type { Shell } from '../web/shell.ts'
import { watchSignIn } from '../web/watch.ts'
import { problem } from './problem.ts'
import { text } from './text.ts'

/**
 * Who asks: whoever the token in `Authorization: Bearer` acts as, else whoever is signed in. A token that does not
 * work is an error, never a visitor: a program should hear that its token has ended.
 */
export function createCaller(shell: Shell) {
  const pace = createPace()
  return async (c: HonoContext, language: Language): Promise<Actor | Response> => {
    const bearer = /^Bearer(?: +(.*))?$/i.exec(c.req.header('authorization') ?? '')
    const now = shell.now()
    // A password for a proxy in front of us is not our matter.
    if (!bearer) return actorOf(shell.database, sessionToken(c, shell), now)
    const t = text[language]
    const actor = await actorOfToken(shell.database, bearer[1] ?? '', now)
    if (!actor) {
      await watchSignIn(shell, c)
      c.header('www-authenticate', 'Bearer realm="Talkoot", error="invalid_token"')
      return problem(c, 401, 'token.invalid', t.invalidToken)
    }
    const { ok, left, againSeconds } = pace(actor.token!.id, now)
    c.header('ratelimit-limit', String(tokenPace.burst))
    c.header('ratelimit-remaining', String(left))
    if (ok) return actor
    c.header('retry-after', String(againSeconds))
    return problem(c, 429, 'token.too-fast', t.tooFast(String(againSeconds)))
  }
}
