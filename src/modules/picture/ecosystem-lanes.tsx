import type { z } from 'zod'
import { type Day, formatDay } from '../../kernel/time.ts'

import { Section } from '../../ui/index.ts'
import { EcosystemLanes, type listEcosystems } from '../ecosystems/index.ts'

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
  const { language } = view
  const t = homeText[language]
  if (items.length === 0) return null
  const openStart = items.some((e) => !e.period?.start)
  return (
    <Section title={t.ecosystems} note={<a href={all.href}>{all.label}</a>}>
      <EcosystemLanes items={items} today={today} {...view} />
      <p class="note">
        <span class="warm">{t.todayLine(formatDay(today, language))}</span> {openStart && t.openStart}
      </p>
    </Section>
  )
}
