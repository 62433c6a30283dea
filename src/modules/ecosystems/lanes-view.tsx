import type { Day } from '../../kernel/time.ts'
import { Figure, type Lane, Lanes } from '../../ui/index.ts'
import type { Ecosystem } from './record.ts'
import { firstDay, lastDay, leadingMoney, yearsSpanned } from './rules.ts'
import { periodText, text } from './text.ts'
import { nameOf, originOf, quantityOf, type View } from './view.ts'

/** Ecosystems as lanes on one scale of years, each with the amount that speaks for it and the way to its source. */
export function EcosystemLanes({
  items,
  today,
  ...view
}: View & { items: readonly Ecosystem[]; today: Day }) {
  const span = yearsSpanned(
    items.map((e) => e.period),
    today,
  )
  return <Lanes items={items.map((e) => laneOf(e, view))} {...span} now={today} />
}

function laneOf(e: Ecosystem, view: View): Lane {
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
