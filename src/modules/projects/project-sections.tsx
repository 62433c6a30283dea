import { centsOf, currencySign, formatMillions } from '../../kernel/money.ts'
import { formatCount, formatDecimal } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { OriginLink, Scroll, Section, Table, Tag, Timeline, type TimelineRow } from '../../ui/index.ts'
import { programmeName } from '../codes/index.ts'
import { ownRegistry } from '../sources/index.ts'
import { amountOf } from './columns.tsx'
import type { ProjectContext } from './context-schemas.ts'
import { facetLabel, priorityName } from './labels.ts'
import { originOf, type ProjectViewProps } from './project-origin.ts'
import { projectText } from './project-text.ts'

type MoneyRow = {
  who: string
  href?: string | undefined
  note: string
  fund: string
  granted: string | null
  realised: string | null
}

/** Money by who decided it, EU and state apart from all public money. */
export function Money(props: ProjectViewProps) {
  const { project: p, link, language } = props
  const t = projectText[language]
  const { currency } = p.amounts
  const sign = currencySign(currency ?? 'EUR')
  const amount = (value: string | null) => amountOf(value, null, language) ?? t.notTold
  const share = (whole: string | null, part: string | null) =>
    whole === null || part === null || centsOf(whole) <= 0n
      ? '–'
      : `${formatDecimal((Number(part) / Number(whole)) * 100, language, 0)}\u00a0%`
  const row: MoneyRow = {
    who: p.authority.key
      ? facetLabel('authority', p.authority.key, language)
      : (p.authority.name ?? t.noAuthority),
    href: p.authority.key ? link(`/authorities/${p.authority.key}`) : undefined,
    note: [
      p.fund && facetLabel('fund', p.fund, language),
      p.programme && programmeName(p.programme, language),
      p.priority && (priorityName(p.programme, p.priority, language) ?? t.priority(p.priority)),
    ]
      .filter(Boolean)
      .join(', '),
    fund: t.euState,
    granted: p.amounts.granted,
    realised: p.amounts.realised,
  }
  const hasPublic = p.amounts.plannedPublic !== null || p.amounts.realisedPublic !== null
  return (
    <Section id="money" title={t.money}>
      <Table<MoneyRow>
        caption={t.moneyCaption}
        cards
        rows={[row]}
        columns={[
          {
            label: t.authority,
            heading: true,
            phone: 'wide',
            cell: (r) => (
              <>
                {r.href ? <a href={r.href}>{r.who}</a> : r.who}
                <OriginLink {...originOf(props, 'authority')} language={language} />
                <span class="sub">{r.note}</span>
              </>
            ),
            foot: hasPublic ? t.publicTotal : undefined,
          },
          {
            label: t.fund,
            phone: 'labelled',
            cell: (r) => r.fund,
            foot: hasPublic ? <span class="note">{t.plannedNote}</span> : undefined,
          },
          {
            label: t.grantedColumn(sign),
            numeric: true,
            phone: 'labelled',
            cell: (r) => amount(r.granted),
            foot: hasPublic ? amount(p.amounts.plannedPublic) : undefined,
          },
          {
            label: t.realisedColumn(sign),
            numeric: true,
            phone: 'labelled',
            cell: (r) => amount(r.realised),
            foot: hasPublic ? (
              <>
                {amount(p.amounts.realisedPublic)}
                <OriginLink {...originOf(props, 'realisedPublic')} language={language} />
              </>
            ) : undefined,
          },
          {
            label: t.share,
            numeric: true,
            phone: 'labelled',
            cell: (r) => share(r.granted, r.realised),
            foot: hasPublic ? share(p.amounts.plannedPublic, p.amounts.realisedPublic) : undefined,
          },
        ]}
        language={language}
      />
      {p.registry !== ownRegistry && <p class="note">{t.moneyNote}</p>}
    </Section>
  )
}

/** The project among its neighbours in time; where a newer list moved the end, the move is drawn. */
export function Times({ project: p, context, language }: ProjectViewProps) {
  const t = projectText[language]
  if (!p.startDate && !p.endDate) return null
  const moved = context.changes.find((c) => c.field === 'end')
  const before = moved?.replaced[0]?.value ?? undefined
  const extended = before && p.endDate && before < p.endDate
  const own: TimelineRow = {
    label: p.name,
    start: p.startDate ?? undefined,
    end: (extended ? before : p.endDate) ?? undefined,
    ...(extended && p.endDate && { extension: { end: p.endDate, kind: 'inForce' as const } }),
    chosen: true,
  }
  const near = neighboursOf(context)
    .filter((n) => n.start || n.end)
    .slice(0, 5)
    .map((n) => ({ label: n.title, start: n.start ?? undefined, end: n.end ?? undefined }))
  const rows = [...near, own].sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))
  // The day of the figures, where the project was still going on then.
  const day = context.statements
    .map((s) => s.asOf)
    .find((asOf) => asOf && p.startDate && p.endDate && p.startDate <= asOf && asOf <= p.endDate)
  return (
    <Section id="timeline" title={t.timeline} note={near.length > 0 ? t.timelineNote : t.timelineAlone}>
      <Timeline
        caption={t.timelineCaption}
        rows={rows}
        now={day ? { day, label: t.dataOf(formatDay(day, language)) } : undefined}
        language={language}
      />
    </Section>
  )
}

/** Those that the timeline is drawn with: projects of the same lead. */
const neighboursOf = (context: ProjectContext) => context.sameLead

type PartyRow = ProjectContext['parties'][number]

export function Parties(props: ProjectViewProps) {
  const { context, link, language } = props
  const t = projectText[language]
  const hidden = context.parties.some((x) => x.personal)
  const partners = context.parties.some((x) => x.role === 'partner')
  return (
    <Section id="partners" title={t.partners}>
      {context.parties.length > 0 && (
        <Scroll label={t.partnersCaption}>
          <Table<PartyRow>
            caption={t.partnersCaption}
            cards
            rows={context.parties}
            columns={[
              {
                label: t.organisation,
                heading: true,
                phone: 'wide',
                cell: (x) =>
                  x.id === null ? (
                    <span class="quiet">{t.hiddenName}</span>
                  ) : (
                    <>
                      <a href={link(`/organisations/${x.id}`)}>{x.name}</a>
                      {x.written !== x.name && x.written && <span class="sub">{t.writtenAs(x.written)}</span>}
                    </>
                  ),
              },
              { label: t.businessId, class: 'num', cell: (x) => x.businessId ?? '' },
              {
                label: t.role,
                cell: (x) => (x.role === 'lead' ? <Tag tone="on">{t.lead}</Tag> : t.partner),
              },
              {
                label: t.led,
                numeric: true,
                phone: 'labelled',
                cell: (x) => (x.personal ? '' : formatCount(x.led, language)),
              },
              {
                label: t.grantedMillions,
                numeric: true,
                phone: 'labelled',
                cell: (x) => (x.personal ? '' : formatMillions(centsOf(x.grantedEur), language)),
              },
            ]}
            language={language}
          />
        </Scroll>
      )}
      {context.parties.length === 0 && <p class="quiet">{t.noLead}</p>}
      <p class="note">
        {!partners && t.noPartners} {hidden ? t.hiddenNote : t.partnersNote}
        <OriginLink {...originOf(props, partners ? 'partners' : 'lead')} language={language} />
      </p>
    </Section>
  )
}
