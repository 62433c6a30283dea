import type { PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import type { EcosystemHead } from '../ecosystems/index.ts'
import type { Item } from './content.ts'
import { pathOf } from './drafts.ts'
import { text } from './text.ts'

/** A claim or the subject of a clinic, in the reader's language where it has been written in it. */
export const titleOf = ({ content }: Pick<Item, 'content'>, language: Language): string =>
  pick(content.title, language)?.text ?? ''

/** The short name of the ecosystem, its address, and the crumbs that lead to its impact chain. */
export function frameOf({ language, link }: PageRequest, ecosystem: EcosystemHead) {
  const t = text[language]
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ecosystem.key
  const home = link(`/ecosystems/${ecosystem.key}`)
  const above = [
    { text: t.ecosystems, href: link('/ecosystems') },
    { text: name, href: home },
  ]
  return { name, home, above, crumbs: [...above, { text: t.title, href: link(pathOf(ecosystem.key)) }] }
}
