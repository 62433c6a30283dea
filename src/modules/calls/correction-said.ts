import { type Language, languages, type Names, pick } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { fundName, objectiveName, programmeName } from '../codes/index.ts'
import { kindName } from '../organisations/index.ts'
import type { Plan, Step } from './call.ts'
import { modelName } from './cost-models.ts'
import type { Difference } from './differences.ts'
import { modelText } from './model-text.ts'
import { partText } from './part-text.ts'
import type { PlanField } from './parts.ts'
import { eurosIn, nameIn, percentIn } from './saying.ts'
import type { CallSettings } from './settings.ts'
import { setupText } from './setup-text.ts'
import { text } from './text.ts'

type Said = { label: string; before: string; after: string }
type Settings = CallSettings

/** A correction's differences as people read them: what, how it was, how it is. */
export const differencesSaid = (differences: readonly Difference[], language: Language): Said[] =>
  differences.map(({ field, before, after }) => ({
    label: labelOf(field, language),
    before: valueSaid(field, before, language),
    after: valueSaid(field, after, language),
  }))

function labelOf(field: PlanField, language: Language): string {
  const { fields: f, parts } = partText[language]
  const labels: Partial<Record<PlanField, string>> = {
    opensAt: text[language].opening,
    closesAt: text[language].closing,
    fullClosesAt: f.fullClosesDay,
    forms: parts.form,
    'settings.money': text[language].moneyTitle,
    'settings.roles': text[language].roles,
    'settings.timetable': parts.timetable,
    'settings.contact': parts.contact,
    'settings.rates': text[language].rate,
    'settings.ownModels': modelText[language].own,
    'settings.twoSteps': f.steps,
    'settings.deMinimis': f.deMinimis,
    'settings.publicFigures': f.publicFigures,
  }
  const own = (f as Record<string, unknown>)[field.replace('settings.', '')]
  return labels[field] ?? (typeof own === 'string' ? own : field)
}

function valueSaid(field: PlanField, value: unknown, language: Language): string {
  const t = text[language]
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return t.nothing
  const lines = (all: readonly string[]) => all.join('\n')
  switch (field) {
    case 'opensAt':
    case 'closesAt':
    case 'fullClosesAt':
      return formatInstant(new Date(value as string), language)
    case 'settings.title':
    case 'settings.lead':
    case 'settings.body':
    case 'settings.applicantsText':
      return textsSaid(value as Names, language)
    case 'settings.languages':
    case 'settings.short':
      return (value as Language[]).map((l) => setupText[language].in[l]).join(', ')
    case 'settings.moneyTotal':
    case 'settings.leastGrant':
    case 'settings.mostGrant':
      return `${eurosIn(value as string, language)} €`
    case 'settings.money':
      return lines(
        (value as Settings['money']).map(
          (m) => `${m.year ?? t.wholeCall}, ${fundName(m.fund, language)}: ${eurosIn(m.amount, language)} €`,
        ),
      )
    case 'settings.rates':
      return lines(
        (value as Settings['rates']).map(
          (r) =>
            `${[r.applicant && kindName(r.applicant, language), r.costModel]
              .filter(Boolean)
              .map((of) => `${of}: `)
              .join('')}${percentIn(r.most, language)}`,
        ),
      )
    case 'settings.ownModels':
    case 'settings.costModels':
      return lines((value as Settings['costModels']).map((m) => nameIn(modelName(m), language, m.code)))
    case 'settings.applicants':
      return (value as string[]).map((k) => kindName(k, language)).join(', ')
    case 'settings.programme':
      return programmeName(value as string, language)
    case 'settings.objectives':
      return lines((value as string[]).map((code) => objectiveName(code, language)))
    case 'settings.roles':
      return lines(
        (value as Settings['roles']).map((r) => `${nameIn(r.role, language)} (${t.roleLeast(r.least)})`),
      )
    case 'settings.timetable':
      return lines(
        (value as Settings['timetable']).map(
          (d) => `${formatDay(d.on, language)} ${nameIn(d.what, language)}`,
        ),
      )
    case 'settings.contact': {
      const { unit, email, phone } = value as Settings['contact']
      return [nameIn(unit, language), email, phone].filter(Boolean).join(', ')
    }
    case 'settings.template':
      return t.version((value as { version: number }).version)
    case 'forms':
      return lines(
        Object.entries(value as Plan['forms']).map(
          ([step, form]) => `${text[language].forms[step as Step]}: ${text[language].version(form.version)}`,
        ),
      )
    default:
      return plainSaid(value, language)
  }
}

/** In the reader's language; where only others were changed, each with its language. */
const textsSaid = (value: Names, language: Language): string =>
  languages
    .filter((l) => value[l])
    .map((l) => `${setupText[language].inLanguage[l]}: ${value[l]}`)
    .join('\n') ||
  (pick(value, language)?.text ?? '')

const plainSaid = (value: unknown, language: Language): string => {
  if (typeof value === 'boolean') return text[language][value ? 'yes' : 'no']
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
