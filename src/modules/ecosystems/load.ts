import { tsvector, type WeightedText } from '../../engine/language/index.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { languages, type Names } from '../../kernel/text.ts'
import { countWords } from '../search/index.ts'
import { insertEcosystem, insertSources, keysOf, linkEcosystems } from './load-queries.ts'
import type { Ecosystem } from './record.ts'
import { shippedEcosystems, shippedSources } from './shipped.ts'

/**
 * Brings the ecosystems that ship with the product into the database. It adds those whose key is missing and touches
 * no record that is there: what people have written (`edited_at`, `frame_edited_at`, `goals_edited_at`) stands, and so
 * may it run at every start. Returns how many were new.
 */
export async function loadShippedEcosystems(tx: Tx, now: Date): Promise<number> {
  const known = await keysOf(tx)
  const missing = shippedEcosystems.filter((e) => !known.has(e.key))
  if (missing.length === 0) return 0
  await insertSources(tx, shippedSources)
  const ids = new Map(known)
  for (const e of missing) ids.set(e.key, newId(now.getTime()))
  const words = countWords()
  for (const e of missing) {
    const texts = searchTexts(e)
    await insertEcosystem(tx, ids.get(e.key)!, e, shippedEcosystems.indexOf(e), tsvector(texts), now)
    words.add(texts)
  }
  for (const e of missing) await linkEcosystems(tx, ids, e, now)
  await words.write(tx)
  await bumpRevision(tx)
  return missing.length
}

/** What an ecosystem is found by: its names first, then its frame, then who is in it and what is said of it. */
export function searchTexts(e: Ecosystem): WeightedText[] {
  const told = (names: Names | undefined, weight: WeightedText['weight']): WeightedText[] =>
    languages.flatMap((language) => {
      const text = names?.[language]
      return text ? [{ text, weight, language }] : []
    })
  return [
    ...told(e.name, 'A'),
    ...told(e.short, 'A'),
    { text: e.key, weight: 'A', language: 'auto' },
    ...e.frame.flatMap((d) => d.values.flatMap((v) => told(v.name, 'B'))),
    ...e.roles.flatMap((r) => told(r.name, 'C')),
    ...(e.agreement?.parties ?? []).flatMap((p) => told(p.name, 'C')),
    ...told(e.summary, 'C'),
    ...told(e.description, 'D'),
  ]
}
