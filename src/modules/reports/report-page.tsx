import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn, formatDay, formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  CheckField,
  ErrorSummary,
  type FieldError,
  InLanguage,
  PageHead,
  Section,
  Tag,
  TextArea,
} from '../../ui/index.ts'
import { Attachments, attachmentsOf, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { projectPath } from '../projects/index.ts'
import { handlingDraft, partDraft, partSubject } from './drafts.ts'
import { givePart, sendReport } from './fill-actions.ts'
import { reportPath } from './news.ts'
import {
  approveReport,
  correctReport,
  lockReportAction,
  returnReport,
  unlockReport,
} from './office-actions.ts'
import { fieldsBefore, PartFields } from './part-form.tsx'
import { getReport, type ToldReport } from './read-actions.ts'
import { CourseView, PartView, periodSaid, ReportTag, SentView } from './report-view.tsx'
import { isWritable, type ReportEvent, reportMachine } from './rules.ts'
import { text } from './text.ts'

const read = (request: PageRequest) => request.perform(getReport, { report: request.params.report })

/** Whose part the page fills in: the one asked for, else the reader's own. */
function partOf(told: ToldReport, request: PageRequest): string | undefined {
  const wanted = request.url.searchParams.get('part')
  return told.fills.find((one) => one === wanted) ?? (told.mine.length > 0 ? told.fills[0] : undefined)
}

async function reportPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, now } = request
  const told = await read(request)
  const { report } = told
  const t = text[language]
  const files = await attachmentsOf(request, { kind: 'report', id: report.id })
  const name = pick(report.projectName, language)?.text ?? ''
  const late = isWritable(report.state) && report.dueOn < dayIn(now)
  const why = told.events.find(({ event }) => event === 'return' || event === 'correct')
  return {
    as: 'page',
    title: `${t.reportOf(periodSaid(report, language))}: ${name}`,
    nav: 'projects',
    sheet: 'indicators',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [
      { text: name, href: link(projectPath(report)) },
      { text: t.reportOf(periodSaid(report, language)) },
    ],
    body: (
      <>
        <PageHead
          over={
            <a href={link(projectPath(report))}>
              <InLanguage names={report.projectName} language={language} />
            </a>
          }
          title={t.reportOf(periodSaid(report, language))}
          state={
            <>
              <ReportTag state={report.state} language={language} />{' '}
              {isWritable(report.state) && t.dueOn(formatDay(report.dueOn, language))}{' '}
              {late && (
                <Tag tone="warm" sign="waiting">
                  {t.late}
                </Tag>
              )}
            </>
          }
        />
        <ErrorSummary errors={errors} language={language} />
        {why?.reason && (report.state === 'returned' || report.state === 'correcting') && (
          <Alert
            tone="warm"
            title={(report.state === 'returned' ? t.returnedWhy : t.correctingWhy)(why.reason)}
          >
            {`${why.byWhom}, ${formatInstant(why.at, language)}`}
          </Alert>
        )}
        {isWritable(report.state) && (await fillPart({ told, request, errors }))}
        {!isWritable(report.state) && <SentView told={told} language={language} />}
        {files && <Attachments shown={files} request={request} />}
        {await handling({ told, request, errors })}
        <CourseView told={told} language={language} />
      </>
    ),
  }
}

type PartProps = { told: ToldReport; request: PageRequest; errors: readonly FieldError[] }

/** The part that the reader writes, the others' as they are, and the way to send the whole. */
async function fillPart({ told, request, errors }: PartProps) {
  const { language, link } = request
  const t = text[language]
  const { report, parties } = told
  const organisation = partOf(told, request)
  const guidance = pick(report.guidance, language)
  const alone = parties.length === 1
  const path = reportPath(report.id)
  const nameOf = (id: string) => parties.find((one) => one.organisation === id)?.name ?? ''
  const draft =
    organisation &&
    (await draftFor(
      request,
      partDraft,
      partSubject(report.id, organisation),
      fieldsBefore(told, organisation, language),
    ))
  return (
    <>
      {guidance && (
        <Section title={t.guidance}>
          <p class="rep-words">{guidance.text}</p>
        </Section>
      )}
      {organisation && draft && (
        <Section title={alone ? t.one : t.myPart(nameOf(organisation))} id="part">
          <p class="note">{t.fillLead}</p>
          <DraftForm
            draft={draft}
            action={link(`${path}?part=${organisation}`)}
            submit={alone ? t.sendOne : t.partReady}
            language={language}
          >
            <PartFields {...{ told, organisation, draft, errors, language }} />
          </DraftForm>
          <p>
            <a href={link(`${path}/sheet?part=${organisation}`)}>{t.sheet}</a>
          </p>
        </Section>
      )}
      {!alone && (
        <Section title={organisation ? t.otherParts : t.one} id="others">
          {parties
            .filter((one) => one.organisation !== organisation)
            .map((party) => {
              const part = told.parts.find((one) => one.organisation === party.organisation)
              return (
                <details class="rep-part">
                  <summary>
                    {party.personal ? '' : party.name}{' '}
                    <span class="quiet">
                      {part ? t.readyBy(part.byWhom, formatInstant(part.at, language)) : t.notReady}
                    </span>
                  </summary>
                  {part && <PartView content={part.content} asked={told.asked} language={language} />}
                  {told.fills.includes(party.organisation) && (
                    <p>
                      <a href={link(`${path}?part=${party.organisation}`)}>{t.fillFor(party.name)}</a>
                    </p>
                  )}
                </details>
              )
            })}
          {told.fills.length > 0 && told.parts.length > 0 && (
            <form method="post" action={link(`${path}/send`)}>
              {told.parts.length < parties.length && (
                <CheckField name="without" label={t.sendWithout} language={language} />
              )}
              <button class="btn main" type="submit">
                {t.sendAll}
              </button>
            </form>
          )}
        </Section>
      )}
      {alone && !organisation && told.fills.length > 0 && (
        <p class="actions">
          <a class="btn" href={link(`${path}?part=${told.fills[0]}`)}>
            {t.fillFor(nameOf(told.fills[0]!))}
          </a>
        </p>
      )}
    </>
  )
}

/** What an officer may do now, with the words that go to the project. */
async function handling({ told, request, errors }: PartProps) {
  const { language, link } = request
  const t = text[language]
  const { report, may, keptOut } = told
  if (keptOut && report.state === 'sent')
    return (
      <Section title={t.handle} id="handle">
        <p class="warm">{t.keptOut[keptOut]}</p>
      </Section>
    )
  if (may.length === 0) return null
  const draft = await draftFor(request, handlingDraft, report.id, { reason: '' })
  return (
    <Section title={t.handle} id="handle">
      <DraftForm
        draft={draft}
        action={link(`${reportPath(report.id)}/handle`)}
        submit={may
          .toSorted((a, b) => Number(b === 'approve') - Number(a === 'approve'))
          .map((event) => ({
            label: reportMachine.events[event].says[language],
            name: 'event',
            value: event,
          }))}
        language={language}
      >
        <TextArea
          name="reason"
          label={t.reason}
          value={draft.text('reason')}
          error={errors.find((e) => e.name === 'reason')?.text}
          rows={3}
          optional
          language={language}
        />
      </DraftForm>
    </Section>
  )
}

async function give(request: PageRequest): Promise<PageAnswer> {
  const told = await read(request)
  const { report } = told
  const organisation = partOf(told, request)
  if (!organisation) return { as: 'redirect', to: request.link(reportPath(report.id)) }
  const before = fieldsBefore(told, organisation, request.language)
  return takeForm(
    request,
    { kind: partDraft, subject: partSubject(report.id, organisation), before },
    async ({ text: get, draft }) => {
      const fields = Object.fromEntries(Object.keys(before).map((name) => [name, get(name)]))
      const send = told.parties.length === 1
      await request.perform(givePart, { report: report.id, organisation, fields, send }, draft)
      return reportPath(report.id)
    },
    (errors) => reportPage(request, errors),
  )
}

async function send(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const { report = '' } = request.params
  await request.perform(sendReport, { report, without: form.get('without') !== undefined })
  return { as: 'redirect', to: request.link(reportPath(report)) }
}

const handlings = {
  return: returnReport,
  approve: approveReport,
  correct: correctReport,
  lock: lockReportAction,
  unlock: unlockReport,
} as const satisfies Partial<Record<ReportEvent, unknown>>

async function handle(request: PageRequest): Promise<PageAnswer> {
  const told = await read(request)
  const { id } = told.report
  const event = (await request.form()).get('event')
  const action = event && event in handlings ? handlings[event as keyof typeof handlings] : undefined
  return takeForm(
    request,
    { kind: handlingDraft, subject: id, before: { reason: '' } },
    async ({ text: get, draft }) => {
      if (action) await request.perform(action, { report: id, reason: get('reason') }, draft)
      return reportPath(id)
    },
    (errors) => reportPage(request, errors),
  )
}

export const reportPages: readonly Page[] = [
  { method: 'GET', path: '/reports/{report}', run: (request) => reportPage(request) },
  { method: 'POST', path: '/reports/{report}', run: give },
  { method: 'POST', path: '/reports/{report}/send', run: send },
  { method: 'POST', path: '/reports/{report}/handle', run: handle },
]
