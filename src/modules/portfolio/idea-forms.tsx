import { readMoney } from '../../engine/form/index.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import { formatDay, readDay } from '../../kernel/time.ts'
import { type FieldError, TextArea, TextField } from '../../ui/index.ts'
import type { Before, Sent } from '../drafts/index.ts'
import { fault } from './fault-text.ts'
import { formText } from './form-text.ts'
import { type Fields, formOf } from './forms.tsx'
import { addIdea, editIdea } from './idea-actions.ts'
import { Values } from './judge-forms.tsx'
import { wrong } from './keep-forms.tsx'
import { proposers, within } from './rights.ts'

function IdeaFields(f: Fields) {
  const t = formText[f.language]
  return (
    <>
      <TextField {...f.field('title', t.title)} value={f.text('title')} size="full" />
      <TextArea {...f.field('body', t.body)} help={t.bodyHelp} value={f.text('body')} rows={6} />
      <TextField {...f.field('lead', t.lead)} value={f.text('lead')} optional />
      <TextField {...f.field('city', t.city)} value={f.text('city')} optional />
      <TextField
        {...f.field('amount', t.money)}
        value={f.text('amount')}
        inputmode="decimal"
        size="short"
        optional
      />
      <TextField
        {...f.field('starts', t.starts)}
        help={t.dayHelp}
        value={f.text('starts')}
        size="short"
        optional
      />
      <TextField {...f.field('ends', t.ends)} value={f.text('ends')} size="short" optional />
      <Values {...f} />
    </>
  )
}

/** A day as typed: null where nothing is, undefined where it cannot be read. */
const dayIn = (sent: Sent, name: string): string | null | undefined =>
  sent.text(name) ? readDay(sent.text(name)) : null

/** What was typed of an idea, or what of it cannot be read. */
function ideaIn(sent: Sent, language: Fields['language']) {
  const [starts, ends] = [dayIn(sent, 'starts'), dayIn(sent, 'ends')]
  const amount = sent.text('amount') ? readMoney(sent.text('amount')) : { value: '0' }
  if (starts === undefined) return wrong('badDay', 'starts', language)
  if (ends === undefined) return wrong('badDay', 'ends', language)
  if (!('value' in amount) || amount.value.startsWith('-')) return wrong('badAmount', 'amount', language)
  return {
    title: sent.text('title'),
    body: sent.text('body'),
    lead: sent.text('lead'),
    city: sent.text('city'),
    amount: amount.value,
    starts,
    ends,
    values: sent.list('values'),
  }
}
const isWrong = (read: ReturnType<typeof ideaIn>): read is FieldError[] => Array.isArray(read)

export const ideaForm = formOf({
  name: 'idea',
  path: '/ideas/new',
  allow: within(proposers),
  before: (_, { url }): Before => ({
    title: '',
    body: '',
    lead: '',
    city: '',
    amount: '',
    starts: '',
    ends: '',
    values: url.searchParams.getAll('value'),
  }),
  fields: IdeaFields,
  send: async (request, sent) => {
    const { language, params } = request
    const read = ideaIn(sent, language)
    if (isWrong(read)) return read
    return (await request.perform(addIdea, { portfolio: params.id, language, ...read }, sent.draft)).path
  },
})

export const ideaEditForm = formOf({
  name: 'ideaEdit',
  path: '/ideas/{idea}/edit',
  about: ['idea'],
  allow: within(proposers),
  before: (told, { params, actor }): Before => {
    const idea = told.ideas.find((i) => i.id === params.idea)
    if (!idea) throw fault('missing', 'missing')
    const own = actor.kind === 'person' && actor.id === idea.person
    if (!own && !told.may.keep) throw fault('forbidden', 'notYours')
    const day = (d: string | null) => (d ? formatDay(d, 'fi') : '')
    return {
      title: idea.title,
      body: idea.body,
      lead: idea.lead ?? '',
      city: idea.city ?? '',
      amount: formatAmount(centsOf(idea.amount), 'fi'),
      starts: day(idea.starts),
      ends: day(idea.ends),
      values: idea.values,
    }
  },
  over: (told, { params }) => told.ideas.find((i) => i.id === params.idea)?.title,
  fields: IdeaFields,
  send: async (request, sent) => {
    const { id: portfolio, idea } = request.params
    const read = ideaIn(sent, request.language)
    if (isWrong(read)) return read
    return (await request.perform(editIdea, { portfolio, idea, ...read }, sent.draft)).path
  },
})
