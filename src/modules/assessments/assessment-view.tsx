import type { ComponentChildren } from 'preact'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ErrorSummary,
  Facts,
  type FieldError,
  PageHead,
  Section,
  Tag,
  TextArea,
} from '../../ui/index.ts'
import { DraftForm, DraftWords } from '../drafts/index.ts'
import { Talk } from '../talk/index.ts'
import { ApplicationView } from './application-view.tsx'
import { ChecksForm, FindingsView } from './checks-view.tsx'
import type { Gathered, Wrong } from './gathering.ts'
import { LifeView, SealsView } from './life-view.tsx'
import type { OwnStanding } from './looking.ts'
import { AssignForm, ReasonForm, ReleaseForm, SheetsView, TrailView } from './office-view.tsx'
import { OthersView, ProgressView } from './progress-view.tsx'
import type { ReadAssessment } from './read-actions.ts'
import { ResultView, SpreadView } from './result-view.tsx'
import { type AssessmentEvent, assessmentMachine } from './rules.ts'
import { SheetFields } from './sheet-view.tsx'
import { text } from './text.ts'

type Props = {
  seen: ReadAssessment
  gathered: Gathered
  wrong: Wrong | undefined
  request: Pick<PageRequest, 'language' | 'link' | 'actor'>
}

const of = (wrong: Wrong | undefined, form: string): readonly FieldError[] =>
  wrong?.form === form ? wrong.errors : []

/** Where each form's fields stand, so that the summary's links find them. */
const linked = ({ form, errors }: Wrong): FieldError[] =>
  errors.map((e) => (e.name === 'reason' ? { ...e, name: `${form}-reason` } : e))

/** One assessment as its reader sees it: what waits for them first, then what is known. */
export function AssessmentView(props: Props) {
  const { seen, gathered, wrong, request } = props
  const { language, link } = request
  const t = text[language]
  const base = link(`/applications/${seen.application}`)
  return (
    <>
      {wrong && <ErrorSummary errors={linked(wrong)} language={language} />}
      <PageHead
        over={`${t.over} · ${seen.call.code}/${seen.number}`}
        title={<span lang={seen.language === language ? undefined : seen.language}>{seen.title}</span>}
        state={
          <>
            <Tag tone={seen.state === 'settled' ? 'ok' : seen.state === 'failed' ? 'bad' : 'on'}>
              {assessmentMachine.states[seen.state][language]}
            </Tag>{' '}
            <span class="quiet">{t.version(seen.version)}</span>{' '}
            {seen.late && <Tag tone="warm">{t.late}</Tag>}{' '}
            {seen.applicationState === 'withdrawn' && <Tag tone="bad">{t.withdrawn}</Tag>}
          </>
        }
        actions={
          <>
            {(gathered.sheet || gathered.joint) && (
              <a class="btn main to-sheet" href={gathered.joint ? '#joint' : '#sheet'}>
                {gathered.joint ? t.joint : t.sheet}
              </a>
            )}
            {seen.office && seen.own === 'free' && (
              <a class="btn main" href={base}>
                {t.readApplication}
              </a>
            )}
            {seen.office && seen.state === 'settled' && (
              <a class="btn" href={request.link(`/decisions/${seen.application}`)}>
                {t.toDecision}
              </a>
            )}
            {seen.own === 'free' && (
              <a class="btn" href={`${base}/assessment/summary`}>
                {t.print}
              </a>
            )}
            {seen.own !== 'barred' && (
              <a class="btn" href={`${base}/conflict`}>
                {seen.own === 'free' ? t.recuse : t.conflictPage}
              </a>
            )}
          </>
        }
      />
      {seen.call.exercise && <Alert tone="warm" title={t.exercise} />}
      {!seen.template && (
        <Alert tone="warm" title={t.noTemplate}>
          {t.noTemplateLead}
        </Alert>
      )}
      <StandingAlert own={seen.own} href={`${base}/conflict`} language={language} />
      <DraftWords language={language} />
      {seen.own === 'free' && seen.mine ? (
        <AssessorPart {...props} />
      ) : (
        !props.gathered.application && <Head {...props} />
      )}
      {seen.office && <OfficePart {...props} />}
      <SealsView seals={seen.seals} language={language} />
    </>
  )
}

function StandingAlert({ own, href, language }: { own: OwnStanding; href: string; language: Language }) {
  const t = text[language]
  if (own === 'free') return null
  if (own === 'barred')
    return (
      <Alert tone="bad" title={t.barredTitle}>
        {t.barredLead} <a href={href}>{t.conflictPage}</a>
      </Alert>
    )
  return (
    <Alert tone="warm" title={t.declareTitle}>
      <p>{t.declareLead}</p>
      <a class="btn main" href={href}>
        {t.declareButton}
      </a>
    </Alert>
  )
}

/** What everybody who must judge their own standing needs to know. */
function Head({ seen, request }: Props) {
  const { language } = request
  const t = text[language]
  const money = (amount: string | null) => (amount ? `${formatAmount(centsOf(amount), language)} €` : '')
  return (
    <Facts
      language={language}
      items={[
        { label: t.call, value: pick(seen.call.title, language)?.text ?? seen.call.code },
        { label: t.lead, value: seen.lead ?? '' },
        { label: t.partners, value: String(seen.partners) },
        { label: t.cost, value: money(seen.cost) },
        { label: t.grant, value: money(seen.grant) },
      ].filter((item) => item.value !== '')}
    />
  )
}

/** The application beside the sheet; the result and the talk once they are open. */
function AssessorPart(props: Props) {
  const { seen, gathered, request } = props
  const { language, link } = request
  const t = text[language]
  const action = link(`/applications/${seen.application}/assessment`)
  const { mine } = seen
  const older = mine?.version && mine.version < seen.version
  return (
    <>
      {older && (
        <Alert tone="warm" title={t.olderVersion(mine.version ?? 0, seen.version)}>
          <a href={`${action}/changes`}>{t.changes(mine.version ?? 0, seen.version)}</a>
        </Alert>
      )}
      <ResultView seen={seen} language={language} />
      <SpreadView seen={seen} request={request} />
      {gathered.talked && <Talk talked={gathered.talked} heading={t.discussion} request={request} />}
      <Beside {...props} action={action}>
        {jointSheet({ ...props, action }) ?? ownSheet({ ...props, action })}
      </Beside>
      {!seen.office && <Reasons {...props} action={action} />}
    </>
  )
}

/** What the assessors agree on, beside what each gave. */
function jointSheet({ seen, gathered, wrong, request, action }: Props & { action: string }) {
  const { language } = request
  const t = text[language]
  const { joint } = gathered
  const { template } = seen
  if (!joint || !template) return null
  const errors = of(wrong, 'joint')
  return (
    <Section title={t.joint} id="joint">
      <p class="note">{t.jointLead}</p>
      <ProgressView id="joint-progress" template={template} draft={joint} language={language} />
      <DraftForm draft={joint} action={`${action}/joint`} submit={t.settle} language={language}>
        <SheetFields {...{ template, draft: joint, errors, language, spreads: seen.spreads }} />
        <TextArea
          name="summary"
          label={t.summary}
          help={t.summaryHelp}
          value={joint.text('summary')}
          error={errors.find((e) => e.name === 'summary')?.text}
          rows={6}
          language={language}
        />
      </DraftForm>
    </Section>
  )
}

/** What is judged, and beside it what is filled in of it; alone where nothing is. */
function Beside(props: Props & { action: string; children: ComponentChildren }) {
  const { gathered, request, action, children } = props
  const read = (
    <>
      <h2 class="vh" id="application">
        {text[request.language].answers}
      </h2>
      <Head {...props} />
      {gathered.application && (
        <ApplicationView
          read={gathered.application}
          money={gathered.money ?? null}
          base={action}
          language={request.language}
        />
      )}
    </>
  )
  if (!children) return read
  return (
    <div class="beside">
      <div>{read}</div>
      <div>{children}</div>
    </div>
  )
}

function ownSheet({ seen, gathered, wrong, request, action }: Props & { action: string }) {
  const { language } = request
  const t = text[language]
  const { template, mine } = seen
  if (gathered.sheet && template)
    return (
      <Section title={t.sheet} id="sheet">
        <p class="note">{t.sheetLead}</p>
        <OthersView seen={seen} language={language} />
        <ProgressView id="sheet-progress" template={template} draft={gathered.sheet} language={language} />
        <DraftForm draft={gathered.sheet} action={action} submit={t.give} language={language}>
          <SheetFields
            template={template}
            draft={gathered.sheet}
            errors={of(wrong, 'sheet')}
            language={language}
          />
        </DraftForm>
      </Section>
    )
  if (mine?.state === 'assigned')
    return (
      <Alert tone="ok" title={t.openTitle}>
        <form method="post" action={`${action}/open`}>
          <button class="btn main" type="submit">
            {t.openSheet}
          </button>
        </form>
      </Alert>
    )
  if (mine?.state === 'given' && seen.state === 'scoring')
    return (
      <Section title={t.givenTitle} id="sheet">
        <p>{t.givenLead(seen.given, Math.max(seen.holders, seen.call.assessorsEach))}</p>
        <OthersView seen={seen} language={language} />
        {mine.givenAt && <p class="note">{t.givenOn(formatInstant(mine.givenAt, language))}</p>}
        <form method="post" action={`${action}/take-back`}>
          <button class="btn" type="submit">
            {t.takeBack}
          </button>
        </form>
      </Section>
    )
  return seen.state === 'waiting' || seen.state === 'checking' ? <p class="note">{t.notYetScored}</p> : null
}

function Reasons({ gathered, wrong, request, action }: Props & { action: string }) {
  const all = Object.entries(gathered.reasons)
  if (all.length === 0) return null
  return (
    <Section title={text[request.language].deeds} id="deeds">
      {all.map(([event, draft]) => (
        <ReasonForm
          event={event as AssessmentEvent}
          draft={draft}
          errors={of(wrong, event)}
          action={`${action}/${event}`}
          request={request}
        />
      ))}
    </Section>
  )
}

/** The office's part: what is checked, who assesses, what comes next, what has happened. */
function OfficePart(props: Props) {
  const { seen, gathered, wrong, request } = props
  const { language, link } = request
  const t = text[language]
  const action = link(`/applications/${seen.application}/assessment`)
  const scoring = seen.state === 'scoring' || seen.state === 'checking' || seen.state === 'waiting'
  const checks = gathered.checks && (
    <ChecksForm
      seen={seen}
      draft={gathered.checks}
      errors={of(wrong, 'checks')}
      action={`${action}/checks`}
      request={request}
    />
  )
  return (
    <>
      {!seen.mine && <ResultView seen={seen} language={language} />}
      {!seen.mine && <SpreadView seen={seen} request={request} />}
      {checks ? (
        seen.mine ? (
          checks
        ) : (
          <Beside {...props} action={action}>
            {checks}
          </Beside>
        )
      ) : (
        seen.template && (
          <Section title={t.checks} id="checks" note={t.checksLead}>
            <FindingsView seen={seen} language={language} />
          </Section>
        )
      )}
      {gathered.buttons.length > 0 && (
        <div class="actions">
          {gathered.buttons.map((event) => (
            <form method="post" action={`${action}/${event}`}>
              <button class={event === 'fail' ? 'btn' : 'btn main'} type="submit">
                {assessmentMachine.events[event].says[language]}
              </button>
            </form>
          ))}
        </div>
      )}
      <Section title={t.assessors} id="assessors" note={t.enough(seen.holders, seen.call.assessorsEach)}>
        {seen.sheets.length > 0 && <SheetsView seen={seen} language={language} />}
        {scoring && seen.holders > 0 && <p class="note">{t.hiddenUntil}</p>}
        {gathered.assign && gathered.candidates.length > 0 && (
          <AssignForm
            draft={gathered.assign}
            errors={of(wrong, 'assign')}
            action={`${action}/assign`}
            candidates={gathered.candidates}
            request={request}
          />
        )}
        {gathered.release && (
          <ReleaseForm
            draft={gathered.release}
            errors={of(wrong, 'release')}
            action={`${action}/release`}
            sheets={seen.sheets.filter((s) => s.state !== 'recused' && s.state !== 'released')}
            request={request}
          />
        )}
      </Section>
      <Reasons {...props} action={action} />
      <TrailView trail={seen.trail} language={language} />
      <LifeView now={seen.state} language={language} />
    </>
  )
}
