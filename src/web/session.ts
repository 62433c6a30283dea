import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const name = 'talkoot_session'

export const sessionToken = (c: HonoContext): string | undefined => getCookie(c, name)

export const setSession = (c: HonoContext, token: string, expires: Date, secure: boolean): void =>
  setCookie(c, name, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure, expires })

export const clearSession = (c: HonoContext): void => {
  deleteCookie(c, name, { path: '/' })
}
