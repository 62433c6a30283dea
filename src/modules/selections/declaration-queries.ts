import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'

/** Who has said that they have no conflict in a candidate; `denied` are the ties that they were asked about. */
export type Declared = { candidate: string; person: string; denied: string[] }

export async function declaredBy(
  db: Read,
  people: readonly string[],
  candidates: readonly string[],
): Promise<Declared[]> {
  const { rows } = await sql<Declared>`
    select candidate_id as candidate, person_id as person, denied from selection_declaration
    where person_id = any(${people}::uuid[]) and candidate_id = any(${candidates}::uuid[])`.execute(db as Tx)
  return rows
}

/** The newest word holds. */
export async function putDeclarations(
  tx: Tx,
  person: string,
  at: Date,
  said: readonly { candidate: string; denied: readonly string[] }[],
): Promise<void> {
  if (said.length === 0) return
  await tx
    .insertInto('selection_declaration')
    .values(
      said.map(({ candidate, denied }) => ({
        candidate_id: candidate,
        person_id: person,
        denied: [...denied],
        at,
      })),
    )
    .onConflict((on) =>
      on.columns(['candidate_id', 'person_id']).doUpdateSet((eb) => ({
        denied: eb.ref('excluded.denied'),
        at: eb.ref('excluded.at'),
      })),
    )
    .execute()
}
