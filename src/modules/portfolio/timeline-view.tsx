import { formatCount, type Language } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { Scroll, Timeline } from '../../ui/index.ts'
import type { Axis, Entry } from './entry.ts'
import { labelOf, nameIn } from './figures.ts'
import { type CoverageCell, type HalfYear, halfYearOf, type PortfolioTimeline } from './timeline.ts'
import { viewText } from './view-text.ts'

export type TimelineViewProps = {
  timeline: PortfolioTimeline
  now: Day
  /** Those to be told apart from the others, such as the ones with bad timing. */
  chosen?: ReadonlySet<string> | undefined
  /** The page of an entry, in the reader's language. */
  hrefOf?: ((entry: Entry) => string | undefined) | undefined
  language: Language
}

/** Who starts and ends when, one bar for each entry, the first to start first. */
export function TimelineView({ timeline, now, chosen, hrefOf, language }: TimelineViewProps) {
  const t = viewText[language]
  if (timeline.entries.length === 0) return <p class="quiet">{t.noDays}</p>
  const within = timeline.halfYears.includes(halfYearOf(now))
  return (
    <Timeline
      id="portfolio"
      caption={t.timelineCaption}
      rows={timeline.entries.map((entry) => ({
        label: entry.title,
        href: hrefOf?.(entry),
        start: entry.starts,
        end: entry.ends,
        chosen: chosen ? chosen.has(entry.id) : entry.sure !== false,
      }))}
      now={within ? { day: now, label: t.today } : undefined}
      whole
      language={language}
    />
  )
}

export type CoverageViewProps = {
  timeline: PortfolioTimeline
  axis: Axis
  now: Day
  /** Whose coverage it is, where a page shows several. */
  of?: string | undefined
  language: Language
}

/** How many run in each half-year, value by value: the deeper the blue, the more; a gap is hatched. */
export function CoverageView({ timeline, axis, now, of, language }: CoverageViewProps) {
  const t = viewText[language]
  const { halfYears, rows, undated } = timeline
  if (halfYears.length === 0) return <p class="quiet">{t.noDays}</p>
  const caption = [of, t.coverageCaption(nameIn(axis, language))].filter(Boolean).join('. ')
  const most = Math.max(1, ...rows.flatMap((row) => row.cells.map((cell) => cell.running.length)))
  return (
    <>
      <Scroll label={caption}>
        <table class="portfolio-cover">
          <caption class="vh">{caption}</caption>
          <thead>
            <tr>
              <td rowSpan={2} />
              {yearsOf(halfYears).map(({ year, halves }) => (
                <th scope="colgroup" colSpan={halves}>
                  {year}
                </th>
              ))}
            </tr>
            <tr>
              {halfYears.map((half) => (
                <th scope="col" class={half === halfYearOf(now) ? 'now' : undefined}>
                  {t.halfHead[half.endsWith('1') ? 'first' : 'second']}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{labelOf(axis, row.code, language)}</th>
                {row.cells.map((cell) => (
                  <Covered cell={cell} most={most} language={language} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">
        {t.coverageNote}
        {undated.length > 0 && ` ${t.undated(undated.length)}`}
      </p>
    </>
  )
}

function yearsOf(halves: readonly HalfYear[]): { year: string; halves: number }[] {
  const years = [...new Set(halves.map((half) => half.slice(0, 4)))]
  return years.map((year) => ({ year, halves: halves.filter((half) => half.startsWith(year)).length }))
}

function Covered({ cell, most, language }: { cell: CoverageCell; most: number; language: Language }) {
  const t = viewText[language]
  const n = cell.running.length
  const moves = [cell.starting > 0 && t.starting(cell.starting), cell.ending > 0 && t.ending(cell.ending)]
  const said = moves.filter((word) => word !== false).join(', ')
  if (n === 0)
    return (
      <td class={cell.gap ? 'gap' : undefined} title={said || undefined}>
        {cell.gap && <span class="vh">{t.gap}</span>}
      </td>
    )
  return (
    <td class={`q${Math.min(5, Math.ceil((n / most) * 5))}`} title={said || undefined}>
      {formatCount(n, language)}
    </td>
  )
}
