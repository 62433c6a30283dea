import { centsOf, decimalOf } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn, SheetValue } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { pick } from '../../kernel/text.ts'
import { balanceOf } from './balance.ts'
import { listCommitments } from './commitment-actions.ts'
import { inMeasure, labelOf, nameIn } from './figures.ts'
import { formText } from './form-text.ts'
import { nameOf, readTold, type Tab } from './frame.tsx'
import { type MatrixGroup, matrixOf } from './matrix.ts'
import { promiseText } from './promise-text.ts'
import type { Told } from './record.ts'
import { checkMonths } from './rules.ts'
import { axisAsked, entriesOf, targetsOf, valueNamed } from './shown.ts'
import { balanceAsked, groupName } from './spread-pages.tsx'
import { text } from './text.ts'
import { narrowedThings } from './things-page.tsx'
import { thingsText } from './things-text.ts'
import { badTimings, timelineOf } from './timeline.ts'
import { timelineText } from './timeline-text.ts'
import { viewText } from './view-text.ts'

type Sheet = { columns: SheetColumn[]; rows: SheetValue[][] }
type Make = (request: PageRequest, told: Told) => Sheet | Promise<Sheet>

const textual = (...headers: string[]): SheetColumn[] => headers.map((header) => ({ header, kind: 'text' }))
const numeric = (...headers: string[]): SheetColumn[] => headers.map((header) => ({ header, kind: 'number' }))

/** Hundredths of a percent as percent. */
const percent = (points: number | undefined): string | null =>
  points === undefined ? null : (points / 100).toFixed(2)

const tallied = (group: MatrixGroup, { language }: PageRequest): SheetValue[] => [
  group.count,
  decimalOf(group.money),
  percent(group.share),
  group.target ? inMeasure(group.target.target.measure, group.target.target.amount, language) : '',
]

const matrix: Make = (request, told) => {
  const { language, url } = request
  const v = viewText[language]
  const rows = axisAsked(told, url.searchParams.get('rows'), 0)
  const columns = axisAsked(told, url.searchParams.get('columns'), 1)
  const made = matrixOf(entriesOf(told), rows, columns, targetsOf(told))
  return {
    columns: [
      ...textual(nameIn(rows, language), nameIn(columns, language)),
      ...numeric(v.count, v.money, `${v.share}, %`),
      ...textual(v.target),
    ],
    rows: rows.values.flatMap((r) =>
      columns.values.map((c) => [
        labelOf(rows, r.code, language),
        labelOf(columns, c.code, language),
        ...tallied(made.cell(r.code, c.code), request),
      ]),
    ),
  }
}

const timeline: Make = ({ language, url }, told) => {
  const [v, t] = [viewText[language], timelineText[language]]
  const axis = axisAsked(told, url.searchParams.get('by'))
  const entries = entriesOf(told)
  const made = timelineOf(entries, axis)
  const bad = badTimings(entries, told.feeds)
  const label = (h: string) => v.half(h.slice(0, 4), h.endsWith('1') ? v.halfHead.first : v.halfHead.second)
  return {
    columns: [
      ...textual(nameIn(axis, language)),
      ...numeric(...made.halfYears.map(label)),
      ...textual(t.fault),
    ],
    rows: [
      ...made.rows.map((row) => [
        labelOf(axis, row.code, language),
        ...row.cells.map((c) => c.running.length),
        '',
      ]),
      ...bad.map((b) => [
        `${b.from.title} – ${b.to.title}`,
        ...made.halfYears.map(() => null),
        t.faults[b.fault](b.days),
      ]),
    ],
  }
}

const facets: Make = (request, told) => {
  const { language } = request
  const v = viewText[language]
  const axis = axisAsked(told, 'facet')
  const made = matrixOf(entriesOf(told), axis, axis, targetsOf(told))
  return {
    columns: [
      ...textual(nameIn(axis, language)),
      ...numeric(v.count, v.money, `${v.share}, %`),
      ...textual(v.target),
    ],
    rows: axis.values.map(({ code }) => [labelOf(axis, code, language), ...tallied(made.row(code), request)]),
  }
}

const balance: Make = ({ language, url }, told) => {
  const v = viewText[language]
  const by = balanceAsked(url.searchParams)
  return {
    columns: [...textual(v.by[by]), ...numeric(v.count, v.money, `${v.share}, %`)],
    rows: balanceOf(entriesOf(told), by).groups.map((g) => [
      g.key === undefined ? v.unknown : groupName(by, g.key, language),
      g.count,
      decimalOf(g.money),
      percent(g.share),
    ]),
  }
}

const things: Make = ({ language, url, baseUrl, link }, told) => {
  const [t, all, f] = [thingsText[language], text[language], formText[language]]
  const axisOf = (dimension: string, values: readonly string[]) =>
    values
      .flatMap((value) => {
        const named = valueNamed(told, value)
        return named?.axis.dimension === dimension ? [labelOf(named.axis, named.code, language)] : []
      })
      .join('; ')
  return {
    columns: [
      ...textual(f.code, t.thing, t.state, t.lead, ...told.axes.map((a) => nameIn(a, language))),
      { header: f.starts, kind: 'day' },
      { header: f.ends, kind: 'day' },
      ...numeric(t.money),
      ...textual('URL'),
    ],
    rows: narrowedThings(told, url.searchParams).map((e) => [
      e.code,
      e.title,
      all.states[e.state],
      e.lead ?? '',
      ...told.axes.map((a) => axisOf(a.dimension, e.values)),
      e.starts ?? null,
      e.ends ?? null,
      decimalOf(centsOf(e.money)),
      e.path ? `${baseUrl}${link(e.path)}` : '',
    ]),
  }
}

const goals: Make = ({ language }, told) => {
  const [t, f] = [promiseText[language].goals, formText[language]]
  return {
    columns: [
      ...textual(t.owner, f.goalName, thingsText[language].thing),
      ...numeric(t.strength),
      ...textual(f.reason),
    ],
    rows: told.services.map((s) => {
      const goal = told.goals.find((g) => g.id === s.goal)
      return [
        goal?.owner ?? '',
        pick(goal?.name ?? {}, language)?.text ?? '',
        told.entries.find((e) => e.id === s.thing)?.title ?? '',
        s.strength,
        s.reason,
      ]
    }),
  }
}

const commitments: Make = async (request, told) => {
  const { language } = request
  const [t, f] = [promiseText[language].commitments, formText[language]]
  const { items } = await request.perform(listCommitments, { portfolio: told.portfolio.id })
  return {
    columns: [
      ...textual(f.project, t.what, t.who, t.payer, t.owner, t.evidence),
      { header: t.ends, kind: 'day' },
      ...textual(...checkMonths.map((m) => t.months(m))),
    ],
    rows: items.map((k) => [
      k.title,
      k.what,
      k.organisation,
      k.payer ?? '',
      k.owner ?? '',
      k.evidence ?? '',
      k.ends,
      ...checkMonths.map((m) => {
        const made = k.checks.find((c) => c.months === m)
        return made ? f.outcomes[made.outcome] : ''
      }),
    ]),
  }
}

const ideas: Make = ({ language }, told) => {
  const f = formText[language]
  return {
    columns: [
      ...textual(f.title, f.body, f.lead, f.city),
      { header: f.starts, kind: 'day' },
      { header: f.ends, kind: 'day' },
      ...numeric(f.money),
    ],
    rows: told.ideas.map((i) => [i.title, i.body, i.lead ?? '', i.city ?? '', i.starts, i.ends, i.amount]),
  }
}

const sheets: Record<Tab, Make> = { matrix, timeline, facets, balance, goals, commitments, ideas, things }

async function exported(request: PageRequest, tab: Tab, format: SheetFormat): Promise<PageAnswer> {
  const { language } = request
  const told = await readTold(request)
  const { columns, rows } = await sheets[tab](request, told)
  const title = text[language].tabs[tab]
  return {
    as: 'file',
    name: `${nameOf(told, language)} ${title}.${format}`.toLowerCase().replaceAll(/[^\p{L}\d.]+/gu, '-'),
    type: sheetTypes[format],
    content: sheetStream(format, columns, rows, { sheet: title, delimiter: language === 'en' ? ',' : ';' }),
  }
}

/** Every view as a file, with what the address narrows it to. */
export const exportPages: readonly Page[] = (Object.keys(sheets) as Tab[]).flatMap((tab) =>
  sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/portfolios/{id}/${tab}/export.${format}`,
      run: (request) => exported(request, tab, format),
    }),
  ),
)
