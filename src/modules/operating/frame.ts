import type { Crumb, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import type { EcosystemHead } from '../ecosystems/index.ts'
import { text } from './text.ts'
import { pathOf } from './words.ts'

/** The short name of the ecosystem, its address, and the crumbs that lead to the operating model. */
export function frameOf({ language, link }: PageRequest, ecosystem: EcosystemHead) {
  const t = text[language]
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ecosystem.key
  const home = link(`/ecosystems/${ecosystem.key}`)
  const crumbs: Crumb[] = [
    { text: t.ecosystems, href: link('/ecosystems') },
    { text: name, href: home },
    { text: t.title, href: link(pathOf(ecosystem.key)) },
  ]
  return { name, home, crumbs }
}
