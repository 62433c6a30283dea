import type { ComponentChildren } from 'preact'
import { type Language, languages } from '../../kernel/text.ts'
import { ChoicesField, type FieldError, SelectField, TextArea, TextField } from '../../ui/index.ts'
import type { Draft } from '../drafts/index.ts'
import { partText } from './part-text.ts'
import { setupText } from './setup-text.ts'

/** What every field of a part's form needs. */
export type Fields = { draft: Draft; errors: readonly FieldError[]; language: Language }

const props = ({ draft, errors, language }: Fields, name: string, label: string) => ({
  name,
  label,
  value: draft.text(name),
  error: errors.find((e) => e.name === name)?.text,
  language,
})

type Extra = { help?: string; optional?: boolean; size?: 'short' | 'normal' | 'full'; decimal?: boolean }

export const Line = ({ of, name, label, ...extra }: { of: Fields; name: string; label: string } & Extra) => {
  const { decimal, ...more } = extra
  return <TextField {...props(of, name, label)} {...more} {...(decimal && { inputmode: 'decimal' })} />
}

export const Choose = ({
  of,
  name,
  label,
  choices,
  none,
  needed = false,
}: {
  of: Fields
  name: string
  label: string
  choices: readonly { value: string; label: string }[]
  none?: string
  /** May stay empty for now, but the call does not open without it. */
  needed?: boolean
}) => (
  <SelectField
    {...props(of, name, label)}
    choices={choices}
    {...(none !== undefined && { none, optional: !needed })}
  />
)

export const Ticks = ({
  of,
  name,
  label,
  choices,
  kind = 'checkbox',
  groups,
  optional,
}: {
  of: Fields
  name: string
  label: string
  choices: readonly { value: string; label: string }[]
  kind?: 'radio' | 'checkbox'
  groups?: readonly { title: string; choices: readonly { value: string; label: string }[] }[]
  optional?: boolean
}) => (
  <ChoicesField
    {...props(of, name, label)}
    kind={kind}
    choices={choices}
    groups={groups}
    values={of.draft.list(name)}
    optional={optional}
  />
)

/** A text in each language, one under another; those that the call need not have are free. */
export function InThree({
  of,
  name,
  label,
  needed = [],
  long,
}: {
  of: Fields
  name: string
  label: string
  needed?: readonly Language[]
  long?: number
}) {
  const t = setupText[of.language]
  return (
    <>
      {languages.map((l) => {
        const field = { ...props(of, `${name}.${l}`, `${label}, ${t.in[l]}`), optional: !needed.includes(l) }
        return long ? <TextArea {...field} rows={long} /> : <TextField {...field} size="full" />
      })}
    </>
  )
}

/** Rows of a list: those filled in and two more; the button keeps them and makes room for others, without script too. */
export function Rows({
  of,
  name,
  most,
  cells,
  say,
  row,
}: {
  of: Fields
  name: string
  most: number
  /** The fields of a row, by which a filled row is known. */
  cells: readonly string[]
  say: (n: number) => string
  row: (name: string) => ComponentChildren
}) {
  const filled = Array.from({ length: most }, (_, i) => i).filter((i) =>
    cells.some((cell) => of.draft.text(`${name}.${i}.${cell}`) !== ''),
  )
  const shown = Math.min(most, Math.max(1, (filled.at(-1) ?? -1) + 3))
  return (
    <>
      {Array.from({ length: shown }, (_, i) => (
        <fieldset class="row-fields">
          <legend>{say(i + 1)}</legend>
          <div class="field-pair">{row(`${name}.${i}`)}</div>
        </fieldset>
      ))}
      {shown < most && (
        <p>
          <button class="btn" type="submit" name="draft-only" value="1" formnovalidate>
            {setupText[of.language].moreRows}
          </button>
        </p>
      )}
    </>
  )
}

/** What the form holds and does not ask now: it is sent as it stands. */
export const Kept = ({ of, name }: { of: Fields; name: string }) => (
  <input type="hidden" name={name} value={of.draft.text(name)} />
)

export const labels = (language: Language) => partText[language].fields
