import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { type ShareLevel, visible } from '../../kernel/share.ts'
import type { ChoiceRow, Consortium, JudgementRow, Partner } from './record.ts'
import type { ConsortiumState, PartnerState } from './rules.ts'

/** A consortium as its rule of sharing knows it: the lead organisation is whose it is. */
const shared = sql`(select x.*, x.lead_id as organisation_id from consortium x) c`

const consortia = (where: RawBuilder<unknown>) => sql<Consortium>`
  select c.id, jsonb_build_object('id', e.id, 'key', e.key, 'name', coalesce(e.short_name, e.name)) as ecosystem,
    c.exercise, case when k.share = 'public' then k.code end as "callCode", c.call_name as "callName",
    c.call_address as "callAddress", c.deadline, c.language, c.title, c.aim, c.programme, c.budget,
    case when l.id is null then null else jsonb_build_object('id', l.canonical_id, 'name', l.name) end as lead,
    c.least, c.most, c.most_each as "mostEach", c.most_together as "mostTogether", c.state, c.share,
    c.person_id as person, c.at, c.ended_why as "endedWhy"
  from ${shared} join ecosystem e on e.id = c.ecosystem_id left join call k on k.id = c.call_id
    left join organisation l on l.id = c.lead_id
  where ${where}
  order by c.state = 'gathering' desc, c.deadline nulls last, c.at desc, c.id limit 500`

export async function consortiumById(db: Read, id: string): Promise<Consortium | undefined> {
  if (!isId(id)) return undefined
  return (await consortia(sql`c.id = ${id}`).execute(db as Tx)).rows[0]
}

export type Narrowing = {
  ecosystem?: string | undefined
  call?: string | undefined
  organisation?: string | undefined
  idea?: string | undefined
}

/** The consortia that the actor may see: all, those of an ecosystem, a call or an idea, or those where an organisation is in. */
export async function listConsortia(db: Read, actor: Actor, asked: Narrowing): Promise<Consortium[]> {
  const { ecosystem, call, organisation, idea } = asked
  const inIt = sql`(exists (select 1 from consortium_partner y join organisation o on o.id = y.organisation_id
    where y.consortium_id = c.id and y.ended_at is null and y.state not in ('declined', 'left')
      and o.canonical_id = ${organisation ?? null}::uuid))`
  const { rows } = await consortia(sql`${visible(actor, 'c', { organisation: true, person: true })}
    and ${ecosystem ? sql`e.key = ${ecosystem}` : sql`true`}
    and ${call ? sql`c.call_id = ${call}` : sql`true`}
    and ${idea ? sql`c.idea_id = ${idea}` : sql`true`}
    and ${organisation ? inIt : sql`true`}`).execute(db as Tx)
  return rows
}

/** The consortia that a person founded, or where an organisation of theirs leads or is in. */
export async function consortiaOf(db: Read, actor: Actor): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'person') return new Set()
  const own = await canonicalOf(db, actor.organisations)
  const { rows } = await sql<{ id: string }>`
    select c.id from consortium c left join organisation l on l.id = c.lead_id
    where c.person_id = ${actor.id} or l.canonical_id = any(${own}::uuid[])
      or exists (select 1 from consortium_partner y join organisation o on o.id = y.organisation_id
        where y.consortium_id = c.id and y.ended_at is null and y.state not in ('declined', 'left')
          and o.canonical_id = any(${own}::uuid[]))`.execute(db as Tx)
  return new Set(rows.map(({ id }) => id))
}

/** The consortia of which the public page tells that they look for partners. */
export async function wantedConsortia(db: Read): Promise<Consortium[]> {
  const { rows } = await consortia(sql`c.wanted and c.state = 'gathering'`).execute(db as Tx)
  return rows
}

export type NewConsortium = {
  id: string
  ecosystem: string
  exercise: boolean
  call: string | null
  callName: string | null
  callAddress: string | null
  deadline: Date | null
  language: string
  title: string
  aim: string
  programme: string | null
  budget: string | null
  lead: string | null
  least: number
  most: number
  mostEach: string | null
  mostTogether: string | null
  share: ShareLevel
  person: string | null
  at: Date
}

export const insertConsortium = (tx: Tx, c: NewConsortium): Promise<unknown> =>
  sql`insert into consortium (id, ecosystem_id, exercise, call_id, call_name, call_address, deadline, language, title,
      aim, programme, budget, lead_id, least, most, most_each, most_together, state, share, person_id, at)
    values (${c.id}, ${c.ecosystem}, ${c.exercise}, ${c.call}, ${c.callName}, ${c.callAddress}, ${c.deadline},
      ${c.language}, ${c.title}, ${c.aim}, ${c.programme}, ${c.budget}, ${c.lead}, ${c.least}, ${c.most},
      ${c.mostEach}, ${c.mostTogether}, 'gathering', ${c.share}, ${c.person}, ${c.at})`.execute(tx)

export type Changed = Pick<
  NewConsortium,
  | 'callName'
  | 'callAddress'
  | 'deadline'
  | 'title'
  | 'aim'
  | 'programme'
  | 'budget'
  | 'lead'
  | 'least'
  | 'most'
  | 'mostEach'
  | 'mostTogether'
  | 'share'
>

export const updateConsortium = (tx: Tx, id: string, c: Changed): Promise<unknown> =>
  sql`update consortium set call_name = ${c.callName}, call_address = ${c.callAddress}, deadline = ${c.deadline},
      title = ${c.title}, aim = ${c.aim}, programme = ${c.programme}, budget = ${c.budget}, lead_id = ${c.lead},
      least = ${c.least}, most = ${c.most}, most_each = ${c.mostEach}, most_together = ${c.mostTogether},
      share = ${c.share} where id = ${id}`.execute(tx)

export const setState = (
  tx: Tx,
  id: string,
  { state, at, why }: { state: ConsortiumState; at: Date | null; why: string | null },
): Promise<unknown> =>
  sql`update consortium set state = ${state}, ended_at = ${at}, ended_why = ${why} where id = ${id}`.execute(
    tx,
  )

export async function partnersOf(db: Read, consortium: string): Promise<Partner[]> {
  const { rows } = await sql<Partner>`
    select y.id, o.canonical_id as organisation, y.name, y.part, y.state, y.share, y.capacity,
      exists (select from consortium_letter l where l.partner_id = y.id and l.withdrawn_at is null) as signed
    from consortium_partner y left join organisation o on o.id = y.organisation_id
    where y.consortium_id = ${consortium} and y.ended_at is null order by y.at, y.id`.execute(db as Tx)
  return rows
}

export const insertPartner = (
  tx: Tx,
  p: {
    id: string
    consortium: string
    organisation: string | null
    name: string
    part: string | null
    person: string | null
    at: Date
  },
): Promise<unknown> =>
  sql`insert into consortium_partner (id, consortium_id, organisation_id, name, part, state, person_id, at, changed_at)
    values (${p.id}, ${p.consortium}, ${p.organisation}, ${p.name}, ${p.part}, 'proposed', ${p.person}, ${p.at}, ${p.at})`.execute(
    tx,
  )

export const setPartnerState = (tx: Tx, id: string, state: PartnerState, at: Date): Promise<unknown> =>
  sql`update consortium_partner set state = ${state}, changed_at = ${at} where id = ${id}`.execute(tx)

export async function choicesOf(db: Read, consortium: string): Promise<ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    select x.id, o.canonical_id as organisation, o.name, x.choice, x.reason, x.by_whom as by, x.at
    from consortium_choice x join organisation o on o.id = x.organisation_id
    where x.consortium_id = ${consortium} and x.ended_at is null order by x.at, x.id`.execute(db as Tx)
  return rows
}

export async function judgementsOf(db: Read, consortium: string): Promise<JudgementRow[]> {
  const { rows } = await sql<JudgementRow>`
    select x.id, x.demand_id as demand, o.canonical_id as organisation, x.reason, x.by_whom as by, x.at
    from consortium_judgement x join organisation o on o.id = x.organisation_id
      join consortium_demand d on d.id = x.demand_id
    where d.consortium_id = ${consortium} and d.ended_at is null and x.ended_at is null
    order by x.at, x.id`.execute(db as Tx)
  return rows
}

type Said = { id: string; organisation: string; reason: string; person: string | null; by: string; at: Date }

export const endChoices = (tx: Tx, consortium: string, organisation: string, at: Date): Promise<unknown> =>
  sql`update consortium_choice set ended_at = ${at}
    where consortium_id = ${consortium} and organisation_id = ${organisation} and ended_at is null`.execute(
    tx,
  )

export const insertChoice = (
  tx: Tx,
  x: Said & { consortium: string; choice: 'pinned' | 'refused' },
): Promise<unknown> =>
  sql`insert into consortium_choice (id, consortium_id, organisation_id, choice, reason, person_id, by_whom, at)
    values (${x.id}, ${x.consortium}, ${x.organisation}, ${x.choice}, ${x.reason}, ${x.person}, ${x.by}, ${x.at})`.execute(
    tx,
  )

export const endJudgements = (tx: Tx, demand: string, organisation: string, at: Date): Promise<unknown> =>
  sql`update consortium_judgement set ended_at = ${at}
    where demand_id = ${demand} and organisation_id = ${organisation} and ended_at is null`.execute(tx)

export const insertJudgement = (tx: Tx, x: Said & { demand: string }): Promise<unknown> =>
  sql`insert into consortium_judgement (id, demand_id, organisation_id, reason, person_id, by_whom, at)
    values (${x.id}, ${x.demand}, ${x.organisation}, ${x.reason}, ${x.person}, ${x.by}, ${x.at})`.execute(tx)

/** The course of a consortium, deed by deed. */
export const insertEvent = (
  tx: Tx,
  e: {
    id: string
    consortium: string
    what: string
    details: object
    person: string | null
    by: string
    at: Date
  },
): Promise<unknown> =>
  sql`insert into consortium_event (id, consortium_id, what, details, person_id, by_whom, at)
    values (${e.id}, ${e.consortium}, ${e.what}, ${JSON.stringify(e.details)}, ${e.person}, ${e.by}, ${e.at})`.execute(
    tx,
  )

/** The canonical rows of organisations, of any of their rows. */
export async function canonicalOf(db: Read, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct canonical_id as id from organisation where id = any(${[...ids]}::uuid[])`.execute(
    db as Tx,
  )
  return rows.map(({ id }) => id)
}
