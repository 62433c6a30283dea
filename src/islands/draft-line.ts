import type { Value } from './draft-fields.ts'

export type Theirs = {
  name: string
  value: Value | null
  version: number
  person: string
  by: string
  at: string
}
export type Clash = { name: string; mine: Value; theirs: Theirs }
export type Person = { client: string; person: string; name: string; field: string | null }

export type Saved = {
  draft: string
  at: string
  seq: number
  fields: { name: string; version: number; how: 'same' | 'typed' | 'merged'; value: Value | null }[]
  conflicts: Clash[]
}
export type Followed = {
  id: string | null
  seq: number
  savedAt: string | null
  fields: Theirs[]
  people: Person[]
  closed: { state: string; at: string } | null
}

/** Why the server has not taken something: what is said to the person hangs on it. */
export type Trouble = 'offline' | 'fault' | 'full' | 'signedOut' | 'otherPerson' | 'closed' | 'refused'

export class NotTaken extends Error {
  readonly trouble: Trouble
  /** The server's own words, for what it refuses. */
  readonly reason: string
  constructor(trouble: Trouble, reason = '') {
    super(trouble)
    this.trouble = trouble
    this.reason = reason
  }
}

const patience = 15_000 // ms for one answer
/** A request that outlives its page may carry 64 KiB, all of them together. */
const farewell = 60_000

export const fitsFarewell = (body: string): boolean => new TextEncoder().encode(body).length < farewell

/** Sends one question of a draft. Throws `NotTaken` with the reason when it is not answered as asked. */
export async function ask<T>(path: string, body: string, language: string, leaving = false): Promise<T> {
  let response: Response
  let text: string
  try {
    response = await fetch(`/api/drafts/${path}?lang=${language}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: leaving || fitsFarewell(body),
      ...(!leaving && { signal: AbortSignal.timeout(patience) }),
    })
    text = await response.text()
  } catch {
    throw new NotTaken('offline')
  }
  const said = parsed(text)
  if (response.ok && said) return said as T
  const { type = '', title = '' } = (said ?? {}) as { type?: string; title?: string }
  throw new NotTaken(troubleOf(response.status, type), title)
}

function troubleOf(status: number, type: string): Trouble {
  if (status === 507) return 'full'
  if (type.endsWith(':draft.closed')) return 'closed'
  if (type.endsWith(':draft.other-person')) return 'otherPerson'
  if (status === 401 || status === 403) return 'signedOut'
  return [404, 409, 413, 422].includes(status) ? 'refused' : 'fault'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
