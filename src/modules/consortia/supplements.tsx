import type { ComponentChildren } from 'preact'
import type { PageRequest, Supplement, Supplied } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { Empty, Section } from '../../ui/index.ts'
import { listAction } from './consortium-actions.ts'
import { ideaDraft } from './idea-pages.tsx'
import { ideaText } from './idea-text.ts'
import { ConsortiumList, FoundingLinks } from './list-page.tsx'
import type { Consortium } from './record.ts'
import { text } from './text.ts'

/** Some consortia as a part of another page, with the way to one more. */
const listed = (
  items: readonly Consortium[],
  add: ComponentChildren,
  request: Pick<PageRequest, 'language' | 'link'>,
): Supplied => {
  const t = text[request.language]
  return {
    id: 'consortia',
    label: t.title,
    ...(items.length > 0 && { count: items.length }),
    body: (
      <Section title={t.title} id="consortia" note={items.length > 0 && add}>
        {items.length === 0 ? (
          <Empty title={t.none}>{add}</Empty>
        ) : (
          <ConsortiumList items={items} request={request} />
        )}
      </Section>
    ),
  }
}

/** The consortia of an ecosystem on its own page, and the way to found one for those who may. */
export const consortiaOfEcosystem: Supplement = {
  kind: 'ecosystem',
  show: async (request) => {
    const { language, link, params } = request
    const { key } = params
    if (!key) return undefined
    const found = await request.perform(listAction, { ecosystem: key }).catch(unlessRefused)
    if (!found || (found.items.length === 0 && !found.may.add)) return undefined
    const t = text[language]
    const add = found.may.add && (
      <>
        <a href={link(`/ecosystems/${key}/consortia/new`)}>{t.new}</a>
        {' · '}
        <a href={link(`/ecosystems/${key}/consortia/idea`)}>{ideaText[language].begin}</a>
      </>
    )
    return listed(found.items, add, request)
  },
}

/** Of how many consortia the page that lists the ecosystems tells. */
const mostAmong = 5

/** The consortia that the reader sees and that are gathered now, on the page that lists the ecosystems. */
export const consortiaOfAll: Supplement = {
  kind: 'ecosystems',
  show: async (request) => {
    const { language, link } = request
    const { items, founding } = await request.perform(listAction, {})
    if (items.length === 0 && founding.length === 0) return undefined
    const t = text[language]
    const now = items.filter(({ state }) => state === 'gathering')
    return {
      id: 'consortia',
      label: t.title,
      count: items.length,
      body: (
        <Section title={t.title} id="consortia" note={<a href={link('/consortia')}>{t.all}</a>}>
          {now.length === 0 ? (
            <Empty title={t.none} />
          ) : (
            <ConsortiumList items={now.slice(0, mostAmong)} request={request} />
          )}
        </Section>
      ),
    }
  },
}

/** In which consortia an organisation is, as far as the reader sees them. */
export const consortiaOfOrganisation: Supplement = {
  kind: 'organisation',
  show: async (request, organisation) => {
    const found = await request.perform(listAction, { organisation }).catch(unlessRefused)
    if (!found || found.items.length === 0) return undefined
    const t = text[request.language]
    return {
      id: 'consortia',
      label: t.title,
      count: found.items.length,
      body: (
        <Section title={t.title} id="consortia">
          <ConsortiumList items={found.items} request={request} />
        </Section>
      ),
    }
  },
}

/** The consortia that began from an idea of a portfolio, and the way to begin one. */
export const consortiaOfIdea: Supplement = {
  kind: 'portfolio-idea',
  show: async (request, subject) => {
    const { language, link } = request
    const [ecosystem, , idea] = subject.split(':')
    const found = await request.perform(listAction, { ecosystem, idea }).catch(unlessRefused)
    if (!found || (found.items.length === 0 && !found.may.add)) return undefined
    const t = text[language]
    const add = found.may.add && <a href={link(ideaDraft.path(subject))}>{t.gather}</a>
    return listed(found.items, add, request)
  },
}

/** "Gather a consortium" on a call that is open, with those that are gathered for it already. */
export const consortiaOfCall: Supplement = {
  kind: 'open-call',
  show: async (request, code) => {
    const { language, link } = request
    const t = text[language]
    const call = await request.perform(listAction, { callCode: code }).catch(unlessRefused)
    if (!call?.ecosystem || (call.items.length === 0 && !call.may.add)) return undefined
    const add = call.may.add && (
      <a href={link(`/ecosystems/${call.ecosystem}/consortia/new?call=${encodeURIComponent(code)}`)}>
        {t.gather}
      </a>
    )
    return listed(call.items, add, request)
  },
}

/** "Gather a consortium" on another's call in the catalogue of funding. */
export const consortiaOfFunding: Supplement = {
  kind: 'funding',
  show: async (request, id) => {
    if (request.actor.kind !== 'person') return undefined
    const t = text[request.language]
    const found = await request.perform(listAction, {}).catch(unlessRefused)
    if (!found || found.founding.length === 0) return undefined
    return {
      id: 'consortia',
      label: t.title,
      body: (
        <Section title={t.title} id="consortia">
          <FoundingLinks
            in={found.founding}
            about={`?funding=${encodeURIComponent(id)}`}
            label={t.gather}
            request={request}
          />
        </Section>
      ),
    }
  },
}
