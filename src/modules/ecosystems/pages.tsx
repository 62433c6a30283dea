import type { Page, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { suppliedTo } from '../../kernel/supplement.ts'
import { Talk, talkOn } from '../talk/index.ts'
import { ecosystemHead, get, list } from './actions.ts'
import { EcosystemView } from './ecosystem-view.tsx'
import { figurePage } from './figure-view.tsx'
import { jsonLdOf, jsonLdOfList } from './json-ld.ts'
import { ListView } from './list-view.tsx'
import { regionOf } from './look.ts'
import { text } from './text.ts'
import { nameOf } from './view.ts'

const listPage: Page = {
  method: 'GET',
  path: '/ecosystems',
  cached: true,
  async run(request) {
    const { language, link, now, baseUrl } = request
    const t = text[language]
    const { items, may } = await request.perform(list, {})
    const supplied = await suppliedTo(request, { kind: 'ecosystems', id: '' })
    return {
      as: 'page',
      title: t.ecosystems,
      description: t.scope,
      nav: 'ecosystems',
      crumbs: [{ text: t.home, href: link('/') }, { text: t.ecosystems }],
      body: (
        <>
          <ListView items={items} may={may} now={now} language={language} link={link} />
          {supplied.map((s) => s.body)}
        </>
      ),
      jsonLd: jsonLdOfList(items, { language, link, baseUrl }),
    }
  },
}

const ecosystemPage: Page = {
  method: 'GET',
  path: '/ecosystems/{key}',
  cached: true,
  async run(request) {
    const { language, link, now, baseUrl, params } = request
    const t = text[language]
    const found = await request.perform(get, { key: params.key })
    const name = nameOf(found.ecosystem.name, language)
    const region = regionOf(found.ecosystem, found.look, language)
    const { talked, supplied } = await besideFor(request)
    return {
      as: 'page',
      title: name,
      ...(region && { region }),
      description: nameOf(found.ecosystem.summary, language),
      nav: 'ecosystems',
      crumbs: [
        { text: t.home, href: link('/') },
        { text: t.ecosystems, href: link('/ecosystems') },
        { text: nameOf(found.ecosystem.short ?? found.ecosystem.name, language) },
      ],
      body: (
        <>
          <EcosystemView {...found} supplied={supplied} now={now} language={language} link={link} />
          {supplied.map((s) => s.body)}
          {talked && <Talk talked={talked} request={request} />}
        </>
      ),
      jsonLd: jsonLdOf(found, { language, link, baseUrl }),
    }
  },
}

/** What stands below it: what other rooms have to show of it to this reader, and for who is signed in the talk. */
async function besideFor(request: PageRequest) {
  const { id } = await request.perform(ecosystemHead, { key: request.params.key })
  const subject = { kind: 'ecosystem', id }
  return { talked: await talkOn(request, subject), supplied: await suppliedTo(request, subject) }
}

/** Where an amount comes from. The number in the address is its place among the ecosystem's amounts. */
const figure: Page = {
  method: 'GET',
  path: '/ecosystems/{key}/figures/{n}',
  cached: true,
  async run(request) {
    const found = await request.perform(get, { key: request.params.key })
    const money = found.ecosystem.money[Number(request.params.n) - 1]
    if (!money) {
      const { fi, sv, en } = text
      throw new Refusal('missing', 'ecosystem.figure-missing', [
        { text: { fi: fi.noFigure, sv: sv.noFigure, en: en.noFigure } },
      ])
    }
    return figurePage(request, found, money)
  },
}

export const pages: readonly Page[] = [listPage, ecosystemPage, figure]
