import type { Language } from '../kernel/text.ts'
import { fieldId } from './fields.tsx'
import { text } from './text.ts'

export type FieldError = { name: string; text: string }
export type ErrorSummaryProps = {
  errors: readonly FieldError[]
  title?: string | undefined
  language: Language
}

/** Everything that is wrong in a form, on top, each with a link to its field. Takes the focus where script runs. */
export function ErrorSummary({ errors, title, language }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div class="errors" role="alert" tabIndex={-1} data-focus>
      <h2>{title ?? text[language].thingsToFix(errors.length)}</h2>
      <ul>
        {errors.map((error) => (
          <li>
            <a href={`#${fieldId(error.name)}`}>{error.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
