import type { z } from 'zod'
import { pick } from '../../kernel/text.ts'
import { type Day, formatDay } from '../../kernel/time.ts'
import { Lanes, Section } from '../../ui/index.ts'
import {
  firstDay,
  lastDay,
  leadingMoney,
  type listEcosystems,
  moneyText,
  periodText,
  yearsSpanned,
} from '../ecosystems/index.ts'
import { homeText } from './home-text.ts'
import type { View } from './parts.tsx'

export type Ecosystems = z.output<typeof listEcosystems.output>['items']

type Props = {
  view: View
  items: Ecosystems
  today: Day
  /** Where all of them are. */
  all: { href: string; label: string }
}

/** Ecosystems as lanes on one scale of years, each with the amount that speaks for it. */
export function EcosystemSection({ view, items, today, all }: Props) {
  const { language, link } = view
  const t = homeText[language]
  if (items.length === 0) return null
  const { from, to } = yearsSpanned(
    items.map((e) => e.period),
    today,
  )
  const openStart = items.some((e) => !e.period?.start)
  return (
    <Section title={t.ecosystems} note={<a href={all.href}>{all.label}</a>}>
      <Lanes
        from={from}
        to={to}
        now={today}
        items={items.map((e) => {
          const money = leadingMoney(e.money)
          return {
            title: pick(e.name, language)?.text ?? e.key,
            href: link(`/ecosystems/${e.key}`),
            summary: pick(e.summary, language)?.text ?? '',
            period: periodText(e.period, language),
            start: e.period?.start && firstDay(e.period.start),
            end: e.period?.end && lastDay(e.period.end),
            figure: money && moneyText(money, language),
            figureNote: money && pick(money.what, language)?.text,
          }
        })}
      />
      <p class="note">
        <span class="warm">{t.todayLine(formatDay(today, language))}</span> {openStart && t.openStart}
      </p>
    </Section>
  )
}
