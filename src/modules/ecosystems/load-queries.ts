import type { Tx } from '../../kernel/db.ts'
import { type Id, newId } from '../../kernel/id.ts'
import type { Ecosystem, EcosystemRole, EcosystemSources } from './record.ts'

/** The ids of the ecosystems that are there, by their keys. */
export async function keysOf(tx: Tx): Promise<Map<string, Id>> {
  const rows = await tx.selectFrom('ecosystem').select(['key', 'id']).execute()
  return new Map(rows.map((row) => [row.key, row.id]))
}

export async function insertSources(tx: Tx, sources: EcosystemSources): Promise<void> {
  const rows = Object.entries(sources).map(([key, s]) => ({
    key,
    title: s.title,
    publisher: s.publisher,
    address: s.address,
    published_on: s.date ?? null,
  }))
  await tx
    .insertInto('ecosystem_source')
    .values(rows)
    .onConflict((c) => c.column('key').doNothing())
    .execute()
}

/** A role, or the part of a party that signed. */
type Party = Omit<EcosystemRole, 'role'> & { role: string }

const json = (data: unknown): string => JSON.stringify(data)
const jsonOrNull = (data: unknown): string | null => (data === undefined ? null : JSON.stringify(data))

/** Writes a record with everything in it but its ties to others, which need the others to be there. */
export async function insertEcosystem(
  tx: Tx,
  id: Id,
  e: Ecosystem,
  position: number,
  lexemes: string,
  now: Date,
): Promise<void> {
  const own = () => ({ id: newId(now.getTime()), ecosystem_id: id })
  await tx
    .insertInto('ecosystem')
    .values({
      id,
      key: e.key,
      kind: e.kind,
      position,
      featured: e.featured ?? false,
      name: json(e.name),
      short_name: jsonOrNull(e.short),
      unofficial: e.unofficial ?? [],
      summary: json(e.summary),
      description: json(e.description),
      starts: e.period?.start ?? null,
      ends: e.period?.end ?? null,
      period_source: e.period?.source ?? null,
      regions: e.regions,
      municipalities: e.municipalities ?? [],
      signed_on: e.agreement?.signed ?? null,
      agreement_until: e.agreement?.validTo ?? null,
      agreement_source: e.agreement?.source ?? null,
      partial: jsonOrNull(e.partial),
      share: 'public',
      created_at: now,
      updated_at: now,
      lexemes,
    })
    .execute()
  const dimensions = e.frame.map((d, i) => ({
    ecosystem_id: id,
    dimension: d.dimension,
    position: i,
    name: json(d.name),
  }))
  const values = e.frame.flatMap((d) =>
    d.values.map((v, i) => ({
      ...own(),
      dimension: d.dimension,
      code: v.code,
      position: i,
      name: json(v.name),
      unofficial: v.unofficial ?? [],
      detail: json(v.detail ?? []),
      valid_from: v.validFrom ?? null,
      valid_to: v.validTo ?? null,
      source: v.source,
    })),
  )
  const { agreement } = e
  const parties = agreement
    ? agreement.parties.map((p) => ({ ...p, role: 'party', source: agreement.source }))
    : []
  const roles = [...parties, ...e.roles].map((r: Party, i) => ({
    ...own(),
    position: i,
    role: r.role,
    name: json(r.name),
    business_id: r.businessId ?? null,
    authority: r.authority ?? null,
    what: jsonOrNull(r.what),
    valid_from: r.validFrom ?? null,
    valid_to: r.validTo ?? null,
    source: r.source,
  }))
  const money = e.money.map((m, i) => ({
    ...own(),
    position: i,
    amount: m.amount,
    currency: m.currency,
    qualifier: m.qualifier,
    what: json(m.what),
    fund: m.fund ?? null,
    year: m.year ?? null,
    payer: jsonOrNull(m.from),
    source: m.source,
  }))
  const goals = (e.goals ?? []).map((g, i) => ({
    ...own(),
    position: i,
    name: json(g.name),
    comparator: g.comparator,
    target: g.target,
    unit: g.unit,
    from_year: g.from ?? null,
    by_year: g.by ?? null,
    source: g.source,
  }))
  const groups = (e.targetGroups ?? []).map((g, i) => ({
    ...own(),
    position: i,
    reach: g.reach,
    name: json(g.name),
    source: g.source,
  }))
  const facts = e.facts.map((f, i) => ({ ...own(), position: i, text: json(f.text), source: f.source }))
  if (dimensions.length > 0) await tx.insertInto('ecosystem_dimension').values(dimensions).execute()
  if (values.length > 0) await tx.insertInto('ecosystem_value').values(values).execute()
  if (roles.length > 0) await tx.insertInto('ecosystem_role').values(roles).execute()
  if (money.length > 0) await tx.insertInto('ecosystem_money').values(money).execute()
  if (goals.length > 0) await tx.insertInto('ecosystem_goal').values(goals).execute()
  if (groups.length > 0) await tx.insertInto('ecosystem_group').values(groups).execute()
  if (facts.length > 0) await tx.insertInto('ecosystem_fact').values(facts).execute()
}

/** Writes the parent and the ties of a record. Throws when it names an ecosystem that is not there. */
export async function linkEcosystems(
  tx: Tx,
  ids: ReadonlyMap<string, Id>,
  e: Ecosystem,
  now: Date,
): Promise<void> {
  const idOf = (key: string): Id => {
    const id = ids.get(key)
    if (!id) throw new Error(`${e.key} names the ecosystem ${key}, which is not there`)
    return id
  }
  const id = idOf(e.key)
  if (e.parent)
    await tx
      .updateTable('ecosystem')
      .set({ parent_id: idOf(e.parent) })
      .where('id', '=', id)
      .execute()
  if (e.links.length === 0) return
  await tx
    .insertInto('ecosystem_link')
    .values(
      e.links.map((l, i) => ({
        id: newId(now.getTime()),
        ecosystem_id: id,
        position: i,
        kind: l.kind,
        to_id: l.to ? idOf(l.to) : null,
        name: jsonOrNull(l.name),
        what: jsonOrNull(l.what),
        source: l.source,
      })),
    )
    .execute()
}
