import type { ComponentChildren } from 'preact'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { readDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead, Tabs, TextArea, TextField } from '../../ui/index.ts'
import { factsText } from './facts/text.ts'
import { settingsText } from './settings-text.ts'

/** The parts of the settings in the order of their tabs; each but the first is the end of its address too. */
const partsInOrder = ['general', 'about', 'actors', 'frame', 'goals', 'money', 'ties'] as const
export type SettingsPart = (typeof partsInOrder)[number]

const wordsOf = (language: Language): Record<SettingsPart, { label: string; lead: string }> => {
  const [t, f] = [settingsText[language], factsText[language]]
  return {
    general: { label: t.general, lead: t.lead },
    about: { label: f.about, lead: f.aboutLead },
    actors: { label: f.actors, lead: f.actorsLead },
    frame: { label: t.frame, lead: t.frameLead },
    goals: { label: t.goals, lead: t.goalsLead },
    money: { label: f.money, lead: f.moneyLead },
    ties: { label: f.ties, lead: f.tiesLead },
  }
}

/** What every page of the settings of one ecosystem has around it. */
export function settingsPage(
  request: PageRequest,
  ecosystem: { key: string; name: Record<string, string> },
  part: SettingsPart,
  errors: readonly FieldError[],
  body: ComponentChildren,
): PageAnswer {
  const { language, link } = request
  const t = settingsText[language]
  const name = pick(ecosystem.name, language)?.text ?? ecosystem.key
  const home = `/ecosystems/${ecosystem.key}`
  const words = wordsOf(language)
  return {
    as: 'page',
    title: `${words[part].label}: ${name}`,
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
          title={part === 'general' ? t.settings : words[part].label}
          lead={words[part].lead}
          actions={
            <a class="btn" href={link(home)}>
              {t.toPage}
            </a>
          }
        />
        <Tabs
          label={t.parts}
          items={[
            ...partsInOrder.map((one) => ({
              href: link(`${home}/settings${one === 'general' ? '' : `/${one}`}`),
              label: words[one].label,
              current: one === part,
            })),
            { href: link(`${home}/members`), label: t.members },
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
  /** Whether the Finnish may be left too. */
  optional?: boolean
  language: Language
}

/** The same in three languages: Finnish is asked for unless all may be left. */
export function NamesFields({ name, legend, help, values, errors, long, optional, language }: NamesProps) {
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
