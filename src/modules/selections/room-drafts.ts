import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { isId } from '../../kernel/id.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { type Before, type Draft, draftsFor } from '../drafts/index.ts'
import { inIt, inItBy, runsIt, runsItBy } from './access.ts'
import type { Room } from './room.ts'
import { saidText } from './room-said-text.ts'
import { roomText } from './room-text.ts'
import { voteText } from './room-vote-text.ts'

// What is typed in the room is kept like everything else that is typed: each short form is one's own draft. A subject
// is the meeting and what of it the form is about: "MEETING/CANDIDATE", "MEETING/bounds".

type About = { subject: string }

/** An id in a subject; what is none names nothing. */
function idIn(subject: string, place: number): string {
  const id = subject.split('/')[place] ?? ''
  return isId(id) ? id : '00000000-0000-0000-0000-000000000000'
}
const meeting = ({ subject }: About) => ({ selection: idIn(subject, 0) })
const candidate = ({ subject }: About) => ({ candidate: idIn(subject, 1) })
const path = (subject: string): string => `/selections/${subject.split('/')[0]}/room`

/** Why a candidate is forced in or out. */
export const forceReason: DraftKind = {
  kind: 'selection.force',
  shared: false,
  title: inEach((l) => roomText[l].force),
  path,
  allow: ruleOf(runsItBy('candidate'), candidate),
  fields: inEach((l): DraftFields => ({ reason: roomText[l].reason })),
}

/** A note on a candidate. */
export const candidateNote: DraftKind = {
  kind: 'selection.note',
  shared: false,
  title: inEach((l) => roomText[l].addNote),
  path,
  allow: ruleOf(inItBy('candidate'), candidate),
  fields: inEach((l): DraftFields => ({ body: roomText[l].notes })),
}

/** Why one steps aside. */
export const asideWords: DraftKind = {
  kind: 'selection.step-aside',
  shared: false,
  title: inEach((l) => roomText[l].stepAside),
  path,
  allow: ruleOf(inItBy('candidate'), candidate),
  fields: inEach((l): DraftFields => ({ words: roomText[l].asideWords })),
}

/** A statement about the weights, one form for each of its kinds. */
export const statement: DraftKind = {
  kind: 'selection.say',
  shared: false,
  title: inEach((l) => saidText[l].add),
  path,
  allow: ruleOf(inIt, meeting),
  fields: inEach((l): DraftFields => {
    const t = saidText[l]
    return { a: t.criterion, b: t.criterion, criterion: t.criterion, min: t.min, max: t.max }
  }),
}

/** What a vote is about. */
export const voteQuestion: DraftKind = {
  kind: 'selection.ask-vote',
  shared: false,
  title: inEach((l) => voteText[l].ask),
  path,
  allow: ruleOf(runsIt, meeting),
  fields: inEach((l): DraftFields => ({ question: voteText[l].question })),
}

/** Which portfolio the meeting takes, and why. */
export const choiceReasons: DraftKind = {
  kind: 'selection.choose',
  shared: false,
  title: inEach((l) => saidText[l].choose),
  path,
  allow: ruleOf(runsIt, meeting),
  fields: inEach(
    (l): DraftFields => ({ reasons: saidText[l].reasons, portfolio: saidText[l].whichPortfolio }),
  ),
}

export const optionsOfVote = [0, 1, 2] as const
export const statementKinds = ['atLeast', 'bounds', 'ratio', 'rank'] as const

/** Form fields by draft kind and what the form is about, as they stand before anything is typed. */
export function beforeOf(
  kind: DraftKind,
  about: string,
  { settings, reasons }: Pick<Room, 'settings' | 'reasons'>,
): Before {
  switch (kind) {
    case candidateNote:
      return { body: '' }
    case asideWords:
      return { words: '' }
    case choiceReasons:
      return { reasons, portfolio: '' }
    case voteQuestion:
      return {
        question: '',
        ...Object.fromEntries(
          optionsOfVote.flatMap((i) => [
            [`option-${i}`, ''],
            [`candidates-${i}`, ''],
          ]),
        ),
      }
    case statement:
      return {
        ...statementBefore(
          about,
          settings.criteria.map(({ id }) => id),
        ),
        reason: '',
      }
    default:
      return { reason: '' }
  }
}

/** What stands in the form of a kind of statement; one that is tried already asks for nothing but a reason. */
function statementBefore(kind: string, criteria: readonly string[]): Before {
  const [a = '', b = ''] = criteria
  switch (kind) {
    case 'atLeast':
      return { a, b }
    case 'bounds':
      return { criterion: a, min: '', max: '' }
    case 'ratio':
      return { a, b, min: '', max: '' }
    case 'rank':
      return Object.fromEntries(criteria.map((id, i) => [`order-${i + 1}`, id]))
    default:
      return {}
  }
}

/** One's draft of a form of the room: `about` as it stands in the form's hidden field. */
export type RoomDrafts = (kind: DraftKind, about: string) => Draft

/** One's drafts of the room's forms, all read at once; `tried` are the ids of statements that the window tries. */
export async function roomDrafts(
  request: PageRequest,
  room: Room,
  tried: readonly string[],
): Promise<RoomDrafts> {
  const ids = room.candidates.map(({ id }) => id)
  const forms: [DraftKind, readonly string[]][] = [
    [candidateNote, ids],
    [asideWords, ids],
    [forceReason, [...ids, ...ids.flatMap((id) => [`${id}/in`, `${id}/out`])]],
    [statement, [...statementKinds, ...tried]],
    [voteQuestion, ['new']],
    [choiceReasons, ['choice']],
  ]
  const of = await draftsFor(
    request,
    forms.flatMap(([kind, all]) => all.map((about) => ({ kind, subject: `${room.id}/${about}` }))),
  )
  return (kind, about) => of(kind, `${room.id}/${about}`, beforeOf(kind, about, room))
}
