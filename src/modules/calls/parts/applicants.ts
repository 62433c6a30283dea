import { organisationKinds } from '../../organisations/index.ts'
import { type PartForm, readCount, readTexts, rowNames, settled, writtenTexts } from './reading.ts'

export const mostRoles = 8

/** Who may apply, how many partners at least, and which roles are wanted among them. */
export const applicantsForm: PartForm = {
  written: ({ settings: s }) => ({
    applicants: [...s.applicants],
    ...writtenTexts('applicantsText', s.applicantsText),
    leastPartners: String(s.leastPartners),
    ...Object.fromEntries(
      rowNames('roles', mostRoles).flatMap((row, i) => [
        ...Object.entries(writtenTexts(row, s.roles[i]?.role ?? {})),
        [`${row}.least`, s.roles[i] ? String(s.roles[i].least) : ''],
      ]),
    ),
  }),
  read: (form, plan) => {
    const kinds: readonly string[] = organisationKinds
    return settled(plan, {
      applicants: form.list('applicants').filter((kind) => kinds.includes(kind)),
      applicantsText: readTexts(form, 'applicantsText'),
      leastPartners: readCount(form, 'leastPartners', 1, 99) ?? 1,
      roles: rowNames('roles', mostRoles).flatMap((row) => {
        const role = readTexts(form, row)
        const least = readCount(form, `${row}.least`, 0, 99)
        if (Object.keys(role).length === 0) {
          if (least !== null) form.wrong(`${row}.fi`, 'noText')
          return []
        }
        return [{ role, least: least ?? 0 }]
      }),
    })
  },
}
