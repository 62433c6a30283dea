import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Alert, PageHead } from '../../ui/index.ts'
import { countedCompleteness, listOperations, type OperationItem } from './actions.ts'
import { fundOf, locationOf, objectiveOf } from './names.ts'
import { operationFields } from './rules.ts'
import { text } from './text.ts'
import { CompletenessSection, OperationList } from './view.tsx'

function asked(url: URL): Record<string, string | string[]> {
  const { fragment: _, lang: __, ...input } = queryData(url.searchParams)
  return input
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { url, language, link, baseUrl } = request
  const t = text[language]
  const input = asked(url)
  const found = await request.perform(listOperations, input)
  const { items: counted } = await request.perform(countedCompleteness, {})
  const list = (
    <OperationList
      items={found.items}
      total={found.total}
      counted={counted}
      params={url.searchParams}
      limit={Number(input.limit ?? 20)}
      offset={Number(input.offset ?? 0)}
      link={link}
      language={language}
    />
  )
  if (url.searchParams.has('fragment')) return { as: 'fragment', body: list }
  return {
    as: 'page',
    title: t.title,
    description: t.description,
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: t.title,
      description: t.description,
      inLanguage: language,
      url: `${baseUrl}${link('/operations')}`,
      distribution: sheetFormats.map((format) => ({
        '@type': 'DataDownload',
        encodingFormat: format,
        contentUrl: `${baseUrl}${link(`/operations/export.${format}`)}`,
      })),
    },
    ...(url.search !== '' && { robots: 'noindex' as const }),
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <Alert tone="note" title={t.mirrorTitle}>
          {t.mirror} {found.takenIn && t.takenIn(formatDay(dayIn(found.takenIn), language))}{' '}
          <a href={link('/sources')}>{t.sources}</a>. <a href="#completeness">{t.completenessLink}</a>.
        </Alert>
        {list}
        <CompletenessSection counted={counted} language={language} />
      </>
    ),
  }
}

type FileColumn = SheetColumn & { of: (o: OperationItem) => string | number | null }

/** All fourteen facts under their points, (b) and (c) always empty; before them what names the operation. */
function fileColumns({ language, baseUrl, link }: PageRequest): FileColumn[] {
  const t = text[language]
  const kinds: Partial<Record<string, SheetColumn['kind']>> = {
    start: 'day',
    end: 'day',
    totalCost: 'number',
    rate: 'number',
  }
  const value = (o: OperationItem, field: (typeof operationFields)[number]['field']): string | null => {
    if (field === 'person' || field === 'vessel') return null
    if (field === 'fund') return fundOf(o.facts, language)
    if (field === 'objective') return objectiveOf(o.facts, language)
    if (field === 'location') return locationOf(o.facts, language)
    return o.facts[field]
  }
  return [
    { header: t.file.code, kind: 'text', of: (o) => o.code },
    { header: t.file.period, kind: 'text', of: (o) => o.period },
    ...operationFields.map(
      ({ point, field }): FileColumn => ({
        header: `${t.fields[field]} (${point})`,
        kind: kinds[field] ?? 'text',
        of: (o) => value(o, field),
      }),
    ),
    { header: t.file.currency, kind: 'text', of: (o) => o.currency },
    { header: t.file.country, kind: 'text', of: () => t.country },
    { header: t.file.filled, kind: 'number', of: (o) => o.filled },
    { header: t.file.of, kind: 'number', of: (o) => o.of },
    { header: t.file.page, kind: 'text', of: (o) => `${baseUrl}${link(o.page)}` },
  ]
}

/** The list as it is searched and sorted, all of it, read in portions while the file is being sent. */
async function exportPage(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { limit: _, offset: __, ...input } = asked(request.url)
  const columns = fileColumns(request)
  const first = await request.perform(listOperations, { ...input, limit: '1000' })
  async function* rows() {
    let { items } = first
    for (let offset = 1000; ; offset += 1000) {
      for (const item of items) yield columns.map((c) => c.of(item))
      if (items.length < 1000) return
      ;({ items } = await request.perform(listOperations, {
        ...input,
        limit: '1000',
        offset: String(offset),
      }))
    }
  }
  return {
    as: 'file',
    name: `operations-${dayIn(request.now)}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows(), {
      sheet: text[request.language].title,
      delimiter: request.language === 'en' ? ',' : ';',
    }),
  }
}

export const pages: readonly Page[] = [
  { method: 'GET', path: '/operations', cached: true, run: listPage },
  ...sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/operations/export.${format}`,
      run: (request) => exportPage(request, format),
    }),
  ),
]
