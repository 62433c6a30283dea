import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { PageHead, Popover, ProvenanceList, text as parts } from '../../ui/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { networkActor } from './ego-actions.ts'
import { networkFacts } from './fact-actions.ts'
import { networkDrawing, networkMap } from './map-actions.ts'
import { mapText } from './map-text.ts'
import { MapView, networkPath } from './map-view.tsx'

const rows = 20

/** What the address asks, without the words that only the page itself knows. */
export function askedOf(url: URL): Record<string, string | string[]> {
  const { fragment: _, open: __, lang: ___, colour: ____, ...input } = queryData(url.searchParams)
  return input
}

/** Short names of the ecosystems that the reader sees, by key. */
export async function ecosystemNames(request: PageRequest): Promise<Record<string, string>> {
  const { items } = await request.perform(namesOfEcosystems, {})
  return Object.fromEntries(
    items.map(({ key, short, name }) => [key, pick(short ?? name, request.language)?.text ?? key]),
  )
}

async function mapPage(request: PageRequest): Promise<PageAnswer> {
  const { url, language, link } = request
  const t = mapText[language]
  const input = askedOf(url)
  const found = await request.perform(networkMap, input)
  const facts = await request.perform(networkFacts, {})
  const middle =
    found.at && url.searchParams.get('at') && Number(url.searchParams.get('steps')) > 0
      ? (await request.perform(networkActor, { id: url.searchParams.get('at')! })).name
      : undefined
  const view = (
    <MapView
      found={found}
      params={url.searchParams}
      names={{ ecosystems: await ecosystemNames(request), communities: facts.communities }}
      facts={facts}
      middle={middle}
      mayKeep={request.actor.kind === 'person'}
      limit={Number(input.limit ?? rows)}
      offset={Number(input.offset ?? 0)}
      link={link}
      language={language}
    />
  )
  if (url.searchParams.has('fragment')) return { as: 'fragment', body: view }
  return {
    as: 'page',
    title: t.title,
    description: t.description,
    nav: 'organisations',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.organisations, href: link('/organisations') },
      { text: t.title },
    ],
    islands: ['network'],
    sheet: 'network',
    ...(url.search !== '' && { robots: 'noindex' as const }),
    ...(!found.at && { unready: true, refresh: 5 }),
    body: (
      <>
        <PageHead
          title={t.title}
          lead={t.lead}
          actions={
            <a class="btn" href={link(`${networkPath}/changes`)}>
              {t.changes}
            </a>
          }
        />
        {found.at ? view : <p role="status">{t.making}</p>}
      </>
    ),
  }
}

async function drawingPage(request: PageRequest): Promise<PageAnswer> {
  const { json } = await request.perform(networkDrawing, {})
  return {
    as: 'file',
    name: 'network.json',
    type: 'application/json',
    inline: true,
    content: json,
  }
}

/** Where the figures of the network come from. */
async function provenancePage(request: PageRequest): Promise<PageAnswer> {
  const { url, language, link } = request
  const t = mapText[language]
  const { at } = await request.perform(networkMap, { limit: 1 })
  const body = (
    <>
      <ProvenanceList
        of={{
          source: (
            <>
              <a href={link('/sources')}>{t.provenance.lists}</a>, {t.provenance.others}
            </>
          ),
          method: t.provenance.method,
          ...(at && { raw: t.provenance.computed(formatInstant(at, language)) }),
        }}
        language={language}
      />
      <p class="note">{t.provenance.leftOut}</p>
    </>
  )
  if (url.searchParams.has('fragment'))
    return {
      as: 'fragment',
      body: (
        <Popover title={parts[language].whereFromTitle} language={language}>
          {body}
        </Popover>
      ),
    }
  return {
    as: 'page',
    title: t.provenance.title,
    nav: 'organisations',
    robots: 'noindex',
    crumbs: [{ text: t.title, href: link(networkPath) }, { text: t.provenance.title }],
    body: (
      <>
        <PageHead over={<a href={link(networkPath)}>{t.title}</a>} title={t.provenance.title} />
        {body}
      </>
    ),
  }
}

export const mapPages: readonly Page[] = [
  { method: 'GET', path: networkPath, cached: true, run: mapPage },
  { method: 'GET', path: `${networkPath}/drawing`, run: drawingPage },
  { method: 'GET', path: `${networkPath}/provenance`, cached: true, run: provenancePage },
]
