import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { type IncomingHttpHeaders, request as plainRequest, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** Where addresses of version 4 lead into the machine, its network, or nowhere (IANA's special-purpose registry). */
const closed = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, bits)
/** Of version 6 only global unicast is open, without the parts that carry an address of version 4 or are for books. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
const closed6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed6.addSubnet(net, bits, 'ipv6')

/** Whether an address is one of the open internet. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !closed.check(address)
  if (isIP(address) !== 6) return false
  return open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6')
}

/** Every address that a name stands for, as the system's own resolver says. */
type Resolver = (host: string) => Promise<LookupAddress[]>

export type Outward = { allowPrivate: boolean; resolver?: Resolver }

/** Why an address is not sent to. */
export type Unreachable = 'address' | 'https' | 'credentials' | 'private' | 'unknown-host'

export class NotSent extends Error {
  readonly reason: Unreachable
  constructor(reason: Unreachable) {
    super(reason)
    this.reason = reason
  }
}

/** What an address must be before it is even asked for: https, a name, no password in it. */
export function checkedAddress(address: string, { allowPrivate }: Outward): URL {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    throw new NotSent('address')
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new NotSent('address')
  if (url.protocol === 'http:' && !allowPrivate) throw new NotSent('https')
  if (url.username || url.password) throw new NotSent('credentials')
  const host = hostOf(url)
  if (!allowPrivate && isIP(host) && !isPublic(host)) throw new NotSent('private')
  return url
}

const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

/** The address that a name stands for. One that stands for any closed address at all is refused. */
async function resolved(
  url: URL,
  { allowPrivate, resolver = everyAddress }: Outward,
): Promise<LookupAddress> {
  const found = await Promise.race([resolver(hostOf(url)).catch(() => []), silence()])
  const first = found[0]
  if (!first) throw new NotSent('unknown-host')
  if (!allowPrivate && found.some(({ address }) => !isPublic(address))) throw new NotSent('private')
  return first
}

const slowestMs = 10_000
const everyAddress: Resolver = (host) => lookup(host, { all: true })
/** A resolver that does not answer is given up on, as if it knew no such name. */
const silence = () => setTimeout(slowestMs, [], { ref: false })

export type Asked = {
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  body?: string
  /** Bytes of the answer that are read; the rest is left. */
  most: number
  /** Milliseconds after which an answer that is not whole is given up on. */
  slowest?: number
}

/** What came back; `whole` is false where the answer was longer than what was to be read. */
export type Reached = {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  whole: boolean
  milliseconds: number
}

/**
 * Asks an address outside. The name is resolved once and the connection goes to what was checked, so a name that
 * changes its mind in between (DNS rebinding) gains nothing. Redirects are not followed. Throws `NotSent` for an address
 * that may not be asked, and the system's own error where the connection fails or ends before the answer does.
 */
export async function reach(address: string, asked: Asked, outward: Outward): Promise<Reached> {
  const url = checkedAddress(address, outward)
  const began = performance.now()
  const to = await resolved(url, outward)
  const send = url.protocol === 'https:' ? secureRequest : plainRequest
  const { body, most } = asked
  const options: RequestOptions = {
    method: asked.method,
    headers: {
      ...asked.headers,
      ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
    },
    agent: false,
    signal: AbortSignal.timeout(asked.slowest ?? slowestMs),
    maxHeaderSize: 16 * 1024,
    lookup: (_, wanted, done) => (wanted.all ? done(null, [to]) : done(null, to.address, to.family)),
  }
  return new Promise((resolve, reject) => {
    const sent = send(url, options, (response) => {
      const chunks: Buffer[] = []
      let length = 0
      const end = (whole: boolean) => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).subarray(0, most),
          whole,
          milliseconds: Math.round(performance.now() - began),
        })
        sent.destroy()
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        if (length > most) end(false)
      })
      response.on('end', () => end(true))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A word for why nothing was answered: a reason of ours, "timeout", or the system's own code. */
export const whyNotReached = (error: Error & { code?: string }): string =>
  error instanceof NotSent
    ? error.reason
    : error.name === 'TimeoutError' || error.name === 'AbortError'
      ? 'timeout'
      : (error.code ?? 'connection')
