import { isLanguage } from '../../../kernel/text.ts'
import { type PartForm, readTexts, settled, writtenTexts } from './reading.ts'

/** Names and texts, and in which languages they must be. */
export const textsForm: PartForm = {
  written: ({ settings: s }) => ({
    languages: [...s.languages],
    short: [...s.short],
    ...writtenTexts('title', s.title),
    ...writtenTexts('lead', s.lead),
    ...writtenTexts('body', s.body),
  }),
  read: (form, plan) => {
    const languages = form.list('languages').filter(isLanguage)
    if (languages.length === 0) form.wrong('languages', 'noLanguage')
    const title = readTexts(form, 'title')
    if (Object.keys(title).length === 0) form.wrong('title.fi', 'noTitle')
    return settled(plan, {
      languages,
      short: form.list('short').filter(isLanguage),
      title,
      lead: readTexts(form, 'lead'),
      body: readTexts(form, 'body'),
    })
  },
}
