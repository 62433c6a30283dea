import type { Read } from '../../kernel/db.ts'
import { newestOf, type Snapshot, snapshotOf } from './queries.ts'

const held = new Map<string, { at: number; snapshot: Snapshot }>()
/** More pictures than any installation has places; the oldest gives way. */
const most = 200

/** The newest snapshot of a picture, read once for as long as it is the newest. */
export async function heldSnapshot(db: Read, picture: string): Promise<Snapshot | undefined> {
  const at = await newestOf(db, picture)
  if (!at) return undefined
  const known = held.get(picture)
  if (known?.at === at.getTime()) return known.snapshot
  const snapshot = await snapshotOf(db, picture)
  if (!snapshot) return undefined
  if (held.size >= most) held.delete(held.keys().next().value as string)
  held.set(picture, { at: snapshot.madeAt.getTime(), snapshot })
  return snapshot
}
