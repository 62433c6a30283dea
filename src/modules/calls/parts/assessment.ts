import { isId } from '../../../kernel/id.ts'
import { type PartForm, readCount, settled } from './reading.ts'

/** How applications are judged: by which criteria, by how many, and which joint projects bind. */
export const assessmentForm: PartForm = {
  written: ({ settings: s }) => ({
    template: s.template ? `${s.template.id}/${s.template.version}` : '',
    assessorsEach: String(s.assessorsEach),
    jointProjectYears: String(s.jointProjectYears),
  }),
  read: (form, plan) => {
    const [id = '', version = ''] = form.text('template').split('/')
    const known = isId(id) && /^[1-9]\d{0,5}$/.test(version)
    if (form.text('template') !== '' && !known) form.wrong('template', 'unknown')
    return settled(plan, {
      template: known ? { id, version: Number(version) } : null,
      assessorsEach: readCount(form, 'assessorsEach', 1, 9) ?? 1,
      jointProjectYears: readCount(form, 'jointProjectYears', 0, 20) ?? 0,
    })
  },
}
