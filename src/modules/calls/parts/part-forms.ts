import type { Plan } from '../call.ts'
import type { Part } from '../parts.ts'
import { callSettings } from '../settings.ts'
import { applicantsForm } from './applicants.ts'
import { assessmentForm } from './assessment.ts'
import { contactForm } from './contact.ts'
import { costsForm } from './costs.ts'
import { formForm } from './form.ts'
import { frameForm } from './frame.ts'
import { moneyForm } from './money.ts'
import { periodForm } from './period.ts'
import { type Fields, formOf, type PartForm, type Wrong } from './reading.ts'
import { textsForm } from './texts.ts'
import { timetableForm } from './timetable.ts'

export const partForms: Readonly<Record<Part, PartForm>> = {
  texts: textsForm,
  period: periodForm,
  money: moneyForm,
  frame: frameForm,
  applicants: applicantsForm,
  costs: costsForm,
  form: formForm,
  assessment: assessmentForm,
  timetable: timetableForm,
  contact: contactForm,
}

/** The plan as a part's form makes it, or everything that is wrong with the form. */
export function readPart(
  part: Part,
  fields: Fields,
  plan: Plan,
): { plan: Plan; wrong?: never } | { plan?: never; wrong: readonly Wrong[] } {
  const form = formOf(fields)
  const read = partForms[part].read(form, plan)
  if (form.faults.length > 0) return { wrong: form.faults }
  return { plan: { ...read, settings: callSettings.parse(read.settings) } }
}
