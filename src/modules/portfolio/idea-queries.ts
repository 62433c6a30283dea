import { type RawBuilder, sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Idea, IdeaAct, IdeaWording } from './record.ts'

async function ideasWhere(db: Read, where: RawBuilder<unknown>): Promise<Idea[]> {
  const { rows } = await sql<Idea>`
    select x.id, x.language, x.title, x.body, x.lead, x.city, x.amount::text as amount, x.starts, x.ends,
      x.frame_values as values, x.person_id as person, x.at, person.name as by, x.removed_at as "withdrawnAt"
    from portfolio_idea x left join person on person.id = x.person_id
    where ${where} order by x.at, x.id`.execute(db as Tx)
  return rows
}

/** The ideas that stand in a portfolio. */
export const ideasOf = (db: Read, portfolio: string): Promise<Idea[]> =>
  ideasWhere(db, sql`x.portfolio_id = ${portfolio} and x.removed_at is null`)

export const withdrawnIdeasOf = (db: Read, portfolio: string): Promise<Idea[]> =>
  ideasWhere(db, sql`x.portfolio_id = ${portfolio} and x.removed_at is not null`)

/** An idea of a portfolio, standing or withdrawn. */
export async function ideaById(db: Read, portfolio: string, id: string): Promise<Idea | undefined> {
  return (await ideasWhere(db, sql`x.portfolio_id = ${portfolio} and x.id = ${id}`))[0]
}

/** What became of an idea, the newest first. */
export async function actsOf(db: Read, idea: string): Promise<IdeaAct[]> {
  const { rows } = await sql<IdeaAct>`
    select x.id, x.act, x.before, x.at, person.name as by
    from portfolio_idea_act x left join person on person.id = x.person_id
    where x.idea_id = ${idea} order by x.at desc, x.id desc`.execute(db as Tx)
  return rows
}

type By = { person: string; at: Date }

const rowOf = ({ values, ...wording }: IdeaWording) => ({ ...wording, frame_values: [...values] })

export const insertIdea = (
  tx: Tx,
  { id, portfolio, language, wording, person, at }: NewIdea & By,
): Promise<unknown> =>
  tx
    .insertInto('portfolio_idea')
    .values({ id, portfolio_id: portfolio, language, ...rowOf(wording), person_id: person, at })
    .execute()

type NewIdea = { id: string; portfolio: string; language: string; wording: IdeaWording }

export const updateIdea = (tx: Tx, id: string, wording: IdeaWording): Promise<unknown> =>
  tx.updateTable('portfolio_idea').set(rowOf(wording)).where('id', '=', id).execute()

/** Takes an idea out of its portfolio, or back in where `by` is null. */
export const setWithdrawn = (tx: Tx, id: string, by: By | null): Promise<unknown> =>
  tx
    .updateTable('portfolio_idea')
    .set({ removed_at: by?.at ?? null, removed_by: by?.person ?? null })
    .where('id', '=', id)
    .execute()

export const insertAct = (tx: Tx, { id, idea, act, before, person, at }: NewAct & By): Promise<unknown> =>
  tx
    .insertInto('portfolio_idea_act')
    .values({
      id,
      idea_id: idea,
      act,
      before: before && JSON.stringify(before),
      person_id: person,
      at,
    })
    .execute()

type NewAct = { id: string; idea: string } & Pick<IdeaAct, 'act' | 'before'>
