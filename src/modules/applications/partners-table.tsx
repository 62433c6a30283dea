import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { Table } from '../../ui/index.ts'
import { pageText } from './page-text.ts'
import type { Partner } from './version-queries.ts'

const euros = (decimal: string | null, language: PageRequest['language']) =>
  decimal === null ? '' : formatAmount(centsOf(decimal), language)

/** Who applies, with what each costs and asks for. */
export function PartnersTable({ partners, request }: { partners: readonly Partner[]; request: PageRequest }) {
  const { language, link } = request
  const t = pageText[language].office
  return (
    <Table
      caption={t.partnersTitle}
      language={language}
      cards
      rows={partners}
      columns={[
        {
          label: t.name,
          heading: true,
          cell: (p) =>
            p.organisation ? <a href={link(`/organisations/${p.organisation}`)}>{p.name}</a> : p.name,
        },
        { label: t.business, cell: (p) => p.businessId ?? '', phone: 'labelled' },
        { label: t.cost, numeric: true, cell: (p) => euros(p.cost, language), phone: 'labelled' },
        { label: t.grant, numeric: true, cell: (p) => euros(p.grant, language), phone: 'labelled' },
      ]}
    />
  )
}
