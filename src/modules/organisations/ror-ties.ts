import { displayName, type Reference } from './reference.ts'

/**
 * A tie that ROR tells of two organisations, by their ROR ids: `part-of` goes from the part to the whole, `succeeds`
 * from the new one to the old; `related` has no direction and goes from the smaller id. The names are those ROR shows.
 */
export type RorTie = {
  kind: 'part-of' | 'succeeds' | 'related'
  from: string
  to: string
  fromName: string
  toName: string
}

/** The ties in some records, each once: what a parent says of its child, the child says of its parent. */
export function rorTies(
  records: readonly Pick<Reference, 'id' | 'names' | 'places' | 'relations'>[],
): RorTie[] {
  const shown = new Map(records.map((record) => [record.id, displayName(record)]))
  const ties = new Map<string, RorTie>()
  for (const { id, relations = [] } of records) {
    for (const relation of relations) {
      const { kind, from, to } = directed(id, relation)
      const nameOf = (one: string): string => shown.get(one) ?? relation.name
      ties.set(`${kind} ${from} ${to}`, { kind, from, to, fromName: nameOf(from), toName: nameOf(to) })
    }
  }
  return [...ties.values()]
}

type Relation = NonNullable<Reference['relations']>[number]

function directed(id: string, { kind, id: other }: Relation): Pick<RorTie, 'kind' | 'from' | 'to'> {
  if (kind === 'parent') return { kind: 'part-of', from: id, to: other }
  if (kind === 'child') return { kind: 'part-of', from: other, to: id }
  if (kind === 'predecessor') return { kind: 'succeeds', from: id, to: other }
  if (kind === 'successor') return { kind: 'succeeds', from: other, to: id }
  return id < other ? { kind, from: id, to: other } : { kind, from: other, to: id }
}
