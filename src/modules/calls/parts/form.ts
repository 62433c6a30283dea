import { isId } from '../../../kernel/id.ts'
import type { FormVersion, Plan } from '../call.ts'
import type { Form, PartForm } from './reading.ts'

/** Which version of which form is filled in; of a call in two steps, one for the idea and one for the full application. */
export const formForm: PartForm = {
  written: ({ forms }) => ({ full: chosen(forms.full), idea: chosen(forms.idea) }),
  read: (form, plan) => {
    const full = versionOf(form, 'full')
    const idea = plan.settings.twoSteps ? versionOf(form, 'idea') : plan.forms.idea
    const forms: Plan['forms'] = { ...(full && { full }), ...(idea && { idea }) }
    return { ...plan, forms }
  },
}

const chosen = (form: FormVersion | undefined): string => (form ? `${form.id}/${form.version}` : '')

function versionOf(form: Form, field: string): FormVersion | undefined {
  const typed = form.text(field)
  if (typed === '') return undefined
  const [id = '', version = ''] = typed.split('/')
  if (isId(id) && /^[1-9]\d{0,5}$/.test(version)) return { id, version: Number(version) }
  form.wrong(field, 'unknown')
  return undefined
}
