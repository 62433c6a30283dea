import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Asked } from './rules.ts'

export type RunRow = {
  benchmark_id: string
  number: number
  at: Date
  by_whom: string
  digest: string
  record: string
}
export type BenchmarkRow = {
  id: string
  asked: Asked
  by_whom: string
  created_at: Date
  person_id: string | null
}
export type NoteRow = {
  id: string
  kind: 'cause' | 'lesson'
  words: string
  address: string | null
  person_id: string | null
  by_whom: string
  at: Date
}

type Hand = { person: string | null; name: string; now: Date }

export async function insertBenchmark(tx: Tx, id: string, asked: Asked, by: Hand): Promise<void> {
  await tx
    .insertInto('benchmark')
    .values({ id, asked: JSON.stringify(asked), person_id: by.person, by_whom: by.name, created_at: by.now })
    .execute()
}

export async function insertRun(
  tx: Tx,
  run: { benchmark: string; number: number; digest: string; record: string },
  by: Hand,
): Promise<void> {
  await tx
    .insertInto('benchmark_run')
    .values({
      benchmark_id: run.benchmark,
      number: run.number,
      digest: run.digest,
      record: run.record,
      at: by.now,
      person_id: by.person,
      by_whom: by.name,
    })
    .execute()
}

export async function benchmarkById(db: Read, id: string): Promise<BenchmarkRow | undefined> {
  const { rows } = await sql<BenchmarkRow>`
    select id, asked, by_whom, created_at, person_id from benchmark where id = ${id} and ended_at is null`.execute(
    db as Tx,
  )
  return rows[0]
}

/** The same, held until the transaction ends: runs are numbered one after another. */
export async function lockBenchmark(tx: Tx, id: string): Promise<BenchmarkRow | undefined> {
  const { rows } = await sql<BenchmarkRow>`
    select id, asked, by_whom, created_at, person_id from benchmark where id = ${id} and ended_at is null for update`.execute(
    tx,
  )
  return rows[0]
}

export const endBenchmark = (tx: Tx, id: string, now: Date) =>
  tx.updateTable('benchmark').set({ ended_at: now }).where('id', '=', id).execute()

/** The runs of a benchmark, the newest first. */
export async function runsOf(db: Read, benchmark: string): Promise<RunRow[]> {
  const { rows } = await sql<RunRow>`
    select benchmark_id, number, at, by_whom, digest, record from benchmark_run
    where benchmark_id = ${benchmark} order by number desc`.execute(db as Tx)
  return rows
}

/** The newest run of each benchmark, the newest first. */
export async function newestRuns(
  db: Read,
  limit: number,
  offset: number,
): Promise<{ rows: RunRow[]; total: number }> {
  const { rows } = await sql<RunRow & { total: number }>`
    select r.benchmark_id, r.number, r.at, r.by_whom, r.digest, r.record, (count(*) over ())::int as total
    from benchmark b join lateral (
      select * from benchmark_run r where r.benchmark_id = b.id order by r.number desc limit 1) as r on true
    where b.ended_at is null order by r.at desc, r.benchmark_id limit ${limit} offset ${offset}`.execute(
    db as Tx,
  )
  return { rows, total: rows[0]?.total ?? 0 }
}

export async function notesOf(db: Read, benchmark: string): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select id, kind, words, address, person_id, by_whom, at from benchmark_note
    where benchmark_id = ${benchmark} and ended_at is null order by at, id`.execute(db as Tx)
  return rows
}

export async function insertNote(
  tx: Tx,
  note: { id: string; benchmark: string; kind: 'cause' | 'lesson'; words: string; address: string | null },
  by: Hand,
): Promise<void> {
  await tx
    .insertInto('benchmark_note')
    .values({
      id: note.id,
      benchmark_id: note.benchmark,
      kind: note.kind,
      words: note.words,
      address: note.address,
      person_id: by.person,
      by_whom: by.name,
      at: by.now,
    })
    .execute()
}

/** Takes a note away, one's own alone where a person is named; whether there was one. */
export async function endNote(tx: Tx, id: string, person: string | null, now: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update benchmark_note set ended_at = ${now}
    where id = ${id} and ended_at is null and (${person}::uuid is null or person_id = ${person}::uuid) returning id`.execute(
    tx,
  )
  return rows.length > 0
}
