import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { FigureId } from './rules.ts'

/** An application that was sent, with the moments of its road. Ideas and withdrawn applications are none. */
export type RoadRow = {
  ecosystem: string
  application: string
  call: string
  code: string
  call_title: Names
  call_share: ShareLevel
  exercise: boolean
  number: number
  title: string
  opened: Date | null
  closed: Date | null
  sent: Date
  assessed: Date | null
  proposed: Date | null
  decided: Date | null
  notified: Date | null
  begins: string | null
  outcome: 'yes' | 'no' | null
  asked: string | null
  granted: string | null
  completions: number
  given: number
}

export async function roadsIn(db: Read, ecosystems: readonly string[]): Promise<RoadRow[]> {
  if (ecosystems.length === 0) return []
  const { rows } = await sql<RoadRow>`
    with moved as (
      select call_id, min(at) filter (where event = 'open') as opened, max(at) filter (where event = 'close') as closed
      from call_event group by call_id)
    select c.ecosystem_id as ecosystem, a.id as application, c.id as call, c.code, c.title as call_title,
      c.share as call_share, c.exercise, a.number, a.title, m.opened,
      case when c.state not in ('planned', 'open') then m.closed end as closed,
      (select min(f.at) from application_version f where f.application_id = a.id) as sent,
      s.settled_at as assessed,
      (select max(x.at) from decision_event x where x.decision_id = d.id and x.event = 'propose') as proposed,
      h.at as decided,
      (select min(l.sent_at) from decision_letter l where l.decision_id = d.id and l.sent_at >= h.at) as notified,
      case when h.outcome = 'yes' then h.content ->> 'starts' end as begins,
      h.outcome, v.budget ->> 'grant' as asked, h.grant_amount::text as granted,
      (select count(*)::int from completion_request q where q.application_id = a.id) as completions,
      (select count(*)::int from assessment_sheet g where g.application_id = a.id and g.state = 'given') as given
    from application a
      join call c on c.id = a.call_id
      join application_version v on v.application_id = a.id and v.version = a.version
      left join moved m on m.call_id = c.id
      left join assessment s on s.application_id = a.id and s.state = 'settled'
      left join decision d on d.application_id = a.id
      left join decision_part h on h.decision_id = d.id and h.part = 'legal' and h.void_at is null
    where a.step = 'full' and a.state <> 'withdrawn' and c.ecosystem_id = any(${[...ecosystems]}::uuid[])
    order by c.code, a.number`.execute(db as Tx)
  return rows
}

/** Who sees the figures of an ecosystem, where somebody has settled it. */
export async function sharesOf(db: Read): Promise<ReadonlyMap<string, ShareLevel>> {
  const rows = await db.selectFrom('process_share').select(['ecosystem_id', 'share']).execute()
  return new Map(rows.map((row) => [row.ecosystem_id, row.share as ShareLevel]))
}

export type Hand = { person: string | null; name: string; now: Date }

export async function saveShare(tx: Tx, ecosystem: string, share: ShareLevel, by: Hand): Promise<void> {
  const settled = { share, person_id: by.person, by_whom: by.name, at: by.now }
  await tx
    .insertInto('process_share')
    .values({ ecosystem_id: ecosystem, ...settled })
    .onConflict((oc) => oc.column('ecosystem_id').doUpdateSet(settled))
    .execute()
}

export type NoteRow = {
  id: string
  ecosystem: string
  figure: FigureId
  kind: 'cause' | 'lesson'
  words: string
  address: string | null
  person: string | null
  by: string
  at: Date
}

export async function notesIn(db: Read, ecosystems: readonly string[]): Promise<NoteRow[]> {
  if (ecosystems.length === 0) return []
  const rows = await db
    .selectFrom('process_note')
    .select([
      'id',
      'ecosystem_id as ecosystem',
      'figure',
      'kind',
      'words',
      'address',
      'person_id as person',
      'by_whom as by',
      'at',
    ])
    .where('ecosystem_id', 'in', [...ecosystems])
    .where('ended_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows as NoteRow[]
}

export async function insertNote(
  tx: Tx,
  note: Pick<NoteRow, 'id' | 'ecosystem' | 'figure' | 'kind' | 'words' | 'address'>,
  by: Hand,
): Promise<void> {
  const { ecosystem: ecosystem_id, ...rest } = note
  await tx
    .insertInto('process_note')
    .values({ ...rest, ecosystem_id, person_id: by.person, by_whom: by.name, at: by.now })
    .execute()
}

/** Takes a note of the person's own away; whether there was one. */
export async function endNote(tx: Tx, id: string, person: string | null, now: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('process_note')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  return ended.length > 0
}
