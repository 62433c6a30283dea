import type { PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import {
  Alert,
  ChoicesField,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { StandingTag } from '../conflicts/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'
import type { MeetingOfDecision } from './around-queries.ts'
import type { TermForm } from './forms.ts'
import { type Head, numberOf, pathOf } from './head.ts'
import { meetingName } from './meeting-frame.ts'
import { euros } from './money.ts'
import type { DecisionView } from './reading.ts'
import { decisionMachine } from './rules.ts'
import { standingText } from './standing-text.ts'
import { text } from './text.ts'

type Shown = Pick<PageRequest, 'language' | 'link'>

export type TermsFormProps = {
  view: DecisionView
  form: TermForm
  draft: Draft
  errors: readonly FieldError[]
  /** The meetings that may be chosen, the first of them filled in. */
  meetings: readonly { value: string; label: string }[]
  /** On whose agenda it is, where that meeting has not begun. */
  ahead?: MeetingOfDecision | undefined
  request: Shown
}

const events = { proposal: 'propose', selection: 'select', decision: 'decide' } as const

export function TermsForm({ view, form, draft, errors, meetings, ahead, request }: TermsFormProps) {
  const { head, standing } = view
  const { language, link } = request
  const t = text[language]
  const title = decisionMachine.events[events[form]].says[language]
  const field = (name: string, label: string) => ({
    name,
    label,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  const models = head.call.settings.costModels.map((m) => ({
    value: m.code,
    label: pick((m as { name?: object }).name ?? {}, language)?.text ?? m.code,
  }))
  return (
    <>
      <PageHead
        over={<a href={link(pathOf(head))}>{`${numberOf(head)} ${head.title}`}</a>}
        title={title}
        state={standing && form !== 'proposal' && <StandingTag is={standing} language={language} />}
      />
      {standing && standing !== 'free' && form !== 'proposal' && (
        <Alert tone="warm" title={standingText[language][standing]}>
          <a href={link(`/applications/${head.application}/conflict`)}>{t.declareHere}</a>
        </Alert>
      )}
      {ahead && (
        <Alert tone="note" title={t.meetingAhead}>
          <a href={link(`/meetings/${ahead.id}`)}>
            {meetingName(ahead, language)}, {formatDay(ahead.day, language)}
          </a>
        </Alert>
      )}
      <ErrorSummary errors={errors} language={language} />
      <DraftForm
        draft={draft}
        action={link(`${pathOf(head)}/${form}`)}
        submit={title}
        language={language}
        beside={
          <a class="btn bare" href={link(pathOf(head))}>
            {t.back}
          </a>
        }
      >
        <ChoicesField
          {...field('outcome', t.outcome)}
          kind="radio"
          values={[draft.text('outcome')]}
          choices={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
        {meetings.length > 0 && (
          <SelectField
            {...field('meeting', form === 'proposal' ? t.toMeeting : t.inMeeting)}
            none={form === 'proposal' ? t.toNone : t.outside}
            choices={meetings}
            optional
          />
        )}
        <TextArea {...field('grounds', t.grounds)} help={t.groundsHelp} rows={6} />
        <Amounts head={head} draft={draft} errors={errors} request={request} />
        <TextField {...field('starts', t.starts)} size="short" />
        <TextField {...field('ends', t.ends)} size="short" />
        {models.length > 0 && (
          <SelectField {...field('costModel', t.costModel)} none={t.noModel} choices={models} optional />
        )}
        <TextArea {...field('conditions', t.conditions)} help={t.conditionsHelp} rows={4} optional />
      </DraftForm>
    </>
  )
}

type AmountsProps = Pick<TermsFormProps, 'draft' | 'errors' | 'request'> & { head: Head }

/** Accepted cost and grant of each partner, beside what was asked. */
function Amounts({ head, draft, errors, request: { language } }: AmountsProps) {
  const t = text[language]
  const wrong = errors.find((e) => e.name === 'amounts')
  return (
    <Section title={t.partners} id="f-amounts">
      {wrong && <p class="msg">{wrong.text}</p>}
      {head.partners.map((p) => (
        <fieldset class="field amounts">
          <legend>{p.name}</legend>
          <span class="help">{t.askedWas(euros(p.cost, language), euros(p.grant, language))}</span>
          {(['cost', 'grant'] as const).map((what) => (
            <TextField
              name={`${what}.${p.row}`}
              label={what === 'cost' ? t.accepted : t.grant}
              value={draft.text(`${what}.${p.row}`)}
              error={errors.find((e) => e.name === `${what}.${p.row}`)?.text}
              inputmode="decimal"
              size="short"
              language={language}
            />
          ))}
        </fieldset>
      ))}
    </Section>
  )
}

export type ReasonFormProps = {
  head: Head
  event: keyof typeof decisionMachine.events
  draft: Draft
  errors: readonly FieldError[]
  request: Shown
}

export function ReasonForm({ head, event, draft, errors, request: { language, link } }: ReasonFormProps) {
  const t = text[language]
  const title = decisionMachine.events[event].says[language]
  return (
    <>
      <PageHead over={<a href={link(pathOf(head))}>{`${numberOf(head)} ${head.title}`}</a>} title={title} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm draft={draft} action={link(`${pathOf(head)}/${event}`)} submit={title} language={language}>
        <TextArea
          name="reason"
          label={t.reason}
          help={t.reasonHelp}
          value={draft.text('reason')}
          error={errors.find((e) => e.name === 'reason')?.text}
          language={language}
        />
      </DraftForm>
    </>
  )
}
