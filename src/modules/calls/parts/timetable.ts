import { readDay } from '../../../kernel/time.ts'
import { type PartForm, readTexts, rowNames, settled, writtenDay, writtenTexts } from './reading.ts'

export const mostDays = 10

/** What happens on which day, and whether the public sees how the call goes. */
export const timetableForm: PartForm = {
  written: ({ settings: s }, language) => ({
    ...Object.fromEntries(
      rowNames('timetable', mostDays).flatMap((row, i) => [
        ...Object.entries(writtenTexts(row, s.timetable[i]?.what ?? {})),
        [`${row}.on`, writtenDay(s.timetable[i]?.on ?? null, language)],
      ]),
    ),
    publicFigures: s.publicFigures ? ['yes'] : [],
  }),
  read: (form, plan) =>
    settled(plan, {
      timetable: rowNames('timetable', mostDays)
        .flatMap((row) => {
          const what = readTexts(form, row)
          const on = readDay(form.text(`${row}.on`))
          if (Object.keys(what).length === 0 && !form.text(`${row}.on`)) return []
          if (!on) form.wrong(`${row}.on`, 'noDay')
          if (Object.keys(what).length === 0) form.wrong(`${row}.fi`, 'noText')
          return on ? [{ what, on }] : []
        })
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
      publicFigures: form.list('publicFigures').includes('yes'),
    }),
}
