import type { Crumb, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import type { Consortium } from './record.ts'
import { pathOf } from './rights.ts'
import { text } from './text.ts'

/** The way to a page of a consortium. */
export function crumbsOf(
  { language, link }: Pick<PageRequest, 'language' | 'link'>,
  { id, title, ecosystem }: Consortium,
  here?: string,
): Crumb[] {
  const name = pick(ecosystem.name, language)?.text ?? ecosystem.key
  return [
    { text: name, href: link(`/ecosystems/${ecosystem.key}`) },
    { text: text[language].title, href: link('/consortia') },
    ...(here ? [{ text: title, href: link(pathOf(id)) }, { text: here }] : [{ text: title }]),
  ]
}
