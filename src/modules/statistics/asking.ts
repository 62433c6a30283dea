import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import type { Files } from '../../kernel/file.ts'
import { type Outward, reach, whyNotReached } from '../../kernel/outward.ts'
import type { Pacing } from './pacing.ts'

/** Why a source gave nothing that can be used. */
export const troubles = [
  'busy',
  'server',
  'refused',
  'gone',
  'cut',
  'timeout',
  'unreachable',
  'closed-address',
  'too-large',
  'unreadable',
  'reclassified',
  'newest-missing',
] as const
export type Trouble = (typeof troubles)[number]

/** Troubles that pass by themselves: the source is asked again after a while. */
const passing: readonly Trouble[] = [
  'busy',
  'server',
  'cut',
  'timeout',
  'unreachable',
  'unreadable',
  'newest-missing',
]
export const isPassing = (trouble: Trouble): boolean => passing.includes(trouble)

export type Failed = { trouble: Trouble; status?: number; retryAfter?: Date }
export type Answered = { body: Buffer; milliseconds: number }

/** What is waited for and taken in: the largest answer in bytes, the slowest in milliseconds. */
export type Limits = { most: number; slowest: number }
const usual: Limits = { most: 100 * 1024 * 1024, slowest: 120_000 }

/** What a source is asked by. */
export type Asking = { files: Files; outward: Outward; now: Date; limits?: Limits; pace?: Pacing }

const mostRedirects = 3

/**
 * Asks a source, over at most three redirects, each address checked anew. A request with a body is not redirected: it
 * would have to be sent again to somebody else.
 */
export async function ask(
  address: string,
  { outward, now, limits = usual, pace }: Omit<Asking, 'files'>,
  body?: object,
): Promise<Answered | Failed> {
  const headers = {
    'user-agent': 'Talkoot-Statistics',
    accept: '*/*',
    'accept-encoding': 'identity',
    ...(body && { 'content-type': 'application/json' }),
  }
  let at = address
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const asked = {
      method: body ? 'POST' : 'GET',
      headers,
      ...limits,
      ...(body && { body: JSON.stringify(body) }),
    } as const
    let answer: Awaited<ReturnType<typeof reach>>
    await pace?.turn()
    try {
      answer = await reach(at, asked, outward)
    } catch (error) {
      return { trouble: troubleOf(whyNotReached(error as Error)) }
    }
    const { status, headers: told } = answer
    if (status >= 300 && status < 400 && told.location && !body) {
      at = new URL(told.location, at).href
      continue
    }
    if (status !== 200) return failedWith(status, told, now)
    if (!answer.whole) return { trouble: 'too-large', status }
    return { body: answer.body, milliseconds: answer.milliseconds }
  }
  return { trouble: 'refused' }
}

function troubleOf(word: string): Trouble {
  if (word === 'timeout') return 'timeout'
  if (['address', 'https', 'credentials', 'private'].includes(word)) return 'closed-address'
  return word === 'ECONNRESET' || word === 'EPIPE' || word.startsWith('HPE_') ? 'cut' : 'unreachable'
}

function failedWith(status: number, headers: IncomingHttpHeaders, now: Date): Failed {
  const retryAfter = retryAt(headers['retry-after'], now)
  const trouble: Trouble =
    status === 429 ? 'busy' : status >= 500 ? 'server' : status === 404 || status === 410 ? 'gone' : 'refused'
  return { trouble: status === 413 ? 'too-large' : trouble, status, ...(retryAfter && { retryAfter }) }
}

const longestMs = 24 * 60 * 60 * 1000

/** Retry-After is seconds or a date (RFC 9110, 10.2.3); a day at most is waited. */
function retryAt(said: string | undefined, now: Date): Date | undefined {
  if (!said) return undefined
  const at = /^\d{1,9}$/.test(said.trim()) ? now.getTime() + Number(said) * 1000 : Date.parse(said)
  if (!Number.isFinite(at) || at <= now.getTime()) return undefined
  return new Date(Math.min(at, now.getTime() + longestMs))
}

/** An answer as JSON; undefined where it is cut or is no JSON. */
export function jsonOf({ body }: Answered): unknown {
  try {
    return JSON.parse(body.toString('utf8').replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

/** An answer as a stored file, to be read like any other. */
export const stored = (files: Files, { body }: Answered): Promise<{ hash: string }> =>
  files.put(Readable.from([body]), usual.most)

/** When a source is asked again after an attempt: in 5, 15, 45 minutes and so on, six times; or when it says. */
export function nextAttempt(attempt: number, { trouble, retryAfter }: Failed, now: Date): Date | null {
  if (!isPassing(trouble) || attempt >= 6) return null
  const own = now.getTime() + 5 * 3 ** (attempt - 1) * 60_000
  return new Date(Math.max(own, retryAfter?.getTime() ?? 0))
}
