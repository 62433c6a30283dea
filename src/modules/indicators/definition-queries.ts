import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import type { DefinitionVersion, Indicator, SetName } from './definition.ts'

/** Who writes: a person, or the product itself. */
export type By = { person: string | null; name: string; at: Date }

const newest = sql`
  select i.id, i.code, i.ecosystem_id as keeper, v.version, v.name, v.definition, v.unit, v.aggregation, v.decimals,
    v.disaggregation, v.source
  from indicator i join lateral (
    select * from indicator_version v where v.indicator_id = i.id order by v.version desc limit 1
  ) v on true`

/** The indicators that an ecosystem uses, the common set first, each set by code. */
export async function indicatorsOf(db: Read, ecosystem: string): Promise<(Indicator & { set: SetName })[]> {
  const { rows } = await sql<Indicator & { set: SetName }>`
    select n.*, s.set_name as set from ecosystem_indicator s join (${newest}) n on n.id = s.indicator_id
    where s.ecosystem_id = ${ecosystem} and s.ended_at is null
    order by s.set_name, n.code, n.id`.execute(db as Tx)
  return rows
}

export async function indicatorById(db: Read, id: string): Promise<Indicator | undefined> {
  const { rows } = await sql<Indicator>`select * from (${newest}) n where n.id = ${id}`.execute(db as Tx)
  return rows[0]
}

/** The indicator of a code: of the common list, or one that the ecosystem keeps. */
export async function indicatorWith(
  db: Read,
  keeper: string | null,
  code: string,
): Promise<Indicator | undefined> {
  const { rows } = await sql<Indicator>`
    select * from (${newest}) n where n.code = ${code} and n.keeper is not distinct from ${keeper}::uuid`.execute(
    db as Tx,
  )
  return rows[0]
}

/** What the other ecosystems keep and share with the public: their definitions may be used as they are. */
export async function definitionsElsewhere(
  db: Read,
  ecosystem: string,
): Promise<(Indicator & { keeperName: Names })[]> {
  const { rows } = await sql<Indicator & { keeperName: Names }>`
    select n.*, coalesce(e.short_name, e.name) as "keeperName" from (${newest}) n join ecosystem e on e.id = n.keeper
    where n.keeper <> ${ecosystem} and e.share = 'public'
      and not exists (select from ecosystem_indicator s where s.ecosystem_id = ${ecosystem}
        and s.indicator_id = n.id and s.ended_at is null)
    order by e.position, n.code limit 200`.execute(db as Tx)
  return rows
}

export async function definitionVersions(db: Read, indicator: string): Promise<DefinitionVersion[]> {
  const { rows } = await sql<DefinitionVersion>`
    select version, name, definition, unit, aggregation, decimals, disaggregation, source, by_whom as "byWhom", at, reason
    from indicator_version where indicator_id = ${indicator} order by version desc`.execute(db as Tx)
  return rows
}

export const insertIndicator = (
  tx: Tx,
  one: { id: string; code: string; keeper: string | null; at: Date },
): Promise<unknown> =>
  tx
    .insertInto('indicator')
    .values({ id: one.id, code: one.code, ecosystem_id: one.keeper, created_at: one.at })
    .execute()

export type Defined = Omit<Indicator, 'id' | 'code' | 'keeper'> & { reason: string | null }

export const insertVersion = (tx: Tx, indicator: string, says: Defined, by: By): Promise<unknown> =>
  tx
    .insertInto('indicator_version')
    .values({
      indicator_id: indicator,
      version: says.version,
      name: JSON.stringify(says.name),
      definition: JSON.stringify(says.definition),
      unit: JSON.stringify(says.unit),
      aggregation: says.aggregation,
      decimals: says.decimals,
      disaggregation: says.disaggregation,
      source: says.source,
      person_id: by.person,
      by_whom: by.name,
      at: by.at,
      reason: says.reason,
    })
    .execute()

export const insertUse = (
  tx: Tx,
  use: { id: string; ecosystem: string; indicator: string; set: SetName },
  by: By,
): Promise<unknown> =>
  tx
    .insertInto('ecosystem_indicator')
    .values({
      id: use.id,
      ecosystem_id: use.ecosystem,
      indicator_id: use.indicator,
      set_name: use.set,
      person_id: by.person,
      by_whom: by.name,
      at: by.at,
    })
    .execute()

/** The ecosystem stops using it; what was reported stays. Answers whether it was in use. */
export async function endUse(tx: Tx, ecosystem: string, indicator: string, by: By): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ecosystem_indicator')
    .set({ ended_at: by.at, ended_by: by.name })
    .where('ecosystem_id', '=', ecosystem)
    .where('indicator_id', '=', indicator)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
