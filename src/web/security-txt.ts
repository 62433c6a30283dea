import type { Config } from '../config.ts'

/**
 * Where to report a weakness (RFC 9116). It expires a year after the first day of this month, so it is always fresh
 * while the server runs and the same for a month.
 */
export function securityTxt(config: Pick<Config, 'baseUrl' | 'contact'>, now: Date): string {
  const { baseUrl, contact } = config
  const expires = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), 1))
  return [
    `Contact: ${contactAddress(contact) ?? `${baseUrl}/feedback`}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fi, sv, en',
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}

const contactAddress = (contact: string | undefined): string | undefined =>
  contact && (/^https?:/.test(contact) ? contact : `mailto:${contact}`).replace(/\s/g, '')
