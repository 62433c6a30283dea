import type { Supplement } from '../../kernel/page.ts'
import { isAmong } from '../../kernel/rule.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatCount } from '../../kernel/text.ts'
import { LinkList, Section } from '../../ui/index.ts'
import { ecosystemHead } from '../ecosystems/index.ts'
import { networkMap } from './map-actions.ts'
import { mapText } from './map-text.ts'
import { networkPath } from './map-view.tsx'
import { regionText } from './region-text.ts'

/** The way from the list of organisations to who works with whom. */
export const networkOfOrganisations: Supplement = {
  kind: 'organisations',
  show: async ({ language, link }) => {
    const label = mapText[language].title
    return {
      id: 'network',
      label,
      body: (
        <a class="btn" href={link(networkPath)}>
          {label}
        </a>
      ),
    }
  },
}

/** The network of those who hold a role in an ecosystem, on its page; for its coordinators the ways to ask for more. */
export const networkOfEcosystem: Supplement = {
  kind: 'ecosystem',
  show: async (request) => {
    const { language, link, params, actor } = request
    const { key } = params
    if (!key) return undefined
    const found = await request.perform(networkMap, { ecosystem: key, limit: 1 })
    const head = await request.perform(ecosystemHead, { key }).catch(unlessRefused)
    const keeps = head !== undefined && isAmong(['coordinator', 'preparer'], actor, head.id)
    if (found.total === 0 && !keeps) return undefined
    const t = mapText[language]
    const n = (count: number) => formatCount(count, language)
    return {
      id: 'network',
      label: t.title,
      ...(found.total > 0 && { count: found.total }),
      body: (
        <Section title={t.title} id="network">
          <LinkList
            items={[
              {
                href: link(`${networkPath}?ecosystem=${key}`),
                label: t.ofEcosystem,
                note: t.say(n(found.total), n(found.ties)),
              },
              {
                href: link(`/ecosystems/${key}/regions`),
                label: regionText[language].open,
              },
              ...(keeps
                ? [
                    { href: link(`/ecosystems/${key}/surveys`), label: t.surveys },
                    { href: link(`/ecosystems/${key}/tie-kinds`), label: t.ownKinds },
                    { href: link('/network/import'), label: t.bringIn },
                  ]
                : []),
            ]}
          />
        </Section>
      ),
    }
  },
}
