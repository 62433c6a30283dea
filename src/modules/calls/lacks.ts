import { centsOf } from '../../kernel/money.ts'
import type { Language } from '../../kernel/text.ts'
import type { Plan } from './call.ts'
import type { Part } from './parts.ts'

/** One reason for which a call is not ready to be told of or opened: of which part, and of which language where of one. */
export type Lack = {
  part: Part
  what: LackCode
  language?: Language
  values?: Readonly<Record<string, string>>
}

export type LackCode =
  | 'title'
  | 'lead'
  | 'body'
  | 'short'
  | 'opens'
  | 'closes'
  | 'full-closes'
  | 'closes-first'
  | 'full-closes-first'
  | 'money'
  | 'money-sum'
  | 'grant-limits'
  | 'applicants'
  | 'roles'
  | 'cost-models'
  | 'rates'
  | 'form'
  | 'idea-form'
  | 'form-texts'
  | 'template'
  | 'contact-unit'
  | 'contact-email'
  | 'timetable-texts'

/** What other modules know of the forms and criteria that a call names; what nobody answers for is not asked. */
export type Beyond = {
  /** Languages in which texts of the form are missing; undefined: there is no such settled form. */
  formLacks?: (form: { id: string; version: number }) => readonly Language[] | undefined
  /** Whether the template of criteria is there and settled. */
  templateSettled?: (template: { id: string; version: number }) => boolean
}

/** Everything for which a call may not be told of or opened yet, part by part. Empty: it is ready. */
export function lacksOf(plan: Plan, beyond: Beyond): Lack[] {
  return [
    ...textLacks(plan),
    ...periodLacks(plan),
    ...moneyLacks(plan),
    ...applicantLacks(plan),
    ...costLacks(plan),
    ...stepFormLacks(plan, beyond),
    ...templateLacks(plan, beyond),
    ...timetableLacks(plan),
    ...contactLacks(plan),
  ]
}

const said = (text: string | undefined): boolean => (text ?? '').trim() !== ''

/**
 * In a language of which a shortened version is enough, the name, what it is about and the contact are asked for
 * (kielilaki 423/2003, 32 §); in the others the whole text.
 */
function textLacks({ settings: s }: Plan): Lack[] {
  return s.languages.flatMap((language) => {
    const isShort = s.short.includes(language) && s.short.length < s.languages.length
    const lacks: LackCode[] = []
    if (!said(s.title[language])) lacks.push('title')
    if (!said(s.lead[language])) lacks.push(isShort ? 'short' : 'lead')
    if (!isShort && !said(s.body[language])) lacks.push('body')
    return lacks.map((what) => ({ part: 'texts' as const, what, language }))
  })
}

function periodLacks({ settings, opensAt, closesAt, fullClosesAt }: Plan): Lack[] {
  const lacks: LackCode[] = []
  if (!opensAt) lacks.push('opens')
  if (!closesAt) lacks.push('closes')
  if (opensAt && closesAt && closesAt <= opensAt) lacks.push('closes-first')
  if (settings.twoSteps) {
    if (!fullClosesAt) lacks.push('full-closes')
    if (closesAt && fullClosesAt && fullClosesAt <= closesAt) lacks.push('full-closes-first')
  }
  return lacks.map((what) => ({ part: 'period', what }))
}

function moneyLacks({ settings: s }: Plan): Lack[] {
  const lacks: Lack[] = []
  if (s.moneyTotal === null && s.money.length === 0) lacks.push({ part: 'money', what: 'money' })
  const sum = s.money.reduce((all, { amount }) => all + centsOf(amount), 0n)
  if (s.moneyTotal !== null && s.money.length > 0 && sum !== centsOf(s.moneyTotal))
    lacks.push({
      part: 'money',
      what: 'money-sum',
      values: { sum: String(sum), total: String(centsOf(s.moneyTotal)) },
    })
  if (s.leastGrant !== null && s.mostGrant !== null && centsOf(s.leastGrant) > centsOf(s.mostGrant))
    lacks.push({ part: 'money', what: 'grant-limits' })
  return lacks
}

function applicantLacks({ settings: s }: Plan): Lack[] {
  const part = 'applicants' as const
  const lacks: Lack[] = s.applicants.length === 0 ? [{ part, what: 'applicants' }] : []
  for (const language of whole(s))
    if (s.roles.some(({ role }) => !said(role[language]))) lacks.push({ part, what: 'roles', language })
  return lacks
}

/** Each cost model needs a rate: its own, or one that holds for all; or one for each kind of applicant. */
function costLacks({ settings: s }: Plan): Lack[] {
  const part = 'costs' as const
  if (s.costModels.length === 0) return [{ part, what: 'cost-models' }]
  const rated = (code: string) => {
    const its = s.rates.filter((r) => r.costModel === null || r.costModel === code)
    const kinds = new Set(its.map((r) => r.applicant))
    return kinds.has(undefined) || (s.applicants.length > 0 && s.applicants.every((kind) => kinds.has(kind)))
  }
  return s.costModels.every(({ code }) => rated(code)) ? [] : [{ part, what: 'rates' }]
}

function stepFormLacks({ settings, forms }: Plan, beyond: Beyond): Lack[] {
  const { formLacks } = beyond
  if (!formLacks) return []
  const part = 'form' as const
  const ofStep = (form: Plan['forms']['full'], none: 'form' | 'idea-form'): Lack[] => {
    const lacking = form && formLacks(form)
    if (!lacking) return [{ part, what: none }]
    return whole(settings)
      .filter((language) => lacking.includes(language))
      .map((language) => ({ part, what: 'form-texts' as const, language }))
  }
  return [...(settings.twoSteps ? ofStep(forms.idea, 'idea-form') : []), ...ofStep(forms.full, 'form')]
}

function templateLacks({ settings: { template } }: Plan, { templateSettled }: Beyond): Lack[] {
  if (!templateSettled) return []
  return template && templateSettled(template) ? [] : [{ part: 'assessment', what: 'template' }]
}

function timetableLacks({ settings: s }: Plan): Lack[] {
  return whole(s)
    .filter((language) => s.timetable.some(({ what }) => !said(what[language])))
    .map((language) => ({ part: 'timetable', what: 'timetable-texts', language }))
}

function contactLacks({ settings: s }: Plan): Lack[] {
  const part = 'contact' as const
  return [
    ...s.languages
      .filter((language) => !said(s.contact.unit[language]))
      .map((language) => ({ part, what: 'contact-unit' as const, language })),
    ...(said(s.contact.email) ? [] : [{ part, what: 'contact-email' as const }]),
  ]
}

/** Languages in which everything is asked for, not a shortened version alone. */
const whole = ({ languages, short }: Plan['settings']): readonly Language[] => {
  const all = languages.filter((language) => !short.includes(language))
  return all.length > 0 ? all : languages
}
