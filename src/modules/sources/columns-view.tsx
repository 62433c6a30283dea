import { formatDecimal, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import {
  Alert,
  ChoicesField,
  ErrorSummary,
  type FieldError,
  fieldId,
  Section,
  SelectField,
  Table,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'
import { columnsText } from './columns-text.ts'
import { fieldLabel } from './field-text.ts'
import { fieldNames } from './fields.ts'
import { pageText } from './page-text.ts'
import type { ImportHead } from './queries.ts'
import { delimiters } from './reading/delimited.ts'
import type { PlannedColumn, Question } from './recognising/plan.ts'
import { sayQuestions } from './say.ts'
import { currencies } from './values/amounts.ts'

export type ColumnsProps = {
  found: ImportHead
  /** Where the form is sent. */
  action: string
  errors: readonly FieldError[]
  draft: Draft
  language: Language
}

/** The field of the form that answers a question; the error summary links to it. */
const fieldOf = (question: Question, columns: readonly PlannedColumn[]): string => {
  switch (question.about) {
    case 'title':
      return 'field-0'
    case 'currency':
      return 'currency'
    case 'day-order':
      return 'dayOrder'
    case 'decimal-sign':
      return 'decimal'
    case 'scale':
      return `scale-${columns.findIndex((c) => c.header === question.column)}`
    case 'repeated-header':
      return `field-${columns.findIndex((c) => c.header === question.column)}`
  }
}

/** Every column with examples, what it was taken for and why; all of it changeable, and the open questions. */
export function ColumnsForm({ found, action, errors, draft, language }: ColumnsProps) {
  const t = columnsText[language]
  const plan = found.layout.plan!
  const said = sayQuestions(plan.questions, language)
  const asked = plan.questions.map((question, i) => ({
    name: fieldOf(question, plan.columns),
    text: said[i]!,
  }))
  const errorOf = (name: string) => [...errors, ...asked].find((e) => e.name === name)?.text
  return (
    <DraftForm draft={draft} action={action} submit={t.readRows} language={language}>
      <ErrorSummary
        errors={[...errors, ...asked]}
        title={errors.length === 0 && asked.length > 0 ? t.openQuestions : undefined}
        language={language}
      />
      <Section
        title={t.columns}
        note={found.profile ? t.knownAs(found.list.title[language] ?? found.profile) : undefined}
      >
        <p class="lead">{t.columnsLead}</p>
        <Table
          caption={t.columns}
          class="understood"
          cards
          language={language}
          rows={plan.columns}
          columns={[
            { label: t.column, heading: true, phone: 'wide', cell: (c) => c.header },
            { label: t.samples, phone: 'wide', cell: (c) => <Samples column={c} language={language} /> },
            {
              label: t.meaning,
              phone: 'wide',
              cell: (c) => (
                <Meaning column={c} draft={draft} language={language} error={errorOf(`field-${c.index}`)} />
              ),
            },
            { label: t.why, phone: 'wide', cell: (c) => <Reason column={c} language={language} /> },
          ]}
        />
      </Section>
      <Section title={t.currency}>
        <Currency found={found} draft={draft} error={errorOf('currency')} language={language} />
        {plan.questions.map((question) => (
          <Answer
            question={question}
            columns={plan.columns}
            error={errorOf(fieldOf(question, plan.columns))}
            draft={draft}
            language={language}
          />
        ))}
      </Section>
      <Section title={pageText[language].asOf}>
        {found.asOf && found.layout.asOfFrom === 'drop' && (
          <Alert title={t.dayOfDrop(formatDay(found.asOf, language))}>{t.dayOfDropWhy}</Alert>
        )}
        <TextField
          name="asOf"
          label={t.asOfLabel}
          help={t.asOfHelp}
          value={draft.text('asOf')}
          error={errorOf('asOf')}
          size="short"
          language={language}
        />
      </Section>
      <HowRead found={found} draft={draft} language={language} />
      <Section title={t.saveAs}>
        <TextField
          name="saveAs"
          label={t.saveAs}
          help={t.saveAsHelp}
          value={draft.text('saveAs')}
          optional
          language={language}
        />
      </Section>
    </DraftForm>
  )
}

function Samples({ column, language }: { column: PlannedColumn; language: Language }) {
  if (column.samples.length === 0) return <span class="quiet">{columnsText[language].blank}</span>
  return (
    <>
      {column.samples.slice(0, 3).map((sample) => (
        <div>{sample.length > 60 ? `${sample.slice(0, 60)}…` : sample}</div>
      ))}
    </>
  )
}

/** A bare select: its label is the column's head and its own row's, said to screen readers in one. */
function Meaning({
  column,
  draft,
  language,
  error,
}: {
  column: PlannedColumn
  draft: Draft
  language: Language
  error: string | undefined
}) {
  const t = columnsText[language]
  const name = `field-${column.index}`
  const chosen = draft.text(name)
  const likely = new Set([...(column.field ? [column.field] : []), ...column.others])
  const options = [...likely, ...fieldNames.filter((f) => !likely.has(f))]
  return (
    <select
      id={fieldId(name)}
      name={name}
      aria-label={t.meaningOf(column.header)}
      aria-invalid={error ? 'true' : undefined}
    >
      <option value="" selected={chosen === ''}>
        {t.notUsed}
      </option>
      {options.map((field) => (
        <option value={field} selected={field === chosen}>
          {fieldLabel(field, language)}
        </option>
      ))}
    </select>
  )
}

function Reason({ column, language }: { column: PlannedColumn; language: Language }) {
  const t = columnsText[language]
  const { why } = column
  if (why.by === 'profile') return <>{column.field ? t.whyProfile : ''}</>
  if (why.by === 'person') return <>{t.whyPerson}</>
  if (why.by === 'nothing') return <span class="quiet">{t.whyNothing}</span>
  const reason =
    why.by === 'header' ? t.whyHeader(why.phrase) : t.whyContent(formatDecimal(why.share * 100, language, 0))
  return (
    <>
      {reason} {column.confidence < 0.6 && <Tag tone="warm">{t.unsure}</Tag>}
    </>
  )
}

function Currency({
  found,
  draft,
  error,
  language,
}: {
  found: ImportHead
  draft: Draft
  error: string | undefined
  language: Language
}) {
  const t = columnsText[language]
  const plan = found.layout.plan!
  const from = plan.currencyFrom && `${t.currencyFrom[plan.currencyFrom]}.`
  return (
    <SelectField
      name="currency"
      label={t.currency}
      help={from ? `${t.currencyHelp} ${plan.mapping.currency ?? ''} ${from}` : t.currencyHelp}
      error={error}
      none={t.chooseCurrency}
      choices={currencies.map((c) => ({ value: c, label: c }))}
      value={draft.text('currency')}
      optional={!error}
      language={language}
    />
  )
}

type AnswerProps = {
  draft: Draft
  question: Question
  columns: readonly PlannedColumn[]
  error: string | undefined
  language: Language
}

function Answer({ question, columns, error, draft, language }: AnswerProps) {
  const t = columnsText[language]
  const name = fieldOf(question, columns)
  const radio = (label: string, choices: { value: string; label: string }[]) => (
    <ChoicesField
      kind="radio"
      name={name}
      label={label}
      error={error}
      choices={choices}
      values={[draft.text(name)]}
      language={language}
    />
  )
  if (question.about === 'day-order') {
    return radio(t.dayOrder, [
      { value: 'dmy', label: t.dmy },
      { value: 'mdy', label: t.mdy },
    ])
  }
  if (question.about === 'decimal-sign') {
    return radio(t.decimal, [
      { value: ',', label: t.comma },
      { value: '.', label: t.point },
    ])
  }
  if (question.about === 'scale') {
    return radio(t.scale(question.column), [
      { value: '1', label: t.scaleAsIs },
      { value: String(question.stated), label: t.scaleTimes(String(question.stated)) },
    ])
  }
  return null
}

const encodings = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1257',
  'iso-8859-15',
  'utf-16le',
] as const

function HowRead({ found, draft, language }: { found: ImportHead; draft: Draft; language: Language }) {
  const t = columnsText[language]
  const table = found.layout.table
  if (!table || table.format === 'json') return null
  const sheets = table.format === 'xlsx' ? [table.sheet ?? '', ...(table.otherSheets ?? [])] : []
  return (
    <details>
      <summary>{t.howRead}</summary>
      {table.format === 'csv' && (
        <>
          <SelectField
            name="encoding"
            label={t.encoding}
            choices={[...new Set([table.encoding ?? 'utf-8', ...encodings])].map((e) => ({
              value: e,
              label: e,
            }))}
            value={draft.text('encoding')}
            language={language}
          />
          <SelectField
            name="delimiter"
            label={t.delimiter}
            choices={delimiters.map((d) => ({ value: d, label: t.delimiters[d] }))}
            value={draft.text('delimiter')}
            language={language}
          />
        </>
      )}
      {sheets.length > 1 && (
        <SelectField
          name="sheet"
          label={t.sheet}
          choices={sheets.map((s) => ({ value: s, label: s }))}
          value={draft.text('sheet')}
          language={language}
        />
      )}
    </details>
  )
}
