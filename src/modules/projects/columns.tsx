import type { ComponentChildren } from 'preact'
import { centsOf, currencySign, formatAmount } from '../../kernel/money.ts'
import { localPath } from '../../kernel/page.ts'
import { formatDecimal, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Bar, type Column, text as parts } from '../../ui/index.ts'
import { projectPath } from './item.ts'
import { facetLabel } from './labels.ts'
import type { SortName } from './list-queries.ts'
import type { ProjectItem } from './schemas.ts'
import { StatusTag } from './status-tag.tsx'
import { text } from './text.ts'

/** The columns that a reader may choose, in the order in which they stand. The project itself always stands first. */
export const columnNames = [
  'status',
  'dates',
  'fund',
  'period',
  'priority',
  'authority',
  'region',
  'theme',
  'partners',
  'planned',
  'granted',
  'realisedMoney',
  'bar',
  'realised',
] as const
export type ColumnName = (typeof columnNames)[number]
const usual: readonly ColumnName[] = ['status', 'dates', 'granted', 'bar', 'realised']

/** `columns=status,granted` or repeated; without it the usual ones. Unknown names are left out. */
export function columnsOf(params: URLSearchParams): readonly ColumnName[] {
  const asked = new Set(params.getAll('columns').flatMap((v) => v.split(',')))
  const chosen = columnNames.filter((name) => asked.has(name))
  return chosen.length > 0 ? chosen : usual
}

const sortOf: Partial<Record<ColumnName, SortName>> = {
  dates: 'start',
  granted: 'granted',
  realisedMoney: 'realised',
}

type Given = {
  language: Language
  /** The most granted among the rows shown: the full width of a bar. In cents. */
  most: bigint
  sort: (by: SortName) => Column<ProjectItem>['sort']
}

/** A column of the list as the page shows it. */
export function listColumn(name: ColumnName, { language, most, sort }: Given): Column<ProjectItem> {
  const by = sortOf[name]
  return {
    label: text[language].column[name],
    cell: (p) => cellOf(name, p, language, most),
    numeric: numeric.has(name),
    quiet: name === 'bar',
    sort: by && sort(by),
    class:
      { bar: 'bar-cell', dates: 'when', granted: 'money' }[name as 'bar' | 'dates' | 'granted'] ?? undefined,
    phone: name === 'bar' ? 'hidden' : labelledOnPhone.has(name) ? 'labelled' : undefined,
  } as Column<ProjectItem>
}

const numeric: ReadonlySet<ColumnName> = new Set([
  'granted',
  'realised',
  'realisedMoney',
  'planned',
  'partners',
])
const labelledOnPhone: ReadonlySet<ColumnName> = new Set([
  'realised',
  'realisedMoney',
  'planned',
  'partners',
  'priority',
])

function cellOf(name: ColumnName, p: ProjectItem, language: Language, most: bigint): ComponentChildren {
  const t = text[language]
  switch (name) {
    case 'status':
      return p.status && <StatusTag status={p.status} language={language} />
    case 'dates':
      return monthsOf(p, language) || t.noDates
    case 'bar': {
      // Bars stand on one scale, so they are drawn for one currency: the heading's.
      if (p.amounts.granted === null || p.amounts.currency !== 'EUR') return ''
      const part = p.amounts.realised === null ? undefined : Number(p.amounts.realised)
      return <Bar value={Number(p.amounts.granted)} part={part} max={Number(most) / 100} />
    }
    case 'realised':
      return shareOf(p, language) ?? t.notKnown
    case 'granted':
      return <Amount field="granted" of={p} language={language} />
    case 'realisedMoney':
      return <Amount field="realised" of={p} language={language} />
    case 'planned':
      return <Amount field="plannedPublic" of={p} language={language} />
    default:
      return plainValue(name, p, language) || <span class="quiet">{t.notKnown}</span>
  }
}

type AmountProps = {
  field: 'granted' | 'realised' | 'plannedPublic'
  of: ProjectItem
  language: Language
}

/** An amount in a list is itself the way to where it comes from: one more sign in each row would be noise. */
function Amount({ field, of: p, language }: AmountProps) {
  const amount = amountOf(p.amounts[field], p.amounts.currency, language)
  if (amount === undefined) return <>{text[language].notKnown}</>
  return (
    <a
      class="of"
      href={localPath(language, `${projectPath(p)}/provenance/${field}`)}
      data-provenance
      aria-label={parts[language].whereFrom(amount)}
    >
      {amount}
    </a>
  )
}

/** The value of a column as one text or number, for spreadsheets and for plain cells. */
export function plainValue(name: ColumnName, p: ProjectItem, language: Language): string {
  const label = (facet: 'fund' | 'period' | 'priority' | 'authority' | 'region', value: string | null) =>
    value === null ? '' : facetLabel(facet, value, language)
  switch (name) {
    case 'status':
      return p.status === null ? '' : facetLabel('status', p.status, language)
    case 'fund':
    case 'period':
    case 'priority':
    case 'region':
      return label(name, p[name])
    case 'authority':
      return label('authority', p.authority.key) || (p.authority.name ?? '')
    case 'theme':
      return p.themes.map((v) => facetLabel('theme', v, language)).join(', ')
    case 'partners':
      return String(p.partners.length)
    case 'dates':
      return [p.startDate, p.endDate].map((d) => (d ? formatDay(d, language) : '')).join('–')
    case 'granted':
      return p.amounts.granted ?? ''
    case 'realisedMoney':
      return p.amounts.realised ?? ''
    case 'planned':
      return p.amounts.plannedPublic ?? ''
    case 'bar':
    case 'realised':
      return shareOf(p, language) ?? ''
  }
}

/** "8.2008–6.2012": months are enough in a list; English names them. */
function monthsOf(p: ProjectItem, language: Language): string {
  const month = (day: string | null) => {
    if (!day) return ''
    if (language === 'en') return formatDay(day, language).replace(/^\d+ /, '')
    return `${Number(day.slice(5, 7))}.${day.slice(0, 4)}`
  }
  return p.startDate || p.endDate ? `${month(p.startDate)}–${month(p.endDate)}` : ''
}

/** Whole units of the currency; euros are said in the heading, other currencies after the number. */
export function amountOf(
  amount: string | null,
  currency: string | null,
  language: Language,
): string | undefined {
  if (amount === null) return undefined
  const cents = centsOf(amount)
  const whole = ((cents < 0n ? cents - 50n : cents + 50n) / 100n) * 100n
  const written = formatAmount(whole, language)
  return currency && currency !== 'EUR' ? `${written}\u00a0${currencySign(currency)}` : written
}

/** Realised of granted, "95 %"; undefined where either is unknown or nothing was granted. */
function shareOf(p: ProjectItem, language: Language): string | undefined {
  const { granted, realised } = p.amounts
  if (granted === null || realised === null || centsOf(granted) <= 0n) return undefined
  return `${formatDecimal((Number(realised) / Number(granted)) * 100, language, 0)}\u00a0%`
}
