import type { Room, RoomCandidate } from '../src/modules/selections/room.ts'

/** A candidate of a made room, with what a test says of it. */
export const roomCandidate = (code: string, of: Partial<RoomCandidate> = {}): RoomCandidate => ({
  id: `id-${code}`,
  code,
  title: { fi: `Koehanke ${code}` },
  path: null,
  costs: {},
  scores: {},
  lead: null,
  city: null,
  fund: null,
  region: null,
  actorKind: null,
  values: [],
  starts: null,
  ends: null,
  note: '',
  source: 'keksitty',
  ...of,
})

/** A room in which nobody has said anything. */
export const noRoom = ({
  candidates,
  budgets,
}: {
  candidates: RoomCandidate[]
  budgets: Room['settings']['budgets']
}): Room => ({
  id: 'room',
  number: 1,
  name: { fi: 'Koe' },
  purpose: '',
  ecosystem: { id: 'e', key: 'e', name: { fi: 'Koe' } },
  call: null,
  day: '2026-11-22',
  clock: null,
  place: null,
  state: 'open',
  exercise: false,
  exerciseNote: null,
  revision: 1,
  settings: { criteria: [], budgets, rules: [], synergies: [], agenda: [], scale: { low: '0', high: '5' } },
  candidates,
  statements: [],
  members: [],
  forces: [],
  recusals: [],
  votes: [],
  notes: [],
  aside: [],
  undeclared: [],
  chosen: null,
  givenUp: null,
  reasons: '',
  recordHash: null,
  signatures: [],
  self: null,
  may: { keep: true, sayOwn: false, vote: false, note: true, sign: false },
})
