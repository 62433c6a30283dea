import { formatCount } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Empty, PageHead, Say, Section } from '../../ui/index.ts'
import { Agreements } from './agreements-view.tsx'
import { factsText } from './facts/text.ts'
import { EcosystemLanes } from './lanes-view.tsx'
import type { Ecosystem } from './record.ts'
import { text } from './text.ts'
import type { View } from './view.ts'

type ListProps = View & { items: readonly Ecosystem[]; may: { found: boolean }; now: Date }

/** All ecosystems: the featured ones on a common scale of years, then every agreement. */
export function ListView({ items, may, now, ...view }: ListProps) {
  const t = text[view.language]
  const count = (n: number) => formatCount(n, view.language)
  const featured = items.filter((e) => e.featured)
  const agreements = items.filter((e) => e.kind === 'agreement')
  const today = dayIn(now)
  const make = may.found && (
    <a class="btn main" href={view.link('/ecosystems/new')}>
      {factsText[view.language].make}
    </a>
  )
  if (items.length === 0)
    return (
      <>
        <PageHead title={t.ecosystems} lead={t.scope} actions={make} />
        <Empty title={t.none}>{t.noneNext}</Empty>
      </>
    )
  return (
    <>
      <div class="top">
        <Say language={view.language}>
          <b>{count(featured.length)}</b> {t.sayEcosystems} <b>{count(agreements.length)}</b>{' '}
          {t.sayAgreements}
        </Say>
        <p class="scope">{t.scope}</p>
        {make && <p>{make}</p>}
      </div>
      <Section title={t.systems}>
        <EcosystemLanes items={featured} today={today} {...view} />
        <p class="note">
          <span class="warm">{t.todayLine(formatDay(today, view.language))}</span> {t.moneyNote}
        </p>
      </Section>
      <Agreements items={agreements} {...view} />
      <p class="note">
        <a href="/api/ecosystems">{t.json}</a>
      </p>
    </>
  )
}
