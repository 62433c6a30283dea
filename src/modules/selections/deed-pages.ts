import { readAmount } from '../../engine/budget/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import { decimalOf } from '../../kernel/money.ts'
import { ownPath, type Page, type PageRequest, type PostedForm } from '../../kernel/page.ts'
import { type Sent, takeForm } from '../drafts/index.ts'
import { attendSelection } from './attendance-actions.ts'
import {
  choosePortfolio,
  forceCandidate,
  noteCandidate,
  stepAsideFrom,
  unforceCandidate,
} from './choice-actions.ts'
import { readSelection } from './reading.ts'
import { signRecord } from './record-actions.ts'
import type { Room } from './room.ts'
import {
  asideWords,
  beforeOf,
  candidateNote,
  choiceReasons,
  forceReason,
  optionsOfVote,
  statement,
  voteQuestion,
} from './room-drafts.ts'
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

/** Criteria in their order: `order-1`, `order-2` and on, or one `order` for each. */
function rankFrom(form: PostedForm): string[] {
  const placed = Object.keys(form.values)
    .flatMap((field) => /^order-(\d+)$/.exec(field)?.[1] ?? [])
    .sort((a, b) => Number(a) - Number(b))
    .map((place) => text(form, `order-${place}`))
  return [...placed, ...form.all('order')].filter((id) => id !== '')
}

const amount = (typed: string): string => {
  const read = readAmount(typed)
  return read.ok ? decimalOf(read.cents) : typed
}

/** Options of a vote: `option-0` takes the candidate of `candidates-0` in, and on. */
const optionsFrom = (form: PostedForm) =>
  optionsOfVote.map((i) => ({
    name: text(form, `option-${i}`),
    candidates: [text(form, `candidates-${i}`)].filter((id) => id !== ''),
  }))

const deeds: Readonly<Record<string, Deed>> = {
  unsay: ({ perform }, _, form) => perform(unsayWeights, { statement: text(form, 'statement') }),
  limit: ({ perform }, selection, form) =>
    perform(setLimit, { selection, budget: text(form, 'budget'), limit: amount(text(form, 'limit')) }),
  rule: ({ perform }, selection, form) =>
    perform(switchRule, { selection, rule: text(form, 'rule'), off: text(form, 'off') === 'true' }),
  unforce: ({ perform }, _, form) => perform(unforceCandidate, { force: text(form, 'force') }),
  ballot: ({ perform }, _, form) =>
    perform(castBallot, { vote: text(form, 'vote'), option: text(form, 'option') }),
  'end-vote': ({ perform }, _, form) => perform(endVote, { vote: text(form, 'vote') }),
  attend: ({ perform }, selection, form) =>
    perform(attendSelection, {
      selection,
      person: form.get('person') || undefined,
      what: text(form, 'what'),
    }),
  sign: ({ perform }, selection, form) => perform(signRecord, { selection, hash: text(form, 'hash') }),
}

/** A deed in which somebody types: what they type is kept until the deed is done. */
type TypedDeed = {
  kind: DraftKind
  run: (request: PageRequest, room: Room, form: PostedForm, draft: Sent['draft']) => Promise<unknown>
}

const typedDeeds: Readonly<Record<string, TypedDeed>> = {
  say: {
    kind: statement,
    run: ({ perform }, { id: selection }, form, draft) =>
      perform(
        sayWeights,
        {
          selection,
          whose: text(form, 'whose') || 'meeting',
          said: statementFrom(form),
          reason: text(form, 'reason'),
        },
        draft,
      ),
  },
  force: {
    kind: forceReason,
    run: ({ perform }, _, form, draft) =>
      perform(
        forceCandidate,
        { candidate: text(form, 'candidate'), way: text(form, 'way'), reason: text(form, 'reason') },
        draft,
      ),
  },
  note: {
    kind: candidateNote,
    run: ({ perform }, _, form, draft) =>
      perform(noteCandidate, { candidate: text(form, 'candidate'), body: text(form, 'body') }, draft),
  },
  'step-aside': {
    kind: asideWords,
    run: ({ perform }, _, form, draft) =>
      perform(
        stepAsideFrom,
        {
          candidate: text(form, 'candidate'),
          person: form.get('person') || undefined,
          ground: form.get('ground') || undefined,
          words: text(form, 'words'),
        },
        draft,
      ),
  },
  'ask-vote': {
    kind: voteQuestion,
    run: ({ perform }, { id: selection }, form, draft) =>
      perform(askVote, { selection, question: text(form, 'question'), options: optionsFrom(form) }, draft),
  },
  choose: {
    kind: choiceReasons,
    run: ({ perform }, { id: selection, candidates }, form, draft) => {
      const codes = text(form, 'portfolio').split('.')
      return perform(
        choosePortfolio,
        {
          selection,
          candidates: candidates.flatMap(({ id, code }) => (codes.includes(code) ? [id] : [])),
          reasons: text(form, 'reasons'),
        },
        draft,
      )
    },
  },
}

/** The form with what its draft has come to, where it has the field. */
const filled = (form: PostedForm, sent: Sent, names: readonly string[]): PostedForm => ({
  ...form,
  get: (field) => (names.includes(field) ? sent.text(field) : form.get(field)),
})

async function typed(request: PageRequest, { kind, run }: TypedDeed, refused: RefusedInRoom) {
  const { id = '' } = request.params
  const form = await request.form()
  const about = text(form, 'about')
  try {
    const room = await request.perform(readSelection, { selection: id })
    const before = beforeOf(kind, about, room)
    return await takeForm(
      request,
      { kind, subject: `${id}/${about}`, before },
      async (sent) => {
        await run(request, room, filled(form, sent, Object.keys(before)), sent.draft)
        return backTo(form, id)
      },
      (errors) => refused(request, id, errors.map((error) => error.text).join(' ')),
    )
  } catch (error) {
    return refused(request, id, error)
  }
}

/** Shows the room again with what was refused, in words or as it was thrown; given by the pages of the room. */
export type RefusedInRoom = (
  request: PageRequest,
  selection: string,
  error: unknown,
) => ReturnType<Page['run']>

/** What is done in the room by forms: each deed comes back to it, and what is refused is said on its page. */
export const deedPages = (refused: RefusedInRoom): readonly Page[] => [
  ...Object.entries(typedDeeds).map(
    ([name, deed]): Page => ({
      method: 'POST',
      path: `/selections/{id}/${name}`,
      run: (request) => typed(request, deed, refused),
    }),
  ),
  ...Object.entries(deeds).map(
    ([name, run]): Page => ({
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
    }),
  ),
]
