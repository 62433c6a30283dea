import type { Context as HonoContext } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Shell } from './shell.ts'

type Configured = { config: Pick<Shell['config'], 'baseUrl'> }

const isSecure = (shell: Configured): boolean => shell.config.baseUrl.startsWith('https:')

/** Under https the name says that the cookie comes from this very host, whole and secure: no other can plant one. */
const nameOf = (shell: Configured): string => (isSecure(shell) ? '__Host-talkoot_session' : 'talkoot_session')

export const sessionToken = (c: HonoContext, shell: Configured): string | undefined =>
  getCookie(c, nameOf(shell))

export const setSession = (c: HonoContext, shell: Configured, token: string, expires: Date): void =>
  setCookie(c, nameOf(shell), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(shell),
    expires,
  })

export const clearSession = (c: HonoContext, shell: Configured): void => {
  deleteCookie(c, nameOf(shell), { path: '/', secure: isSecure(shell) })
}

const flow = (shell: Configured) => (isSecure(shell) ? '__Host-talkoot_provider' : 'talkoot_provider')

/** What is remembered, sealed, while somebody is at an identity provider: ten minutes. */
export const setFlow = (c: HonoContext, shell: Configured, sealed: string): void =>
  setCookie(c, flow(shell), sealed, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(shell),
    maxAge: 600,
  })

export function takeFlow(c: HonoContext, shell: Configured): string | undefined {
  const sealed = getCookie(c, flow(shell))
  deleteCookie(c, flow(shell), { path: '/', secure: isSecure(shell) })
  return sealed
}
