import type { PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { type Day, formatDay } from '../../kernel/time.ts'
import { changed } from '../../kernel/view-address.ts'
import { Empty, PageHead, Section, Table, Tabs, Tag } from '../../ui/index.ts'
import type { EcosystemHead } from '../ecosystems/index.ts'
import type { EventOn } from './actions.ts'
import { MonthGrid } from './month-grid.tsx'
import { type Event, eventPath } from './queries.ts'
import { daysBetween, weekdayOf } from './rules.ts'
import { text } from './text.ts'
import { YearClock } from './year-clock.tsx'

export const viewNames = ['year', 'month', 'agenda'] as const
export type ViewName = (typeof viewNames)[number]

export type CalendarProps = {
  view: ViewName
  items: readonly EventOn[]
  year: number
  /** '2026-11', where the view is a month. */
  month: string
  today: Day
  ecosystem?: EcosystemHead | undefined
  mayAdd: boolean
  request: Pick<PageRequest, 'language' | 'link' | 'url' | 'actor'>
}

/** The calendar of an ecosystem, or of all that the reader sees, in one of its three views. */
export function CalendarView(props: CalendarProps) {
  const { view, ecosystem, mayAdd, request } = props
  const { language, link, url, actor } = request
  const t = text[language]
  const path = link(ecosystem ? `/ecosystems/${ecosystem.key}/calendar` : '/calendar')
  const at = (change: Record<string, string | undefined>) => changed(path, url.searchParams, change)
  return (
    <>
      <PageHead
        over={ecosystem && pick(ecosystem.name, language)?.text}
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {mayAdd && (
              <a class="btn main" href={`${path}/new`}>
                {t.add}
              </a>
            )}
            {ecosystem && (
              <a class="btn" href={link(`/ecosystems/${ecosystem.key}/discussion`)}>
                {t.discussion}
              </a>
            )}
          </>
        }
      />
      <Tabs
        label={t.views}
        items={viewNames.map((name) => ({
          href: at({ view: name === 'year' ? undefined : name }),
          label: t[name],
          current: name === view,
        }))}
      />
      {view === 'year' && <YearView {...props} at={at} />}
      {view === 'month' && <MonthView {...props} at={at} />}
      {view === 'agenda' && <Agenda {...props} whose={!ecosystem} heading="h2" />}
      <p class="note calendar-foot">
        {actor.kind === 'person' && <a href={link('/calendar/feed')}>{t.feedTitle}</a>}{' '}
        {ecosystem && <a href={link(`/ecosystems/${ecosystem.key}/calendar/public.ics`)}>{t.publicFeed}</a>}{' '}
        <span class="screen-only">{t.print}</span>
      </p>
    </>
  )
}

type At = (change: Record<string, string | undefined>) => string

function YearView(props: CalendarProps & { at: At }) {
  const { items, year, today, at, request, ecosystem } = props
  const { language, link } = request
  const t = text[language]
  const coming = items.filter((o) => o.end >= today && !o.event.cancelled_at).slice(0, 8)
  return (
    <>
      <Steps
        previous={{ href: at({ year: String(year - 1) }), text: String(year - 1) }}
        next={{ href: at({ year: String(year + 1) }), text: String(year + 1) }}
        title={String(year)}
        language={language}
      />
      <div class="clock-and-list">
        <YearClock year={year} items={items} today={today} link={link} language={language} />
        <Section title={t.coming}>
          {coming.length === 0 && <Empty title={t.nothingComing} />}
          <ul class="links coming">
            {coming.map((o) => (
              <li>
                <span class="over">
                  {dayText(o, language)} {clockText(o.event, language)} · {t.kinds[o.event.kind]}
                </span>
                <a
                  href={link(eventPath(o.event))}
                  lang={o.event.language === language ? undefined : o.event.language}
                >
                  {o.event.title}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <Section title={t.allYear(year)}>
        <Agenda {...props} whose={!ecosystem} />
      </Section>
    </>
  )
}

function MonthView(props: CalendarProps & { at: At }) {
  const { items, month, today, at, request } = props
  const { language, link } = request
  const step = (by: number) => {
    const [y = 0, m = 1] = month.split('-').map(Number)
    const to = new Date(Date.UTC(y, m - 1 + by, 1)).toISOString().slice(0, 7)
    return { href: at({ month: to }), text: monthName(to, language) }
  }
  return (
    <>
      <Steps previous={step(-1)} next={step(1)} title={monthName(month, language)} language={language} />
      <MonthGrid month={month} items={items} today={today} link={link} language={language} />
    </>
  )
}

export const monthName = (month: string, language: Language): string => {
  const [year, m] = month.split('-')
  return `${text[language].months[Number(m) - 1]} ${year}`
}

type Step = { href: string; text: string }

function Steps(props: { previous: Step; next: Step; title: string; language: Language }) {
  const t = text[props.language]
  return (
    <div class="calendar-steps">
      <a class="btn" href={props.previous.href} rel="prev">
        {t.previous(props.previous.text)}
      </a>
      <h2>{props.title}</h2>
      <a class="btn" href={props.next.href} rel="next">
        {t.next(props.next.text)}
      </a>
    </div>
  )
}

type AgendaProps = Pick<CalendarProps, 'items' | 'request' | 'mayAdd'> & {
  whose: boolean
  /** Of a month; the rank that follows what stands above it. */
  heading?: 'h2' | 'h3'
}

/** Everything in the order in which it comes, month by month: the twin of the clock, and what a phone shows best. */
function Agenda({ items, request, mayAdd, whose, heading: Heading = 'h3' }: AgendaProps) {
  const { language, link } = request
  const t = text[language]
  if (items.length === 0) return <Empty title={t.none}>{mayAdd ? t.noneNext : ''}</Empty>
  const months = [...new Set(items.map((o) => o.start.slice(0, 7)))]
  return (
    <>
      {months.map((month) => (
        <section class="agenda">
          <Heading>{monthName(month, language)}</Heading>
          <Table
            caption={monthName(month, language)}
            rows={items.filter((o) => o.start.startsWith(month))}
            cards
            columns={[
              { label: t.day, cell: (o) => <span class="num">{dayText(o, language)}</span> },
              { label: t.clock, cell: (o) => clockText(o.event, language) },
              {
                label: t.what,
                heading: true,
                phone: 'wide',
                cell: (o) => (
                  <>
                    <a
                      href={link(eventPath(o.event))}
                      lang={o.event.language === language ? undefined : o.event.language}
                    >
                      {o.event.title}
                    </a>{' '}
                    {o.event.cancelled_at && <Tag tone="bad">{t.cancelled}</Tag>}
                  </>
                ),
              },
              { label: t.kind, cell: (o) => t.kinds[o.event.kind] },
              { label: t.where, cell: (o) => o.event.place ?? '' },
              ...(whose
                ? [
                    {
                      label: t.whose,
                      cell: ({ event: e }: EventOn) =>
                        e.ecosystem_name ? pick(e.ecosystem_name, language)?.text : t.everywhere,
                    },
                  ]
                : []),
            ]}
            language={language}
          />
        </section>
      ))}
    </>
  )
}

/** "to 5.3.2026" or "5.3.–7.3.2026". */
export function dayText({ start, end }: { start: Day; end: Day }, language: Language): string {
  const t = text[language]
  if (daysBetween(start, end) === 0) return `${t.weekdays[weekdayOf(start)]} ${formatDay(start, language)}`
  return `${formatDay(start, language)}–${formatDay(end, language)}`
}

const clock = (said: string, language: Language): string =>
  language === 'en' ? said : said.replace(/^0/, '').replace(':', '.')

export function clockText(event: Pick<Event, 'starts_at' | 'ends_at'>, language: Language): string {
  const t = text[language]
  if (event.starts_at === null) return t.wholeDay
  return t.clockWord(clock(event.starts_at, language), event.ends_at && clock(event.ends_at, language))
}
