import { ChoicesField, TextArea } from '../../ui/index.ts'
import { formOf } from './forms.tsx'
import { answerInterest, listInterests, setWanted } from './wanted-actions.ts'
import { wantedText } from './wanted-text.ts'

/** Whether the public page tells that the consortium looks for partners, and in which words. */
export const wantedForm = formOf({
  name: 'wanted',
  path: '/wanted',
  before: async ({ consortium }, request) => {
    const { wanted } = await request.perform(listInterests, { consortium: consortium.id })
    return {
      on: wanted.on ? 'yes' : 'no',
      text: wanted.text ?? '',
      partners: wanted.partners ? 'yes' : 'no',
    }
  },
  fields: ({ text, list, field, language }) => {
    const t = wantedText[language]
    const choices = (said: { yes: string; no: string }) =>
      (['yes', 'no'] as const).map((value) => ({ value, label: said[value] }))
    return (
      <>
        <ChoicesField
          {...field('on', t.wantedOn)}
          help={t.onHelp}
          kind="radio"
          choices={choices(t.on)}
          values={list('on')}
        />
        <TextArea {...field('text', t.wantedWords)} help={t.wantedWordsHelp} value={text('text')} rows={5} />
        <ChoicesField
          {...field('partners', t.tellPartners)}
          kind="radio"
          choices={choices(t.tell)}
          values={list('partners')}
        />
      </>
    )
  },
  send: async (request, sent) => {
    const said = {
      consortium: request.params.id,
      on: sent.text('on') === 'yes',
      text: sent.text('text'),
      partners: sent.text('partners') === 'yes',
    }
    return (await request.perform(setWanted, said, sent.draft)).path
  },
})

/** What is answered to one who would join. */
export const interestForm = formOf({
  name: 'interest',
  path: '/interests/{interest}',
  about: ['interest'],
  before: () => ({ answer: 'taken', text: '' }),
  fields: ({ text, list, field, language }) => {
    const t = wantedText[language]
    return (
      <>
        <ChoicesField
          {...field('answer', t.answer)}
          kind="radio"
          choices={(['taken', 'declined'] as const).map((value) => ({ value, label: t.answers[value] }))}
          values={list('answer')}
        />
        <TextArea {...field('text', t.answerText)} value={text('text')} rows={4} />
      </>
    )
  },
  send: async (request, sent) => {
    const { id: consortium, interest } = request.params
    const said = { consortium, interest, answer: sent.text('answer'), text: sent.text('text') }
    return (await request.perform(answerInterest, said, sent.draft)).path
  },
})
