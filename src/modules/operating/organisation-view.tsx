import type { Language } from '../../kernel/text.ts'
import type { Named } from './content.ts'
import { type Links, nameOf } from './words.ts'

export type View = { language: Language; link: (path: string) => string }

/** An organisation by its name, which leads to its page where the registry has it. */
export function Organisation({ one, linked, language, link }: View & { one: Named; linked: Links }) {
  const known = one.organisation ? linked[one.organisation] : undefined
  const name = nameOf(one, linked, language)
  return known ? <a href={link(`/organisations/${known.id}`)}>{name}</a> : <span>{name}</span>
}
