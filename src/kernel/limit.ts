import { createHash } from 'node:crypto'
import { execute, type Tx } from './db.ts'

/** So many tries at once, and one more after each so many milliseconds. */
export type Limit = { burst: number; everyMs: number }

/** How full the bucket is, and when it was looked at. */
export type Bucket = { level: number; at: Date }

export type Turn = { ok: true; bucket: Bucket } | { ok: false; bucket: Bucket; again: Date }

/** A leaky bucket: a try that finds it full is refused, and told when there will be room; it does not fill it more. */
export function turn(bucket: Bucket | undefined, limit: Limit, now: Date): Turn {
  const passed = bucket ? Math.max(0, now.getTime() - bucket.at.getTime()) : 0
  const level = bucket ? Math.max(0, bucket.level - passed / limit.everyMs) : 0
  if (level + 1 <= limit.burst) return { ok: true, bucket: { level: level + 1, at: now } }
  const wait = Math.ceil((level + 1 - limit.burst) * limit.everyMs)
  return { ok: false, bucket: { level, at: now }, again: new Date(now.getTime() + wait) }
}

const hashed = (key: string) => createHash('sha256').update(key).digest('base64url')

/**
 * Takes a turn in each of the buckets; they stand in the database, so the limit holds over all processes. The turn is
 * taken when the transaction is: whoever refuses afterwards by throwing gives it back. Answers when to come again, or
 * nothing.
 */
export async function takeTurns(
  tx: Tx,
  wanted: readonly { key: string; limit: Limit }[],
  now: Date,
): Promise<Date | undefined> {
  // In one order, so that two who need the same buckets do not wait for each other.
  const sorted = wanted.map((w) => ({ ...w, key: hashed(w.key) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  let again: Date | undefined
  for (const { key, limit } of sorted) {
    await execute(
      tx,
      'insert into turn_limit (key, level, at) values ($1, 0, $2) on conflict (key) do nothing',
      [key, now],
    )
    const { rows } = await execute(tx, 'select level, at from turn_limit where key = $1 for update', [key])
    const said = turn(rows[0] as Bucket, limit, now)
    const { level, at } = said.bucket
    await execute(tx, 'update turn_limit set level = $2, at = $3 where key = $1', [key, level, at])
    if (!said.ok && (!again || said.again > again)) again = said.again
  }
  return again
}

/** Empties a bucket after a success: honest mistakes before it are forgotten. */
export async function forgiveTurns(tx: Tx, key: string): Promise<void> {
  await execute(tx, 'delete from turn_limit where key = $1', [hashed(key)])
}
