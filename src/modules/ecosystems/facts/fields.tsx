import type { Language } from '../../../kernel/text.ts'
import { readDay } from '../../../kernel/time.ts'
import { type FieldError, TextField } from '../../../ui/index.ts'
import { settingsText } from '../settings-text.ts'
import type { FormView } from './part-pages.tsx'

type Shown = Omit<FormView<unknown>, 'found'>
type More = { help?: string; size?: 'short' | 'full'; optional?: boolean; inputmode?: 'decimal' | 'numeric' }

/** One line of text of these forms, with its error beside it. */
export const Line = ({ of, name, label, ...more }: { of: Shown; name: string; label: string } & More) => (
  <TextField
    {...{ name, label, ...more }}
    value={of.values(name)}
    error={of.errors.find((e) => e.name === name)?.text}
    language={of.language}
  />
)

/** Names in three languages as the fields of a form have them. */
export const namesBefore = (field: string, names: Record<string, string> | null | undefined) =>
  Object.fromEntries(['fi', 'sv', 'en'].map((l) => [`${field}.${l}`, names?.[l] ?? '']))

/** Days as they were written, null where nothing was; or what is wrong with them. */
export function daysSaid(
  get: (name: string) => string,
  names: readonly string[],
  language: Language,
): { days: Record<string, string | null>; errors: FieldError[] } {
  const errors: FieldError[] = []
  const days: Record<string, string | null> = {}
  for (const name of names) {
    const day = get(name) ? readDay(get(name)) : null
    if (day === undefined) errors.push({ name, text: settingsText[language].notADay })
    else days[name] = day
  }
  return { days, errors }
}
