import path from 'node:path'
import type { Tie } from '../../engine/network/index.ts'
import type { Read } from '../../kernel/db.ts'
import { shippedData } from '../../kernel/product.ts'
import { type RorTie, referenceRecords, rorTies } from '../organisations/index.ts'
import { weightOf } from '../ties/index.ts'
import { holdersOf } from './gather-queries.ts'

let read: Promise<RorTie[]> | undefined

/** Who belongs to whom, as the shipped records of research organisations tell (ROR, CC0 1.0); read once in a process. */
export function partsAndWholes(): Promise<RorTie[]> {
  read ??= (async () => {
    const records = []
    const file = path.join(shippedData, 'organisations', 'ror-nordic.jsonl.gz')
    for await (const record of referenceRecords(file)) records.push(record)
    return rorTies(records).filter((tie) => tie.kind === 'part-of')
  })()
  return read
}

/** Parts and wholes of which one at least is an actor anyway: a register alone makes nobody an actor of the network. */
export async function registerTies(db: Read, actors: ReadonlySet<string>): Promise<Tie[]> {
  const ties = await partsAndWholes()
  const holders = await holdersOf(
    db,
    'ror',
    ties.flatMap((tie) => [tie.from, tie.to]),
  )
  return ties.flatMap(({ from, to }): Tie[] => {
    const [a, b] = [holders.get(from), holders.get(to)]
    if (!a || !b || a === b || !(actors.has(a) || actors.has(b))) return []
    return [{ a, b, kind: 'part-of', weight: weightOf(2, 'confirmed'), evidence: `register:ror` }]
  })
}
