import type { Language } from '../../kernel/text.ts'
import { type FieldError, TextArea, TextField } from '../../ui/index.ts'
import type { Draft } from '../drafts/index.ts'
import { text } from './text.ts'

type Props = {
  name: string
  legend: string
  long?: boolean
  optional?: boolean
  draft: Draft
  errors: readonly FieldError[]
  language: Language
}

/** A text in three languages, one under the other. */
export function TextsFields({ name, legend, long, optional, draft, errors, language }: Props) {
  return (
    <fieldset class="names">
      <legend>{legend}</legend>
      {(['fi', 'sv', 'en'] as const).map((l) => {
        const field = {
          name: `${name}.${l}`,
          label: text[language][l],
          value: draft.text(`${name}.${l}`),
          error: errors.find((e) => e.name === `${name}.${l}`)?.text,
          optional: optional || l !== 'fi',
          language,
        }
        return long ? <TextArea {...field} rows={3} /> : <TextField {...field} size="full" />
      })}
    </fieldset>
  )
}
