import { pointsText } from '../../engine/assessment/index.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { SheetColumn, SheetRow } from '../../kernel/sheet.ts'
import type { Language } from '../../kernel/text.ts'
import { type Column, Tag } from '../../ui/index.ts'
import { lifeText } from './life-text.ts'
import { isWide, outcomeWord, pointsSeen, type SortKey } from './list-rules.ts'
import { listText } from './list-text.ts'
import type { Seen } from './looking.ts'
import { assessmentPath } from './notices.ts'
import { OutcomeTag, pointsSaid } from './result-view.tsx'
import { assessmentMachine } from './rules.ts'
import { text } from './text.ts'

export const columnKeys = [
  'lead',
  'cost',
  'grant',
  'state',
  'checks',
  'assessors',
  'sheets',
  'points',
  'spread',
  'outcome',
  'standing',
] as const
export type ColumnKey = (typeof columnKeys)[number]
export const usualColumns: readonly ColumnKey[] = [
  'lead',
  'grant',
  'state',
  'checks',
  'sheets',
  'points',
  'outcome',
]

export const columnName = (key: ColumnKey, language: Language): string =>
  key === 'lead' ? listText[language].lead_ : listText[language][key]

const checked = (a: Seen) => `${a.findings.length}/${a.template?.general.length ?? 0}`
const widest = (a: Seen): string =>
  (a.spreads ?? [])
    .filter((s) => s.discuss)
    .map((s) => `${s.criterion} ${s.least}–${s.most}`)
    .join(', ')

/** Each column's cell; what may not be seen is empty. */
function cell(key: ColumnKey, a: Seen, language: Language) {
  const t = listText[language]
  const money = (amount: string | null) => (amount ? formatAmount(centsOf(amount), language) : '')
  switch (key) {
    case 'lead':
      return a.lead ?? ''
    case 'cost':
      return money(a.cost)
    case 'grant':
      return money(a.grant)
    case 'state':
      return a.applicationState === 'withdrawn'
        ? text[language].withdrawn
        : assessmentMachine.states[a.state][language]
    case 'checks':
      return checked(a)
    case 'assessors':
      return a.sheets
        .filter((s) => !['recused', 'released'].includes(s.state))
        .map((s) => s.name)
        .join(', ')
    case 'sheets':
      return `${a.given}/${Math.max(a.holders, a.call.assessorsEach)}`
    case 'points': {
      const points = pointsSeen(a)
      return points ? `${pointsSaid(points.got, language)}/${pointsSaid(points.most, language)}` : ''
    }
    case 'spread':
      return isWide(a) ? <Tag tone="warm">{t.wide}</Tag> : ''
    case 'outcome':
      return outcomeWord(a.outcome) === 'open' ? '' : <OutcomeTag outcome={a.outcome} language={language} />
    case 'standing':
      return a.own === 'free' ? t.standings.free : <Tag tone="warm">{t.standings[a.own]}</Tag>
  }
}

const numeric: readonly ColumnKey[] = ['cost', 'grant', 'checks', 'sheets', 'points']
const sortable: Partial<Record<ColumnKey, SortKey>> = {
  lead: 'lead',
  cost: 'cost',
  grant: 'grant',
  state: 'state',
  points: 'points',
}

export function tableColumns(
  keys: readonly ColumnKey[],
  language: Language,
  link: (path: string) => string,
  sort: (key: SortKey) => Column<Seen>['sort'],
  bulk: boolean,
): Column<Seen>[] {
  const t = listText[language]
  const what = (a: Seen) => `${a.call.code}/${a.number} ${a.title}`
  return [
    ...(bulk
      ? [
          {
            label: t.chosen,
            quiet: true,
            class: 'choose',
            cell: (a: Seen) => (
              <input
                type="checkbox"
                name="application"
                value={a.application}
                aria-label={t.choose(what(a))}
              />
            ),
          },
        ]
      : []),
    { label: t.number, numeric: true, sort: sort('number'), cell: (a) => String(a.number) },
    {
      label: t.application,
      heading: true,
      phone: 'wide',
      sort: sort('title'),
      cell: (a) => (
        <a href={link(assessmentPath(a.application))} lang={a.language === language ? undefined : a.language}>
          {a.title}
        </a>
      ),
    },
    ...keys.map((key): Column<Seen> => {
      const by = sortable[key]
      return {
        label: columnName(key, language),
        ...(key === 'cost' || key === 'grant' ? { unit: '€' } : {}),
        numeric: numeric.includes(key),
        phone: key === 'lead' ? 'line' : 'labelled',
        ...(by && { sort: sort(by) }),
        cell: (a) => cell(key, a, language),
      }
    }),
  ]
}

/** The same rows for a spreadsheet: every column, and one for each criterion whose joint score may be seen. */
export function exported(
  rows: readonly Seen[],
  language: Language,
  { now, address }: { now: Date; address: (path: string) => string },
): { columns: SheetColumn[]; rows: SheetRow[] } {
  const t = listText[language]
  const scored = rows.find((a) => a.template)?.template?.scored ?? []
  const columns: SheetColumn[] = [
    { header: t.number, kind: 'number' },
    { header: t.application, kind: 'text' },
    { header: t.lead_, kind: 'text' },
    { header: `${t.cost}, €`, kind: 'number' },
    { header: `${t.grant}, €`, kind: 'number' },
    { header: t.state, kind: 'text' },
    { header: t.checks, kind: 'text' },
    { header: t.assessors, kind: 'text' },
    { header: t.sheets, kind: 'text' },
    { header: t.points, kind: 'number' },
    { header: t.spread, kind: 'text' },
    { header: t.outcome, kind: 'text' },
    ...scored.map((c): SheetColumn => ({ header: c.label[language] ?? c.label.fi ?? c.key, kind: 'number' })),
  ]
  // Where each row comes from: what was judged, by which criteria, when it was settled and taken out.
  const w = lifeText[language]
  for (const header of [w.version, w.criteria, w.settled, w.page, w.taken])
    columns.push({ header, kind: header === w.version ? 'number' : 'text' })
  const plain = (key: ColumnKey, a: Seen) => String(cell(key, a, language))
  return {
    columns,
    rows: rows.map((a) => {
      const points = pointsSeen(a)
      const word = outcomeWord(a.outcome)
      return [
        a.number,
        a.title,
        a.lead,
        a.cost,
        a.grant,
        plain('state', a),
        checked(a),
        plain('assessors', a),
        plain('sheets', a),
        points ? pointsText(points.got) : null,
        widest(a),
        word === 'open' ? '' : text[language].outcomes[word],
        ...scored.map((c) => (a.state === 'settled' ? (a.consensus?.[c.key]?.score ?? null) : null)),
        a.version,
        a.criteria,
        a.settledAt?.toISOString() ?? null,
        address(assessmentPath(a.application)),
        now.toISOString(),
      ]
    }),
  }
}
