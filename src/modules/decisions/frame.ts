import type { Crumb, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { type Head, numberOf, pathOf } from './head.ts'
import { isOutside, type Sight } from './sight.ts'
import { text } from './text.ts'

/** From the front page by the call and its decisions down to one, and what is done with it. */
export function crumbsOf(
  { language, link }: Pick<PageRequest, 'language' | 'link'>,
  head: Pick<Head, 'call' | 'number' | 'application'>,
  here?: string,
  sight?: Sight,
): Crumb[] {
  const t = text[language]
  const one = numberOf(head)
  return [
    { text: t.home, href: link('/') },
    {
      text: pick(head.call.title, language)?.text ?? head.call.code,
      href: link(`/calls/${head.call.code}`),
    },
    sight === undefined || !isOutside(sight)
      ? { text: t.title, href: link(`/calls/${head.call.code}/decisions`) }
      : { text: t.register, href: link('/register') },
    ...(here ? [{ text: one, href: link(pathOf(head)) }, { text: here }] : [{ text: one }]),
  ]
}
