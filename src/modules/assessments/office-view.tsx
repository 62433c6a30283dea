import type { PageRequest } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import {
  ChoicesField,
  type FieldError,
  Section,
  SelectField,
  Table,
  Tag,
  TextArea,
  TextField,
  type Tone,
} from '../../ui/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'
import type { AssessmentEventRow } from './judged-queries.ts'
import type { Seen } from './looking.ts'
import { type AssessmentEvent, assessmentMachine, type SheetState, sheetMachine } from './rules.ts'
import type { ShownSheet } from './shown.ts'
import { text } from './text.ts'

const tones: Record<SheetState, Tone> = {
  assigned: 'warm',
  open: 'on',
  given: 'ok',
  recused: 'bad',
  released: 'plain',
}

export const SheetTag = ({ state, language }: { state: SheetState; language: Language }) => (
  <Tag tone={tones[state]}>{sheetMachine.states[state][language]}</Tag>
)

/** Who assesses it and how far each is: never what they gave. */
export function SheetsView({ seen, language }: { seen: Seen; language: Language }) {
  const t = text[language]
  return (
    <Table<ShownSheet>
      caption={t.assessors}
      cards
      language={language}
      rows={seen.sheets}
      columns={[
        {
          label: t.assessor,
          heading: true,
          cell: (s) => (s.deputyFor ? `${s.name} (${t.deputy})` : s.name),
        },
        { label: t.sheetState, cell: (s) => <SheetTag state={s.state} language={language} /> },
        {
          label: t.due,
          phone: 'labelled',
          cell: (s) => (s.dueOn ? formatDay(s.dueOn, language) : t.noDue),
        },
        {
          label: t.when,
          phone: 'labelled',
          cell: (s) => (s.givenAt ? t.givenOn(formatInstant(s.givenAt, language)) : ''),
        },
      ]}
    />
  )
}

export function TrailView({ trail, language }: { trail: readonly AssessmentEventRow[]; language: Language }) {
  const t = text[language]
  if (trail.length === 0) return null
  return (
    <Section title={t.trail} id="trail">
      <Table<AssessmentEventRow>
        caption={t.trail}
        cards
        language={language}
        rows={trail}
        columns={[
          {
            label: t.event,
            heading: true,
            cell: (e) => assessmentMachine.events[e.event as AssessmentEvent]?.says[language] ?? e.event,
          },
          { label: t.when, phone: 'labelled', cell: (e) => formatInstant(e.at, language) },
          { label: t.who, phone: 'labelled', cell: (e) => e.by_whom },
          { label: t.why, phone: 'wide', cell: (e) => e.reason ?? '' },
        ]}
      />
    </Section>
  )
}

type FormProps = {
  draft: Draft
  errors: readonly FieldError[]
  action: string
  request: Pick<PageRequest, 'language'>
}
export type Candidate = { person: string; name: string; load: number; proposed: boolean }

/** Who is to assess it: those who may, the least loaded proposed. */
export function AssignForm({
  draft,
  errors,
  action,
  request,
  candidates,
}: FormProps & { candidates: readonly Candidate[] }) {
  const { language } = request
  const t = text[language]
  const error = (name: string) => errors.find((e) => e.name === name)?.text
  return (
    <DraftForm compact draft={draft} action={action} submit={t.assignButton} language={language}>
      <ChoicesField
        kind="checkbox"
        name="people"
        label={t.assign}
        choices={candidates.map((c) => ({ value: c.person, label: c.name, help: t.load(c.load) }))}
        values={draft.list('people')}
        error={error('people')}
        language={language}
      />
      <TextField
        name="due"
        label={t.due}
        help={t.dueHelp}
        size="short"
        optional
        value={draft.text('due')}
        error={error('due')}
        language={language}
      />
    </DraftForm>
  )
}

export function ReleaseForm({
  draft,
  errors,
  action,
  request,
  sheets,
}: FormProps & { sheets: readonly ShownSheet[] }) {
  const { language } = request
  const t = text[language]
  return (
    <DraftForm compact draft={draft} action={action} submit={t.release} language={language}>
      <SelectField
        name="person"
        label={t.release}
        choices={sheets.map((s) => ({ value: s.person, label: s.name }))}
        value={draft.text('person')}
        language={language}
      />
      <TextArea
        name="reason"
        id="f-release-reason"
        label={t.releaseReason}
        value={draft.text('reason')}
        error={errors.find((e) => e.name === 'reason')?.text}
        rows={2}
        language={language}
      />
    </DraftForm>
  )
}

/** An event that asks for its reason, folded until somebody wants it. */
export function ReasonForm({
  event,
  draft,
  errors,
  action,
  request,
}: FormProps & { event: AssessmentEvent }) {
  const { language } = request
  const t = text[language]
  const says = assessmentMachine.events[event].says[language]
  return (
    <details open={errors.length > 0 || draft.state.id !== null}>
      <summary>{says}</summary>
      <DraftForm compact draft={draft} action={action} submit={says} language={language}>
        <TextArea
          name="reason"
          id={`f-${event}-reason`}
          label={t.reasonLabel}
          value={draft.text('reason')}
          error={errors.find((e) => e.name === 'reason')?.text}
          rows={2}
          language={language}
        />
      </DraftForm>
    </details>
  )
}
