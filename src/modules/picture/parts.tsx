import type { ComponentChildren } from 'preact'
import { centsOf, formatMillions, type Money } from '../../kernel/money.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { formatCount, formatDecimal, type Language } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { BarList, inWords, OriginLink, type Quantity, Section, YearChart } from '../../ui/index.ts'
import { periods } from '../codes/index.ts'
import { type FacetFilters, type FacetName, facetLabel, unknownValue } from '../projects/index.ts'
import { type FigureName, originPath, projectsPath, shareOf } from './figures.ts'
import { momentOf } from './moment.ts'
import type { FiguresOutput, ListOutput, ValueTally } from './schemas.ts'
import { text } from './text.ts'
import { yearsFile, yearsShown } from './years-chart.ts'

/** What a view needs to speak and to link. */
export type View = { language: Language; link: PageRequest['link']; currency: string }

export const viewOf = (request: PageRequest): View => ({
  language: request.language,
  link: request.link,
  currency: 'EUR',
})

export const moneyOf = (amount: string, currency: string): Money => ({ cents: centsOf(amount), currency })

/** Money as a reader takes it in: millions from ten million up, else exact. */
export function readable(amount: string, currency: string, decimals = 1): Quantity {
  const money = moneyOf(amount, currency)
  return money.cents >= 1_000_000_000n ? { millions: money, decimals } : { amount: money }
}

export const percent = (share: number, language: Language): string =>
  `${formatDecimal(share * 100, language, share > 0 && share < 0.01 ? 1 : 0)}\u00a0%`

type OriginProps = {
  view: View
  figure: FigureName
  filters?: FacetFilters
  by?: FacetName
  about: string
}

/** The i of a section: its figures part one sum by one facet. */
export const SectionOrigin = ({ view, figure, filters = {}, by, about }: OriginProps) => (
  <OriginLink href={view.link(originPath(figure, filters, by))} about={about} language={view.language} />
)

export const origin = (view: View, figure: FigureName, filters: FacetFilters, about: string) => ({
  href: view.link(originPath(figure, filters)),
  about,
})

type Known = { items: readonly ListOutput[]; periods: Readonly<Record<string, string>> }

/** The first year from which the lists tell only what had been decided when they were made. */
function unfinishedFrom(known: Known, view: View) {
  const open = periods
    .filter((p) => p.validFrom && p.validTo && known.periods[p.code] && known.periods[p.code]! < p.validTo)
    .sort((a, b) => (a.validFrom! < b.validFrom! ? -1 : 1))[0]
  if (!open) return undefined
  const list = known.items.find((l) => l.asOf === known.periods[open.code])
  const moment = list && momentOf(list, view.language)
  const t = text[view.language]
  return {
    from: Number(open.validFrom?.slice(0, 4)),
    note: t.unfinished.map((line) => line.replace('{asOf}', moment ?? '')),
    short: t.unfinishedShort,
  }
}

type YearProps = { view: View; figures: FiguresOutput; filters?: FacetFilters; known: Known }

/** Granted and realised by the year in which projects start. */
export function YearSection({ view, figures, filters = {}, known }: YearProps) {
  const { language, currency } = view
  const t = text[language]
  const { years, note } = yearsShown(figures, currency, language)
  if (years.length === 0) return null
  const unfinished = unfinishedFrom(known, view)
  const shown = unfinished && years.some((y) => y.year >= unfinished.from) ? unfinished : undefined
  return (
    <Section
      title={t.byYear}
      note={
        <>
          {t.currentPrices}{' '}
          <SectionOrigin view={view} figure="granted" filters={filters} by="year" about={t.byYear} />
        </>
      }
    >
      <YearChart
        caption={t.byYear}
        years={years}
        currency={currency}
        unfinished={shown}
        counted={t.projects}
        note={note}
        files={(format) => view.link(yearsFile(filters, format))}
        language={language}
      />
    </Section>
  )
}

type BarsProps = {
  view: View
  title: string
  facet: FacetName
  tallies: readonly ValueTally[]
  filters?: FacetFilters
  note?: ComponentChildren
  most?: number
  /** Where a value leads; without it to the list of its projects. */
  href?: (value: string) => string | undefined
}

/** Granted money by one facet as bars, each leading to its projects; what is not known last. */
export function BarSection({ view, title, facet, tallies, filters = {}, note, most = 8, href }: BarsProps) {
  const { language, currency, link } = view
  const known = tallies.filter((x) => x.value !== unknownValue)
  const unknown = tallies.filter((x) => x.value === unknownValue && x.projects > 0)
  return (
    <Section
      title={title}
      note={<SectionOrigin view={view} figure="granted" filters={filters} by={facet} about={title} />}
    >
      <BarList
        items={[...known.slice(0, most), ...unknown].map((x) => ({
          label: facetLabel(facet, x.value, language),
          href: href?.(x.value) ?? link(projectsPath({ ...filters, [facet]: [x.value] })),
          value: Number(centsOf(x.granted)) / 100,
          text: inWords(readable(x.granted, currency), language),
        }))}
      />
      {note && <p class="note">{note}</p>}
    </Section>
  )
}

export function ThemeSection({ view, figures, filters = {} }: Omit<YearProps, 'known'>) {
  const t = text[view.language]
  const without = figures.by.theme.find((x) => x.value === unknownValue)?.projects ?? 0
  return (
    <BarSection
      view={view}
      title={t.byTheme}
      facet="theme"
      tallies={figures.by.theme}
      filters={filters}
      note={t.themeNote(percent(shareOf(without, figures.total.projects), view.language))}
    />
  )
}

/** Sums in other currencies, told beside the euros. */
export function OtherCurrencies({ view, figures }: { view: View; figures: FiguresOutput }) {
  const t = text[view.language]
  if (figures.others.length === 0) return null
  const each = figures.others.map((o) => {
    const amount =
      centsOf(o.granted) === 0n
        ? t.notTold(o.currency)
        : `${formatMillions(centsOf(o.granted), view.language)} M ${o.currency}`
    return t.inCurrency(formatCount(o.projects, view.language), amount)
  })
  return <p class="note">{t.otherCurrencies(each.join('; '))}</p>
}

export const dayOfInstant = (instant: Date, language: Language): string => formatDay(dayIn(instant), language)
