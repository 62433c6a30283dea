import { queryData } from '../../kernel/list.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { formatDay, readDay } from '../../kernel/time.ts'
import { Empty, InLanguage, PageHead, Section, Stats, Table, TextField } from '../../ui/index.ts'
import type { TieKind } from '../ties/index.ts'
import { type NetworkChange, networkChange } from './change-actions.ts'
import { changeText } from './change-text.ts'
import { mapText } from './map-text.ts'
import { networkPath } from './map-view.tsx'

/** Days of the address as they are written in any of our ways. */
function daysOf(url: URL): { from?: string; to?: string } {
  const { from, to } = queryData(url.searchParams)
  const day = (typed: string | string[] | undefined) =>
    typeof typed === 'string' ? readDay(typed) : undefined
  const [first, last] = [day(from), day(to)]
  return { ...(first && { from: first }), ...(last && { to: last }) }
}

async function changesPage(request: PageRequest): Promise<PageAnswer> {
  const { url, language, link } = request
  const t = changeText[language]
  const m = mapText[language]
  const change = await request.perform(networkChange, daysOf(url))
  return {
    as: 'page',
    title: t.title,
    nav: 'organisations',
    sheet: 'network',
    crumbs: [
      { text: m.home, href: link('/') },
      { text: m.title, href: link(networkPath) },
      { text: t.title },
    ],
    ...(url.search !== '' && { robots: 'noindex' as const }),
    body: (
      <>
        <PageHead title={t.title} />
        <form class="network-days" action={link(`${networkPath}/changes`)}>
          <TextField
            name="from"
            label={t.from}
            value={formatDay(change.from, language)}
            error={change.from >= change.to ? t.invalid : undefined}
            size="short"
            language={language}
          />
          <TextField
            name="to"
            label={t.to}
            value={formatDay(change.to, language)}
            size="short"
            language={language}
          />
          <button class="btn main" type="submit">
            {t.show}
          </button>
        </form>
        <Changed change={change} link={link} language={language} />
      </>
    ),
  }
}

type Props = { change: NetworkChange; link: (path: string) => string; language: Language }

function Changed({ change, link, language }: Props) {
  const t = changeText[language]
  const n = (count: number) => formatCount(count, language)
  const { figures, first, halfYears } = change
  return (
    <>
      {figures.firstTime === 0 ? (
        <Empty title={t.nothing}>{t.nothingNext}</Empty>
      ) : (
        <p class="lead">{t.say(n(figures.firstTime), n(figures.firstTimeAcross))}</p>
      )}
      <Stats
        items={(['before', 'after', 'ended', 'came'] as const).map((name) => ({
          label: t.stats[name],
          quantity: { count: figures[name] },
        }))}
        language={language}
      />
      {first.length > 0 && (
        <Section title={t.first} id="first">
          <Table
            caption={t.first}
            cards
            rows={first}
            columns={[
              {
                label: t.pair,
                heading: true,
                cell: ({ a, b, across }) => (
                  <>
                    <a href={link(`${networkPath}/actors/${a.id}`)}>{a.name}</a>
                    {' – '}
                    <a href={link(`${networkPath}/actors/${b.id}`)}>{b.name}</a>
                    {across && <span class="sub">{t.across}</span>}
                  </>
                ),
              },
              {
                label: t.brought,
                phone: 'line',
                cell: ({ by }) =>
                  by.map(({ kind, title, page, since }) => (
                    <div>
                      {mapText[language].ties[kind as TieKind] ?? mapText[language].ties.own}
                      {title && ': '}
                      {title && page && (
                        <a href={link(page)}>
                          <InLanguage names={title} language={language} />
                        </a>
                      )}
                      {title && !page && <InLanguage names={title} language={language} />}
                      {since && <span class="quiet num"> {formatDay(since, language)}–</span>}
                    </div>
                  )),
              },
            ]}
            language={language}
          />
          {figures.firstTime > first.length && (
            <p class="note">{t.shown(n(first.length), n(figures.firstTime))}</p>
          )}
          <p class="note">{t.note}</p>
        </Section>
      )}
      {halfYears.length > 1 && (
        <Section title={t.growth} id="growth">
          <Table
            caption={t.growth}
            density="tight"
            rows={halfYears}
            columns={[
              { label: t.halfYear, heading: true, cell: (half) => formatDay(half.first, language) },
              { label: t.actors, numeric: true, cell: (half) => n(half.actors) },
              { label: t.pairs, numeric: true, cell: (half) => n(half.pairs) },
              {
                label: t.acrossShare,
                unit: '%',
                numeric: true,
                cell: (half) => n(Math.round(100 * half.acrossShare)),
              },
            ]}
            language={language}
          />
        </Section>
      )}
    </>
  )
}

export const changePages: readonly Page[] = [
  { method: 'GET', path: `${networkPath}/changes`, cached: true, run: changesPage },
]
