import type { Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { pick } from '../../kernel/text.ts'
import { Empty, Section } from '../../ui/index.ts'
import { PortfolioList } from './pages.tsx'
import { listAction } from './read-actions.ts'
import { text } from './text.ts'

/** The portfolios of an ecosystem on its own page, and the way to found one for those who may. */
export const portfoliosOfEcosystem: Supplement = {
  kind: 'ecosystem',
  show: async (request) => {
    const { language, link, params } = request
    const { key } = params
    if (!key) return undefined
    const found = await request.perform(listAction, { ecosystem: key }).catch(unlessRefused)
    if (!found || (found.items.length === 0 && !found.may.add)) return undefined
    const t = text[language]
    const add = found.may.add && <a href={link(`/ecosystems/${key}/portfolios/new`)}>{t.add}</a>
    return {
      id: 'portfolios',
      label: t.title,
      ...(found.items.length > 0 && { count: found.items.length }),
      crossed: found.items.map(({ id, name, exercise }) => ({
        href: link(`/portfolios/${id}`),
        label: pick(name, language)?.text ?? '',
        note: exercise ? t.exercise.toLowerCase() : undefined,
      })),
      body: (
        <Section title={t.title} id="portfolios" note={found.items.length > 0 && add}>
          {found.items.length === 0 ? (
            <Empty title={t.none}>{add}</Empty>
          ) : (
            <PortfolioList items={found.items} request={request} />
          )}
        </Section>
      ),
    }
  },
}

/** The portfolios that the reader sees, on the page that lists the ecosystems. */
export const portfoliosOfAll: Supplement = {
  kind: 'ecosystems',
  show: async (request) => {
    const { items } = await request.perform(listAction, {})
    if (items.length === 0) return undefined
    const t = text[request.language]
    return {
      id: 'portfolios',
      label: t.title,
      count: items.length,
      body: (
        <Section title={t.title} id="portfolios">
          <PortfolioList items={items} request={request} />
        </Section>
      ),
    }
  },
}
