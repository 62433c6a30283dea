import { createHmac, randomBytes } from 'node:crypto'

/** Days that a token may live. */
export const tokenDays = [7, 30, 90, 365] as const
export const usualTokenDays = 90

const dayMs = 24 * 60 * 60 * 1000
export const expiryOf = (days: number, now: Date): Date => new Date(now.getTime() + days * dayMs)

/** Days before its end at which the owner of a token is told, and how long a token must live to be worth it. */
export const warnings = [14, 3] as const

/**
 * The warning that is due: so many days before the end, the nearest one that has not been given. A token that was made
 * to live no longer than that is not warned of, since its owner has just chosen it.
 */
export function dueWarning(
  token: { createdAt: Date; expiresAt: Date; warnedDays: number | null },
  now: Date,
): (typeof warnings)[number] | undefined {
  const left = token.expiresAt.getTime() - now.getTime()
  if (left <= 0) return undefined
  const life = token.expiresAt.getTime() - token.createdAt.getTime()
  const near = warnings.filter((days) => left <= days * dayMs && life > days * dayMs).at(-1)
  return near !== undefined && (token.warnedDays === null || token.warnedDays > near) ? near : undefined
}

/** A webhook's secret as its receiver is given it (Standard Webhooks 1.0): the key stands in base64 after "whsec_". */
export const newWebhookSecret = (random: Uint8Array = randomBytes(32)): string =>
  `whsec_${Buffer.from(random).toString('base64')}`

/** The signature of a message: HMAC-SHA256 over "id.timestamp.body", as Standard Webhooks writes it. */
export function signatureOf(secret: string, id: string, at: Date, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signed = `${id}.${secondsOf(at)}.${body}`
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}

export const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000)

/** How long after each failed attempt the next one comes: nine tries over three days. Seconds. */
const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000]

/** When to try again after so many attempts; undefined when it is time to give up. */
export const nextAttempt = (attempts: number, now: Date): Date | undefined => {
  const wait = waits[attempts - 1]
  return wait === undefined ? undefined : new Date(now.getTime() + wait * 1000)
}

/** After so many deliveries given up in a row nothing more is sent until a person turns the webhook on again. */
export const mostFailures = 5

/** An answer that says "taken". Anything else, a redirect too, is a failure. */
export const isTaken = (status: number | undefined): boolean =>
  status !== undefined && status >= 200 && status < 300

/** "Gone": the receiver asks not to be sent anything more. */
export const isGone = (status: number | undefined): boolean => status === 410
