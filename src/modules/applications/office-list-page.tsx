import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { changed, fromRow, keepAddress, kept } from '../../kernel/view-address.ts'
import {
  ColumnChooser,
  Empty,
  Menu,
  PageHead,
  Pager,
  SearchBox,
  sheetChoices,
  Table,
  Tabs,
} from '../../ui/index.ts'
import { callPath } from '../calls/index.ts'
import { numberOf } from './application.ts'
import { listSent } from './list-actions.ts'
import type { Listed, listSorts } from './list-queries.ts'
import { columnKeys, columnName, listWords, tableColumns, usualColumns } from './office-list-columns.tsx'
import { pageText } from './page-text.ts'
import { applicationMachine } from './rules.ts'
import { text } from './text.ts'

const pageSize = 50

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const { code = '' } = params
  const t = pageText[language].office
  const asked = queryData(url.searchParams)
  const { call, items, total } = await request.perform(listSent, { limit: pageSize, ...asked, call: code })
  const name = pick(call.title, language)?.text ?? call.code
  const path = `${callPath(call)}/applications`
  const q = url.searchParams.get('q') ?? ''
  const late = url.searchParams.get('late') === 'true'
  const offset = Number(asked.offset ?? 0)
  const asking = url.searchParams
  const w = listWords[language]
  const chosen = columnKeys.filter((key) => asking.getAll('columns').includes(key))
  const columns = chosen.length > 0 ? chosen : usualColumns
  const narrowed = q !== '' || late || asking.has('state')
  const sorted = (sort: (typeof listSorts)[number]) => ({
    href: changed(link(path), asking, { sort }),
    ...((asking.get('sort') ?? 'number') === sort && { direction: 'ascending' as const }),
  })
  return {
    as: 'page',
    title: `${t.list}: ${name}`,
    nav: 'workspace',
    robots: 'noindex',
    crumbs: [
      { text: text[language].home, href: link('/') },
      { text: text[language].calls, href: link('/calls') },
      { text: name, href: link(callPath(call)) },
      { text: t.list },
    ],
    body: (
      <>
        <PageHead
          over={name}
          title={t.list}
          actions={
            <>
              <a class="btn" href={keepAddress(link, `${url.pathname}${url.search}`)}>
                {w.save}
              </a>
              <Menu
                label={t.export}
                groups={[sheetChoices((format) => `${link(`${path}/export.${format}`)}${url.search}`)]}
              />
            </>
          }
        />
        <Tabs
          label={t.list}
          items={[
            { href: changed(link(path), asking, { late: undefined }), label: t.all, current: !late },
            { href: changed(link(path), asking, { late: 'true' }), label: t.late, current: late },
          ]}
        />
        <SearchBox
          action={link(path)}
          label={t.search}
          value={q}
          keep={kept(asking, ['q'])}
          language={language}
        />
        <div class="results-head">
          <ColumnChooser
            action={link(path)}
            columns={columnKeys.map((value) => ({ value, label: columnName(value, language) }))}
            chosen={columns}
            keep={kept(asking, ['columns'])}
            usual={changed(link(path), asking, { columns: undefined })}
            language={language}
          />
        </div>
        {items.length === 0 ? (
          <Empty title={narrowed ? w.noneFound : t.none}>
            <p>{narrowed ? w.noneFoundNext : t.noneNext}</p>
            {narrowed && <a href={link(path)}>{w.all}</a>}
          </Empty>
        ) : (
          <Table
            caption={t.list}
            language={language}
            cards
            density="tight"
            rows={items}
            columns={tableColumns(columns, language, link, sorted)}
          />
        )}
        <Pager
          offset={offset}
          size={pageSize}
          total={total}
          at={fromRow(link(path), asking)}
          language={language}
        />
      </>
    ),
  }
}

async function exportPage(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language, params, url } = request
  const t = pageText[language].office
  const asked = queryData(url.searchParams)
  const { call, items } = await request.perform(listSent, {
    ...asked,
    limit: 1000,
    offset: 0,
    call: params.code,
  })
  const row = ({ application: a, ...i }: Listed) => [
    numberOf(a),
    a.title,
    i.lead,
    i.businessId,
    i.partners,
    i.cost,
    i.grant,
    i.rate,
    applicationMachine.states[a.state][language],
    a.late
      ? a.lateAccepted === null
        ? text[language].late
        : a.lateAccepted
          ? text[language].lateAccepted
          : text[language].lateRefused
      : '',
    a.submittedAt && dayIn(a.submittedAt),
    a.version,
  ]
  const head = [
    t.number,
    t.name,
    t.lead,
    t.business,
    t.partners,
    t.cost,
    t.grant,
    t.rate,
    t.state,
    t.late,
    t.sent,
    t.version,
  ]
  const numbers = new Set([4, 5, 6, 7, 11])
  const columns = head.map((header, i) => ({
    header,
    kind: i === 10 ? ('day' as const) : numbers.has(i) ? ('number' as const) : ('text' as const),
  }))
  return {
    as: 'file',
    name: `${call.code}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(format, columns, items.map(row)),
  }
}

export const officeListPages: readonly Page[] = [
  { method: 'GET', path: '/calls/{code}/applications', run: listPage },
  ...sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/calls/{code}/applications/export.${format}`,
      run: (request) => exportPage(request, format),
    }),
  ),
]
