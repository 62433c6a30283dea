import { type RawBuilder, sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Read, Tx } from './db.ts'
import { type ShareLevel, visible } from './share.ts'

/**
 * One version of a thing that is never overwritten: the versions of one thing share its entry, and the one that has not
 * ended holds.
 */
export type Version<Kind extends string, Content> = {
  id: string
  entry: string
  kind: Kind
  content: Content
  share: ShareLevel
  person: string | null
  byWhom: string
  at: Date
  /** What changed, in the words of who changed it. */
  reason: string | null
  endedAt: Date | null
  endedBy: string | null
}

/** Whose act it is, and when. */
export type EntryAct = { person: string | null; name: string; at: Date }

export const entryActOf = ({ actor, now }: { actor: Actor; now: Date }): EntryAct => ({
  person: actor.kind === 'person' ? actor.id : null,
  name: actor.kind === 'person' ? actor.name : 'Talkoot',
  at: now,
})

/** Whose the versions of a table are, and who sees them: by their share level, or whoever the module lets ask. */
const tables = {
  impact_item: { owner: 'ecosystem_id', seenBy: (actor: Actor) => visible(actor, 'i', { person: true }) },
  followup_item: { owner: 'project_id', seenBy: () => sql<boolean>`true` },
} as const

/** The queries over a table of such versions, each of which belongs to an ecosystem or a project: its owner. */
export function entriesIn<V extends Version<string, unknown>>(table: keyof typeof tables) {
  const { owner: column, seenBy } = tables[table]
  const owned = sql.ref(`i.${column}`)
  const of = (where: RawBuilder<unknown>, order: RawBuilder<unknown>, seen: RawBuilder<boolean>) => sql<
    V & { owner: string; seen: boolean }
  >`
    select i.id, i.entry_id as entry, ${owned} as owner, i.kind, i.content, i.share, i.person_id as person,
      i.by_whom as "byWhom", i.at, i.reason, i.ended_at as "endedAt", i.ended_by as "endedBy", ${seen} as seen
    from ${sql.table(table)} i where ${where} order by ${order}`
  const oldest = sql`i.entry_id`
  // The one that holds, then by when they gave way: two may have been written at one instant.
  const newest = sql`i.ended_at desc nulls first, i.at desc, i.id desc`
  const plain = ({ owner: _, seen: __, ...version }: V & { owner: string; seen: boolean }): V =>
    version as unknown as V

  return {
    /** What holds of an owner, as far as the actor may see it; the oldest thing first. */
    current: async (db: Read, actor: Actor, owner: string): Promise<V[]> => {
      const where = sql`${owned} = ${owner} and i.ended_at is null and ${seenBy(actor)}`
      return (await of(where, oldest, sql`true`).execute(db as Tx)).rows.map(plain)
    },
    /** The versions of one thing that the actor may see, the newest first; none where the newest is not for them. */
    versions: async (db: Read, actor: Actor, owner: string, entry: string): Promise<V[]> => {
      const where = sql`${owned} = ${owner} and i.entry_id = ${entry}`
      const { rows } = await of(where, newest, seenBy(actor)).execute(db as Tx)
      return rows[0]?.seen ? rows.filter(({ seen }) => seen).map(plain) : []
    },
    /** The version that holds, held until the transaction ends. */
    lock: async (tx: Tx, owner: string, entry: string): Promise<V | undefined> => {
      const where = sql`${owned} = ${owner} and i.entry_id = ${entry} and i.ended_at is null`
      const { rows } = await of(where, sql`i.id for update of i`, sql`true`).execute(tx)
      return rows[0] && plain(rows[0])
    },
    /** A thing by its entry alone, where it is spoken of: its newest version and its owner. */
    newest: async (db: Read, entry: string): Promise<(V & { owner: string }) | undefined> =>
      (await of(sql`i.entry_id = ${entry}`, sql`${newest} limit 1`, sql`true`).execute(db as Tx)).rows[0],
    insert: (
      tx: Tx,
      v: Pick<V, 'id' | 'entry' | 'kind' | 'content' | 'share' | 'reason'> & { owner: string },
      by: EntryAct,
    ): Promise<unknown> =>
      sql`insert into ${sql.table(table)} (id, entry_id, ${sql.ref(column)}, kind, content, share, person_id, by_whom, at, reason)
        values (${v.id}, ${v.entry}, ${v.owner}, ${v.kind}, ${JSON.stringify(v.content)}::jsonb, ${v.share},
          ${by.person}, ${by.name}, ${by.at}, ${v.reason})`.execute(tx),
    end: (tx: Tx, id: string, by: EntryAct): Promise<unknown> =>
      sql`update ${sql.table(table)} set ended_at = ${by.at}, ended_by = ${by.name}, ended_person_id = ${by.person}
        where id = ${id}`.execute(tx),
  }
}
