/** One field that a command changed; null where there was or is nothing. */
export type FieldChange = { field: string; before: string | null; after: string | null }

const told = (value: unknown): string | null =>
  value === null || value === undefined || value === ''
    ? null
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

/** A record as flat fields, "layout.currency" for what lies deeper. Lists are one field; sealed values stay whole. */
function flat(value: unknown, path: string, into: Map<string, unknown>): Map<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    if (path) into.set(path, value)
    return into
  }
  for (const [key, item] of Object.entries(value)) flat(item, path ? `${path}.${key}` : key, into)
  return into
}

/** What differs between two states of a record, field by field, in the order in which the fields stand. */
export function differences(before: unknown, after: unknown): FieldChange[] {
  const was = flat(before, '', new Map())
  const is = flat(after, '', new Map())
  const fields = [...new Set([...was.keys(), ...is.keys()])]
  return fields
    .map((field) => ({ field, before: told(was.get(field)), after: told(is.get(field)) }))
    .filter((f) => f.before !== f.after)
}

/** The address of a record's own history. */
export const historyPath = (kind: string, id: string): string =>
  `/administration/audit/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`

/** Pages of kinds that have one under their id. */
const pages: Record<string, string> = {
  import: '/sources/',
  organisation: '/organisations/',
  person: '/administration/users/',
}

export const recordPath = (kind: string, id: string): string | undefined =>
  pages[kind] && `${pages[kind]}${id}`
