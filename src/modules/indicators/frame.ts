import type { Crumb, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import type { EcosystemHead } from '../ecosystems/index.ts'
import { pathOf } from './paths.ts'
import { text } from './text.ts'

/** The short name of the ecosystem and the crumbs that lead to one page of its indicators. */
export function frameOf({ language, link }: PageRequest, ecosystem: EcosystemHead, last?: string) {
  const t = text[language]
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ecosystem.key
  const home = link(`/ecosystems/${ecosystem.key}`)
  const crumbs: Crumb[] = [
    { text: t.ecosystems, href: link('/ecosystems') },
    { text: name, href: home },
    last ? { text: t.title, href: link(pathOf(ecosystem.key)) } : { text: t.title },
    ...(last ? [{ text: last }] : []),
  ]
  return { name, home, crumbs, nav: 'ecosystems', sheet: 'indicators' as const }
}
