import type { Plan } from './call.ts'
import type { CallState } from './rules.ts'

/** The parts in which a call is settled, in the order of the task list. */
export const parts = [
  'texts',
  'period',
  'money',
  'frame',
  'applicants',
  'costs',
  'form',
  'assessment',
  'timetable',
  'contact',
] as const
export type Part = (typeof parts)[number]

export type PlanField = Exclude<keyof Plan, 'settings'> | `settings.${keyof Plan['settings']}`

/** Which fields each part settles; every field belongs to exactly one. */
export const fieldsOfPart: Readonly<Record<Part, readonly PlanField[]>> = {
  texts: ['settings.title', 'settings.lead', 'settings.body', 'settings.languages', 'settings.short'],
  period: ['settings.twoSteps', 'opensAt', 'closesAt', 'fullClosesAt'],
  money: [
    'settings.moneyTotal',
    'settings.money',
    'settings.leastGrant',
    'settings.mostGrant',
    'settings.mostMonths',
  ],
  frame: ['settings.programme', 'settings.objectives', 'settings.frame'],
  applicants: ['settings.applicants', 'settings.applicantsText', 'settings.leastPartners', 'settings.roles'],
  costs: ['settings.costModels', 'settings.ownModels', 'settings.rates', 'settings.deMinimis'],
  form: ['forms'],
  assessment: ['settings.template', 'settings.assessorsEach', 'settings.jointProjectYears'],
  timetable: ['settings.timetable', 'settings.publicFigures'],
  contact: ['settings.contact'],
}

/** The value of a field of the plan. */
export const fieldValue = (plan: Plan, field: PlanField): unknown =>
  field.startsWith('settings.')
    ? plan.settings[field.slice('settings.'.length) as keyof Plan['settings']]
    : plan[field as keyof Plan]

/** `free`: changed as one likes. `corrected`: only by a published correction with a reason. `frozen`: not at all. */
export type Freedom = 'free' | 'corrected' | 'frozen'

const untilClosed: readonly CallState[] = ['open']
const untilDecided: readonly CallState[] = ['open', 'closed', 'in-assessment']
const untilArchived: readonly CallState[] = ['open', 'closed', 'in-assessment', 'decided']

/**
 * In which states after the opening a part may still be corrected. What an applicant builds on (period, who may apply,
 * costs, form) stands still once applications are no longer taken; what tells and explains may always be put right.
 */
const corrected: Readonly<Record<Part, readonly CallState[]>> = {
  texts: untilArchived,
  period: untilClosed,
  money: untilDecided,
  frame: untilClosed,
  applicants: untilClosed,
  costs: untilClosed,
  form: untilClosed,
  assessment: untilClosed,
  timetable: untilArchived,
  contact: untilArchived,
}

export function freedomOf(state: CallState, part: Part): Freedom {
  if (state === 'planned') return 'free'
  return corrected[part].includes(state) ? 'corrected' : 'frozen'
}
