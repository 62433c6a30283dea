import type { Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatCount, pick } from '../../kernel/text.ts'
import { LinkList, Section } from '../../ui/index.ts'
import { roleName } from '../ecosystems/index.ts'
import { listOperating, rolesOfOrganisation } from './actions.ts'
import type { Kind } from './content.ts'
import { text } from './text.ts'
import { pathOf, periodOf, themeOf } from './words.ts'

/** The way from an ecosystem's page to how it works. */
export const operatingOfEcosystem: Supplement = {
  kind: 'ecosystem',
  show: async (request) => {
    const { language, link, params } = request
    if (!params.key) return undefined
    const found = await request.perform(listOperating, { key: params.key }).catch(unlessRefused)
    if (!found || (found.items.length === 0 && !found.keeps)) return undefined
    const t = text[language]
    const count = (...kinds: Kind[]) =>
      formatCount(found.items.filter(({ kind }) => kinds.includes(kind)).length, language)
    return {
      id: 'operating',
      label: t.title,
      ...(found.items.length > 0 && { count: found.items.length }),
      body: (
        <Section title={t.title} id="operating">
          <LinkList
            items={[
              {
                href: link(pathOf(params.key)),
                label: t.open,
                note:
                  found.items.length === 0
                    ? t.empty
                    : t.counted(
                        count('way'),
                        count('contract', 'template'),
                        count('responsibility'),
                        count('role'),
                      ),
              },
            ]}
          />
        </Section>
      ),
    }
  },
}

/** The roles that people have stated of an organisation, on its page. */
export const rolesOnOrganisation: Supplement = {
  kind: 'organisation',
  show: async (request, id) => {
    const { language, link } = request
    const found = await request.perform(rolesOfOrganisation, { id }).catch(unlessRefused)
    if (!found || found.items.length === 0) return undefined
    const label = text[language].rolesHere
    return {
      id: 'ecosystem-roles',
      label,
      count: found.items.length,
      body: (
        <Section title={label} id="ecosystem-roles">
          <LinkList
            items={found.items.map(({ item, key, name, theme }) => ({
              href: link(pathOf(key, `/${item.entry}`)),
              over: pick(name, language)?.text,
              label: roleName(item.content.role ?? '', language),
              note: [themeOf(item.content, theme, language), periodOf(item.content, language)]
                .filter(Boolean)
                .join(', '),
            }))}
          />
        </Section>
      ),
    }
  },
}
