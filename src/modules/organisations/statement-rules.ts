/** What a person may state of an organisation. */
export const statedFields = ['name', 'name_sv', 'name_en', 'place', 'website'] as const
export type StatedField = (typeof statedFields)[number]

/** A written web address with its protocol; undefined when it is none. */
export function webAddress(written: string): string | undefined {
  const text = written.trim()
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (!URL.canParse(full)) return undefined
  const url = new URL(full)
  const plain =
    /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === '' && url.password === ''
  return plain && full.length <= 500 ? url.href.replace(/\/$/, '') : undefined
}
