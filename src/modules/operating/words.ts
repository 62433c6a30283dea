import { type Language, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { roleName, type ValueOfFrame } from '../ecosystems/index.ts'
import type { Content, Item, Named } from './content.ts'
import type { Linked } from './queries.ts'

export type Links = Readonly<Record<string, Linked>>

/** An organisation's name as it is known now, or as it was written. */
export const nameOf = (one: Named | null | undefined, linked: Links, language: Language): string => {
  const known = one?.organisation ? linked[one.organisation] : undefined
  return (known && pick(known.name, language)?.text) ?? one?.name ?? ''
}

/** What a thing is called; a role by who holds it. */
export function titleOf({ kind, content }: Item, linked: Links, language: Language): string {
  if (kind === 'role')
    return `${nameOf(content.organisation, linked, language)}: ${roleName(content.role ?? '', language)}`
  return pick(content.title, language)?.text ?? ''
}

/** "1.1.2026–31.12.2027", open where it is; nothing where neither is known. */
export function periodOf({ starts, ends }: Pick<Content, 'starts' | 'ends'>, language: Language): string {
  if (!starts && !ends) return ''
  return `${starts ? formatDay(starts, language) : ''}–${ends ? formatDay(ends, language) : ''}`
}

/** In what a role is held: the theme of the frame and the value chain, as far as they are said. */
export function themeOf(content: Content, themes: readonly ValueOfFrame[], language: Language): string {
  const theme = themes.find((one) => one.value === content.theme)
  return [theme?.name, content.title]
    .flatMap((names) => (names && pick(names, language)?.text) || [])
    .join(', ')
}

export const pathOf = (key: string, rest = ''): string => `/ecosystems/${key}/operating${rest}`
