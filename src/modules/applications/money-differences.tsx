import { centsOf, formatAmount } from '../../kernel/money.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { Table } from '../../ui/index.ts'
import type { ToldBudget } from './budget-told.ts'
import type { MoneyProps } from './money-props.ts'
import { moneyText } from './money-text.ts'

type Changed = { partner: string; what: string; was: bigint; now: bigint }

const centsAt = (amounts: Readonly<Record<string, string>> | undefined, code: string): bigint =>
  centsOf(amounts?.[code] ?? '0')

/** The amounts that differ between the budgets of two versions, partner by partner, and the totals last. */
export function moneyChanges(
  before: ToldBudget | null,
  after: ToldBudget | null,
  { money, terms }: Pick<MoneyProps, 'money' | 'terms'>,
  language: Language,
): Changed[] {
  const t = moneyText[language]
  const partners = new Map([...(before?.partners ?? []), ...(after?.partners ?? [])].map((p) => [p.row, p]))
  const found = ({ partners = [] }: Partial<ToldBudget>, row: string) => partners.find((p) => p.row === row)
  const named = [
    ...(money.model?.lines ?? []).map((l) => ['lines', l.code, pick(l.name, language)?.text] as const),
    ...terms.sources.map((s) => ['sources', s.code, pick(s.name, language)?.text] as const),
  ]
  const rows = [...partners].flatMap(([row, { name }]): Changed[] =>
    named.map(([table, code, label]) => ({
      partner: name || t.unnamed({ row }),
      what: label ?? code,
      was: centsAt(found(before ?? {}, row)?.[table], code),
      now: centsAt(found(after ?? {}, row)?.[table], code),
    })),
  )
  const total = (of: ToldBudget | null, part: 'total' | 'grant') => centsOf(of?.[part] ?? '0')
  const totals = [
    { what: t.budget.total, was: total(before, 'total'), now: total(after, 'total') },
    { what: t.financing.grant, was: total(before, 'grant'), now: total(after, 'grant') },
  ].map((one): Changed => ({ partner: t.budget.all, ...one }))
  return [...rows, ...totals].filter(({ was, now }) => was !== now)
}

/** What has changed in the money between two versions; nothing where nothing has. */
export function MoneyDifferences({ changes, language }: { changes: readonly Changed[]; language: Language }) {
  const t = moneyText[language].changes
  if (changes.length === 0) return null
  const amount = (cents: bigint) => formatAmount(cents, language)
  return (
    <Table
      caption={t.caption}
      language={language}
      cards
      rows={changes}
      columns={[
        { label: t.partner, cell: (c) => c.partner, phone: 'line' },
        { label: t.what, heading: true, cell: (c) => c.what },
        { label: t.was, numeric: true, cell: (c) => amount(c.was), phone: 'labelled' },
        { label: t.now, numeric: true, cell: (c) => amount(c.now), phone: 'labelled' },
        {
          label: t.change,
          numeric: true,
          cell: (c) => `${c.now > c.was ? '+' : ''}${amount(c.now - c.was)}`,
          phone: 'labelled',
        },
      ]}
    />
  )
}
