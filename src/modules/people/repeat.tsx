import type { Language } from '../../kernel/text.ts'
import { Alert } from '../../ui/index.ts'
import { text } from './text.ts'

/** A form that was posted without a session: it is carried along while its writer signs in, and posted again. */
export type Repeat = {
  /** Our own path with its query. */
  path: string
  fields: readonly (readonly [string, string])[]
  /** Files came with it, which cannot be carried. */
  hadFiles: boolean
  /** More than may be carried: nothing of it is. */
  tooLarge?: boolean
}

const names = { path: 'repeat-path', fields: 'repeat-fields', files: 'repeat-files' }

/** The fields that take the form along through the steps of signing in. */
export function CarriedFields({ repeat }: { repeat: Repeat | undefined }) {
  if (!repeat || repeat.tooLarge) return null
  return (
    <>
      <input type="hidden" name={names.path} value={repeat.path} />
      <input type="hidden" name={names.fields} value={new URLSearchParams(pairs(repeat)).toString()} />
      {repeat.hadFiles && <input type="hidden" name={names.files} value="1" />}
    </>
  )
}

const pairs = (repeat: Repeat) => repeat.fields.map(([name, value]) => [name, value] as [string, string])

/** What `CarriedFields` brought along; the shell has checked that the path is ours. */
export function carried(
  form: URLSearchParams,
  ownPath: (path: string) => string | undefined,
): Repeat | undefined {
  const path = ownPath(form.get(names.path) ?? '')
  if (!path) return undefined
  const fields = [...new URLSearchParams(form.get(names.fields) ?? '')]
  return { path, fields, hadFiles: form.has(names.files) }
}

/** The button that posts the form again. */
export function RepeatForm({
  repeat,
  language,
  main,
}: {
  repeat: Repeat
  language: Language
  main: boolean
}) {
  const t = text[language]
  if (repeat.tooLarge) return <Alert tone="warm" title={t.tooLarge} />
  return (
    <form method="post" action={repeat.path}>
      {repeat.fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {repeat.hadFiles && <p class="note">{t.repeatFiles}</p>}
      <button class={main ? 'btn main' : 'btn'} type="submit">
        {t.repeat}
      </button>
    </form>
  )
}
