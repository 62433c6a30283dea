import { readMoney } from '../../engine/form/index.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import { shareLevels } from '../../kernel/share.ts'
import type { Language } from '../../kernel/text.ts'
import { dayIn, formatDay, instantOf, readDay } from '../../kernel/time.ts'
import { CheckField, ChoicesField, type FieldError, TextArea, TextField } from '../../ui/index.ts'
import type { Before, Sent } from '../drafts/index.ts'
import { changeState, editConsortium } from './consortium-actions.ts'
import { complaint } from './fault-text.ts'
import { formText } from './form-text.ts'
import { type Fields, formOf } from './forms.tsx'
import { propose } from './partner-actions.ts'
import type { Consortium } from './record.ts'

/** The fields of a consortium itself, also where it is founded. */
export function ConsortiumFields({ text, list, field, language, isNew }: Fields & { isNew?: boolean }) {
  const t = formText[language]
  const money = (name: string, label: string) => (
    <TextField {...field(name, label)} value={text(name)} inputmode="decimal" size="short" optional />
  )
  return (
    <>
      <TextField {...field('title', t.titleOf)} value={text('title')} size="full" />
      <TextArea {...field('aim', t.aim)} help={t.aimHelp} value={text('aim')} rows={4} optional />
      {isNew && <TextField {...field('call', t.call)} help={t.callHelp} value={text('call')} optional />}
      <TextField {...field('callName', t.callName)} value={text('callName')} size="full" optional />
      <TextField
        {...field('callAddress', t.callAddress)}
        value={text('callAddress')}
        type="url"
        size="full"
        optional
      />
      <TextField
        {...field('deadline', t.deadline)}
        help={t.dayHelp}
        value={text('deadline')}
        size="short"
        optional
      />
      <TextField {...field('programme', t.programme)} value={text('programme')} optional />
      {money('budget', t.budget)}
      <TextField
        {...field('lead', t.lead)}
        help={t.organisationHelp}
        value={text('lead')}
        size="full"
        optional
      />
      <TextField {...field('least', t.least)} value={text('least')} inputmode="numeric" size="short" />
      <TextField {...field('most', t.most)} value={text('most')} inputmode="numeric" size="short" />
      {money('mostEach', t.mostEach)}
      {money('mostTogether', t.mostTogether)}
      <ChoicesField
        {...field('share', t.share)}
        kind="radio"
        choices={shareLevels.map((level) => ({ value: level, label: t.shares[level] }))}
        values={list('share')}
      />
      {isNew && (
        <CheckField {...field('exercise', t.exerciseField)} checked={text('exercise') === '1'} optional />
      )}
    </>
  )
}

export const nothingWritten: Before = {
  title: '',
  aim: '',
  call: '',
  callName: '',
  callAddress: '',
  deadline: '',
  programme: '',
  budget: '',
  lead: '',
  least: '1',
  most: '20',
  mostEach: '',
  mostTogether: '',
  share: 'agreement',
  exercise: '',
}

/** What was typed of a consortium, or what of it cannot be read. */
export function consortiumIn(sent: Sent, language: Language): FieldError[] | Record<string, unknown> {
  const wrong: FieldError[] = []
  const tell = (name: string, what: Parameters<typeof complaint>[0]) =>
    wrong.push({ name, text: complaint(what).text[language] })
  const money = (name: string) => {
    if (!sent.text(name)) return null
    const read = readMoney(sent.text(name))
    if ('value' in read && !read.value.startsWith('-')) return read.value
    tell(name, 'badAmount')
    return null
  }
  const count = (name: string) => {
    const n = Number(sent.text(name))
    if (!/^\d{1,3}$/.test(sent.text(name)) || n < 1 || n > 200) tell(name, 'badCount')
    return n
  }
  const day = sent.text('deadline') ? readDay(sent.text('deadline')) : null
  if (day === undefined) tell('deadline', 'badDay')
  const said = {
    title: sent.text('title'),
    aim: sent.text('aim'),
    callName: sent.text('callName'),
    callAddress: sent.text('callAddress'),
    deadline: day ? instantOf(day, '23:59') : null,
    programme: sent.text('programme'),
    budget: money('budget'),
    lead: sent.text('lead'),
    least: count('least'),
    most: count('most'),
    mostEach: money('mostEach'),
    mostTogether: money('mostTogether'),
    share: sent.text('share'),
  }
  return wrong.length > 0 ? wrong : said
}

const beforeOf = (c: Consortium): Before => {
  const money = (amount: string | null) => (amount === null ? '' : formatAmount(centsOf(amount), 'fi'))
  return {
    title: c.title,
    aim: c.aim,
    callName: c.callName ?? '',
    callAddress: c.callAddress ?? '',
    deadline: c.deadline ? formatDay(dayIn(c.deadline), 'fi') : '',
    programme: c.programme ?? '',
    budget: money(c.budget),
    lead: c.lead?.name ?? '',
    least: String(c.least),
    most: String(c.most),
    mostEach: money(c.mostEach),
    mostTogether: money(c.mostTogether),
    share: c.share,
  }
}

export const editForm = formOf({
  name: 'edit',
  path: '/edit',
  before: ({ consortium }) => beforeOf(consortium),
  fields: (fields) => <ConsortiumFields {...fields} />,
  send: async (request, sent, { consortium }) => {
    const read = consortiumIn(sent, request.language)
    if (Array.isArray(read)) return read
    // The lead as it stands is meant by its id: several may have the name.
    const lead = read.lead === consortium.lead?.name ? consortium.lead?.id : read.lead
    return (await request.perform(editConsortium, { consortium: consortium.id, ...read, lead }, sent.draft))
      .path
  },
})

export const endForm = formOf({
  name: 'end',
  path: '/end',
  before: () => ({ reason: '' }),
  fields: ({ text, field, language }) => (
    <TextArea {...field('reason', formText[language].reason)} value={text('reason')} rows={3} />
  ),
  send: async (request, sent) => {
    const said = { consortium: request.params.id, event: 'end', reason: sent.text('reason') }
    return (await request.perform(changeState, said, sent.draft)).path
  },
})

export const partnerForm = formOf({
  name: 'partner',
  path: '/partners/new',
  before: () => ({ organisation: '', unknown: '', part: '' }),
  fields: ({ text, field, language }) => {
    const t = formText[language]
    return (
      <>
        <TextField
          {...field('organisation', t.organisation)}
          help={t.organisationHelp}
          value={text('organisation')}
          size="full"
        />
        <CheckField {...field('unknown', t.unknown)} checked={text('unknown') === '1'} optional />
        <TextField {...field('part', t.part)} value={text('part')} optional />
      </>
    )
  },
  send: async (request, sent) => {
    const said = {
      consortium: request.params.id,
      organisation: sent.text('organisation'),
      unknown: sent.text('unknown') === '1',
      part: sent.text('part'),
    }
    return (await request.perform(propose, said, sent.draft)).path
  },
})
