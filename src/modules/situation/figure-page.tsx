import type { ComponentChildren } from 'preact'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { type Column, InLanguage, PageHead, Popover, Section, Table, Tag } from '../../ui/index.ts'
import { getFigure } from './actions.ts'
import type { Point, Source } from './content.ts'
import { nameIn } from './pages.tsx'
import { text } from './text.ts'
import { figurePath, inText, periodIn, situationPath } from './writing.ts'

type Told = Awaited<ReturnType<typeof read>>

const read = (request: PageRequest) =>
  request.perform(getFigure, {
    key: request.params.key,
    figure: request.params.figure,
    on: request.url.searchParams.get('on') || undefined,
  })

/** Where one figure of a picture comes from; the same as a piece for the pop-up beside it. */
async function figurePage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url } = request
  const told = await read(request)
  const { picture, figure, series } = told
  const t = text[language]
  const name = nameIn(picture, language)
  const label = pick((figure ?? series)!.label, language)?.text ?? ''
  const path = figurePath(picture.key, request.params.figure ?? '')
  if (url.searchParams.has('fragment'))
    return {
      as: 'fragment',
      body: (
        <Popover title={t.whereFrom} language={language}>
          <Facts request={request} told={told} />
          <p class="provenance-links">
            <Origin request={request} told={told} />
            <a href={link(path)}>{t.history}</a>
          </p>
        </Popover>
      ),
    }
  return {
    as: 'page',
    title: `${label}: ${name}`,
    robots: 'noindex',
    sheet: 'statistics',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.title, href: link('/situation') },
      { text: name, href: link(situationPath(picture.key)) },
      { text: label },
    ],
    body: (
      <>
        <PageHead
          over={t.whereFrom}
          title={label}
          state={
            told.exercise && (
              <Tag tone="warm" sign="waiting">
                {t.exercise}
              </Tag>
            )
          }
        />
        <Facts request={request} told={told} />
        <p>
          <Origin request={request} told={told} />
        </p>
        {series && <PointsSection request={request} told={told} points={series.points} />}
        {told.history.length > 0 && (
          <Section title={t.history} id="history">
            <p class="note">{t.historyLead}</p>
            <Table
              caption={t.history}
              rows={told.history}
              density="tight"
              language={language}
              columns={[
                { label: t.when, heading: true, cell: ({ at }) => formatInstant(at, language) },
                {
                  label: t.value,
                  numeric: true,
                  cell: ({ value }) =>
                    value === null ? t.missing : inText(value, figure!, language, 'exact'),
                },
              ]}
            />
          </Section>
        )}
      </>
    ),
  }
}

function Facts({ request: { language, link, params }, told }: { request: PageRequest; told: Told }) {
  const { picture, figure, series, method, sources, madeAt } = told
  const t = text[language]
  const one = (figure ?? series)!
  return (
    <dl class="provenance">
      <Fact name={t.what}>
        <InLanguage names={one.label} language={language} />
        {figure && (
          <>
            :{' '}
            <b class="num">
              {figure.value === null
                ? ((figure.missing && pick(figure.missing, language)?.text) ?? t.missing)
                : inText(figure.value, figure, language, 'exact')}
            </b>
          </>
        )}
      </Fact>
      {figure?.period && <Fact name={t.period}>{periodIn(figure.period, language)}</Fact>}
      <Fact name={t.method}>
        <InLanguage names={method} language={language} />
      </Fact>
      {sources.map((source) => (
        <Fact name={t.source}>
          <SourceName source={source} link={link} language={language} />
        </Fact>
      ))}
      <Fact name={t.inPicture}>
        <a href={link(situationPath(picture.key))}>{nameIn(picture, language)}</a>
        <span class="sub">{formatInstant(madeAt, language)}</span>
      </Fact>
      <Fact name="id">
        <code>{params.figure}</code>
      </Fact>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function SourceName({
  source: { name, path, asOf },
  link,
  language,
}: { source: Source } & Pick<PageRequest, 'link' | 'language'>) {
  const said = <InLanguage names={name} language={language} />
  return (
    <>
      {path ? <a href={link(path)}>{said}</a> : said}
      {asOf && (
        <span class="sub">
          {asOf.length > 10 ? formatInstant(new Date(asOf), language) : formatDay(asOf, language)}
        </span>
      )}
    </>
  )
}

function Origin({ request: { link, language }, told }: { request: PageRequest; told: Told }) {
  const origin = (told.figure ?? told.series)?.origin
  return origin ? <a href={link(origin)}>{text[language].origin}</a> : null
}

function PointsSection({
  request: { language },
  told: { series },
  points,
}: {
  request: PageRequest
  told: Told
  points: readonly Point[]
}) {
  const t = text[language]
  const columns: Column<Point>[] = [
    { label: t.period, heading: true, cell: ({ period }) => periodIn(period, language) },
    {
      label: t.value,
      numeric: true,
      cell: ({ value, uncertain }) => (
        <>
          {value === null ? t.missing : inText(value, series!, language, 'exact')}
          {uncertain && <span class="sub">{t.provisional}</span>}
        </>
      ),
    },
  ]
  return (
    <Section title={t.points}>
      <Table caption={t.points} rows={points} columns={columns} density="tight" language={language} />
    </Section>
  )
}

export const figurePages: readonly Page[] = [
  { method: 'GET', path: '/situation/{key}/figures/{figure}', run: figurePage },
]
