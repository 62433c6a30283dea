import { queryData } from '../../kernel/list.ts'
import type { Page, PageRequest } from '../../kernel/page.ts'
import type { SheetFormat } from '../../kernel/spreadsheet.ts'
import { suppliedTo } from '../../kernel/supplement.ts'
import { formatCount } from '../../kernel/text.ts'
import { changed } from '../../kernel/view-address.ts'
import { list } from './actions.ts'
import { exportAnswer } from './export.ts'
import { ListView } from './list-view.tsx'
import { projectPages } from './project-pages.tsx'
import { searchWordsPage } from './search-words.tsx'
import { changeShare } from './share-actions.ts'
import { sumProvenance } from './sum-provenance.tsx'
import { text } from './text.ts'

/** Words of the address that are about how the list is shown; the rest are about what is looked for. */
const display = ['columns', 'open', 'fragment', 'lang']

/** The address's words as the input of the list's actions. */
function asked(url: URL): Record<string, string | string[]> {
  const data = queryData(url.searchParams)
  for (const word of display) delete data[word]
  return data
}

const listPage: Page = {
  method: 'GET',
  path: '/projects',
  cached: true,
  async run(request) {
    const { url, language, link } = request
    const t = text[language]
    const input = asked(url)
    const found = await request.perform(list, input)
    const view = (
      <ListView
        found={found}
        params={url.searchParams}
        withoutFilters={found.total === 0 ? await countWithoutFilters(request, found.words) : undefined}
        mayKeep={request.actor.kind === 'person'}
        supplied={
          found.total === 0 ? [] : await suppliedTo(request, { kind: 'projects', id: addressOf(url) })
        }
        limit={Number(input.limit ?? 20)}
        offset={Number(input.offset ?? 0)}
        link={link}
        language={language}
      />
    )
    if (url.searchParams.has('fragment')) return { as: 'fragment', body: view }
    const count = formatCount(found.total, language)
    return {
      as: 'page',
      title: found.words === '' ? t.title : `${found.words}: ${count} ${t.found(found.total === 1)}`,
      description: t.description,
      nav: 'projects',
      crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
      jsonLd: datasetOf(request, found.total),
      // One list is worth finding; its million views are not.
      ...(url.search !== '' && { robots: 'noindex' as const }),
      body: (
        <>
          <h1>{t.title}</h1>
          {view}
        </>
      ),
    }
  },
}

/** The list without what is about how it is shown, and without a language. */
const addressOf = (url: URL): string =>
  changed('/projects', url.searchParams, Object.fromEntries(display.map((word) => [word, undefined])))

async function countWithoutFilters(request: PageRequest, words: string): Promise<number> {
  if (words === '') return 0
  const bare = await request.perform(list, { q: words, limit: '1' })
  return bare.total
}

const datasetOf = ({ url, language, baseUrl, link }: PageRequest, total: number) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name: text[language].title,
  description: text[language].description,
  inLanguage: language,
  url: `${baseUrl}${link('/projects')}${url.search}`,
  isAccessibleForFree: true,
  size: String(total),
  distribution: (['csv', 'xlsx', 'json'] as const).map((format) => ({
    '@type': 'DataDownload',
    encodingFormat: format,
    contentUrl: `${baseUrl}${link(`/projects/export.${format}`)}${url.search}`,
  })),
})

const exportPage = (format: SheetFormat): Page => ({
  method: 'GET',
  path: `/projects/export.${format}`,
  run: (request) => {
    const { limit: _, offset: __, ...input } = asked(request.url)
    return exportAnswer(request, format, input)
  },
})

/** Who sees a list of an ecosystem is changed on the list's own page; its projects change with it. */
const sharePage: Page = {
  method: 'POST',
  path: '/sources/{id}/share',
  run: async (request) => {
    const form = await request.form()
    await request.perform(changeShare, { id: request.params.id, share: form.get('share') })
    return { as: 'redirect', to: request.link(`/sources/${request.params.id}`) }
  },
}

export const pages: readonly Page[] = [
  listPage,
  exportPage('csv'),
  exportPage('xlsx'),
  exportPage('json'),
  searchWordsPage,
  sumProvenance,
  sharePage,
  ...projectPages,
]
