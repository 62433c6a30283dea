import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { dayIn, formatDay, formatInstant } from '../../kernel/time.ts'
import { Empty, Section, SelectField, Table, Tag } from '../../ui/index.ts'
import { nameIn } from './figures.ts'
import { framed, readTold } from './frame.tsx'
import { Nothing } from './matrix-page.tsx'
import type { FeedRow, Told, ToldEntry } from './record.ts'
import { axisAsked, entriesOf, pagePath, pathOf } from './shown.ts'
import { text } from './text.ts'
import { Name } from './things-page.tsx'
import { thingsText } from './things-text.ts'
import { type BadTiming, badTimings, timelineOf } from './timeline.ts'
import { timelineText } from './timeline-text.ts'
import { CoverageView, TimelineView } from './timeline-view.tsx'

/** Coverage by half-year, what feeds what and is badly timed, and every entry's own bar. */
export async function timelinePage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link, url } = request
  const t = timelineText[language]
  const axis = axisAsked(told, url.searchParams.get('by'))
  const entries = entriesOf(told)
  const timeline = timelineOf(entries, axis)
  const bad = badTimings(entries, told.feeds)
  const chosen = new Set(bad.flatMap((b) => [b.from.id, b.to.id]))
  const now = dayIn(request.now)
  if (entries.length === 0)
    return framed({ request, told, tab: 'timeline', body: <Nothing told={told} request={request} /> })
  return framed({
    request,
    told,
    tab: 'timeline',
    actions: told.may.judge && (
      <a class="btn" href={link(pathOf(told, '/link'))}>
        {t.addFeed}
      </a>
    ),
    body: (
      <>
        <Section title={t.coverage}>
          <form class="portfolio-choose no-print" method="get" action={link(pathOf(told, '/timeline'))}>
            <SelectField
              name="by"
              label={text[language].rows}
              choices={told.axes.map((a) => ({ value: a.dimension, label: nameIn(a, language) }))}
              value={axis.dimension}
              language={language}
            />
            <button class="btn" type="submit">
              {text[language].show}
            </button>
          </form>
          <CoverageView timeline={timeline} axis={axis} now={now} language={language} />
        </Section>
        <Section title={t.feeds} id="links">
          <Feeds told={told} bad={bad} request={request} />
        </Section>
        <Section title={t.bars} note={chosen.size > 0 && t.barsNote}>
          <TimelineView
            timeline={timeline}
            now={now}
            chosen={chosen}
            hrefOf={(entry) => {
              const path = pagePath(told, entry)
              return path && link(path)
            }}
            language={language}
          />
        </Section>
      </>
    ),
  })
}

/** The days of an entry, as far as they are known. */
const daysOf = ({ starts, ends }: Pick<ToldEntry, 'starts' | 'ends'>, language: Language): string =>
  starts || ends ? [starts, ends].map((day) => (day ? formatDay(day, language) : '')).join(' – ') : ''

type FeedsProps = { told: Told; bad: readonly BadTiming[]; request: PageRequest }

/** What feeds what, by whose judgement, and whether the days go with it; the faulty ones first. */
function Feeds({ told, bad, request }: FeedsProps) {
  const { language, link } = request
  const t = timelineText[language]
  if (told.feeds.length === 0) return <Empty title={t.noFeeds}>{told.may.judge && t.noFeedsNext}</Empty>
  const faultOf = (feed: FeedRow) =>
    bad.find((b) => b.feed.from === feed.from && b.feed.to === feed.to && b.feed.kind === feed.kind)
  const title = (id: string) => told.entries.find((e) => e.id === id)?.title ?? ''
  const thing = (id: string) => {
    const entry = told.entries.find((e) => e.id === id)
    if (!entry) return null
    const days = daysOf(entry, language)
    return (
      <>
        <Name entry={entry} told={told} link={link} />
        {days && <span class="sub portfolio-days">{days}</span>}
      </>
    )
  }
  const rows = told.feeds.toSorted((a, b) => Number(!faultOf(a)) - Number(!faultOf(b)))
  return (
    <>
      <Table
        caption={t.feeds}
        density="tight"
        cards
        rows={rows}
        columns={[
          { label: t.from, heading: true, phone: 'wide', cell: (f) => thing(f.from) },
          { label: t.link, phone: 'line', cell: (f) => t.kinds[f.kind] },
          { label: t.to, phone: 'line', cell: (f) => thing(f.to) },
          {
            label: t.fault,
            phone: 'line',
            cell: (f) => {
              const found = faultOf(f)
              return found ? (
                <>
                  <Tag tone="warm" sign="stopped">
                    {t.timing}
                  </Tag>
                  <span class="sub">{t.faults[found.fault](found.days)}</span>
                </>
              ) : (
                <Tag tone="ok" sign="done">
                  {t.fine}
                </Tag>
              )
            },
          },
          {
            label: t.reason,
            phone: 'line',
            cell: (f) => (
              <>
                {f.reason}
                <span class="sub">
                  {thingsText[language].judged(f.by ?? '', formatInstant(f.at, language))}
                </span>
                {f.judgement && (
                  <a class="sub" href={link(f.judgement)}>
                    {t.judgement}
                    <span class="vh">: {title(f.from)}</span>
                  </a>
                )}
                {told.may.keep && !f.judgement && (
                  <form method="post" action={link(pathOf(told, '/remove'))} class="portfolio-inline">
                    <input type="hidden" name="what" value="feed" />
                    <input type="hidden" name="id" value={f.id} />
                    <button class="btn bare" type="submit">
                      {thingsText[language].remove}
                      <span class="vh">: {title(f.from)}</span>
                    </button>
                  </form>
                )}
              </>
            ),
          },
        ]}
        language={language}
      />
      {bad.length === 0 && <p class="note">{t.timingNone}</p>}
    </>
  )
}
