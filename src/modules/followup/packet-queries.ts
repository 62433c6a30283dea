import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { EntryAct } from '../../kernel/entries.ts'
import type { Day } from '../../kernel/time.ts'
import type { PacketContent } from './packet-content.ts'
import type { PacketEvent, PacketKind, PacketState } from './rules.ts'

export type Packet = {
  id: string
  project: string
  ecosystem: string
  kind: PacketKind
  from: Day
  to: Day
  state: PacketState
  /** Of the newest that was sent; zero before the first. */
  version: number
}

const packets = (where: RawBuilder<unknown>) => sql<Packet>`
  select id, project_id as project, ecosystem_id as ecosystem, kind, period_from as from, period_to as to, state, version
  from followup_packet where ${where} order by period_to desc, kind, id`

export const packetsOf = async (db: Read, project: string): Promise<Packet[]> =>
  (await packets(sql`project_id = ${project}`).execute(db as Tx)).rows

export const packetsAmong = async (db: Read, projects: readonly string[]): Promise<Packet[]> =>
  projects.length === 0
    ? []
    : (await packets(sql`project_id = any(${[...projects]}::uuid[])`).execute(db as Tx)).rows

export const packetById = async (db: Read, id: string): Promise<Packet | undefined> =>
  (await packets(sql`id = ${id}`).execute(db as Tx)).rows[0]

/** Held until the transaction ends: two people act on a packet one after another. */
export async function lockPacket(tx: Tx, id: string): Promise<Packet | undefined> {
  await sql`select id from followup_packet where id = ${id} for update`.execute(tx)
  return packetById(tx, id)
}

/** Answers whether it is new: a period has one packet of each kind. */
export async function insertPacket(tx: Tx, p: Packet, by: EntryAct): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into followup_packet (id, project_id, ecosystem_id, kind, period_from, period_to, state, version, person_id,
      by_whom, at)
    values (${p.id}, ${p.project}, ${p.ecosystem}, ${p.kind}, ${p.from}, ${p.to}, ${p.state}, ${p.version},
      ${by.person}, ${by.name}, ${by.at})
    on conflict (project_id, kind, period_from, period_to) do nothing`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

export const setPacket = (tx: Tx, id: string, state: PacketState, version: number): Promise<unknown> =>
  tx.updateTable('followup_packet').set({ state, version }).where('id', '=', id).execute()

/** What was sent, with the SHA-256 of its canonical form. */
export type PacketVersion = {
  version: number
  content: PacketContent
  hash: string
  person: string | null
  byWhom: string
  at: Date
}

export async function versionsOf(db: Read, packet: string): Promise<PacketVersion[]> {
  const { rows } = await sql<PacketVersion>`
    select version, content, hash, person_id as person, by_whom as "byWhom", at from followup_packet_version
    where packet_id = ${packet} order by version desc`.execute(db as Tx)
  return rows
}

export const insertVersion = (tx: Tx, packet: string, v: PacketVersion): Promise<unknown> =>
  tx
    .insertInto('followup_packet_version')
    .values({
      packet_id: packet,
      version: v.version,
      content: JSON.stringify(v.content),
      hash: v.hash,
      person_id: v.person,
      by_whom: v.byWhom,
      at: v.at,
    })
    .execute()

export type PacketEventRow = {
  event: PacketEvent
  version: number
  byWhom: string
  at: Date
  reason: string | null
}

export async function eventsOf(db: Read, packet: string): Promise<PacketEventRow[]> {
  const { rows } = await sql<PacketEventRow>`
    select event, version, by_whom as "byWhom", at, reason from followup_packet_event
    where packet_id = ${packet} order by at desc, id desc`.execute(db as Tx)
  return rows
}

export const insertEvent = (
  tx: Tx,
  e: Omit<PacketEventRow, 'byWhom' | 'at'> & { id: string; packet: string },
  by: EntryAct,
): Promise<unknown> =>
  tx
    .insertInto('followup_packet_event')
    .values({
      id: e.id,
      packet_id: e.packet,
      event: e.event,
      version: e.version,
      person_id: by.person,
      by_whom: by.name,
      at: by.at,
      reason: e.reason,
    })
    .execute()
