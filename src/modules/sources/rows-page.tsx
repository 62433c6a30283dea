import { Readable } from 'node:stream'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { formatCount } from '../../kernel/text.ts'
import { Empty, PageHead, Table, Tabs, Tag } from '../../ui/index.ts'
import { getImport, importRows } from './actions.ts'
import { columnsText } from './columns-text.ts'
import { importPath, titleOf } from './import-page.tsx'
import { pageText } from './page-text.ts'
import { type Problem, severityOf } from './problem.ts'
import { sayProblem } from './problem-text.ts'
import type { ImportHead } from './queries.ts'
import { rejectsSheet } from './rejects.ts'

const size = 100
const tones = { error: 'bad', warning: 'warm', note: 'plain' } as const

/** Every remark with its row, column and the text as it stood. */
export async function rowsPage(request: PageRequest): Promise<PageAnswer> {
  const { language, params, url } = request
  const t = pageText[language]
  const which = url.searchParams.get('which') === 'rejected' ? 'rejected' : 'problems'
  const after = Math.max(0, Math.trunc(Number(url.searchParams.get('after')) || 0))
  const found = (await request.perform(getImport, { id: params.id })) as ImportHead
  const { items } = await request.perform(importRows, { id: params.id, which, after, limit: size })
  const remarks = items.flatMap((item) => (item.problems ?? []) as Problem[])
  const address = (kind: string, from = 0) =>
    request.link(importPath(found.id, `/rows?which=${kind}${from > 0 ? `&after=${from}` : ''}`))
  const title = t.rowsTitle
  return {
    as: 'page',
    title,
    nav: 'sources',
    robots: 'noindex',
    crumbs: [
      { text: t.home, href: request.link('/') },
      { text: t.sources, href: request.link('/sources') },
      { text: titleOf(found, language), href: request.link(importPath(found.id)) },
      { text: title },
    ],
    body: (
      <>
        <PageHead title={title} over={found.fileName} />
        <Tabs
          label={t.problems}
          items={(['problems', 'rejected'] as const).map((kind) => ({
            href: address(kind),
            label: kind === 'rejected' ? t.onlyRejected : t.allProblems,
            current: kind === which,
          }))}
        />
        {remarks.length === 0 ? (
          <Empty title={t.noProblems} />
        ) : (
          <Table
            caption={title}
            cards
            class="remarks"
            language={language}
            rows={remarks}
            columns={[
              {
                label: t.row,
                heading: true,
                numeric: true,
                phone: 'labelled',
                cell: (p) => formatCount(p.row, language),
              },
              {
                label: t.state,
                quiet: true,
                cell: (p) => <Tag tone={tones[severityOf(p.code)]}>{t.severity[severityOf(p.code)]}</Tag>,
              },
              { label: t.problem, phone: 'wide', cell: (p) => sayProblem(p, language) },
              {
                label: columnsText[language].column,
                phone: 'line',
                class: 'where',
                cell: (p) => p.column ?? '',
              },
              { label: t.text, phone: 'line', cell: (p) => (p.text ?? '').slice(0, 200) },
            ]}
          />
        )}
        {items.length === size && (
          <p class="actions">
            <a class="btn" href={address(which, items.at(-1)!.rowNo)} rel="next">
              {t.more}
            </a>
          </p>
        )}
      </>
    ),
  }
}

/** The rejected rows as a file: the list's own columns with what is to be mended before them. */
export async function rejectsFile(request: PageRequest): Promise<PageAnswer> {
  const { language, params } = request
  const found = (await request.perform(getImport, { id: params.id })) as ImportHead
  async function* rows() {
    for (let after = 0; ; ) {
      const { items } = await request.perform(importRows, {
        id: found.id,
        which: 'rejected',
        after,
        limit: 1000,
      })
      for (const { rowNo, cells, problems } of items)
        yield { rowNo, cells, problems: (problems ?? []) as Problem[] }
      if (items.length < 1000) return
      after = items.at(-1)!.rowNo
    }
  }
  const sheet = rejectsSheet(found.layout.headers ?? [], rows(), language)
  const delimiter = found.layout.table?.delimiter === ';' ? ';' : ','
  return {
    as: 'file',
    name: `${found.fileName.replace(/(\.(csv|tsv|txt|json|jsonl|xlsx|gz))+$/i, '')}-${pageText[language].rejectsName}.csv`,
    type: sheetTypes.csv,
    content: Readable.from(sheetStream('csv', sheet.columns, sheet.rows, { delimiter })),
  }
}
