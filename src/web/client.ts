import type { Context as HonoContext } from 'hono'
import { sessionToken } from './session.ts'
import type { Shell } from './shell.ts'

type Incoming = { incoming?: { socket?: { remoteAddress?: string } } }

/** Where a request comes from. Behind a proxy of ours, what that proxy saw: the last address it added. */
export function addressOf(c: HonoContext, behindProxy: boolean): string | undefined {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = forwarded || (c.env as Incoming | undefined)?.incoming?.socket?.remoteAddress
  return address?.replace(/^::ffff:/, '')
}

/** Who shares a limit: one IPv4 address, or the /64 that one IPv6 customer has. */
export const networkOf = (address: string | undefined): string =>
  address?.includes(':') ? address.split('::')[0]!.split(':').slice(0, 4).join(':') : (address ?? 'unknown')

/** What the sign-in actions are told of the browser. */
export const clientOf = (c: HonoContext, shell: Shell) => ({
  device: c.req.header('user-agent')?.slice(0, 500),
  address: addressOf(c, shell.config.behindProxy),
  sessionToken: sessionToken(c, shell),
})
