import { BlockList, isIP } from 'node:net'
import type { Hono, Context as HonoContext } from 'hono'
import { execute } from '../kernel/db.ts'
import type { Metrics } from './observe.ts'
import { securityTxt } from './security-txt.ts'
import type { Shell } from './shell.ts'

/** What machines ask: is it alive, is it ready, how is it doing, whom does one tell of a weakness. */
export function mountForMachines(app: Hono, shell: Shell, metrics: Metrics): void {
  app.get('/health', (c) => c.json({ status: 'alive' }))
  app.get('/ready', async (c) => {
    await execute(shell.database, 'select 1')
    return c.json({ status: 'ready' })
  })
  app.get('/metrics', async (c) =>
    isNear(c)
      ? c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType })
      : c.notFound(),
  )
  for (const path of ['/.well-known/security.txt', '/security.txt']) {
    app.get(path, (c) => {
      c.header('cache-control', 'public, max-age=86400')
      return c.text(securityTxt(shell.config, shell.now()))
    })
  }
}

const own = new BlockList()
own.addSubnet('127.0.0.0', 8)
own.addSubnet('10.0.0.0', 8)
own.addSubnet('172.16.0.0', 12)
own.addSubnet('192.168.0.0', 16)
own.addAddress('::1', 'ipv6')
own.addSubnet('fc00::', 7, 'ipv6')

/** From the operator's own network, and not passed on by a proxy for somebody outside. */
function isNear(c: HonoContext): boolean {
  if (c.req.header('forwarded') || c.req.header('x-forwarded-for')) return false
  const { incoming } = (c.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } }
  const address = incoming?.socket.remoteAddress?.replace(/^::ffff:/, '')
  if (address === undefined) return true
  return own.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
