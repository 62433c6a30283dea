import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { tsvector } from '../../engine/language/index.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { anyFromReference, insertReferenceNames } from './reference-queries.ts'
import { insertIdentifiers, insertOrganisations } from './register-queries.ts'
import { kindOf, nameKeyOf } from './rules.ts'

/** The source that reference records carry on each name and identifier. */
const referenceSource = 'ROR'

const referenceRecord = z.object({
  id: z.string(),
  status: z.string(),
  places: z.array(z.object({ city: z.string().optional(), country: z.string().optional() })),
  names: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['name', 'alias', 'acronym']),
      language: z.string().optional(),
      main: z.boolean().optional(),
    }),
  ),
  identifiers: z.record(z.string(), z.array(z.string())).optional(),
  relations: z
    .array(
      z.object({
        kind: z.enum(['parent', 'child', 'related', 'successor', 'predecessor']),
        id: z.string(),
        name: z.string(),
      }),
    )
    .optional(),
})
export type Reference = z.output<typeof referenceRecord>

const batchSize = 500

/**
 * Loads the research organisations of the Nordic and Baltic countries with all their names (ROR, CC0 1.0), so that
 * a list's "VTT" or "Åbo Akademi University" meets a known organisation. Does nothing when they are there already.
 * Records that ROR has withdrawn are mistakes and stay out.
 */
export async function loadReference(tx: Tx, file: string, now: Date): Promise<number> {
  if (await anyFromReference(tx, referenceSource, 'ror')) return 0
  let batch: Reference[] = []
  let loaded = 0
  const write = async () => {
    await insertBatch(tx, batch, now)
    loaded += batch.length
    batch = []
  }
  for await (const parsed of referenceRecords(file)) {
    batch.push(parsed)
    if (batch.length >= batchSize) await write()
  }
  await write()
  return loaded
}

/** The records of a file, one a line, without those that ROR has withdrawn. */
export async function* referenceRecords(file: string): AsyncGenerator<Reference> {
  const lines = createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) {
    const parsed = referenceRecord.parse(JSON.parse(line))
    if (parsed.status !== 'withdrawn') yield parsed
  }
}

async function insertBatch(tx: Tx, batch: readonly Reference[], now: Date): Promise<void> {
  const rows = batch.map((r) => ({ id: newId(now.getTime()), reference: r, name: displayName(r) }))
  await insertOrganisations(
    tx,
    rows.map(({ id, reference, name }) => ({
      id,
      canonical_id: id,
      name,
      kind: kindOf(name),
      personal: false,
      place: reference.places[0]?.city ?? null,
      region: null,
      country: reference.places[0]?.country ?? null,
      import_id: null,
      created_at: now,
      lexemes: tsvector(reference.names.map((n) => ({ text: n.name, weight: 'A', language: 'auto' }))),
    })),
  )
  await insertReferenceNames(
    tx,
    rows.flatMap(({ id, reference, name }) =>
      reference.names.map((n) => ({
        id: newId(now.getTime()),
        organisation_id: id,
        name: n.name,
        name_key: nameKeyOf(n.name),
        language: n.language ?? null,
        kind: n.name === name ? 'name' : n.kind === 'acronym' ? 'acronym' : 'alias',
        source: referenceSource,
      })),
    ),
  )
  await insertIdentifiers(
    tx,
    rows.flatMap(({ id, reference }) => [
      { organisation_id: id, scheme: 'ror', value: reference.id, source: referenceSource },
      ...(reference.identifiers?.isni ?? []).map((value) => ({
        organisation_id: id,
        scheme: 'isni',
        value: value.replaceAll(' ', ''),
        source: referenceSource,
      })),
    ]),
  )
}

/** A Finnish organisation is shown by its Finnish name, another by the one ROR shows. */
export function displayName(r: Pick<Reference, 'names' | 'places'>): string {
  const finnish =
    r.places[0]?.country === 'FI' && r.names.find((n) => n.kind === 'name' && n.language === 'fi')
  return (finnish || r.names.find((n) => n.main) || r.names[0]!).name
}
