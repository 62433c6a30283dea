import type { ComponentChildren } from 'preact'
import { deedsAt, type Page, type PageAnswer, type PageRequest } from '../../kernel/page.ts'
import { isAmong } from '../../kernel/rule.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ChartFigure,
  ErrorSummary,
  type FieldError,
  Menu,
  PageHead,
  Section,
  sheetChoices,
} from '../../ui/index.ts'
import { unitText } from '../statistics/index.ts'
import {
  benchmarking,
  getBenchmark,
  removeBenchmark,
  repeatBenchmark,
  type ShownBenchmark,
} from './actions.ts'
import { wordsOf } from './asking.ts'
import { nameIn, unitName } from './names.ts'
import { removeNote } from './note-actions.ts'
import { NoteForm, NoteList, sendNote } from './note-view.tsx'
import { type Drawn, overTimeDrawn } from './over-time-chart.ts'
import { ResultView } from './result-view.tsx'
import { text } from './text.ts'

type Props = { of: ShownBenchmark; request: PageRequest }

async function onePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { url, params, language, link, actor } = request
  const t = text[language]
  const run = url.searchParams.get('run') ?? undefined
  const of = await request.perform(getBenchmark, { id: params.id, run })
  const keeps = isAmong(benchmarking.who, actor)
  const name = unitName(of.gathered, of.gathered.asked.target, language)
  const path = `/benchmarks/${of.id}`
  return {
    as: 'page',
    sheet: 'statistics',
    title: t.oneTitle(name),
    nav: 'sources',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: t.sources, href: link('/sources') },
      { text: t.title, href: link('/benchmarks') },
      { text: name },
    ],
    body: (
      <>
        <PageHead
          over={t.levels[of.gathered.asked.level]}
          title={t.oneTitle(name)}
          state={t.runOf(of.run.number, formatInstant(of.run.at, language))}
          actions={
            <>
              <a class="btn" href={`${link('/benchmarks/new')}?${wordsOf(of.gathered.asked)}`}>
                {t.change}
              </a>{' '}
              <Menu
                label={t.export}
                groups={[
                  sheetChoices((format) => `${link(path)}/export.${format}?run=${of.run.number}`),
                  [{ label: t.record, href: `${link(path)}/record.json?run=${of.run.number}` }],
                ]}
                note={t.exportNote}
              />
            </>
          }
        />
        <ErrorSummary errors={errors} language={language} />
        <Newer of={of} request={request} keeps={keeps} />
        <ResultView gathered={of.gathered} result={of.result} language={language} />
        <OverTimeSection of={of} request={request} drawn={await overTimeDrawn(request, of)} />
        <Section title={t.notes} id="notes">
          <p>{t.notesLead}</p>
          <NoteList of={of} request={request} keeps={keeps} />
          {keeps && (
            <NoteForm
              of={of}
              request={request}
              errors={errors}
              draft={await sendNote.draft(request, of.id)}
            />
          )}
        </Section>
        <Behind of={of} request={request} keeps={keeps} />
      </>
    ),
  }
}

/** That sources have moved on since the run: said, and never acted on by itself. */
function Newer({ of, request, keeps }: Props & { keeps: boolean }) {
  const t = text[request.language]
  const moved = of.since.some((s) => s.newer || s.gone)
  if (!moved) return null
  return (
    <Alert title={t.newerTitle}>
      {t.newerSays}
      {keeps && <Press request={request} to={`/benchmarks/${of.id}/repeat`} label={t.repeat} main />}
    </Alert>
  )
}

function Press(props: {
  request: PageRequest
  to: string
  label: string
  main?: boolean
  children?: ComponentChildren
}) {
  return (
    <form method="post" action={props.request.link(props.to)} class="bench-press">
      <button class={props.main ? 'btn main' : 'btn'} type="submit">
        {props.label}
      </button>
    </form>
  )
}

function OverTimeSection({ of, request, drawn: { variable, chart, gone } }: Props & { drawn: Drawn }) {
  const { language, link } = request
  const t = text[language]
  const { gathered } = of
  const at = link(`/benchmarks/${of.id}`)
  return (
    <Section title={t.overTime} id="over-time">
      {gathered.variables.length > 1 && (
        <p class="bench-choices">
          {gathered.variables.map((v, i) =>
            i + 1 === variable ? (
              <b aria-current="true">{nameIn(v.label, language)}</b>
            ) : (
              <a href={`${at}?run=${of.run.number}&variable=${i + 1}#over-time`}>
                {nameIn(v.label, language)}
              </a>
            ),
          )}
        </p>
      )}
      {chart ? (
        <ChartFigure
          chart={chart}
          files={(format) => `${at}/over-time.${format}?run=${of.run.number}&variable=${variable}`}
        />
      ) : (
        <p class="quiet">{gone ? t.gone : t.onePeriod}</p>
      )}
    </Section>
  )
}

/** How it was made: versions, method, whether it repeats, its runs. */
function Behind({ of, request, keeps }: Props & { keeps: boolean }) {
  const { language, link } = request
  const t = text[language]
  return (
    <Section title={t.versions} id="versions">
      <ul class="bench-versions">
        {of.gathered.variables.map((v, i) => {
          const since = of.since[i]
          return (
            <li>
              {nameIn(v.label, language)} {v.period}:{' '}
              {since?.gone ? (
                nameIn(v.title, language)
              ) : (
                <a href={link(`/statistics/${v.dataset}`)}>{nameIn(v.title, language)}</a>
              )}
              , {t.versionOf(v.number)}
              {v.unit && `, ${unitText(v.unit, language)}`}
              {v.other && (
                <>
                  {' / '}
                  {nameIn(v.other.label, language)} {v.other.period},{' '}
                  <a href={link(`/statistics/${v.other.dataset}`)}>{nameIn(v.other.title, language)}</a>,{' '}
                  {t.versionOf(v.other.number)}
                </>
              )}
              {v.from && `. ${t.converted}`}
              {since?.gone && <span class="warm"> ({t.gone})</span>}
              {since?.newer && <span class="warm"> ({t.newer(since.newer.number)})</span>}
            </li>
          )
        })}
      </ul>
      {of.same ? (
        <p>{t.same}</p>
      ) : (
        <Alert tone="bad" title={t.notSame}>
          {t.notSameNext}
        </Alert>
      )}
      <p class="note bench-digest">
        {t.digest}: <code>{of.run.digest}</code>
      </p>
      <h3>{t.method}</h3>
      <p class="note">{t.methodSays}</p>
      <h3>{t.runs}</h3>
      <ul>
        {of.runs.map((r) => (
          <li>
            <a
              href={`${link(`/benchmarks/${of.id}`)}?run=${r.number}`}
              aria-current={r.number === of.run.number ? 'true' : undefined}
            >
              {t.runOf(r.number, formatInstant(r.at, language))}
            </a>
          </li>
        ))}
      </ul>
      {keeps && (
        <div class="actions">
          <Press request={request} to={`/benchmarks/${of.id}/repeat`} label={t.repeatSame} />
          <Press request={request} to={`/benchmarks/${of.id}/remove`} label={t.take} />
        </div>
      )}
    </Section>
  )
}

const deed = deedsAt('/benchmarks')

export const onePages: readonly Page[] = [
  { method: 'GET', path: '/benchmarks/{id}', run: (request) => onePage(request) },
  deed('repeat', (request, id) => request.perform(repeatBenchmark, { id })),
  deed('remove', (request, id) => request.perform(removeBenchmark, { id }), '/benchmarks'),
  {
    method: 'POST',
    path: '/benchmarks/{id}/notes',
    run: (request) => sendNote.take(request, (errors) => onePage(request, errors)),
  },
  {
    method: 'POST',
    path: '/benchmarks/{id}/notes/{note}/remove',
    run: async (request) => {
      await request.perform(removeNote, { id: request.params.note })
      return { as: 'redirect', to: `${request.link(`/benchmarks/${request.params.id}`)}#notes` }
    },
  },
]
