import type { ComponentChildren } from 'preact'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { readDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead, Tabs, TextArea, TextField } from '../../ui/index.ts'
import { settingsText } from './settings-text.ts'

/** What every page of the settings of one ecosystem has around it. */
export function settingsPage(
  request: PageRequest,
  ecosystem: { key: string; name: Record<string, string> },
  part: 'general' | 'frame' | 'goals',
  errors: readonly FieldError[],
  body: ComponentChildren,
): PageAnswer {
  const { language, link } = request
  const t = settingsText[language]
  const name = pick(ecosystem.name, language)?.text ?? ecosystem.key
  const home = `/ecosystems/${ecosystem.key}`
  const tab = (path: string, label: string, current = false) => ({ href: link(path), label, current })
  return {
    as: 'page',
    title: `${t[part]}: ${name}`,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: [
      { text: t.ecosystems, href: link('/ecosystems') },
      { text: name, href: link(home) },
      { text: t.settings },
    ],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead
          over={name}
          title={part === 'general' ? t.settings : t[part]}
          lead={part === 'general' ? t.lead : part === 'frame' ? t.frameLead : t.goalsLead}
          actions={
            <a class="btn" href={link(home)}>
              {t.toPage}
            </a>
          }
        />
        <Tabs
          label={t.parts}
          items={[
            tab(`${home}/settings`, t.general, part === 'general'),
            tab(`${home}/settings/frame`, t.frame, part === 'frame'),
            tab(`${home}/settings/goals`, t.goals, part === 'goals'),
            tab(`${home}/members`, t.members),
          ]}
        />
        {body}
      </>
    ),
  }
}

export type NamesProps = {
  /** "name" makes the fields name.fi, name.sv and name.en. */
  name: string
  legend: string
  help?: string
  values: (field: string) => string
  errors: readonly FieldError[]
  /** Several lines each. */
  long?: boolean
  language: Language
}

/** The same in three languages: Finnish is asked for, the others may be left. */
export function NamesFields({ name, legend, help, values, errors, long, language }: NamesProps) {
  const t = settingsText[language]
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
          optional: l !== 'fi',
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

/** Days as they were written; one that is no day becomes an error at its field. */
export function daysFrom(
  get: (field: string) => string,
  names: readonly string[],
  language: Language,
  errors: FieldError[],
): Record<string, string> {
  const days: Record<string, string> = {}
  for (const name of names) {
    if (!get(name)) continue
    const day = readDay(get(name))
    if (day) days[name] = day
    else errors.push({ name, text: settingsText[language].notADay })
  }
  return days
}
