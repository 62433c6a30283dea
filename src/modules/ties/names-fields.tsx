import type { Language } from '../../kernel/text.ts'
import { type FieldError, TextArea, TextField } from '../../ui/index.ts'
import { kindText } from './kind-text.ts'

export type NamesFieldsProps = {
  /** "name" makes the fields name.fi, name.sv and name.en. */
  name: string
  legend: string
  help?: string
  values: (field: string) => string
  errors: readonly FieldError[]
  long?: boolean
  /** Whether the Finnish may be left too. */
  optional?: boolean
  language: Language
}

/** The same in three languages; the Finnish is asked for. */
export function NamesFields({
  name,
  legend,
  help,
  values,
  errors,
  long,
  optional,
  language,
}: NamesFieldsProps) {
  const t = kindText[language]
  const labels = { fi: t.inFi, sv: t.inSv, en: t.inEn }
  return (
    <fieldset class="names">
      <legend>{legend}</legend>
      {help && <span class="help">{help}</span>}
      {(['fi', 'sv', 'en'] as const).map((l) => {
        const field = {
          name: `${name}.${l}`,
          label: labels[l],
          value: values(`${name}.${l}`),
          error: errors.find((e) => e.name === `${name}.${l}`)?.text,
          optional: optional || l !== 'fi',
          language,
        }
        return long ? <TextArea {...field} rows={3} /> : <TextField {...field} size="full" />
      })}
    </fieldset>
  )
}

/** "name.fi", "name.sv" and "name.en" of a form as one. */
export const namesFrom = (get: (field: string) => string, name: string) => ({
  fi: get(`${name}.fi`),
  sv: get(`${name}.sv`),
  en: get(`${name}.en`),
})

/** Three empty fields, as they stand before somebody writes. */
export const noNames = (name: string): Record<string, string> => ({
  [`${name}.fi`]: '',
  [`${name}.sv`]: '',
  [`${name}.en`]: '',
})
