import type { PageRequest } from '../../kernel/page.ts'
import { changed, fromRow, keepAddress, kept, without } from '../../kernel/view-address.ts'
import {
  Chips,
  ColumnChooser,
  Empty,
  type Facet,
  Facets,
  Menu,
  PageHead,
  Pager,
  SearchBox,
  sheetChoices,
  Table,
} from '../../ui/index.ts'
import { fundName, objectiveName, programmeName } from '../codes/index.ts'
import { type Call, callPath } from './call.ts'
import { columnNames, columnsOf, listColumn } from './list-columns.tsx'
import { callFacets } from './list-queries.ts'
import { type Phase, phases } from './phases.ts'
import { InTheirs } from './said.tsx'
import { nameIn } from './saying.ts'
import { text } from './text.ts'

export const pageSize = 25
const ticked = callFacets

export type CallListProps = {
  items: readonly Call[]
  total: number
  counts: Readonly<Record<(typeof ticked)[number], Readonly<Record<string, number>>>>
  /** Names of the ecosystems that have calls, by key. */
  places: readonly { key: string; name: Call['ecosystemName'] }[]
  offset: number
  /** Typed filters that were not understood. */
  unread: readonly string[]
  mayAdd: boolean
  /** Whether the reader may keep the view under a name. */
  signedIn: boolean
  request: PageRequest
}

/** Calls that are open, coming and past: what can be applied for now comes first. */
export function CallList(props: CallListProps) {
  const { items, total, offset, unread, mayAdd, signedIn, request } = props
  const { language, link, url } = request
  const t = text[language]
  const path = link('/calls')
  const params = url.searchParams
  const applied = ticked.flatMap((name) => params.getAll(name).map((value) => ({ name, value })))
  const narrowed = applied.length > 0 || (params.get('q') ?? '') !== ''
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {mayAdd && (
              <a class="btn main" href={`${path}/new`}>
                {t.add}
              </a>
            )}
            <a class="btn" href={request.link('/register')}>
              {t.register}
            </a>
            <a class="btn" href={`${path}/calendar.ics`}>
              {t.calendar}
            </a>
            <a class="btn" href={`${path}/feed`}>
              {t.feed}
            </a>
          </>
        }
      />
      <div id="list">
        <SearchBox
          action={path}
          label={t.search}
          placeholder={t.placeholder}
          value={params.get('q') ?? ''}
          keep={kept(params, ['q'])}
          live="list"
          language={language}
        />
        <div class="with-facets">
          <Facets
            action={path}
            facets={facetsOf(props)}
            keep={kept(params, ticked)}
            applied={applied.length}
            live="list"
            language={language}
          />
          <div>
            <Chips
              items={applied.map(({ name, value }) => ({
                label: labelOf(name, value, props),
                href: without(path, params, name, value),
              }))}
              clear={applied.length > 1 ? path : undefined}
              language={language}
            />
            {unread.length > 0 && (
              <p class="note" role="status">
                {t.unread(unread.join(', '))}
              </p>
            )}
            <div class="results-head">
              <p role="status">
                <b class="num">{total}</b> {t.counted(total)}
              </p>
              <div class="actions">
                {signedIn && (
                  <a class="btn" href={keepAddress(link, changed('/calls', params, {}))}>
                    {t.keepView}
                  </a>
                )}
                <ColumnChooser
                  action={path}
                  columns={columnNames.map((name) => ({ value: name, label: t[name] }))}
                  chosen={columnsOf(params)}
                  keep={kept(params, ['columns'])}
                  usual={changed(path, params, { columns: undefined })}
                  language={language}
                />
                <Menu
                  label={t.download}
                  groups={[sheetChoices((format) => `${path}/export.${format}${url.search}`)]}
                />
              </div>
            </div>
            {items.length === 0 ? (
              <Empty title={narrowed ? t.noneFound : t.none}>{narrowed && t.noneNext}</Empty>
            ) : (
              <Table
                caption={t.caption}
                cards
                columns={[
                  {
                    label: t.call,
                    heading: true,
                    cell: (call) => (
                      <>
                        <a href={link(callPath(call))}>
                          <InTheirs of={call.title} request={request} />
                        </a>
                        <span class="sub">
                          {call.code} · {nameIn(call.ecosystemName, language)}
                          {call.exercise && ` · ${t.exerciseTag}`}
                        </span>
                      </>
                    ),
                  },
                  ...columnsOf(params).map((name) => listColumn(name, request)),
                ]}
                rows={items}
                language={language}
              />
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={total}
              at={fromRow(path, params)}
              language={language}
            />
          </div>
        </div>
      </div>
    </>
  )
}

function labelOf(name: (typeof ticked)[number], value: string, { places, request }: CallListProps): string {
  const { language } = request
  if (name === 'fund') return fundName(value, language)
  if (name === 'programme') return programmeName(value, language)
  if (name === 'objective') return objectiveName(value, language)
  if (name === 'state') return text[language].phases[value as Phase] ?? value
  return nameIn(places.find((p) => p.key === value)?.name ?? {}, language, value)
}

function facetsOf(props: CallListProps): Facet[] {
  const { counts, request } = props
  const t = text[request.language]
  const chosen = (name: string) => request.url.searchParams.getAll(name)
  const facet = (name: (typeof ticked)[number], legend: string, values: readonly string[]): Facet => ({
    kind: 'options',
    name,
    legend,
    options: values.map((value) => ({
      value,
      label: labelOf(name, value, props),
      count: counts[name][value] ?? 0,
      checked: chosen(name).includes(value),
    })),
  })
  const inUse = (name: Exclude<(typeof ticked)[number], 'state'>) => [
    ...new Set([...Object.keys(counts[name]), ...chosen(name)]),
  ]
  return [
    facet(
      'state',
      t.state,
      phases.filter((phase) => phase !== 'preparing' || (counts.state.preparing ?? 0) > 0),
    ),
    facet('fund', t.fund, inUse('fund')),
    facet('programme', t.programme, inUse('programme')),
    facet('objective', t.objectives, inUse('objective')),
    facet('ecosystem', t.ecosystem, inUse('ecosystem')),
  ]
}
