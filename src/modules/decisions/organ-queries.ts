import type { Read, Tx } from '../../kernel/db.ts'
import type { MeetingPart } from './meeting-rules.ts'

export type Organ = {
  /** How many deciders must be present; null: more than half of the members. */
  quorum: number | null
  /** Where that is said, in the organ's own words. */
  ground: string
}

/** The rules of an ecosystem's two organs; of one that has none, those that hold for all. */
export async function organsOf(db: Read, ecosystem: string): Promise<Record<MeetingPart, Organ>> {
  const rows = await db
    .selectFrom('meeting_organ')
    .where('ecosystem_id', '=', ecosystem)
    .select(['part', 'quorum', 'ground'])
    .execute()
  const of = (part: MeetingPart): Organ => {
    const row = rows.find((r) => r.part === part)
    return { quorum: row?.quorum ?? null, ground: row?.ground ?? '' }
  }
  return { selection: of('selection'), legal: of('legal') }
}

export const putOrgan = (
  tx: Tx,
  ecosystem: string,
  part: MeetingPart,
  { quorum, ground }: Organ,
  person: string,
  at: Date,
) => {
  const said = { quorum, ground, person_id: person, updated_at: at }
  return tx
    .insertInto('meeting_organ')
    .values({ ecosystem_id: ecosystem, part, ...said })
    .onConflict((c) => c.columns(['ecosystem_id', 'part']).doUpdateSet(said))
    .execute()
}
