import type { ComponentChildren } from 'preact'
import {
  type Answers,
  asked,
  type Form,
  fieldsOf,
  isMoneyBlock,
  type Question,
  questionsIn,
  rowsField,
  type Section,
  tableOf,
} from '../../engine/form/index.ts'
import type { Language } from '../../kernel/text.ts'
import { type FieldError, fieldId, InLanguage } from '../../ui/index.ts'
import type { Draft } from '../drafts/index.ts'
import { type Filling, Help, Label, OneField, Radios, type Shown, Wrong } from './control.tsx'
import { fillText } from './fill-text.ts'
import { TableField } from './table-field.tsx'

export type SectionFieldsProps = {
  form: Form
  section: Section
  draft: Pick<Draft, 'text' | 'list'>
  errors: readonly FieldError[]
  language: Language
  /** The answers of the other sections, which conditions may look at. */
  others?: Answers
  /** A money block, drawn by who knows the call's cost models. */
  blocks?: (question: Question) => ComponentChildren
  /** The files beside a file question: their names. They are added outside the form (`SectionFiles`). */
  files?: (question: Question) => ComponentChildren
}

/** What stands in the draft of a section, field by field. */
export function answersIn(section: Section, draft: Pick<Draft, 'text' | 'list'>): Answers {
  const rows = Object.fromEntries(
    section.questions.filter((q) => tableOf(q)).map((q) => [rowsField(q), draft.text(rowsField(q))]),
  )
  const fields = fieldsOf(section, rows)
  return {
    ...Object.fromEntries(fields.map(({ name, list }) => [name, list ? draft.list(name) : draft.text(name)])),
    ...rows,
  }
}

/**
 * Every question of a section as it is filled in, for inside a `DraftForm`. Those whose condition is not met are there
 * too, out of sight, so that what stands in them stays: where script runs they come and go as one answers.
 */
export function SectionFields(props: SectionFieldsProps) {
  const { form, section, draft, errors, language, others = {} } = props
  const answers = { ...others, ...answersIn(section, draft) }
  const shown = new Set(
    asked(form, answers)
      .find((s) => s.key === section.key)
      ?.questions.map((q) => q.key),
  )
  const filling: Filling = {
    draft,
    answers,
    language,
    errorOf: (field) => errors.find((e) => e.name === field)?.text,
  }
  const t = fillText[language]
  return (
    <form-section
      data-words={JSON.stringify({ left: t.left, over: t.over })}
      data-answers={JSON.stringify(known(section, others))}
      data-language={language}
    >
      {section.lead && (
        <p class="lead">
          <InLanguage names={section.lead} language={language} />
        </p>
      )}
      {section.questions.map((question) => (
        <div
          class="asked-one"
          key={question.key}
          data-question={question.key}
          data-when={question.when && JSON.stringify(question.when)}
          hidden={!shown.has(question.key)}
        >
          <QuestionField question={question} filling={filling} {...props} />
        </div>
      ))}
    </form-section>
  )
}

/** The answers elsewhere that this section's conditions look at. */
function known(section: Section, others: Answers): Answers {
  const keys = new Set(section.questions.flatMap((q) => questionsIn(q.when)))
  return Object.fromEntries(Object.entries(others).filter(([name]) => keys.has(name.split('.')[0]!)))
}

/** One question of a section. */
export function QuestionField({
  question,
  filling,
  blocks,
  files,
}: Pick<SectionFieldsProps, 'blocks' | 'files'> & { question: Question; filling: Filling }) {
  const { draft, language, errorOf } = filling
  const { key } = question
  const t = fillText[language]
  const shown: Shown = {
    name: key,
    label: question.label,
    help: question.help,
    required: question.required,
    error: errorOf(key),
    value: draft.text(key),
    language,
  }
  if (tableOf(question)) return <TableField question={question} filling={filling} />
  if (isMoneyBlock(question.kind))
    return <Beside shown={shown}>{blocks?.(question) ?? <p class="quiet">{t.moneyBlock}</p>}</Beside>
  switch (question.kind) {
    case 'file':
      return (
        <Beside shown={shown}>
          {files?.(question)}
          <p class="quiet">
            {t.files(question.mostFiles)} {files ? t.filesBelow : t.filesHere}
          </p>
        </Beside>
      )
    case 'declaration':
      return <Declaration text={question.text} shown={shown} ticked={draft.list(key).includes('yes')} />
    case 'choice': {
      if (!question.several) return <OneField asked={question} shown={shown} />
      const note = question.most ? t.chooseAtMost(question.most) : t.chooseAny
      return <Radios asked={question} shown={shown} several values={draft.list(key)} note={note} />
    }
    case 'text':
    case 'long-text':
    case 'number':
    case 'money':
    case 'date':
      return <OneField asked={question} shown={shown} />
    default:
      return null
  }
}

function Beside({ shown, children }: { shown: Shown; children: ComponentChildren }) {
  const { language, error, name } = shown
  const id = fieldId(name)
  return (
    <div class={error ? 'field err' : 'field'} id={id} role="group" aria-labelledby={`${id}-label`}>
      <span class="label" id={`${id}-label`}>
        <Label texts={shown.label} language={language} required={shown.required} />
      </span>
      <Help id={id} texts={shown.help} language={language} />
      <Wrong id={id} error={error} language={language} />
      {children}
    </div>
  )
}

function Declaration({ text, shown, ticked }: { text: Question['label']; shown: Shown; ticked: boolean }) {
  const { name, language, error } = shown
  const id = fieldId(name)
  return (
    <fieldset class={error ? 'field err' : 'field'}>
      <legend>
        <Label texts={shown.label} language={language} required={shown.required} />
      </legend>
      <Help id={id} texts={shown.help} language={language} />
      <Wrong id={id} error={error} language={language} />
      <label class="ck">
        <input type="checkbox" id={id} name={name} value="yes" checked={ticked} />
        <span>
          <InLanguage names={text} language={language} />
        </span>
      </label>
    </fieldset>
  )
}
