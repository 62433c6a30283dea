import { Secret, TOTP } from 'otpauth'

const period = 30 // seconds (RFC 6238)

export const newCodeSecret = (): string => new Secret({ size: 20 }).base32

const totp = (secret: string, account: string) =>
  new TOTP({ issuer: 'Talkoot', label: account, secret: Secret.fromBase32(secret), digits: 6, period })

/** What an authenticator app reads from the QR code. */
export const codeAddress = (secret: string, account: string): string => totp(secret, account).toString()

/**
 * The period whose code this is, when it is the present one or a neighbour (clocks differ), else nothing. Whoever
 * takes a code remembers its period, and takes none of that or an earlier one again.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const digits = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return undefined
  const delta = totp(secret, '').validate({ token: digits, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta
}

/** "k7mq-2xw9-…": letters and digits that cannot be taken for each other, as one types them. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A recovery code of 12 signs (59 bits) out of random bytes. */
export function recoveryCode(random: (below: number) => number): string {
  const signs = Array.from({ length: 12 }, () => alphabet[random(alphabet.length)])
  return [0, 4, 8].map((i) => signs.slice(i, i + 4).join('')).join('-')
}

/** A recovery code as it was meant, however it was typed; undefined when it is none. */
export function normalRecoveryCode(typed: string): string | undefined {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/g, '')
  if (plain.length !== 12 || [...plain].some((c) => !alphabet.includes(c))) return undefined
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`
}

/** For what the installation's key seals and marks codes. */
export const use = { code: 'one-time-code', recovery: 'recovery-code' }
