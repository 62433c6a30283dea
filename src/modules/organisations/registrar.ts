import { tsvector } from '../../engine/language/index.ts'
import { createMatcher, isPersonalName, type MatchResult } from '../../engine/matching/index.ts'
import type { Tx } from '../../kernel/db.ts'
import { type Id, newId } from '../../kernel/id.ts'
import {
  type IdentifierRow,
  insertIdentifiers,
  insertMerges,
  insertNames,
  insertOrganisations,
  insertPairs,
  type Joining,
  type NameRow,
  type OpenPair,
  type OrganisationRow,
  registryRecords,
} from './register-queries.ts'
import { kindOf, nameKeyOf } from './rules.ts'

/** An organisation as one list names it. */
export type Mention = {
  name: string
  identifiers?: readonly { scheme: string; value: string }[]
  place?: string
  region?: string
  country?: string
  kind?: string
}

export type Registered = { id: Id; personal: boolean }

export type Registrar = {
  /** The registry's row for a mention: a known spelling's own, or a new one joined to the one it is. */
  resolve: (mention: Mention) => Registered
  /** What `resolve` has made since it was last taken, for `writeRegistered`. */
  take: () => RegisteredRows
  /** From here on, who is new came with this list. */
  since: (importId: Id, source: string) => void
  /** Whether it knows the whole registry, and so answers of anybody. */
  whole: boolean
  counts: { created: number; matched: number; toReview: number }
}

type Known = { id: Id; canonicalId: Id; personal: boolean; identifiers: ReadonlyMap<string, string> }

/**
 * Loads the registry once and answers who is who while a list is applied. Each new spelling becomes a row of its own;
 * when the matching engine is sure, the row points at the one it is, with the evidence; when it is not, the pair
 * waits for a person. Where `mentions` says all that will be asked and each is a known spelling, only those are read.
 */
export async function openRegistrar(
  tx: Tx,
  firstImport: Id | null,
  firstSource: string,
  now: Date,
  mentions?: readonly Mention[],
): Promise<Registrar> {
  let [importId, source] = [firstImport, firstSource]
  const bySpelling = new Map<string, Known[]>()
  const byId = new Map<Id, Known>()
  const remember = (key: string, known: Known) => {
    const list = bySpelling.get(key)
    if (list) list.push(known)
    else bySpelling.set(key, [known])
  }
  const records = await registryRecords(tx, mentions && [...new Set(mentions.map((m) => nameKeyOf(m.name)))])
  for (const r of records) {
    const identifiers = new Map(r.identifiers.map((i) => [i.scheme, i.value]))
    const known = { id: r.id, canonicalId: r.canonicalId, personal: r.personal, identifiers }
    byId.set(r.id, known)
    for (const name of r.names) remember(nameKeyOf(name), known)
  }
  const isKnown = (m: Mention) =>
    bySpelling.get(nameKeyOf(m.name))?.some((known) => agrees(known, m)) === true
  if (mentions && !mentions.every(isKnown)) return openRegistrar(tx, firstImport, firstSource, now)
  const matcher = createMatcher(
    records
      .filter((r) => r.names.length > 0)
      .map((r) => ({
        id: r.id,
        name: r.names[0]!,
        aliases: r.names.slice(1),
        identifiers: r.identifiers,
        ...(r.place && { place: r.place }),
        ...(r.country && { country: r.country }),
      })),
  )
  const counts = { created: 0, matched: 0, toReview: 0 }
  let made = emptyBatch()

  const create = (mention: Mention, key: string): Known => {
    const id = newId(now.getTime())
    const record = { id, name: mention.name, ...withoutAbsent(mention) }
    const result: MatchResult = matcher.match(record)
    const candidate = result.candidate === undefined ? undefined : byId.get(result.candidate)
    const same = result.outcome === 'same' && candidate !== undefined
    const personal = isPersonalName(mention.name) || (same && candidate.personal)
    const known: Known = {
      id,
      canonicalId: same ? candidate.canonicalId : id,
      personal,
      identifiers: new Map((mention.identifiers ?? []).map((i) => [i.scheme, i.value])),
    }
    made.organisations.push(rowOf(known, mention, importId, now))
    made.names.push({ id: newId(), organisation_id: id, name: mention.name, name_key: key, source })
    for (const i of mention.identifiers ?? []) made.identifiers.push({ organisation_id: id, ...i, source })
    if (same) {
      counts.matched++
      made.merges.push({
        kept: known.canonicalId,
        merged: id,
        evidence: result.evidence,
        score: result.score,
      })
    } else {
      counts.created++
      if (result.outcome === 'review' && candidate) {
        counts.toReview++
        made.pairs.push({ left: candidate.id, right: id, evidence: result.evidence, score: result.score })
      }
    }
    matcher.add(record)
    byId.set(id, known)
    remember(key, known)
    return known
  }

  return {
    counts,
    whole: mentions === undefined,
    since(id, from) {
      ;[importId, source] = [id, from]
    },
    resolve(mention) {
      const key = nameKeyOf(mention.name)
      const known = bySpelling.get(key)?.find((k) => agrees(k, mention)) ?? create(mention, key)
      return { id: known.id, personal: known.personal }
    },
    take() {
      const taken = made
      made = emptyBatch()
      return taken
    },
  }
}

export async function writeRegistered(tx: Tx, rows: RegisteredRows, now: Date): Promise<void> {
  await insertOrganisations(tx, rows.organisations)
  await insertNames(tx, rows.names)
  await insertIdentifiers(tx, rows.identifiers)
  await insertMerges(tx, rows.merges, now)
  await insertPairs(tx, rows.pairs, now)
}

/** The same spelling is the same row unless an identifier is new to it or says otherwise. */
function agrees(known: Known, mention: Mention): boolean {
  return (mention.identifiers ?? []).every((i) => known.identifiers.get(i.scheme) === i.value)
}

/** Rows for the registry that wait to be written. */
export type RegisteredRows = ReturnType<typeof emptyBatch>

const emptyBatch = () => ({
  organisations: [] as OrganisationRow[],
  names: [] as NameRow[],
  identifiers: [] as IdentifierRow[],
  merges: [] as Joining[],
  pairs: [] as OpenPair[],
})

const withoutAbsent = (m: Mention) => ({
  ...(m.identifiers && { identifiers: m.identifiers }),
  ...(m.place && { place: m.place }),
  ...(m.country && { country: m.country }),
})

function rowOf(known: Known, mention: Mention, importId: Id | null, now: Date): OrganisationRow {
  return {
    id: known.id,
    canonical_id: known.canonicalId,
    name: mention.name,
    kind: mention.kind ?? (known.personal ? 'sole-trader' : kindOf(mention.name)),
    personal: known.personal,
    place: mention.place ?? null,
    region: mention.region ?? null,
    country: mention.country ?? null,
    import_id: importId,
    created_at: now,
    lexemes: known.personal ? '' : tsvector([{ text: mention.name, weight: 'A', language: 'auto' }]),
  }
}
