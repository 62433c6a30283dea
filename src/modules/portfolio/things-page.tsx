import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { Chips, Table } from '../../ui/index.ts'
import { labelOf } from './figures.ts'
import { framed, readTold } from './frame.tsx'
import type { Told, ToldEntry } from './record.ts'
import { pagePath, pathOf, valueNamed } from './shown.ts'
import { SourcesView } from './sources-view.tsx'
import { text } from './text.ts'
import { thingsText } from './things-text.ts'

/** What of the portfolio the address asks for: by words and by values, all of which a thing must have. */
export function narrowedThings(told: Told, query: URLSearchParams): ToldEntry[] {
  const q = (query.get('q') ?? '').trim().toLocaleLowerCase('fi')
  const values = query.getAll('value').filter((v) => v !== '')
  const unplaced = query.get('unplaced') === '1'
  return told.entries.filter(
    (e) =>
      values.every((v) => e.values.includes(v)) &&
      (!unplaced || e.values.length === 0) &&
      (!q || `${e.code} ${e.title} ${e.lead ?? ''}`.toLocaleLowerCase('fi').includes(q)),
  )
}

/** What is in the portfolio, each with where it stands, by whose judgement and why. */
export async function thingsPage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link, url } = request
  const [t, all] = [thingsText[language], text[language]]
  const found = narrowedThings(told, url.searchParams)
  const path = link(pathOf(told, '/things'))
  const values = url.searchParams.getAll('value')
  return framed({
    request,
    told,
    tab: 'things',
    actions: told.may.judge && found.length > 0 && (
      <a class="btn" href={`${link(pathOf(told, '/place'))}${url.search}`}>
        {all.place}
      </a>
    ),
    body: (
      <>
        <form class="portfolio-choose no-print" method="get" action={path}>
          {values.map((v) => (
            <input type="hidden" name="value" value={v} />
          ))}
          <div class="field">
            <label for="portfolio-q">{t.filter}</label>
            <input id="portfolio-q" type="search" name="q" value={url.searchParams.get('q') ?? ''} />
          </div>
          <label class="ck">
            <input
              type="checkbox"
              name="unplaced"
              value="1"
              checked={url.searchParams.get('unplaced') === '1'}
            />
            <span>{t.unplacedOnly}</span>
          </label>
          <button class="btn" type="submit">
            {t.narrow}
          </button>
          <span class="num" role="status">
            {t.found(found.length, told.entries.length)}
          </span>
        </form>
        {values.length > 0 && (
          <Chips
            items={values.flatMap((value) => {
              const named = valueNamed(told, value)
              const others = values.filter((v) => v !== value)
              const query = others.map((v) => `value=${encodeURIComponent(v)}`).join('&')
              return named
                ? [
                    {
                      label: labelOf(named.axis, named.code, language),
                      href: query ? `${path}?${query}` : path,
                    },
                  ]
                : []
            })}
            clear={path}
            language={language}
          />
        )}
        <Things told={told} found={found} request={request} />
        {told.lastBatch && told.may.judge && (
          <form method="post" action={link(pathOf(told, '/undo'))} class="no-print">
            <input type="hidden" name="batch" value={told.lastBatch.batch} />
            <button class="btn bare" type="submit">
              {all.undo}
            </button>{' '}
            <span class="quiet">
              {all.undoNote(
                told.lastBatch.things,
                told.lastBatch.by ?? '',
                formatInstant(told.lastBatch.at, language),
              )}
            </span>
          </form>
        )}
        <SourcesView told={told} request={request} />
      </>
    ),
  })
}

function Things({ told, found, request }: { told: Told; found: readonly ToldEntry[]; request: PageRequest }) {
  const { language, link } = request
  const [t, all] = [thingsText[language], text[language]]
  if (found.length === 0) return <p class="quiet">{t.nothing}</p>
  const day = (d: string | undefined) => (d ? formatDay(d, language) : '')
  return (
    <Table
      caption={all.tabs.things}
      density="tight"
      cards
      rows={found}
      columns={[
        {
          label: t.thing,
          heading: true,
          phone: 'wide',
          cell: (e) => (
            <>
              <Name entry={e} told={told} link={link} />
              <span class="sub">
                {[e.code, e.state === 'project' ? '' : all.states[e.state], e.lead]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </>
          ),
        },
        {
          label: t.placed,
          phone: 'line',
          cell: (e) => <Placed entry={e} told={told} request={request} />,
        },
        {
          label: t.time,
          phone: 'line',
          class: 'portfolio-days',
          cell: (e) => (e.starts || e.ends ? `${day(e.starts)} – ${day(e.ends)}` : ''),
        },
        {
          label: t.money,
          numeric: true,
          phone: 'labelled',
          cell: (e) => formatAmount(centsOf(e.money), language),
        },
      ]}
      language={language}
    />
  )
}

type NameProps = { entry: ToldEntry; told: Told; link: (path: string) => string }

export function Name({ entry, told, link }: NameProps) {
  const path = pagePath(told, entry)
  return path ? <a href={link(path)}>{entry.title}</a> : <span>{entry.title}</span>
}

/** The values of a thing, each with whose judgement it is; the reason opens. */
function Placed({ entry, told, request }: { entry: ToldEntry; told: Told; request: PageRequest }) {
  const { language } = request
  const t = thingsText[language]
  if (entry.placed.length === 0) return <span class="quiet">{t.unplaced}</span>
  const reasons = new Map(entry.placed.flatMap(({ placement: p }) => (p ? [[p.batch, p] as const] : [])))
  return (
    <>
      <ul class="portfolio-values">
        {entry.placed.map(({ value, by }) => {
          const named = valueNamed(told, value)
          return (
            <li>
              {named ? labelOf(named.axis, named.code, language) : value}
              {by !== 'people' && (
                <span class="quiet"> ({by === 'applicant' ? t.byApplicant : t.byIdea})</span>
              )}
            </li>
          )
        })}
      </ul>
      {reasons.size > 0 && (
        <details class="portfolio-why">
          <summary>
            {t.why}
            <span class="vh">: {entry.title}</span>
          </summary>
          {[...reasons.values()].map((p) => (
            <p class="note">
              {p.reason} <span class="quiet">{t.judged(p.by ?? '', formatInstant(p.at, language))}</span>
            </p>
          ))}
        </details>
      )}
    </>
  )
}
