import type { ComponentChildren } from 'preact'
import {
  type Answers,
  type Column,
  countCharacters,
  type Question,
  type Texts,
} from '../../engine/form/index.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { fieldId, InLanguage } from '../../ui/index.ts'
import type { Draft } from '../drafts/index.ts'
import { fillText } from './fill-text.ts'

/** A question or a cell: what stands in it and what is wrong with it. */
export type Shown = {
  name: string
  label: Texts
  /** Another label for who cannot see the table: "Name, row 2". */
  spoken?: string | undefined
  help?: Texts | undefined
  required: boolean
  error?: string | undefined
  value: string
  language: Language
  /** In a table the label and help stand in the head of the column. */
  bare?: boolean | undefined
  /** One of many in a row: choices fold into a list. */
  inRow?: boolean | undefined
}

/** What the parts of a section are given. */
export type Filling = {
  draft: Pick<Draft, 'text' | 'list'>
  answers: Answers
  errorOf: (field: string) => string | undefined
  language: Language
}

export type OneValue =
  | Column
  | Extract<Question, { kind: 'text' | 'long-text' | 'number' | 'money' | 'date' | 'choice' }>

const describedBy = ({ name, help, error, bare }: Shown, more: boolean) =>
  [
    help && !bare && `${fieldId(name)}-help`,
    more && `${fieldId(name)}-limit`,
    error && `${fieldId(name)}-error`,
  ]
    .filter(Boolean)
    .join(' ') || undefined

/** What is said to a control of itself. */
const attributes = (shown: Shown, more = false) => ({
  id: fieldId(shown.name),
  name: shown.name,
  'aria-label': shown.bare ? shown.spoken : undefined,
  'aria-describedby': describedBy(shown, more),
  'aria-invalid': shown.error ? ('true' as const) : undefined,
})

/** A label in the reader's language, or marked with the one it is in. */
export const Label = ({
  texts,
  language,
  required,
}: {
  texts: Texts
  language: Language
  required: boolean
}) => (
  <>
    <InLanguage names={texts} language={language} />
    {!required && <span class="quiet"> ({fillText[language].optional})</span>}
  </>
)

export function Help({ id, texts, language }: { id: string; texts: Texts | undefined; language: Language }) {
  if (!texts || !pick(texts, language)) return null
  return (
    <span class="help" id={`${id}-help`}>
      <InLanguage names={texts} language={language} />
    </span>
  )
}

export function Wrong({
  id,
  error,
  language,
}: {
  id: string
  error: string | undefined
  language: Language
}) {
  if (!error) return null
  return (
    <p class="msg" id={`${id}-error`}>
      <span class="vh">{fillText[language].error} </span>
      {error}
    </p>
  )
}

/** One value as it is asked: label, help, what is wrong, the control, and its limit. */
export function OneField({
  asked,
  shown,
  after,
}: {
  asked: OneValue
  shown: Shown
  after?: ComponentChildren
}) {
  const { language, label, required, error, name, bare } = shown
  const id = fieldId(name)
  if (bare)
    return (
      <div class={error ? 'field err' : 'field'}>
        <Wrong id={id} error={error} language={language} />
        <Control asked={asked} shown={shown} />
      </div>
    )
  if (asked.kind === 'choice' && asked.choices.length <= 7 && !shown.inRow)
    return <Radios asked={asked} shown={shown} />
  return (
    <div class={error ? 'field err' : 'field'}>
      <label for={id}>
        <Label texts={label} language={language} required={required} />
      </label>
      <Help id={id} texts={shown.help} language={language} />
      <Wrong id={id} error={error} language={language} />
      <Control asked={asked} shown={shown} />
      {after}
    </div>
  )
}

function Control({ asked, shown }: { asked: OneValue; shown: Shown }) {
  const { value, language, bare } = shown
  const t = fillText[language]
  switch (asked.kind) {
    case 'text':
      return (
        <input
          {...attributes(shown)}
          type="text"
          class={bare || asked.most > 60 ? 'full' : undefined}
          inputmode={asked.shape === 'email' ? 'email' : asked.shape === 'url' ? 'url' : undefined}
          value={value}
        />
      )
    case 'long-text':
      return (
        <>
          <textarea
            {...attributes(shown, true)}
            data-most={String(asked.most)}
            rows={bare || shown.inRow ? 3 : Math.min(12, Math.max(4, Math.round(asked.most / 250)))}
          >
            {value.startsWith('\n') ? `\n${value}` : value}
          </textarea>
          <Limit asked={asked} value={value} id={`${fieldId(shown.name)}-limit`} language={language} />
        </>
      )
    case 'number':
    case 'money': {
      const unit =
        asked.kind === 'money' ? '€' : 'unit' in asked && asked.unit && pick(asked.unit, language)?.text
      return (
        <span class="amount">
          <input {...attributes(shown)} type="text" class="short" inputmode="decimal" value={value} />
          {unit && <span class="unit">{unit}</span>}
        </span>
      )
    }
    case 'date':
      return (
        <input
          {...attributes(shown)}
          type="text"
          class="short"
          placeholder={bare ? undefined : t.dayHelp}
          value={value}
        />
      )
    case 'choice':
      return (
        <select {...attributes(shown)}>
          <option value="">{t.choose}</option>
          {asked.choices.map((choice) => {
            const said = pick(choice.label, language)
            return (
              <option value={choice.code} selected={choice.code === value} lang={otherThan(said, language)}>
                {said?.text ?? choice.code}
              </option>
            )
          })}
        </select>
      )
  }
}

/** The language of a text that fell back to another. */
export const otherThan = (said: { language: Language } | undefined, language: Language) =>
  said && said.language !== language ? said.language : undefined

type Limited = Extract<OneValue, { kind: 'long-text' }>

/** Said where no script runs; an island counts as one writes. */
function Limit({
  asked,
  value,
  id,
  language,
}: {
  asked: Limited
  value: string
  id: string
  language: Language
}) {
  const t = fillText[language]
  const count = (n: number) => formatCount(n, language)
  const least = 'least' in asked ? asked.least : undefined
  const over = countCharacters(value) - asked.most
  return (
    <span class={over > 0 ? 'limit over' : 'limit'} id={id}>
      {over > 0
        ? t.over.replace('{n}', count(over))
        : least
          ? t.between(count(least), count(asked.most))
          : t.atMost(count(asked.most))}
    </span>
  )
}

type ChoiceAsked = Extract<OneValue, { kind: 'choice' }>

/** A choice whose answers are few: all in sight. */
export function Radios({
  asked,
  shown,
  several = false,
  values = [shown.value],
  note,
}: {
  asked: ChoiceAsked
  shown: Shown
  several?: boolean
  values?: readonly string[]
  note?: string | undefined
}) {
  const { name, language, error } = shown
  const id = fieldId(name)
  return (
    <fieldset class={error ? 'field err' : 'field'} aria-describedby={describedBy(shown, false)}>
      <legend>
        <Label texts={shown.label} language={language} required={shown.required} />
      </legend>
      <Help id={id} texts={shown.help} language={language} />
      {note && <span class="help">{note}</span>}
      <Wrong id={id} error={error} language={language} />
      {asked.choices.length === 0 && <p class="quiet">{fillText[language].callChoices}</p>}
      {asked.choices.map((choice, i) => (
        <label class="ck">
          <input
            type={several ? 'checkbox' : 'radio'}
            id={i === 0 ? id : undefined}
            name={name}
            value={choice.code}
            checked={values.includes(choice.code)}
          />
          <span>
            <InLanguage names={choice.label} language={language} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}
