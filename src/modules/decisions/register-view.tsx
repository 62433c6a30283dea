import type { PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { fromRow, keepAddress, kept } from '../../kernel/view-address.ts'
import {
  Alert,
  Empty,
  type Facet,
  Facets,
  Menu,
  PageHead,
  Pager,
  SearchBox,
  sheetChoices,
  Table,
  Tag,
} from '../../ui/index.ts'
import { projectPath } from '../projects/index.ts'
import { euros } from './money.ts'
import { type Count, type RegisterFacet, registerFacets } from './register-list.ts'
import type { Register, Registered } from './register-queries.ts'
import { registerText } from './register-text.ts'
import { text } from './text.ts'

type Shown = Pick<PageRequest, 'language' | 'link' | 'url' | 'actor'>
type Props = { found: Register; size: number; request: Shown }

/** The most values of a facet that are offered: the rest are found by words. */
const most = 12

export function RegisterView({ found, size, request }: Props) {
  const { language, link, url, actor } = request
  const t = registerText[language]
  const words = text[language]
  const { items, exercises, total } = found
  const offset = Number(url.searchParams.get('offset') ?? 0)
  const path = link('/register')
  const on = url.searchParams
  const exercise = on.get('exercise') === '1'
  const applied = registerFacets.reduce((n, f) => n + on.getAll(f).filter(Boolean).length, 0)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {actor.kind === 'person' && (
              <a class="btn" href={keepAddress(link, `${url.pathname}${url.search}`)}>
                {t.save}
              </a>
            )}
            <Menu
              label={words.export}
              groups={[
                [
                  ...sheetChoices((format) => `${path}/export.${format}${url.search}`),
                  { href: `${link('/register/feed.xml')}${url.search}`, label: t.feed },
                ],
              ]}
            />
          </>
        }
      />
      {exercise && <Alert tone="warm" title={words.exercise} />}
      <div class="with-facets">
        <Facets
          action={path}
          facets={registerFacets.map((name) => facetOf(name, found, request))}
          keep={kept(on, [...registerFacets, 'offset'])}
          applied={applied}
          language={language}
        />
        <div id="list">
          <SearchBox
            action={path}
            label={t.search}
            value={on.get('q') ?? ''}
            keep={kept(on, ['q', 'offset'])}
            language={language}
          />
          {items.length === 0 ? (
            <Empty title={applied > 0 || on.has('q') ? words.nothingHere : t.none} />
          ) : (
            <Decisions found={found} request={request} />
          )}
          {total > size && items.length > 0 && (
            <Pager
              offset={offset}
              size={size}
              total={total}
              at={fromRow(path, url.searchParams)}
              language={language}
            />
          )}
          <p class="note">{t.rules}</p>
          {exercises > 0 && (
            <p class="note">
              <a href={link('/register?exercise=1')}>{t.exercises(exercises)}</a>
            </p>
          )}
        </div>
      </div>
    </>
  )
}

function facetOf(name: RegisterFacet, { counts }: Props['found'], { language, url }: Shown): Facet {
  const t = registerText[language]
  const words = text[language]
  const chosen = url.searchParams.getAll(name)
  const said = ({ value, label }: Count): string => {
    if (name === 'outcome') return value === 'yes' ? words.yes : words.no
    return (label && pick(label, language)?.text) ?? value
  }
  return {
    kind: 'options',
    name,
    legend: t.facets[name],
    options: counts[name]
      .filter(({ value }, i) => i < most || chosen.includes(value))
      .map((c) => ({ value: c.value, label: said(c), count: c.count, checked: chosen.includes(c.value) })),
  }
}

const leadOf = (r: Registered) => r.parties.find((p) => p.role === 'lead') ?? r.parties[0]

function Decisions({
  found: { items, granted },
  request: { language, link },
}: {
  found: Register
  request: Shown
}) {
  const t = registerText[language]
  const words = text[language]
  return (
    <Table
      caption={t.title}
      language={language}
      cards
      rows={items}
      columns={[
        {
          label: words.application,
          heading: true,
          phone: 'wide',
          cell: (r) => (
            <>
              {r.title === null ? (
                <span class="quiet">{t.ofPersonal}</span>
              ) : (
                <a
                  href={link(`/decisions/${r.application}`)}
                  lang={r.language === language ? undefined : r.language}
                >
                  {r.title}
                </a>
              )}
              <span class="sub num">
                {r.number} · {pick(r.callTitle, language)?.text}
              </span>
              {r.grounds && (
                <span class="sub" lang={r.language === language ? undefined : r.language}>
                  {r.grounds.slice(0, 200)}
                </span>
              )}
            </>
          ),
          foot: words.sums,
        },
        {
          label: t.to,
          phone: 'line',
          cell: (r) =>
            [leadOf(r)?.name ?? t.personal, r.parties.length > 1 && t.others(r.parties.length - 1)]
              .filter(Boolean)
              .join(' '),
        },
        {
          label: words.outcome,
          cell: (r) => (
            <Tag tone={r.outcome === 'yes' ? 'ok' : 'plain'}>
              {r.outcome === 'yes' ? words.yes : words.no}
            </Tag>
          ),
        },
        { label: t.decided, class: 'num', phone: 'labelled', cell: (r) => formatDay(r.decidedOn, language) },
        {
          label: words.granted,
          numeric: true,
          phone: 'labelled',
          cell: (r) => (r.granted ? euros(r.granted, language) : ''),
          foot: euros(granted, language),
        },
        {
          label: words.project,
          class: 'nb',
          phone: 'labelled',
          cell: (r) => r.project && <a href={link(projectPath(r.project))}>{r.project.code}</a>,
        },
      ]}
    />
  )
}
