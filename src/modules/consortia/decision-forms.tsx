import type { Language } from '../../kernel/text.ts'
import { ChoicesField, type FieldError, SelectField, TextArea, TextField } from '../../ui/index.ts'
import { addExclusion } from './demand-actions.ts'
import { codeChoices } from './demand-form.tsx'
import { barredKinds } from './demand-kinds.ts'
import { complaint } from './fault-text.ts'
import { formText } from './form-text.ts'
import { formOf } from './forms.tsx'
import { choosePartner, judge } from './partner-actions.ts'
import { text as pageText } from './text.ts'

export const choiceForm = formOf({
  name: 'choice',
  path: '/organisations/{organisation}/choice',
  about: ['organisation'],
  before: (_, { url }) => ({ choice: url.searchParams.get('choice') ?? 'pinned', reason: '' }),
  fields: ({ text, list, field, language }) => {
    const t = formText[language]
    return (
      <>
        <ChoicesField
          {...field('choice', t.decision)}
          kind="radio"
          choices={(['pinned', 'refused'] as const).map((value) => ({
            value,
            label: pageText[language].choices[value],
          }))}
          values={list('choice')}
        />
        <TextArea {...field('reason', t.reason)} value={text('reason')} rows={3} />
      </>
    )
  },
  send: async (request, sent) => {
    const { id: consortium, organisation } = request.params
    const said = { consortium, organisation, choice: sent.text('choice'), reason: sent.text('reason') }
    return (await request.perform(choosePartner, said, sent.draft)).path
  },
})

export const judgementForm = formOf({
  name: 'judgement',
  path: '/organisations/{organisation}/judgement',
  about: ['organisation'],
  before: (_, { url }) => ({ demand: url.searchParams.get('demand') ?? '', reason: '' }),
  fields: ({ text, field, language, kept }) => {
    const t = formText[language]
    return (
      <>
        <SelectField
          {...field('demand', t.demandField)}
          none={t.choose}
          choices={kept.demands.map(({ id, name }) => ({ value: id, label: name }))}
          value={text('demand')}
        />
        <TextArea
          {...field('reason', t.reason)}
          help={pageText[language].judgeLead}
          value={text('reason')}
          rows={3}
        />
      </>
    )
  },
  send: async (request, sent) => {
    const { id: consortium, organisation } = request.params
    if (!sent.text('demand')) return [{ name: 'demand', text: complaint('noCodes').text[request.language] }]
    const said = { consortium, organisation, demand: sent.text('demand'), reason: sent.text('reason') }
    return (await request.perform(judge, said, sent.draft)).path
  },
})

const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase()

export const exclusionForm = formOf({
  name: 'exclusion',
  path: '/exclusions/new',
  before: () => ({ by: 'organisation-kind', codes: '', most: '0', reason: '' }),
  fields: ({ text, list, field, language }) => {
    const t = formText[language]
    return (
      <>
        <ChoicesField
          {...field('by', t.barred)}
          kind="radio"
          choices={barredKinds.map((value) => ({ value, label: t.barredNames[value] }))}
          values={list('by')}
        />
        <TextArea {...field('codes', t.codes)} help={t.codesHelp} value={text('codes')} rows={3} />
        <TextField
          {...field('most', t.mostOf)}
          help={t.mostOfHelp}
          value={text('most')}
          inputmode="numeric"
          size="short"
        />
        <TextArea {...field('reason', t.reason)} value={text('reason')} rows={2} />
      </>
    )
  },
  send: async (request, sent) => {
    const { language } = request
    const by = barredKinds.find((kind) => kind === sent.text('by')) ?? 'organisation-kind'
    const typed = sent
      .text('codes')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const codes = typed.map((name) => codeNamed(by, name, language))
    const wrong: FieldError[] = []
    const tell = (name: string, what: Parameters<typeof complaint>[0]) =>
      wrong.push({ name, text: complaint(what).text[language] })
    if (codes.length === 0 || codes.includes(undefined)) tell('codes', 'noCodes')
    if (!/^\d{1,3}$/.test(sent.text('most'))) tell('most', 'badCount')
    if (!sent.text('reason')) tell('reason', 'noReason')
    if (wrong.length > 0) return wrong
    const said = { by, codes, most: Number(sent.text('most')), reason: sent.text('reason') }
    return (await request.perform(addExclusion, { consortium: request.params.id, ...said }, sent.draft)).path
  },
})

/** The code of a name in any language; an organisation stands as it was typed, and the action finds it. */
function codeNamed(by: (typeof barredKinds)[number], name: string, language: Language): string | undefined {
  if (by === 'organisation') return name
  return ([language, 'fi', 'sv', 'en'] as const)
    .flatMap((l) => codeChoices(by, l))
    .find(({ label, value }) => plain(label) === plain(name) || value === name)?.value
}
