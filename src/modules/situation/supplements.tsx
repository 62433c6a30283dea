import type { Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatInstant } from '../../kernel/time.ts'
import { LinkList, Section } from '../../ui/index.ts'
import { listSituations } from './actions.ts'
import { nameIn } from './pages.tsx'
import { text } from './text.ts'
import { situationPath } from './writing.ts'

/** The way from an ecosystem's page to its pictures, the internal ones too for those who may see them. */
export const picturesOfEcosystem: Supplement = {
  kind: 'ecosystem',
  show: async (request) => {
    const { language, link, params } = request
    const { items } = (await request.perform(listSituations, {}).catch(unlessRefused)) ?? { items: [] }
    const own = items.filter((one) => one.ecosystemKey !== null && one.ecosystemKey === params.key)
    if (own.length === 0) return undefined
    const t = text[language]
    return {
      id: 'situation',
      label: t.one,
      body: (
        <Section title={t.one} id="situation">
          <LinkList
            items={own.map((one) => ({
              href: link(situationPath(one.key)),
              label: one.standard ? t.ofEcosystem : nameIn(one, language),
              note: one.checkedAt ? t.checkedAt(formatInstant(one.checkedAt, language)) : t.notYetShort,
            }))}
          />
        </Section>
      ),
    }
  },
}
