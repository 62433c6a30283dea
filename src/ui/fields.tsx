import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/text.ts'
import { text } from './text.ts'

export type FieldProps = {
  name: string
  label: string
  /** Stands beside the question, before the field. */
  help?: string | undefined
  /** What is wrong and what to do. */
  error?: string | undefined
  id?: string | undefined
  /** Fields are required unless said otherwise: the few free ones carry the word. */
  optional?: boolean | undefined
  language: Language
}

/** The id of a field, for its label and for the error summary's link. */
export const fieldId = (name: string): string => `f-${name.replaceAll(/[^\w-]/g, '-')}`

function parts({ name, id = fieldId(name), help, error }: FieldProps) {
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  }
}

function Field({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  const { id } = parts(field)
  return (
    <div class={field.error ? 'field err' : 'field'}>
      <label for={id}>
        <Label field={field} />
      </label>
      <Notes field={field} id={id} />
      {children}
    </div>
  )
}

const Label = ({ field }: { field: FieldProps }) => (
  <>
    {field.label}
    {field.optional && <span class="quiet"> ({text[field.language].optional})</span>}
  </>
)

function Notes({ field, id }: { field: FieldProps; id: string }) {
  return (
    <>
      {field.help && (
        <span class="help" id={`${id}-help`}>
          {field.help}
        </span>
      )}
      {field.error && (
        <p class="msg" id={`${id}-error`}>
          <span class="vh">{text[field.language].errorPrefix} </span>
          {field.error}
        </p>
      )}
    </>
  )
}

export type TextFieldProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'search' | 'url' | 'password'
  /** `decimal` for money: 1 234,50 and 1234.50 both work, so it is a text field, never type=number. */
  inputmode?: 'decimal' | 'numeric' | 'email' | 'url' | undefined
  autocomplete?: string | undefined
  /** Characters the answer is likely to have: the width of the field says it. */
  size?: 'short' | 'normal' | 'full'
  /** The id of a `datalist` of the page, whose words the field offers; any other may be typed. */
  suggestions?: string | undefined
}

export function TextField(props: TextFieldProps) {
  const { name, value, type = 'text', inputmode, autocomplete, size = 'normal', suggestions } = props
  return (
    <Field field={props}>
      <input
        {...parts(props)}
        class={size === 'normal' ? undefined : size}
        type={type as 'text'} // the typings tie the roles of an input to one literal type
        name={name}
        value={value}
        inputmode={inputmode}
        autocomplete={autocomplete}
        list={suggestions}
      />
    </Field>
  )
}

export type TextAreaProps = FieldProps & { value?: string | undefined; rows?: number }

export function TextArea(props: TextAreaProps) {
  return (
    <Field field={props}>
      <textarea {...parts(props)} name={props.name} rows={props.rows ?? 5}>
        {/* HTML takes one line end at the start away. */}
        {props.value?.startsWith('\n') ? `\n${props.value}` : props.value}
      </textarea>
    </Field>
  )
}

export type Choice = { value: string; label: string; help?: string | undefined }
export type SelectFieldProps = FieldProps & {
  choices: readonly Choice[]
  value?: string | undefined
  /** The first, empty choice: "choose a column". */
  none?: string | undefined
}

export function SelectField(props: SelectFieldProps) {
  return (
    <Field field={props}>
      <select {...parts(props)} name={props.name}>
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.choices.map((choice) => (
          <option value={choice.value} selected={choice.value === props.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export type ChoicesFieldProps = FieldProps & {
  choices: readonly Choice[]
  values?: readonly string[]
  /** More of them, under headings: side by side where there is room. */
  groups?: readonly { title: string; choices: readonly Choice[] }[] | undefined
  /** One of them (radio) or any number of them (checkbox). */
  kind: 'radio' | 'checkbox'
}

/** A question with its possible answers in sight. The error summary links to the first of them. */
export function ChoicesField(props: ChoicesFieldProps) {
  const { id, 'aria-describedby': described } = parts(props)
  const plain = props.choices.length > 0
  return (
    <fieldset class={props.error ? 'field err' : 'field'} aria-describedby={described}>
      <legend>
        <Label field={props} />
      </legend>
      <Notes field={props} id={id} />
      {props.choices.map((choice, i) => (
        <Tick field={props} choice={choice} id={i === 0 ? id : undefined} />
      ))}
      {props.groups && (
        <div class="choice-groups">
          {props.groups.map(({ title, choices }, i) => (
            <div role="group" aria-labelledby={`${id}-g${i}`}>
              <b id={`${id}-g${i}`}>{title}</b>
              {choices.map((choice, j) => (
                <Tick field={props} choice={choice} id={plain || i + j > 0 ? undefined : id} />
              ))}
            </div>
          ))}
        </div>
      )}
    </fieldset>
  )
}

function Tick({ field, choice, id }: { field: ChoicesFieldProps; choice: Choice; id?: string | undefined }) {
  return (
    <label class="ck">
      <input
        type={field.kind}
        id={id}
        name={field.name}
        value={choice.value}
        checked={field.values?.includes(choice.value)}
      />
      <span>
        {choice.label}
        {choice.help && <span class="help">{choice.help}</span>}
      </span>
    </label>
  )
}

export type CheckFieldProps = FieldProps & { checked?: boolean; value?: string }

/** One thing to say yes to. */
export function CheckField(props: CheckFieldProps) {
  const attributes = parts(props)
  return (
    <div class={props.error ? 'field err' : 'field'}>
      <Notes field={props} id={attributes.id} />
      <label class="ck">
        <input
          {...attributes}
          type="checkbox"
          name={props.name}
          value={props.value ?? '1'}
          checked={props.checked}
        />
        <span>{props.label}</span>
      </label>
    </div>
  )
}

export type FileFieldProps = FieldProps & { accept?: string; multiple?: boolean }

/** A file by button; where script runs also by dropping it on the frame. */
export function FileField(props: FileFieldProps) {
  const t = text[props.language]
  return (
    <Field field={props}>
      <drop-zone data-drop={t.dropHere}>
        <input
          {...parts(props)}
          type="file"
          name={props.name}
          accept={props.accept}
          multiple={props.multiple}
        />
      </drop-zone>
    </Field>
  )
}
