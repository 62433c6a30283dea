import { sql } from 'kysely'
import type { Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'

type By = { person: string; at: Date }
const by = ({ person, at }: By) => ({ person_id: person, at })

export const insertPortfolio = (
  tx: Tx,
  p: { id: string; ecosystem: string; name: Names; purpose: Names; share: string; exercise: boolean } & By,
) =>
  tx
    .insertInto('portfolio')
    .values({
      id: p.id,
      ecosystem_id: p.ecosystem,
      name: JSON.stringify(p.name),
      purpose: JSON.stringify(p.purpose),
      share: p.share,
      exercise: p.exercise,
      person_id: p.person,
      created_at: p.at,
    })
    .execute()

export const updatePortfolio = (
  tx: Tx,
  id: string,
  p: { name: Names; purpose: Names; share: string; at: Date },
) =>
  tx
    .updateTable('portfolio')
    .set({
      name: JSON.stringify(p.name),
      purpose: JSON.stringify(p.purpose),
      share: p.share,
      edited_at: p.at,
    })
    .where('id', '=', id)
    .execute()

export const insertSource = (
  tx: Tx,
  s: { id: string; portfolio: string; filters: object | null; call: string | null } & By,
) =>
  tx
    .insertInto('portfolio_source')
    .values({
      id: s.id,
      portfolio_id: s.portfolio,
      kind: s.call ? 'call' : 'projects',
      filters: s.filters && JSON.stringify(s.filters),
      call_id: s.call,
      ...by(s),
    })
    .execute()

export const insertChoice = (
  tx: Tx,
  c: { id: string; portfolio: string; thing: string; stance: string; reason: string } & By,
) =>
  tx
    .insertInto('portfolio_choice')
    .values({
      id: c.id,
      portfolio_id: c.portfolio,
      thing_id: c.thing,
      stance: c.stance,
      reason: c.reason,
      ...by(c),
    })
    .execute()

export const endChoices = (tx: Tx, portfolio: string, thing: string, { person, at }: By) =>
  tx
    .updateTable('portfolio_choice')
    .set({ removed_at: at, removed_by: person })
    .where('portfolio_id', '=', portfolio)
    .where('thing_id', '=', thing)
    .where('removed_at', 'is', null)
    .execute()

export type NewPlacement = { id: string; thing: string; dimension: string; code: string }

/** Writes placements as one act; what stood for the same thing on the same dimensions gives way to them. */
export async function writePlacements(
  tx: Tx,
  act: { portfolio: string; batch: string; reason: string } & By,
  rows: readonly NewPlacement[],
): Promise<void> {
  const dimensions = [...new Set(rows.map((r) => r.dimension))]
  const things = [...new Set(rows.map((r) => r.thing))]
  await tx
    .updateTable('portfolio_placement')
    .set({ removed_at: act.at, removed_by: act.person, removed_batch: act.batch })
    .where('portfolio_id', '=', act.portfolio)
    .where('thing_id', 'in', things)
    .where('dimension', 'in', dimensions)
    .where('removed_at', 'is', null)
    .execute()
  await tx
    .insertInto('portfolio_placement')
    .values(
      rows.map(({ id, thing, dimension, code }) => ({
        id,
        portfolio_id: act.portfolio,
        batch_id: act.batch,
        thing_id: thing,
        dimension,
        code,
        reason: act.reason,
        ...by(act),
      })),
    )
    .execute()
}

/** Takes an act of placing back: what gave way to it stands again. */
export async function undoPlacements(
  tx: Tx,
  portfolio: string,
  batch: string,
  { person, at }: By,
): Promise<number> {
  const ended = await tx
    .updateTable('portfolio_placement')
    .set({ removed_at: at, removed_by: person, removed_batch: batch })
    .where('portfolio_id', '=', portfolio)
    .where('batch_id', '=', batch)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows > 0n)
    await tx
      .updateTable('portfolio_placement')
      .set({ removed_at: null, removed_by: null, removed_batch: null })
      .where('portfolio_id', '=', portfolio)
      .where('removed_batch', '=', batch)
      .where('batch_id', '<>', batch)
      .execute()
  return Number(ended.numUpdatedRows)
}

export async function writeTarget(
  tx: Tx,
  t: { id: string; portfolio: string; values: readonly string[]; measure: string; amount: bigint } & By,
): Promise<void> {
  await endTarget(tx, t.portfolio, t.values, t)
  await tx
    .insertInto('portfolio_target')
    .values({
      id: t.id,
      portfolio_id: t.portfolio,
      frame_values: [...t.values],
      measure: t.measure,
      amount: Number(t.amount),
      ...by(t),
    })
    .execute()
}

export const endTarget = (tx: Tx, portfolio: string, values: readonly string[], { person, at }: By) =>
  tx
    .updateTable('portfolio_target')
    .set({ removed_at: at, removed_by: person })
    .where('portfolio_id', '=', portfolio)
    .where(sql<boolean>`frame_values = ${[...values]}::text[]`)
    .where('removed_at', 'is', null)
    .execute()

export const insertFeed = (
  tx: Tx,
  f: { id: string; portfolio: string; from: string; to: string; kind: string; reason: string } & By,
) =>
  tx
    .insertInto('portfolio_feed')
    .values({
      id: f.id,
      portfolio_id: f.portfolio,
      from_id: f.from,
      to_id: f.to,
      kind: f.kind,
      reason: f.reason,
      ...by(f),
    })
    .execute()

export const insertGoal = (
  tx: Tx,
  g: { id: string; portfolio: string; organisation: string | null; owner: string; name: Names } & By,
) =>
  tx
    .insertInto('portfolio_goal')
    .values({
      id: g.id,
      portfolio_id: g.portfolio,
      organisation_id: g.organisation,
      owner: g.owner,
      name: JSON.stringify(g.name),
      ...by(g),
    })
    .execute()

/** How strongly a thing serves a goal; what was said before gives way. Nothing stands where the strength is 0. */
export async function writeService(
  tx: Tx,
  s: { id: string; goal: string; thing: string; strength: number; reason: string } & By,
): Promise<void> {
  await tx
    .updateTable('portfolio_service')
    .set({ removed_at: s.at, removed_by: s.person })
    .where('goal_id', '=', s.goal)
    .where('thing_id', '=', s.thing)
    .where('removed_at', 'is', null)
    .execute()
  if (s.strength === 0) return
  await tx
    .insertInto('portfolio_service')
    .values({
      id: s.id,
      goal_id: s.goal,
      thing_id: s.thing,
      strength: s.strength,
      reason: s.reason,
      ...by(s),
    })
    .execute()
}

const kinds = {
  source: 'portfolio_source',
  choice: 'portfolio_choice',
  feed: 'portfolio_feed',
  goal: 'portfolio_goal',
  idea: 'portfolio_idea',
  target: 'portfolio_target',
  commitment: 'portfolio_commitment',
} as const
export type Removable = keyof typeof kinds

/** Ends one row of a portfolio: it stays, and says since when and by whom it does not count. */
export async function remove(
  tx: Tx,
  kind: Removable,
  portfolio: string,
  id: string,
  { person, at }: By,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update ${sql.table(kinds[kind])} set removed_at = ${at}, removed_by = ${person}
    where id = ${id} and portfolio_id = ${portfolio} and removed_at is null`.execute(tx)
  return numAffectedRows > 0n
}
