import type { Finder } from '../../kernel/finder.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { offersCalled } from './offer-queries.ts'
import { text } from './text.ts'

const isNamed = (kind: string): kind is keyof (typeof text)['fi']['one'] => kind in text.fi.one

/** Offers, needs, test beds and competences of actors, by their words. */
export const profileFinder: Finder = {
  type: 'actor-profile',
  kind: { fi: 'Tarjous tai tarve', sv: 'Erbjudande eller behov', en: 'Offer or need' },
  group: { fi: 'Tarjoukset ja tarpeet', sv: 'Erbjudanden och behov', en: 'Offers and needs' },
  find: async ({ db, actor, now, language }, { tsquery, limit }) => {
    const asked = { tsquery, today: dayIn(now) }
    const { items, total } = await offersCalled(db, actor, asked, language, limit)
    return {
      total,
      items: items.map(({ title, kind, names, organisation }) => {
        const what = isNamed(kind) ? text[language].one[kind] : ''
        const name = pick(names, language)?.text ?? ''
        return {
          title: title ?? `${what}: ${name}`,
          subtitle: title ? `${what}, ${name}` : null,
          path: `/organisations/${organisation}#profile`,
        }
      }),
    }
  },
}
