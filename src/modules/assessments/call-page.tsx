import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { changed, fromRow, keepAddress, kept } from '../../kernel/view-address.ts'
import {
  ColumnChooser,
  Empty,
  type Facet,
  Facets,
  Menu,
  PageHead,
  Pager,
  Scroll,
  SearchBox,
  SelectField,
  sheetChoices,
  Table,
} from '../../ui/index.ts'
import { holds } from '../people/index.ts'
import { askMany, type Deed, deeds } from './bulk-actions.ts'
import { bulkText } from './bulk-text.ts'
import { completionText } from './completion-text.ts'
import { LifeView } from './life-view.tsx'
import { columnKeys, columnName, exported, tableColumns, usualColumns } from './list-columns.tsx'
import { needs, outcomes, type SortKey } from './list-rules.ts'
import { listText } from './list-text.ts'
import { type ListedAssessments, listAssessments } from './read-actions.ts'
import { assessmentMachine, assessmentStates } from './rules.ts'
import { text } from './text.ts'

const size = 50
const shownWords = ['columns', 'format']

/** What the address asks of the list, without the words that say how it is shown. */
function asked({ url, params }: PageRequest): Record<string, unknown> {
  const data = queryData(url.searchParams)
  for (const word of shownWords) delete data[word]
  return { ...data, call: params.code }
}

async function callPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = listText[language]
  const found = await request.perform(listAssessments, { limit: size, ...asked(request) })
  return {
    as: 'page',
    title: `${t.title}: ${pick(found.call.title, language)?.text ?? found.call.code}`,
    nav: 'workspace',
    robots: 'noindex',
    crumbs: [
      { text: text[language].mine, href: link('/assessments') },
      { text: found.call.code, href: link(`/calls/${params.code}`) },
      { text: t.title },
    ],
    body: <ListView found={found} request={request} />,
  }
}

function facetsOf(found: ListedAssessments, url: URL, language: Language): Facet[] {
  const t = listText[language]
  const on = (name: string, value: string) => url.searchParams.getAll(name).includes(value)
  return [
    {
      kind: 'options',
      name: 'state',
      legend: t.state,
      options: assessmentStates
        .filter((s) => found.counts[s] || on('state', s))
        .map((value) => ({
          value,
          label: assessmentMachine.states[value][language],
          count: found.counts[value] ?? 0,
          checked: on('state', value),
        })),
    },
    {
      kind: 'options',
      name: 'need',
      legend: t.need,
      options: needs.map((value) => ({
        value,
        label: t.needs[value],
        count: found.byNeed[value] ?? 0,
        checked: on('need', value),
      })),
    },
    {
      kind: 'options',
      name: 'outcome',
      legend: t.outcome,
      options: outcomes.map((value) => ({
        value,
        label: text[language].outcomes[value],
        count: found.byOutcome[value] ?? 0,
        checked: on('outcome', value),
      })),
    },
  ]
}

function ListView({ found, request }: { found: ListedAssessments; request: PageRequest }) {
  const { language, link, url, params, actor } = request
  const t = listText[language]
  const path = link(`/calls/${params.code}/assessment`)
  const words = url.searchParams
  const chosen = columnKeys.filter((k) => words.getAll('columns').includes(k))
  const columns = chosen.length > 0 ? chosen : usualColumns
  const offset = Number(words.get('offset') ?? 0) || 0
  const bulk = holds(actor, ['coordinator', 'preparer', 'council-officer'], found.call.ecosystem)
  const sorted = words.get('sort') ?? 'number'
  const sort = (key: SortKey) => ({
    href: changed(path, words, { sort: sorted === key ? `-${key}` : key }),
    direction:
      sorted === key ? ('ascending' as const) : sorted === `-${key}` ? ('descending' as const) : undefined,
  })
  const facets = facetsOf(found, url, language)
  const applied = ['state', 'need', 'outcome'].reduce((n, name) => n + words.getAll(name).length, 0)
  return (
    <>
      <PageHead
        over={found.call.code}
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <a class="btn" href={link(`/calls/${params.code}/conflicts`)}>
              {t.conflicts}
            </a>
            <a class="btn" href={keepAddress(link, `${url.pathname}${url.search}`)}>
              {t.save}
            </a>
            <Menu
              label={t.export}
              note={t.exportNote(found.total)}
              groups={[sheetChoices((format) => changed(`${path}/export`, words, { format }))]}
            />
          </>
        }
      />
      <div class="with-facets">
        <Facets
          action={path}
          facets={facets}
          keep={kept(words, ['state', 'need', 'outcome'])}
          applied={applied}
          language={language}
        />
        <div id="list">
          <SearchBox
            action={path}
            label={t.search}
            placeholder={t.placeholder}
            value={words.get('q') ?? ''}
            keep={kept(words, ['q'])}
            language={language}
          />
          <div class="results-head">
            <ColumnChooser
              action={path}
              columns={columnKeys.map((value) => ({ value, label: columnName(value, language) }))}
              chosen={columns}
              keep={kept(words, ['columns'])}
              usual={changed(path, words, { columns: undefined })}
              language={language}
            />
          </div>
          {found.items.length === 0 ? (
            <Empty title={words.size > 0 ? t.noneFound : t.none}>
              {words.size > 0 ? t.noneFoundNext : t.noneNext}
            </Empty>
          ) : (
            <form method="post" action={`${path}/bulk`}>
              <Scroll label={t.title}>
                <Table
                  caption={t.title}
                  cards
                  density="tight"
                  language={language}
                  rows={found.items}
                  columns={tableColumns(columns, language, link, sort, bulk)}
                />
              </Scroll>
              {bulk && <BulkChoice language={language} />}
            </form>
          )}
          <Pager
            offset={offset}
            size={size}
            total={found.total}
            at={fromRow(path, words)}
            language={language}
          />
        </div>
      </div>
      <LifeView language={language} />
    </>
  )
}

function BulkChoice({ language }: { language: Language }) {
  const t = listText[language]
  return (
    <div class="bulk">
      <SelectField
        name="deed"
        label={t.deed}
        choices={[
          ...deeds.map((value: Deed) => ({ value, label: bulkText[language][value] })),
          { value: askMany, label: completionText[language].title },
        ]}
        language={language}
      />
      <button class="btn" type="submit">
        {t.check}
      </button>
    </div>
  )
}

async function exportPage(request: PageRequest): Promise<PageAnswer> {
  const { language, params, url } = request
  const wanted = url.searchParams.get('format') ?? 'csv'
  const format: SheetFormat = sheetFormats.find((f) => f === wanted) ?? 'csv'
  const found = await request.perform(listAssessments, { ...asked(request), limit: 1000, offset: 0 })
  const { columns, rows } = exported(found.items, language, {
    now: request.now,
    address: (path) => `${request.baseUrl}${request.link(path)}`,
  })
  return {
    as: 'file',
    name: `${params.code}-${listText[language].points}.${format}`,
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows, { delimiter: language === 'en' ? ',' : ';' }),
  }
}

export const callPages: readonly Page[] = [
  { method: 'GET', path: '/calls/{code}/assessment', run: callPage },
  { method: 'GET', path: '/calls/{code}/assessment/export', run: exportPage },
]
