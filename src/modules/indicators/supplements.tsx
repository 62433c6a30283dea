import type { Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatCount } from '../../kernel/text.ts'
import { LinkList, Section } from '../../ui/index.ts'
import { pathOf } from './paths.ts'
import { listIndicators } from './read-actions.ts'
import { text } from './text.ts'

/** The way from an ecosystem's page to what is measured in it. */
export const indicatorsOfEcosystem: Supplement = {
  kind: 'ecosystem',
  show: async (request) => {
    const { language, link, params } = request
    if (!params.key) return undefined
    const found = await request.perform(listIndicators, { key: params.key }).catch(unlessRefused)
    if (!found || (found.items.length === 0 && !found.keeps)) return undefined
    const t = text[language]
    const lights = (['met', 'green', 'amber', 'red'] as const)
      .map((light) => ({ light, n: found.items.filter((one) => one.light === light).length }))
      .filter(({ n }) => n > 0)
      .map(({ light, n }) => `${t.lights[light].toLowerCase()} ${formatCount(n, language)}`)
    const note = [t.counted(formatCount(found.items.length, language)), ...lights].join(', ')
    return {
      id: 'indicators',
      label: t.ofEcosystem,
      ...(found.items.length > 0 && { count: found.items.length }),
      body: (
        <Section title={t.ofEcosystem} id="indicators">
          <LinkList
            items={[
              {
                href: link(pathOf(params.key)),
                label: t.open,
                note: found.items.length === 0 ? t.empty : note,
              },
            ]}
          />
        </Section>
      ),
    }
  },
}
