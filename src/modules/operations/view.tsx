import { centsOf, currencySign, formatAmount } from '../../kernel/money.ts'
import { formatCount, formatDecimal, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { changed, fromRow, kept, sortedBy, without } from '../../kernel/view-address.ts'
import {
  type Chip,
  Chips,
  type Column,
  Empty,
  type Facet,
  Facets,
  Menu,
  Pager,
  Scroll,
  SearchBox,
  Section,
  sheetChoices,
  Table,
} from '../../ui/index.ts'
import { facetLabel } from '../projects/index.ts'
import type { OperationItem } from './actions.ts'
import { fundOf, locationOf, objectiveOf, rateOf } from './names.ts'
import { operationFields } from './rules.ts'
import { text } from './text.ts'

/** The counts behind the completeness, one entry for each period and fund. */
export type Counted = readonly {
  period: string | null
  fund: string | null
  operations: number
  personal: number
  known: Readonly<Record<string, number>>
}[]

export type ListProps = {
  items: readonly OperationItem[]
  total: number
  counted: Counted
  params: URLSearchParams
  limit: number
  offset: number
  link: (path: string) => string
  language: Language
}

const facetNames = ['period', 'fund'] as const

/** The part that changes while one types or ticks. */
export function OperationList(props: ListProps) {
  const { total, params, link, language } = props
  const t = text[language]
  const path = link('/operations')
  return (
    <div id="list">
      <SearchBox
        action={path}
        label={t.searchLabel}
        placeholder={t.placeholder}
        value={params.get('q') ?? ''}
        keep={kept(params, ['q'])}
        live="list"
        language={language}
      />
      <div class="with-facets">
        <Facets
          action={path}
          facets={facetNames.flatMap((name) => facetOf(name, props))}
          keep={kept(params, facetNames)}
          applied={facetNames.filter((name) => params.has(name)).length}
          live="list"
          language={language}
        />
        <div class="results">
          <div class="results-head">
            <p role="status">
              <b class="num">{formatCount(total, language)}</b> {t.found(total === 1)}
            </p>
            {total > 0 && (
              <div class="actions">
                <Menu
                  label={t.exportButton}
                  groups={[
                    sheetChoices((format) =>
                      changed(`${path}/export.${format}`, params, { limit: undefined }),
                    ),
                  ]}
                  note={t.exportNote(formatCount(total, language))}
                />
              </div>
            )}
          </div>
          <Chips items={chipsOf(props, path)} clear={path} language={language} />
          {total === 0 ? (
            <Empty title={t.nothing}>
              {t.nothingNext} <a href={path}>{t.all}</a>
            </Empty>
          ) : (
            <Operations {...props} path={path} />
          )}
        </div>
      </div>
    </div>
  )
}

function facetOf(name: (typeof facetNames)[number], { counted, params, language }: ListProps): Facet[] {
  const counts = new Map<string, number>()
  const other = name === 'period' ? 'fund' : 'period'
  const narrowedTo = params.getAll(other).filter((v) => v !== '')
  for (const c of counted) {
    if (narrowedTo.length > 0 && !narrowedTo.includes(c[other] ?? '')) continue
    const value = c[name]
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + c.operations)
  }
  const ticked = new Set(params.getAll(name).filter((v) => v !== ''))
  const values = [...new Set([...counts.keys(), ...ticked])].sort()
  if (values.length < 2 && ticked.size === 0) return []
  // Counts of the whole list: with words typed they would say something else than what is found.
  return [
    {
      kind: 'options',
      name,
      legend: text[language].facet[name],
      options: values.map((value) => ({
        value,
        label: facetLabel(name, value, language),
        count: counts.get(value) ?? 0,
        checked: ticked.has(value),
      })),
    },
  ]
}

function chipsOf({ params, language }: ListProps, path: string): Chip[] {
  const q = params.get('q')
  return [
    ...(q ? [{ label: text[language].chipWords(q), href: changed(path, params, { q: undefined }) }] : []),
    ...facetNames.flatMap((name) =>
      params
        .getAll(name)
        .filter((value) => value !== '')
        .map((value) => ({
          label: facetLabel(name, value, language),
          href: without(path, params, name, value),
        })),
    ),
  ]
}

function Operations({
  items,
  total,
  params,
  limit,
  offset,
  link,
  language,
  path,
}: ListProps & { path: string }) {
  const t = text[language]
  const now = params.get('sort') ?? 'code'
  const sort = (name: string, first = name) => sortedBy(path, params, { name, sort: now, first })
  const told = (value: string | null) => value ?? <span class="quiet">{t.missing}</span>
  const day = (value: string | null) => told(value === null ? null : formatDay(value, language))
  const columns: Column<OperationItem>[] = [
    {
      label: t.column.name,
      heading: true,
      phone: 'wide',
      sort: sort('name'),
      cell: (o) => (
        <>
          <a href={link(o.page)}>{o.facts.name}</a>
          <span class="sub">
            {[o.code, o.facts.purpose ?? `(e) ${t.missing}`].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      label: t.column.beneficiary,
      phone: 'line',
      sort: sort('beneficiary'),
      cell: (o) =>
        o.personal ? (
          t.person
        ) : (
          <>
            {told(o.facts.beneficiary)}
            <span class="sub">{o.facts.beneficiaryLocation ?? `(m) ${t.missing}`}</span>
          </>
        ),
    },
    {
      label: t.column.time,
      phone: 'line',
      sort: sort('start', '-start'),
      cell: (o) => (
        <>
          {day(o.facts.start)}–<wbr />
          {day(o.facts.end)}
        </>
      ),
    },
    {
      label: t.column.cost,
      numeric: true,
      phone: 'line',
      sort: sort('cost', '-cost'),
      cell: (o) => (
        <>
          {told(
            o.facts.totalCost === null
              ? null
              : `${formatAmount(centsOf(o.facts.totalCost), language)}\u00a0${currencySign(o.currency ?? 'EUR')}`,
          )}
          <span class="sub">{rateOf(o.facts, language) ?? `(k) ${t.missing}`}</span>
        </>
      ),
    },
    {
      label: t.column.fund,
      phone: 'line',
      sort: sort('fund'),
      cell: (o) => (
        <>
          {told(fundOf(o.facts, language))}
          <span class="sub">{objectiveOf(o.facts, language) ?? `(j) ${t.missing}`}</span>
        </>
      ),
    },
    {
      label: t.column.location,
      phone: 'line',
      cell: (o) => (
        <>
          {told(locationOf(o.facts, language))}
          <span class="sub">{o.facts.intervention ?? `(n) ${t.missing}`}</span>
        </>
      ),
    },
    {
      label: t.column.filled,
      numeric: true,
      phone: 'labelled',
      cell: (o) => t.filled(o.filled, o.of),
    },
  ]
  return (
    <>
      <Scroll label={t.caption}>
        <Table
          caption={t.caption}
          columns={columns}
          rows={items}
          cards
          class="operations"
          language={language}
        />
      </Scroll>
      <Pager offset={offset} size={limit} total={total} at={fromRow(path, params)} language={language} />
    </>
  )
}

/** Of how many operations each of the fourteen facts is known, over all and by period. */
export function CompletenessSection({ counted, language }: { counted: Counted; language: Language }) {
  const t = text[language]
  const periods = [...new Set(counted.map((c) => c.period))].sort((a, b) =>
    (a ?? '~') < (b ?? '~') ? -1 : 1,
  )
  const of = (period?: string | null) => counted.filter((c) => period === undefined || c.period === period)
  const sum = (rows: Counted, field?: string) =>
    rows.reduce((n, c) => n + (field === undefined ? c.operations : (c.known[field] ?? 0)), 0)
  const share = (rows: Counted, field: string) => {
    const all = sum(rows)
    const known = sum(rows, field)
    // What is nearly all is not all, and what is hardly any is not none.
    const percent = all === 0 ? 0 : (known / all) * 100
    const shown = known > 0 && known < all ? Math.min(99.9, Math.max(0.1, percent)) : percent
    return t.share(formatDecimal(shown, language, shown % 1 === 0 ? 0 : 1))
  }
  type Row = (typeof operationFields)[number]
  const columns: Column<Row>[] = [
    { label: t.point, cell: (f) => `(${f.point})` },
    { label: t.fact, heading: true, cell: (f) => t.fields[f.field] },
    {
      label: t.allPeriods,
      numeric: true,
      cell: (f) =>
        f.field === 'person'
          ? t.withheld
          : f.field === 'vessel'
            ? t.notUsed
            : `${formatCount(sum(counted, f.field), language)} (${share(counted, f.field)})`,
    },
    ...periods.map(
      (period): Column<Row> => ({
        label: period === null ? t.noPeriod : facetLabel('period', period, language),
        numeric: true,
        cell: (f) => (f.field === 'person' || f.field === 'vessel' ? '' : share(of(period), f.field)),
      }),
    ),
  ]
  return (
    <Section id="completeness" title={t.completeness}>
      <p>{t.completenessLead(formatCount(sum(counted), language))}</p>
      <Scroll label={t.completenessCaption}>
        <Table caption={t.completenessCaption} columns={columns} rows={operationFields} language={language} />
      </Scroll>
      <ul class="note">
        {t.notes.map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </Section>
  )
}
