import { readMoney, readNumber } from '../../engine/form/index.ts'
import { queryData } from '../../kernel/list.ts'
import { centsOf } from '../../kernel/money.ts'
import { type ShareLevel, shareLevels } from '../../kernel/share.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { ChoicesField, SelectField, TextArea, TextField } from '../../ui/index.ts'
import type { Sent } from '../drafts/index.ts'
import { frameValue } from './entry.ts'
import { complaint } from './fault-text.ts'
import { labelOf, nameIn } from './figures.ts'
import { formText } from './form-text.ts'
import { type Fields, formOf } from './forms.tsx'
import { addSource, choose, editPortfolio, setTarget } from './keep-actions.ts'
import type { Told } from './record.ts'
import { keepers, within } from './rights.ts'

export const wrong = (what: Parameters<typeof complaint>[0], name: string, language: Language) => [
  { name, text: complaint(what).text[language] },
]

/** The fields of a portfolio itself, also where it is founded. */
export function NameFields({ text, list, field, language }: Omit<Fields, 'told' | 'request'>) {
  const t = formText[language]
  return (
    <>
      <TextField {...field('name.fi', t.nameFi)} help={t.nameHelp} value={text('name.fi')} size="full" />
      <TextField {...field('name.sv', t.nameSv)} value={text('name.sv')} size="full" optional />
      <TextField {...field('name.en', t.nameEn)} value={text('name.en')} size="full" optional />
      <TextArea {...field('purpose.fi', t.purposeFi)} value={text('purpose.fi')} rows={3} optional />
      <TextArea {...field('purpose.sv', t.purposeSv)} value={text('purpose.sv')} rows={3} optional />
      <TextArea {...field('purpose.en', t.purposeEn)} value={text('purpose.en')} rows={3} optional />
      <ChoicesField
        {...field('share', t.share)}
        kind="radio"
        choices={shareLevels.map((level) => ({ value: level, label: t.shares[level] }))}
        values={list('share')}
      />
    </>
  )
}

const three = (sent: Sent, name: string) => inEach((l) => sent.text(`${name}.${l}`))

export const saidOf = (sent: Sent) => ({
  name: three(sent, 'name'),
  purpose: three(sent, 'purpose'),
  share: sent.text('share') as ShareLevel,
})

export const nothingWritten = {
  'name.fi': '',
  'name.sv': '',
  'name.en': '',
  'purpose.fi': '',
  'purpose.sv': '',
  'purpose.en': '',
  share: 'agreement',
}

export const editForm = formOf({
  name: 'edit',
  path: '/edit',
  allow: within(keepers),
  before: ({ portfolio: { name, purpose, share } }) => ({
    'name.fi': name.fi ?? '',
    'name.sv': name.sv ?? '',
    'name.en': name.en ?? '',
    'purpose.fi': purpose.fi ?? '',
    'purpose.sv': purpose.sv ?? '',
    'purpose.en': purpose.en ?? '',
    share,
  }),
  fields: (fields) => <NameFields {...fields} />,
  send: async (request, sent) =>
    (await request.perform(editPortfolio, { portfolio: request.params.id, ...saidOf(sent) }, sent.draft))
      .path,
})

/** The filters in a copied address of the list of projects, or in its query alone, or words typed. */
export function filtersIn(typed: string): Record<string, string | string[]> {
  const text = typed.trim()
  if (!text) return {}
  const query = text.includes('?') ? text.slice(text.indexOf('?') + 1) : /^[a-z]+=/.test(text) ? text : ''
  if (!query) return { q: text }
  const { limit: _, offset: __, columns: ___, sort: ____, ...filters } = queryData(new URLSearchParams(query))
  return filters
}

export const sourceForm = formOf({
  name: 'source',
  path: '/source',
  allow: within(keepers),
  before: () => ({ filters: '', call: '' }),
  fields: ({ text, field, language }) => {
    const t = formText[language]
    return (
      <>
        <TextField
          {...field('filters', t.filters)}
          help={t.filtersHelp}
          value={text('filters')}
          size="full"
          optional
        />
        <TextField {...field('call', t.call)} help={t.callHelp} value={text('call')} optional />
      </>
    )
  },
  send: async (request, sent) => {
    const filters = filtersIn(sent.text('filters'))
    const call = sent.text('call') || null
    const said = { portfolio: request.params.id, filters: call ? null : filters, call }
    return (await request.perform(addSource, said, sent.draft)).path
  },
})

export const choiceForm = formOf({
  name: 'choice',
  path: '/choice',
  allow: within(keepers),
  before: (_, { url }) => ({ code: url.searchParams.get('code') ?? '', stance: 'in', reason: '' }),
  fields: ({ text, list, field, language }) => {
    const t = formText[language]
    return (
      <>
        <TextField {...field('code', t.code)} help={t.codeHelp} value={text('code')} size="short" />
        <ChoicesField
          {...field('stance', t.stance)}
          kind="radio"
          choices={(['in', 'out'] as const).map((value) => ({ value, label: t.stances[value] }))}
          values={list('stance')}
        />
        <TextArea {...field('reason', t.reason)} help={t.reasonHelp} value={text('reason')} rows={3} />
      </>
    )
  },
  send: async (request, sent) => {
    const said = { code: sent.text('code'), stance: sent.text('stance'), reason: sent.text('reason') }
    return (await request.perform(choose, { portfolio: request.params.id, ...said }, sent.draft)).path
  },
})

/** Every value of the frame as a choice, with the name of its dimension. */
const valueChoices = ({ axes }: Told, language: Language) =>
  axes.flatMap((axis) =>
    axis.values.map(({ code }) => ({
      value: frameValue(axis, code),
      label: `${nameIn(axis, language)}: ${labelOf(axis, code, language)}`,
    })),
  )

const measures = ['share', 'money', 'count'] as const

export const targetForm = formOf({
  name: 'target',
  path: '/target',
  allow: within(keepers),
  before: (_, { url }) => {
    const [value = '', second = ''] = url.searchParams.getAll('value')
    return { value, second, measure: 'share', amount: '' }
  },
  fields: ({ told, text, list, field, language }) => {
    const t = formText[language]
    const choices = valueChoices(told, language)
    return (
      <>
        <SelectField {...field('value', t.value)} choices={choices} value={text('value')} none={t.choose} />
        <SelectField
          {...field('second', t.second)}
          choices={choices}
          value={text('second')}
          none={t.secondNone}
          optional
        />
        <ChoicesField
          {...field('measure', t.measure)}
          kind="radio"
          choices={measures.map((value) => ({ value, label: t.measures[value] }))}
          values={list('measure')}
        />
        <TextField
          {...field('amount', t.amount)}
          help={t.amountHelp}
          value={text('amount')}
          inputmode="decimal"
          size="short"
        />
      </>
    )
  },
  send: async (request, sent) => {
    const measure = sent.text('measure') as (typeof measures)[number]
    const typed = sent.text('amount')
    const read = measure === 'count' ? readNumber(typed, 0) : readMoney(typed.replace(/\s*%$/, ''))
    const { language } = request
    if (!sent.text('value')) return wrong('noValues', 'value', language)
    if (typed && !('value' in read && !read.value.startsWith('-')))
      return wrong('badAmount', 'amount', language)
    const amount =
      typed && 'value' in read ? (measure === 'count' ? read.value : String(centsOf(read.value))) : null
    const values = [sent.text('value'), sent.text('second')].filter(Boolean)
    return (
      await request.perform(setTarget, { portfolio: request.params.id, values, measure, amount }, sent.draft)
    ).path
  },
})
