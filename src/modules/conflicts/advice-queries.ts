import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'

export const adviceKinds = ['advised', 'sparred'] as const
export type AdviceKind = (typeof adviceKinds)[number]

export type Advice = {
  id: string
  application: string
  person: string
  name: string
  kind: AdviceKind
  on: Day
  words: string
  at: Date
  struckAt: Date | null
  struckBy: string | null
  struckReason: string | null
}

/** What people of the office have noted of their advice in these applications, struck ones too. */
export async function adviceIn(
  db: Read,
  applications: readonly string[],
  person?: string,
): Promise<Advice[]> {
  const { rows } = await sql<Advice>`
    select a.id, a.application_id as application, a.person_id as person, p.name, a.kind, a.given_on as "on", a.words,
      a.noted_at as at, a.struck_at as "struckAt", s.name as "struckBy", a.struck_reason as "struckReason"
    from application_advice a join person p on p.id = a.person_id left join person s on s.id = a.struck_by
    where a.application_id = any(${applications}::uuid[])
      and (${person ?? null}::uuid is null or a.person_id = ${person ?? null}::uuid)
    order by a.given_on, a.noted_at, a.id`.execute(db as Tx)
  return rows
}

export const insertAdvice = (
  tx: Tx,
  advice: {
    id: string
    application_id: string
    person_id: string
    kind: AdviceKind
    given_on: Day
    words: string
    noted_at: Date
  },
): Promise<unknown> => tx.insertInto('application_advice').values(advice).execute()

/** Strikes a note of somebody else's; answers whose it was. */
export async function strikeAdvice(
  tx: Tx,
  strike: { id: string; application: string; by: string; reason: string; at: Date },
): Promise<string | undefined> {
  const row = await tx
    .updateTable('application_advice')
    .set({ struck_at: strike.at, struck_by: strike.by, struck_reason: strike.reason })
    .where('id', '=', strike.id)
    .where('application_id', '=', strike.application)
    .where('person_id', '<>', strike.by)
    .where('struck_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}
