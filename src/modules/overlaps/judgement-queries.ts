import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { visible } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Judgement, ThingRef, Voice } from './rules.ts'

export type JudgementRow = {
  id: string
  ecosystem: string
  ecosystem_key: string
  ecosystem_name: Names
  thing_kind: ThingRef['kind']
  thing_id: string
  other_kind: ThingRef['kind']
  other_id: string
  judgement: Judgement
  reason: string
  share: 'agreement' | 'public'
  voice: Voice
  person_id: string | null
  by_whom: string
  at: Date
  ended_at: Date | null
  ended_why: 'replaced' | 'withdrawn' | null
}

const judged = sql`j.id, j.ecosystem_id as ecosystem, e.key as ecosystem_key, coalesce(e.short_name, e.name) as ecosystem_name,
  j.thing_kind, j.thing_id, j.other_kind, j.other_id, j.judgement, j.reason, j.share, j.voice, j.person_id, j.by_whom, j.at, j.ended_at, j.ended_why`

async function judgementsWhere(
  db: Read,
  actor: Actor,
  where: RawBuilder<unknown>,
  ended = false,
): Promise<JudgementRow[]> {
  const { rows } = await sql<JudgementRow>`
    select ${judged} from overlap_judgement j join ecosystem e on e.id = j.ecosystem_id
    where ${where} and ${visible(actor, 'j', { person: true })} and ${ended ? sql`true` : sql`j.ended_at is null`}
    order by j.at desc, j.id`.execute(db as Tx)
  return rows
}

const isFirst = ({ kind, id }: ThingRef) => sql`(j.thing_kind = ${kind} and j.thing_id = ${id})`
const isOther = ({ kind, id }: ThingRef) => sql`(j.other_kind = ${kind} and j.other_id = ${id})`

/** What stands of a thing, the newest first: what was judged of it, and of others towards it. */
export const judgementsAbout = (db: Read, actor: Actor, thing: ThingRef): Promise<JudgementRow[]> =>
  judgementsWhere(db, actor, sql`(${isFirst(thing)} or ${isOther(thing)})`)

/** Everything that was said of a pair from either side, also what was replaced or taken back. */
export const judgementsOfPair = (
  db: Read,
  actor: Actor,
  thing: ThingRef,
  other: ThingRef,
): Promise<JudgementRow[]> =>
  judgementsWhere(
    db,
    actor,
    sql`((${isFirst(thing)} and ${isOther(other)}) or (${isFirst(other)} and ${isOther(thing)}))`,
    true,
  )

/** What stands between two of these things that puts them in an order of time. */
export const tiesAmong = (db: Read, actor: Actor, things: readonly string[]): Promise<JudgementRow[]> =>
  judgementsWhere(
    db,
    actor,
    sql`j.judgement in ('continues', 'depends-on') and j.thing_id = any(${[...things]}::uuid[])
      and j.other_id = any(${[...things]}::uuid[])`,
  )

export const judgementsIn = (db: Read, actor: Actor, ecosystem: string): Promise<JudgementRow[]> =>
  judgementsWhere(db, actor, sql`j.ecosystem_id = ${ecosystem}`)

export async function judgementById(db: Read, id: string): Promise<JudgementRow | undefined> {
  const { rows } = await sql<JudgementRow>`
    select ${judged} from overlap_judgement j join ecosystem e on e.id = j.ecosystem_id where j.id = ${id}`.execute(
    db as Tx,
  )
  return rows[0]
}

export const insertJudgement = (
  tx: Tx,
  j: Pick<
    JudgementRow,
    'id' | 'ecosystem' | 'judgement' | 'reason' | 'share' | 'voice' | 'person_id' | 'by_whom' | 'at'
  > & { thing: ThingRef; other: ThingRef },
) => {
  const { ecosystem, thing, other, ...rest } = j
  return tx
    .insertInto('overlap_judgement')
    .values({
      ...rest,
      ecosystem_id: ecosystem,
      thing_kind: thing.kind,
      thing_id: thing.id,
      other_kind: other.kind,
      other_id: other.id,
    })
    .execute()
}

export const endJudgement = (tx: Tx, id: string, why: 'replaced' | 'withdrawn', now: Date) =>
  tx
    .updateTable('overlap_judgement')
    .set({ ended_at: now, ended_why: why })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
