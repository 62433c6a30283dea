import { formatCount } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { Figure, Lanes, Say, Section } from '../../ui/index.ts'
import { Agreements } from './agreements-view.tsx'
import type { Ecosystem } from './record.ts'
import { firstDay, lastDay, leadingMoney, yearsSpanned } from './rules.ts'
import { periodText, text } from './text.ts'
import { nameOf, originOf, quantityOf, type View } from './view.ts'

type ListProps = View & { items: readonly Ecosystem[]; now: Date }

/** All ecosystems: the featured ones on a common scale of years, then every agreement. */
export function ListView({ items, now, ...view }: ListProps) {
  const t = text[view.language]
  const count = (n: number) => formatCount(n, view.language)
  const featured = items.filter((e) => e.featured)
  const agreements = items.filter((e) => e.kind === 'agreement')
  const today = dayIn(now)
  return (
    <>
      <div class="top">
        <Say language={view.language}>
          <b>{count(featured.length)}</b> {t.sayEcosystems} <b>{count(agreements.length)}</b>{' '}
          {t.sayAgreements}
        </Say>
        <p class="scope">{t.scope}</p>
      </div>
      <Section title={t.systems}>
        <Lanes
          items={featured.map((e) => laneOf(e, view))}
          {...yearsSpanned(
            featured.map((e) => e.period),
            today,
          )}
          now={today}
        />
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

/** An ecosystem as a lane: its years, and the amount that speaks for it with the way to its source. */
export function laneOf(e: Ecosystem, view: View) {
  const { language, link } = view
  const money = leadingMoney(e.money)
  return {
    title: nameOf(e.name, language),
    href: link(`/ecosystems/${e.key}`),
    summary: nameOf(e.summary, language),
    period: periodText(e.period, language),
    start: e.period?.start && firstDay(e.period.start),
    end: e.period?.end && lastDay(e.period.end),
    ...(money && {
      figure: (
        <Figure
          quantity={quantityOf(money)}
          before={text[language].before[money.qualifier]}
          origin={originOf(e, money, view)}
          language={language}
        />
      ),
      figureNote: nameOf(money.what, language),
    }),
  }
}
