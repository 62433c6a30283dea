import { formatAmount } from '../../kernel/money.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { Empty, PageHead, Section, SelectField, Table } from '../../ui/index.ts'
import { frameValue, tallyOf } from './entry.ts'
import { nameIn } from './figures.ts'
import { crumbsOf, framed, readTold } from './frame.tsx'
import { matrixOf } from './matrix.ts'
import { MatrixView, ValueTable } from './matrix-view.tsx'
import type { Told } from './record.ts'
import { axisAsked, entriesOf, pathOf, targetsOf } from './shown.ts'
import { SourceName } from './sources-view.tsx'
import { text } from './text.ts'
import { thingsText } from './things-text.ts'
import { viewText } from './view-text.ts'

/** The first view: two dimensions crossed, against what was aimed at. */
export async function matrixPage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { link, language } = request
  const t = text[language]
  return framed({
    request,
    told,
    tab: 'matrix',
    actions: told.may.judge && told.entries.length > 0 && (
      <a class="btn" href={link(pathOf(told, '/place'))}>
        {t.place}
      </a>
    ),
    body:
      told.entries.length === 0 ? (
        <Nothing told={told} request={request} />
      ) : (
        <Crossed told={told} request={request} />
      ),
  })
}

export function Nothing({ told, request }: { told: Told; request: PageRequest }) {
  const t = text[request.language]
  if (!told.may.keep) return <Empty title={t.empty}>{t.emptyReader}</Empty>
  return (
    <Empty title={t.empty}>
      <a href={request.link(pathOf(told, '/source'))}>{t.emptyNext}</a>
    </Empty>
  )
}

function Crossed({ told, request }: { told: Told; request: PageRequest }) {
  const { link, language, url } = request
  const t = text[language]
  const query = url.searchParams
  const rows = axisAsked(told, query.get('rows'), 0)
  const columns = axisAsked(told, query.get('columns'), 1)
  const measure = query.get('measure') === 'count' ? 'count' : 'money'
  const matrix = matrixOf(entriesOf(told), rows, columns, targetsOf(told))
  const same = rows.dimension === columns.dimension
  const listed = (...values: string[]) =>
    link(`${pathOf(told, '/things')}?${values.map((v) => `value=${encodeURIComponent(v)}`).join('&')}`)
  const idea = (...values: string[]) =>
    told.may.propose
      ? link(`${pathOf(told, '/ideas/new')}?${values.map((v) => `value=${encodeURIComponent(v)}`).join('&')}`)
      : undefined
  const origin = { href: link(pathOf(told, '/provenance')), about: t.aboutSum }
  return (
    <>
      <Choose told={told} request={request} />
      {same ? (
        <p class="quiet">{t.sameAxes}</p>
      ) : (
        <>
          <MatrixView
            matrix={matrix}
            measure={measure}
            caption={t.matrixCaption(nameIn(rows, language), nameIn(columns, language))}
            cellHref={(row, column, isGap) =>
              (isGap ? idea : listed)(frameValue(rows, row), frameValue(columns, column))
            }
            gapStep={told.may.propose ? t.gapStep : undefined}
            origin={origin}
            language={language}
          />
          <p class="note">{t.gapNote(matrix.gaps.length)}</p>
        </>
      )}
      <Section
        title={t.against}
        note={told.may.keep && <a href={link(pathOf(told, '/target'))}>{t.setTarget}</a>}
      >
        <ValueTable axis={rows} groupOf={matrix.row} hrefOf={listed} language={language} />
        {!same && <ValueTable axis={columns} groupOf={matrix.column} hrefOf={listed} language={language} />}
      </Section>
    </>
  )
}

/** Which dimensions are crossed and what the cells tell: a form of choices, so that the address holds them. */
function Choose({ told, request: { url, link, language } }: { told: Told; request: PageRequest }) {
  const t = text[language]
  const query = url.searchParams
  const axes = told.axes.map((axis) => ({ value: axis.dimension, label: nameIn(axis, language) }))
  return (
    <form class="portfolio-choose no-print" method="get" action={link(pathOf(told))}>
      <SelectField
        name="rows"
        label={t.rows}
        choices={axes}
        value={axisAsked(told, query.get('rows'), 0).dimension}
        language={language}
      />
      <SelectField
        name="columns"
        label={t.columns}
        choices={axes}
        value={axisAsked(told, query.get('columns'), 1).dimension}
        language={language}
      />
      <SelectField
        name="measure"
        label={t.measure}
        choices={(['money', 'count'] as const).map((m) => ({ value: m, label: t.measures[m] }))}
        value={query.get('measure') ?? 'money'}
        language={language}
      />
      <button class="btn" type="submit">
        {t.show}
      </button>
    </form>
  )
}

/** Where the sum comes from: what is taken in, what counts as money, what is left out. */
export async function provenancePage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link } = request
  const [t, p] = [text[language], text[language].provenance]
  const entries = entriesOf(told)
  const states = (['project', 'application', 'idea'] as const).map((state) => ({
    state,
    ...tallyOf(entries.filter((e) => e.state === state)),
  }))
  const total = tallyOf(entries)
  return {
    as: 'page',
    sheet: 'portfolio',
    title: p.title,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, told, p.title),
    body: (
      <>
        <PageHead title={p.title} lead={p.method} />
        <Section title={p.byState}>
          <Table
            caption={p.byState}
            density="tight"
            rows={states}
            columns={[
              {
                label: thingsText[language].state,
                heading: true,
                cell: (s) => t.states[s.state],
                foot: viewText[language].total,
              },
              {
                label: t.tabs.things,
                numeric: true,
                cell: (s) => formatCount(s.count, language),
                foot: formatCount(total.count, language),
              },
              {
                label: thingsText[language].money,
                numeric: true,
                cell: (s) => formatAmount(s.money, language),
                foot: formatAmount(total.money, language),
              },
            ]}
            language={language}
          />
        </Section>
        <Section title={p.sources}>
          <ul class="ruled">
            {told.sources.map((source) => (
              <li>
                <SourceName source={source} request={request} />{' '}
                <span class="quiet num">{p.brings(formatCount(source.brings, language))}</span>
              </li>
            ))}
          </ul>
        </Section>
        <p>
          {p.sight} {told.otherCurrency > 0 && p.otherCurrency(told.otherCurrency)}{' '}
          {told.keptOut > 0 && p.keptOut(told.keptOut)}
        </p>
        <p>
          <a href={link(pathOf(told))}>{p.back}</a>
        </p>
      </>
    ),
  }
}
