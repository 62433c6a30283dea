import { type PartForm, readInstant, settled, writtenInstant } from './reading.ts'

/** When applications are taken, by Finnish time, and in how many steps. */
export const periodForm: PartForm = {
  written: ({ settings, opensAt, closesAt, fullClosesAt }, language) => ({
    steps: settings.twoSteps ? 'two' : 'one',
    ...writtenInstant('opens', opensAt, language),
    ...writtenInstant('closes', closesAt, language),
    ...writtenInstant('fullCloses', fullClosesAt, language),
  }),
  read: (form, plan) => {
    const twoSteps = form.text('steps') === 'two'
    const opensAt = readInstant(form, 'opens')
    const closesAt = readInstant(form, 'closes')
    const fullClosesAt = twoSteps ? readInstant(form, 'fullCloses') : null
    if (opensAt && closesAt && closesAt <= opensAt) form.wrong('closesDay', 'backwards')
    if (closesAt && fullClosesAt && fullClosesAt <= closesAt) form.wrong('fullClosesDay', 'backwards')
    return { ...settled(plan, { twoSteps }), opensAt, closesAt, fullClosesAt }
  },
}
