import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type ShareLevel, shareLevels } from '../../kernel/share.ts'
import type { Day } from '../../kernel/time.ts'
import { organisationsNamed } from '../organisations/index.ts'
import { holds } from '../people/index.ts'
import { ownKindById } from './kind-queries.ts'
import { isDirected } from './rules.ts'
import { type End, organisationById } from './tie-queries.ts'
import { readKind, readPoint, type SaidKind } from './tie-rules.ts'
import { tieComplaint } from './tie-text.ts'

const point = z.string().trim().max(20).default('').describe('A year or a day: 2024, 5.3.2024.')

/** What a person says of a tie. */
export const tieInput = {
  kind: z
    .string()
    .max(80)
    .describe("What the other is: 'supplies' a customer, '~supplies' a supplier, 'own.ID' an own kind."),
  starts: point,
  ends: point,
  strength: z.coerce.number().int().min(1).max(3).default(2).describe('1 occasional, 2 regular, 3 close.'),
  note: z.string().trim().max(2_000).default(''),
  share: z.enum(shareLevels).default('own'),
  ecosystem: z.uuid().optional(),
}
const saidOf = z.object(tieInput)
export type SaidTie = z.output<typeof saidOf>

/** The offices that state ties of others, in their ecosystem. */
export const stating = ['coordinator', 'preparer'] as const

export type ReadTie = {
  said: SaidKind
  directed: boolean
  starts_on: Day | null
  ends_on: Day | null
  strength: number
  note: string | null
  share: ShareLevel
  ecosystem_id: string | null
}

type Key = Parameters<typeof tieComplaint>[0]
const wrong = (key: Key, field: string) => new Refusal('invalid', `tie.${key}`, [tieComplaint(key, field)])

/** What was said, checked: kinds that are there, days in order, an ecosystem where the actor works. */
export async function readTie(db: Read, actor: Actor, input: SaidTie): Promise<ReadTie> {
  const said = readKind(input.kind)
  if (!said) throw wrong('noKind', 'kind')
  const own = said.own === null ? undefined : await ownKindById(db, said.own)
  if (said.own !== null && (!own || own.endedAt)) throw wrong('noKind', 'kind')
  if (own && own.ecosystem !== input.ecosystem) throw wrong('kindElsewhere', 'kind')
  const directed = own ? own.directed : isDirected(said.kind)
  const starts = input.starts ? readPoint(input.starts, 'start') : null
  const ends = input.ends ? readPoint(input.ends, 'end') : null
  if (starts === undefined) throw wrong('noStart', 'starts')
  if (ends === undefined) throw wrong('noEnd', 'ends')
  if (starts && ends && ends < starts) throw wrong('endsBefore', 'ends')
  if (input.note.length > 500) throw wrong('longNote', 'note')
  const needsPlace = input.share === 'agreement' || input.share === 'network'
  if (needsPlace && !input.ecosystem) throw wrong('shareNeedsPlace', 'share')
  if (input.ecosystem && !worksIn(actor, input.ecosystem)) throw wrong('notYourPlace', 'ecosystem')
  return {
    said: { ...said, back: said.back && directed },
    directed,
    starts_on: starts,
    ends_on: ends,
    strength: input.strength,
    note: input.note || null,
    share: input.share,
    ecosystem_id: input.ecosystem ?? null,
  }
}

const worksIn = (actor: Actor, ecosystem: string): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' &&
    actor.offices.some((held) => held.ecosystem === null || held.ecosystem === ecosystem))

/** Whether the actor states ties of others there; what belongs to no ecosystem needs an office in all of them. */
export const statesIn = (actor: Actor, ecosystem: string | null | undefined): boolean =>
  actor.kind === 'system' || holds(actor, stating, ecosystem ?? null)

/** The one other organisation that is meant: by id, business id or name. */
export async function otherMeant(db: Read, actor: Actor, typed: string): Promise<End> {
  const known = await organisationById(db, actor, typed)
  if (known) return known
  const found = await organisationsNamed(db, actor, typed)
  if (found.length === 0) throw wrong('noOther', 'other')
  if (found.length > 1) throw wrong('manyOthers', 'other')
  return { id: found[0]!.id, name: { fi: found[0]!.name } }
}
