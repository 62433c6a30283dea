import type { IncomingMessage, Server } from 'node:http'

/** How slow a client may be before its connection is needed for others. Milliseconds and bytes. */
export const patience = {
  /** From connecting, or from the answer before, until the head of the request is whole. */
  headMs: 15_000,
  /** Until a body that is no upload is whole. */
  bodyMs: 30_000,
  /** An upload sends at least so much in each such while: 2 KB a second, slower than any line one uploads by. */
  uploadMs: 30_000,
  uploadBytes: 64 * 1024,
  /** A connection on which nothing moves, in either direction. */
  idleMs: 120_000,
  /** Longer than a proxy in front keeps it (60 s by custom), so that the proxy is the one that ends it. */
  keepAliveMs: 65_000,
}

/** Options of `createServer`: the head of a request, address and cookies included, is at most 16 KB. */
export const serverLimits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: patience.headMs,
  // The longest upload; each is watched by its pace below.
  requestTimeout: 6 * 60 * 60 * 1000,
  keepAliveTimeout: patience.keepAliveMs,
  connectionsCheckingInterval: 5_000,
}

/** Ends connections that hold the server up by sending little by little, or by never reading the answer. */
export function watchSlowClients(server: Server, limits = patience): void {
  server.timeout = limits.idleMs
  server.maxConnections = 4_000
  server.on('request', (request: IncomingMessage) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    const upload = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')
    let seen = request.socket.bytesRead
    const watch = setInterval(
      () => {
        if (request.complete || request.destroyed) return clearInterval(watch)
        const now = request.socket.bytesRead
        if (upload && now - seen >= limits.uploadBytes) seen = now
        else request.socket.destroy()
      },
      upload ? limits.uploadMs : limits.bodyMs,
    )
    watch.unref()
    request.once('close', () => clearInterval(watch))
  })
}
