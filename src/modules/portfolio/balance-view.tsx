import { formatAmount } from '../../kernel/money.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { Bar, text as parts, Table } from '../../ui/index.ts'
import type { BalanceGroup, BalanceKey, balanceOf } from './balance.ts'
import { percent } from './figures.ts'
import { viewText } from './view-text.ts'

export type BalanceViewProps = {
  balance: ReturnType<typeof balanceOf>
  by: BalanceKey
  /** The name of a group in the reader's language, where its key is a code. */
  nameOf?: ((key: string) => string) | undefined
  /** Whose balance it is, where a page shows several. */
  of?: string | undefined
  language: Language
}

/** The portfolio divided by one property: groups add up to the total. */
export function BalanceView({ balance, by, nameOf = (key) => key, of, language }: BalanceViewProps) {
  const t = viewText[language]
  const { groups, total } = balance
  const most = Math.max(0, ...groups.map((g) => Number(g.money)))
  return (
    <Table<BalanceGroup>
      caption={[of, t.balanceCaption(t.by[by])].filter(Boolean).join('. ')}
      density="tight"
      cards
      rows={groups}
      columns={[
        {
          label: t.by[by],
          heading: true,
          cell: (g) => (g.key === undefined ? <span class="quiet">{t.unknown}</span> : nameOf(g.key)),
          foot: t.total,
        },
        {
          label: parts[language].bar,
          quiet: true,
          phone: 'wide',
          class: 'portfolio-bar',
          cell: (g) => <Bar value={Number(g.money)} max={most} />,
        },
        {
          label: t.count,
          numeric: true,
          phone: 'labelled',
          cell: (g) => formatCount(g.count, language),
          foot: formatCount(total.count, language),
        },
        {
          label: t.money,
          numeric: true,
          phone: 'labelled',
          cell: (g) => formatAmount(g.money, language),
          foot: formatAmount(total.money, language),
        },
        { label: t.share, numeric: true, phone: 'labelled', cell: (g) => percent(g.share, language) },
      ]}
      language={language}
    />
  )
}
