import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount, pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import {
  type Column,
  Empty,
  ErrorSummary,
  type FieldError,
  InLanguage,
  PageHead,
  Section,
  SelectField,
  Table,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { NamesFields, namesFrom, noNames } from '../ecosystems/index.ts'
import { indicatorPath } from '../indicators/index.ts'
import { schemeDraft } from './drafts.ts'
import { refuse } from './fault-text.ts'
import { reportPath } from './news.ts'
import { periodLengths } from './periods.ts'
import type { Report } from './queries.ts'
import { listReports } from './read-actions.ts'
import { periodSaid, ReportTag } from './report-view.tsx'
import { isWritable } from './rules.ts'
import { saveScheme } from './scheme-actions.ts'
import { text } from './text.ts'

export const listPath = (key: string, rest = ''): string => `/ecosystems/${key}/reports${rest}`

const read = (request: PageRequest) => request.perform(listReports, { key: request.params.key })
type Told = Awaited<ReturnType<typeof read>>

function frameOf({ language, link }: PageRequest, { ecosystem }: Told, last?: string) {
  const t = text[language]
  const name = pick(ecosystem.short ?? ecosystem.name, language)?.text ?? ecosystem.key
  return {
    name,
    nav: 'ecosystems',
    sheet: 'indicators' as const,
    robots: 'noindex' as const,
    crumbs: [
      { text: t.ecosystems, href: link('/ecosystems') },
      { text: name, href: link(`/ecosystems/${ecosystem.key}`) },
      last ? { text: t.title, href: link(listPath(ecosystem.key)) } : { text: t.title },
      ...(last ? [{ text: last }] : []),
    ],
  }
}

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const told = await read(request)
  const { ecosystem, items, schemes, settles } = told
  const { name, ...frame } = frameOf(request, told)
  const t = text[language]
  const groups = [
    { title: t.waits, rows: items.filter(({ state }) => state === 'sent') },
    { title: t.coming, rows: items.filter(({ state }) => isWritable(state)) },
    { title: t.done, rows: items.filter(({ state }) => state === 'approved' || state === 'locked') },
  ]
  return {
    as: 'page',
    title: `${t.title}: ${name}`,
    ...frame,
    body: (
      <>
        <PageHead
          over={<a href={link(`/ecosystems/${ecosystem.key}`)}>{name}</a>}
          title={t.title}
          lead={t.lead}
          actions={
            <>
              {settles && (
                <a
                  class={schemes.length === 0 ? 'btn main' : 'btn'}
                  href={link(listPath(ecosystem.key, '/scheme'))}
                >
                  {t.settle}
                </a>
              )}
              {settles && schemes.length > 0 && (
                <a class="btn" href={link(listPath(ecosystem.key, '/add'))}>
                  {t.addProject}
                </a>
              )}
              <a class="btn" href={link(indicatorPath(ecosystem.key))}>
                {t.inIndicators}
              </a>
            </>
          }
        />
        {items.length === 0 && <Empty title={t.empty}>{settles && t.emptyNext}</Empty>}
        {groups.map(({ title, rows }) =>
          rows.length === 0 ? null : (
            <Section title={title} note={formatCount(rows.length, language)}>
              <Table
                caption={title}
                cards
                rows={rows.slice(0, 300)}
                columns={columnsOf(request)}
                language={language}
              />
            </Section>
          ),
        )}
        <Section title={t.settled} id="schemes">
          {schemes.length === 0 && <p class="quiet">{t.notSettled}</p>}
          <ul>
            {schemes.map((scheme) => (
              <li>
                {scheme.callTitle ? (
                  <InLanguage names={scheme.callTitle} language={language} />
                ) : (
                  t.wholeScheme
                )}
                :{' '}
                {t.schemeSaid(
                  t.periods[scheme.period],
                  formatCount(scheme.dueDays, language),
                  formatDay(scheme.startsOn, language),
                )}
              </li>
            ))}
          </ul>
        </Section>
      </>
    ),
  }
}

function columnsOf({ language, link, now }: PageRequest): Column<Report>[] {
  const t = text[language]
  const today = dayIn(now)
  return [
    {
      label: t.project,
      heading: true,
      phone: 'wide',
      cell: (report) => (
        <a href={link(reportPath(report.id))}>
          <InLanguage names={report.projectName} language={language} />
        </a>
      ),
    },
    { label: t.period, phone: 'labelled', cell: (report) => periodSaid(report, language) },
    { label: t.due, phone: 'labelled', cell: (report) => formatDay(report.dueOn, language) },
    {
      label: t.state,
      cell: (report) => (
        <>
          <ReportTag state={report.state} language={language} />{' '}
          {isWritable(report.state) && report.dueOn < today && (
            <Tag tone="bad" sign="waiting">
              {t.late}
            </Tag>
          )}
        </>
      ),
    },
  ]
}

/** What stands in the form: the scheme of all projects, or what most choose. */
function schemeBefore({ schemes }: Told, now: Date): Before {
  const scheme = schemes.find(({ call }) => call === null)
  const guidance = scheme?.guidance
  return {
    call: '',
    period: scheme?.period ?? 'half-year',
    dueDays: `${scheme?.dueDays ?? 30}`,
    starts: formatDay(scheme?.startsOn ?? `${dayIn(now).slice(0, 4)}-01-01`, 'fi'),
    ...(guidance
      ? Object.fromEntries((['fi', 'sv', 'en'] as const).map((l) => [`guidance.${l}`, guidance[l] ?? '']))
      : noNames('guidance')),
  }
}

async function schemePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, now } = request
  const told = await read(request)
  if (!told.settles) throw refuse('forbidden', 'noEcosystem')
  const { ecosystem, calls } = told
  const t = text[language]
  const { name, ...frame } = frameOf(request, told, t.settle)
  const draft = await draftFor(request, schemeDraft, ecosystem.key, schemeBefore(told, now))
  const of = (field: string) => ({
    name: field,
    value: draft.text(field),
    error: errors.find((e) => e.name === field)?.text,
    language,
  })
  return {
    as: 'page',
    title: t.settle,
    ...frame,
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <>
        <PageHead over={name} title={t.settle} lead={t.schemeLead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(listPath(ecosystem.key, '/scheme'))}
          submit={t.saveScheme}
          language={language}
        >
          <SelectField
            {...of('call')}
            label={t.call}
            none={t.wholeScheme}
            choices={calls.map(({ id, title }) => ({ value: id, label: pick(title, language)?.text ?? id }))}
          />
          <SelectField
            {...of('period')}
            label={t.periodLength}
            choices={periodLengths.map((value) => ({ value, label: t.periods[value] }))}
          />
          <TextField {...of('dueDays')} label={t.dueDays} inputmode="numeric" size="short" />
          <TextField {...of('starts')} label={t.starts} help={t.dayHelp} size="short" />
          <NamesFields
            name="guidance"
            legend={t.guidance}
            help={t.guidanceHelp}
            values={draft.text}
            errors={errors}
            long
            optional
            language={language}
          />
        </DraftForm>
      </>
    ),
  }
}

async function settle(request: PageRequest): Promise<PageAnswer> {
  const told = await read(request)
  const { key } = told.ecosystem
  return takeForm(
    request,
    { kind: schemeDraft, subject: key, before: schemeBefore(told, request.now) },
    async ({ text: get, draft }) => {
      const typed = Object.fromEntries(
        ['call', 'period', 'dueDays', 'starts'].map((name) => [name, get(name)]),
      )
      await request.perform(saveScheme, { key, ...typed, guidance: namesFrom(get, 'guidance') }, draft)
      return listPath(key)
    },
    (errors) => schemePage(request, errors),
  )
}

export const listPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/reports', run: listPage },
  { method: 'GET', path: '/ecosystems/{key}/reports/scheme', run: (request) => schemePage(request) },
  { method: 'POST', path: '/ecosystems/{key}/reports/scheme', run: settle },
]
