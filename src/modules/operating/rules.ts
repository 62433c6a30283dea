import type { Names } from '../../kernel/text.ts'
import { type Day, readDay } from '../../kernel/time.ts'
import type { Content, Item, Kind } from './content.ts'

/** Which fields each kind has, in the order in which they are asked. */
export const fieldsOf = {
  way: ['title', 'text', 'owner', 'starts', 'review'],
  contract: [
    'title',
    'text',
    'state',
    'version',
    'parties',
    'signed',
    'starts',
    'ends',
    'template',
    'record',
  ],
  template: ['title', 'text', 'state', 'version'],
  responsibility: ['title', 'text', 'holder', 'organisation', 'deputy', 'starts', 'ends'],
  role: ['organisation', 'role', 'theme', 'title', 'text', 'starts', 'ends'],
  practice: ['title', 'text', 'organisation', 'place', 'audience', 'result', 'ask'],
} as const satisfies Record<Kind, readonly string[]>

export type Field = (typeof fieldsOf)[Kind][number]

export const hasField = (kind: Kind, field: Field): boolean =>
  (fieldsOf[kind] as readonly Field[]).includes(field)

/** What is said of one thing, as it is typed. */
export type Said = {
  title: Names
  text: Names
  owner: string
  version: string
  state: string
  /** One a line. */
  parties: string
  signed: string
  template: string
  record: string
  holder: string
  organisation: string
  deputy: string
  role: string
  theme: string
  starts: string
  ends: string
  review: string
  place: string
  audience: string
  result: string
  ask: string
}

export type FaultKey =
  | 'noTitle'
  | 'noText'
  | 'noOwner'
  | 'noResult'
  | 'noAnswerer'
  | 'noOrganisation'
  | 'noRole'
  | 'noState'
  | 'noSigned'
  | 'noEnd'
  | 'fewParties'
  | 'notADay'
  | 'endsBefore'
export type Fault = { field: string; key: FaultKey }

const dayFields = ['starts', 'ends', 'signed', 'review'] as const

/** The names of the parties, one a line; the same name once. */
export const partiesIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

/** A day as it was typed; null where nothing was, undefined where it is no day. */
export const dayTyped = (text: string): Day | null | undefined => (text.trim() ? readDay(text) : null)

/** Everything that is wrong with what is said, each at its field. */
export function faultsOf(
  kind: Kind,
  said: Said,
  states: readonly string[],
  roles: readonly string[],
): Fault[] {
  const faults: Fault[] = []
  const need = (is: unknown, field: string, key: FaultKey) => {
    if (!is) faults.push({ field, key })
  }
  if (kind !== 'role') need(said.title.fi, 'title.fi', 'noTitle')
  if (kind === 'way' || kind === 'practice') need(said.text.fi, 'text.fi', 'noText')
  if (kind === 'way') need(said.owner, 'owner', 'noOwner')
  if (kind === 'practice') need(said.result, 'result', 'noResult')
  if (kind === 'responsibility') need(said.holder || said.organisation, 'holder', 'noAnswerer')
  if (kind === 'role') {
    need(said.organisation, 'organisation', 'noOrganisation')
    need(roles.includes(said.role), 'role', 'noRole')
  }
  if (hasField(kind, 'state')) need(states.includes(said.state), 'state', 'noState')
  for (const field of dayFields)
    if (hasField(kind, field)) need(dayTyped(said[field]) !== undefined, field, 'notADay')
  if (kind === 'contract' && said.state === 'signed') {
    need(said.signed, 'signed', 'noSigned')
    need(partiesIn(said.parties).length >= 2, 'parties', 'fewParties')
  }
  if (kind === 'contract' && said.state === 'ended') need(said.ends, 'ends', 'noEnd')
  const [starts, ends] = [dayTyped(said.starts), dayTyped(said.ends)]
  if (hasField(kind, 'ends') && starts && ends) need(ends >= starts, 'ends', 'endsBefore')
  return faults
}

/** The day a year later; of 29 February, 28 February. */
export const yearLater = (day: Day): Day =>
  `${Number(day.slice(0, 4)) + 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`

/** Whether a way of working should have been gone through by now. */
export const isOverdue = (
  { kind, reviewOn, endedAt }: Pick<Item, 'kind' | 'reviewOn' | 'endedAt'>,
  today: Day,
) => kind === 'way' && !endedAt && reviewOn !== null && reviewOn < today

export type Standing = 'coming' | 'now' | 'past'

/** Where today falls in the period of a role or a responsibility; what has no bounds holds. */
export function standingOf({ starts, ends }: Pick<Content, 'starts' | 'ends'>, today: Day): Standing {
  if (ends && ends < today) return 'past'
  return starts && starts > today ? 'coming' : 'now'
}
