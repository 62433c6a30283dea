import { readAmount } from '../../engine/budget/index.ts'
import { decimalOf } from '../../kernel/money.ts'
import { ownPath, type Page, type PageRequest, type PostedForm } from '../../kernel/page.ts'
import { attendSelection } from './attendance-actions.ts'
import {
  choosePortfolio,
  forceCandidate,
  noteCandidate,
  stepAsideFrom,
  unforceCandidate,
} from './choice-actions.ts'
import { signRecord } from './record-actions.ts'
import type { WeightStatementSaid } from './settings.ts'
import { askVote, castBallot, endVote } from './vote-actions.ts'
import { sayWeights, setLimit, switchRule, unsayWeights } from './weight-actions.ts'

type Deed = (request: PageRequest, selection: string, form: PostedForm) => Promise<unknown>

/** Where a deed of the room comes back to: the room, or a path of the meeting that the form names. */
const backTo = (form: PostedForm, selection: string): string => {
  const back = ownPath(form.get('back'))
  return back?.startsWith(`/selections/${selection}`) ? back : `/selections/${selection}/room`
}

const text = (form: PostedForm, field: string): string => form.get(field) ?? ''

/** A number as it is typed: "25", "2,5"; a comma is a point. Empty is none. */
const number = (typed: string): string | undefined => {
  const plain = typed.trim().replace('%', '').trim().replace(',', '.')
  return plain === '' ? undefined : plain
}

/** Per cent as it is typed, as a share: "25" is 0.25, "12,5" is 0.125. What is no number is left for the action. */
export function shareOf(typed: string): string | undefined {
  const percent = number(typed)
  const found = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(percent ?? '')
  if (!found) return percent
  const digits = found[1]!.padStart(3, '0')
  return `${Number(digits.slice(0, -2))}.${digits.slice(-2)}${found[2] ?? ''}`
}

/** A statement of the weights from a form: `kind`, and `a`, `b`, `criterion`, `min`, `max` (per cent) or `order`. */
export function statementFrom(form: PostedForm): WeightStatementSaid {
  const given = (field: string) => form.get(field) ?? ''
  const bounds = (read: (typed: string) => string | undefined) => {
    const [min, max] = [read(given('min')), read(given('max'))]
    return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  }
  switch (given('kind')) {
    case 'rank':
      return { kind: 'rank', order: rankFrom(form) }
    case 'bounds':
      return { kind: 'bounds', criterion: given('criterion'), ...bounds(shareOf) }
    case 'ratio':
      return { kind: 'ratio', a: given('a'), b: given('b'), ...bounds(number) }
    default:
      return { kind: 'atLeast', a: given('a'), b: given('b') }
  }
}

/** Criteria in their order: `order` repeated, or `place-{criterion}` with the number of its place. */
function rankFrom(form: PostedForm): string[] {
  const order = form.all('order').filter((id) => id !== '')
  if (order.length > 0) return order
  return Object.entries(form.values)
    .flatMap(([field, value]) => {
      const place = Number(value)
      return field.startsWith('place-') && place > 0 ? [{ id: field.slice('place-'.length), place }] : []
    })
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id)
}

const amount = (typed: string): string => {
  const read = readAmount(typed)
  return read.ok ? decimalOf(read.cents) : typed
}

/** Options of a vote: `option` repeated, each with its candidates in `candidates-0`, `candidates-1` and on. */
const optionsFrom = (form: PostedForm) =>
  form
    .all('option')
    .map((name, i) => ({ name, candidates: [...form.all(`candidates-${i}`).filter((id) => id !== '')] }))

const deeds: Readonly<Record<string, Deed>> = {
  say: ({ perform }, selection, form) =>
    perform(sayWeights, {
      selection,
      whose: text(form, 'whose') || 'meeting',
      said: statementFrom(form),
      reason: text(form, 'reason'),
    }),
  unsay: ({ perform }, _, form) => perform(unsayWeights, { statement: text(form, 'statement') }),
  limit: ({ perform }, selection, form) =>
    perform(setLimit, { selection, budget: text(form, 'budget'), limit: amount(text(form, 'limit')) }),
  rule: ({ perform }, selection, form) =>
    perform(switchRule, { selection, rule: text(form, 'rule'), off: text(form, 'off') === 'true' }),
  force: ({ perform }, _, form) =>
    perform(forceCandidate, {
      candidate: text(form, 'candidate'),
      way: text(form, 'way'),
      reason: text(form, 'reason'),
    }),
  unforce: ({ perform }, _, form) => perform(unforceCandidate, { force: text(form, 'force') }),
  note: ({ perform }, _, form) =>
    perform(noteCandidate, { candidate: text(form, 'candidate'), body: text(form, 'body') }),
  'ask-vote': ({ perform }, selection, form) =>
    perform(askVote, { selection, question: text(form, 'question'), options: optionsFrom(form) }),
  ballot: ({ perform }, _, form) =>
    perform(castBallot, { vote: text(form, 'vote'), option: text(form, 'option') }),
  'end-vote': ({ perform }, _, form) => perform(endVote, { vote: text(form, 'vote') }),
  attend: ({ perform }, selection, form) =>
    perform(attendSelection, {
      selection,
      person: form.get('person') || undefined,
      what: text(form, 'what'),
    }),
  'step-aside': ({ perform }, _, form) =>
    perform(stepAsideFrom, {
      candidate: text(form, 'candidate'),
      person: form.get('person') || undefined,
      ground: form.get('ground') || undefined,
      words: text(form, 'words'),
    }),
  choose: ({ perform }, selection, form) =>
    perform(choosePortfolio, {
      selection,
      candidates: [...form.all('candidates')],
      reasons: text(form, 'reasons'),
    }),
  sign: ({ perform }, selection, form) => perform(signRecord, { selection, hash: text(form, 'hash') }),
}

/** Shows the room again with what was refused; given by the pages of the room. */
export type RefusedInRoom = (
  request: PageRequest,
  selection: string,
  error: unknown,
) => ReturnType<Page['run']>

/** What is done in the room by forms: each deed comes back to it, and what is refused is said on its page. */
export const deedPages = (refused: RefusedInRoom): readonly Page[] =>
  Object.entries(deeds).map(([name, run]) => ({
    method: 'POST',
    path: `/selections/{id}/${name}`,
    run: async (request) => {
      const { id = '' } = request.params
      const form = await request.form()
      try {
        await run(request, id, form)
      } catch (error) {
        return refused(request, id, error)
      }
      return { as: 'redirect', to: request.link(backTo(form, id)) }
    },
  }))
