import { centsOf, currencySign, formatAmount } from '../../kernel/money.ts'
import { formatCount } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Section, Table } from '../../ui/index.ts'
import { type FacetFilters, projectPath } from '../projects/index.ts'
import { SectionOrigin, type View } from './parts.tsx'
import { text } from './text.ts'

type Lead = { id: string; name: string; projects: number; granted: string | null }

type LeadProps = {
  view: View
  leads: { items: readonly Lead[]; total: number }
  filters: FacetFilters
}

/** The organisations that lead most money. */
export function LeadSection({ view, leads, filters }: LeadProps) {
  const { language, link, currency } = view
  const t = text[language]
  if (leads.items.length === 0) return null
  return (
    <Section
      title={t.topLeads}
      note={
        <>
          {t.topLeadsNote(formatCount(leads.total, language))}{' '}
          <SectionOrigin view={view} figure="leads" filters={filters} about={t.topLeads} />
        </>
      }
    >
      <Table
        caption={t.topLeads}
        rows={leads.items}
        language={language}
        columns={[
          {
            label: t.lead,
            heading: true,
            cell: (l) => <a href={link(`/organisations/${l.id}`)}>{l.name}</a>,
          },
          { label: t.projects, numeric: true, cell: (l) => formatCount(l.projects, language) },
          {
            label: `${t.granted}, ${currencySign(currency)}`,
            numeric: true,
            cell: (l) => (l.granted === null ? '–' : formatAmount(centsOf(l.granted), language)),
          },
        ]}
      />
    </Section>
  )
}

export type ListedItem = {
  registry: string
  key: string
  code: string | null
  name: string
  language: string
  startDate: string | null
  lead: { name: string | null; personal: boolean } | null
  amounts: { granted: string | null; currency: string | null }
}

type ProjectProps = {
  view: View
  title: string
  items: readonly ListedItem[]
  /** The list of all of them. */
  all: { href: string; label: string }
}

/** A few projects of a longer list. */
export function ProjectSection({ view, title, items, all }: ProjectProps) {
  const { language, link } = view
  const t = text[language]
  if (items.length === 0) return null
  return (
    <Section title={title} note={<a href={all.href}>{all.label}</a>}>
      <Table
        caption={title}
        rows={items}
        language={language}
        columns={[
          {
            label: t.project,
            heading: true,
            cell: (p) => (
              <>
                <a href={link(projectPath(p))} lang={p.language === language ? undefined : p.language}>
                  {p.name}
                </a>
                <span class="sub">
                  {[p.code, p.lead?.personal ? t.traderNotNamed : p.lead?.name].filter(Boolean).join(' · ')}
                </span>
              </>
            ),
          },
          {
            label: t.start,
            phone: 'hidden',
            class: 'when',
            cell: (p) => p.startDate && formatDay(p.startDate, language),
          },
          {
            label: t.granted,
            numeric: true,
            class: 'nb',
            cell: (p) =>
              p.amounts.granted === null
                ? '–'
                : `${formatAmount(centsOf(p.amounts.granted), language)}\u00a0${currencySign(p.amounts.currency ?? '')}`,
          },
        ]}
      />
    </Section>
  )
}
