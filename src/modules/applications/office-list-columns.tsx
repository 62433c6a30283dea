import { centsOf, formatAmount } from '../../kernel/money.ts'
import { type Language, words } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import type { Column } from '../../ui/index.ts'
import { applicationPath, numberOf } from './application.ts'
import { StateTag } from './frame.tsx'
import type { Listed, listSorts } from './list-queries.ts'
import { pageText } from './page-text.ts'

export const listWords = words(
  {
    save: 'Tallenna näkymä',
    noneFound: 'Mikään hakemus ei vastaa hakua.',
    noneFoundNext: 'Kokeile toista sanaa tai poista rajaus.',
    all: 'Näytä kaikki',
  },
  {
    sv: {
      save: 'Spara vyn',
      noneFound: 'Ingen ansökan motsvarar sökningen.',
      noneFoundNext: 'Pröva ett annat ord eller ta bort avgränsningen.',
      all: 'Visa alla',
    },
    en: {
      save: 'Save the view',
      noneFound: 'No application matches the search.',
      noneFoundNext: 'Try another word, or take the filter away.',
      all: 'Show all',
    },
  },
)

export const columnKeys = [
  'lead',
  'business',
  'partners',
  'cost',
  'grant',
  'rate',
  'state',
  'sent',
  'version',
] as const
export type ColumnKey = (typeof columnKeys)[number]
export const usualColumns: readonly ColumnKey[] = [
  'lead',
  'partners',
  'cost',
  'grant',
  'rate',
  'state',
  'sent',
]

export const columnName = (key: ColumnKey, language: Language): string => pageText[language].office[key]

const euros = (decimal: string | null, language: Language) =>
  decimal === null ? '' : formatAmount(centsOf(decimal), language)

function cell(key: ColumnKey, i: Listed, language: Language) {
  switch (key) {
    case 'lead':
      return i.lead ?? ''
    case 'business':
      return i.businessId ?? ''
    case 'partners':
      return i.partners
    case 'cost':
      return euros(i.cost, language)
    case 'grant':
      return euros(i.grant, language)
    case 'rate':
      return (language === 'en' ? i.rate : i.rate?.replace('.', ',')) ?? ''
    case 'state':
      return <StateTag application={i.application} language={language} />
    case 'sent':
      return formatInstant(i.application.submittedAt!, language)
    case 'version':
      return String(i.application.version)
  }
}

const numeric: ReadonlySet<ColumnKey> = new Set(['partners', 'cost', 'grant', 'rate', 'version'])
const lines: ReadonlySet<ColumnKey> = new Set(['lead', 'state', 'sent'])
type Sort = (by: (typeof listSorts)[number]) => NonNullable<Column<Listed>['sort']>

/** Number and name always, then those that were chosen. */
export function tableColumns(
  keys: readonly ColumnKey[],
  language: Language,
  link: (path: string) => string,
  sort: Sort,
): Column<Listed>[] {
  const t = pageText[language].office
  return [
    { label: t.number, sort: sort('number'), class: 'nb', cell: (i) => numberOf(i.application) },
    {
      label: t.name,
      heading: true,
      sort: sort('title'),
      cell: (i) => <a href={link(applicationPath(i.application))}>{i.application.title}</a>,
    },
    ...keys.map(
      (key): Column<Listed> => ({
        label: columnName(key, language),
        numeric: numeric.has(key),
        phone: lines.has(key) ? 'line' : 'labelled',
        ...((key === 'grant' || key === 'sent') && { sort: sort(key) }),
        cell: (i) => cell(key, i, language),
      }),
    ),
  ]
}
