import type { Read } from '../../kernel/db.ts'
import { organisationSeen } from './sight-queries.ts'

/**
 * The organisations that bear these identifiers: value to the id of the organisation's page. An identifier that
 * nobody bears is left out, and one of an organisation that only closed projects name.
 */
export async function organisationsWith(
  db: Read,
  scheme: string,
  values: readonly string[],
): Promise<Record<string, string>> {
  if (values.length === 0) return {}
  const rows = await db
    .selectFrom('organisation_identifier as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.value', 'o.canonical_id'])
    .where('i.scheme', '=', scheme)
    .where('i.value', 'in', values)
    .where('o.personal', '=', false)
    .where(organisationSeen({ kind: 'visitor' }, 'o.canonical_id'))
    .execute()
  return Object.fromEntries(rows.map((row) => [row.value, row.canonical_id]))
}

/** What kind of organisation bears each of these business ids; one that the registry does not know is left out. */
export async function kindsByBusinessId(
  db: Read,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation_identifier as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .innerJoin('organisation as c', 'c.id', 'o.canonical_id')
    .select(['i.value', 'c.kind'])
    .where('i.scheme', '=', 'fi-business-id')
    .where('i.value', 'in', ids)
    .execute()
  return new Map(rows.flatMap(({ value, kind }) => (kind === null ? [] : [[value, kind] as const])))
}
