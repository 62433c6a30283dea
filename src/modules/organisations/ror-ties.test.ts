import { expect, test } from 'vitest'
import { type RorTie, referenceRecords, rorTies } from './index.ts'

const record = (
  id: string,
  relations: { kind: 'parent' | 'child' | 'related' | 'successor'; id: string }[],
) => ({
  id,
  names: [{ name: `Name of ${id}`, kind: 'name' as const }],
  places: [],
  relations: relations.map((relation) => ({ ...relation, name: `Told of ${relation.id}` })),
})

test('a tie that both sides tell is one, and has the direction of its meaning', () => {
  const ties = rorTies([
    record('whole', [{ kind: 'child', id: 'part' }]),
    record('part', [
      { kind: 'parent', id: 'whole' },
      { kind: 'related', id: 'elsewhere' },
    ]),
    record('old', [{ kind: 'successor', id: 'new' }]),
  ])
  expect(ties).toEqual<RorTie[]>([
    { kind: 'part-of', from: 'part', to: 'whole', fromName: 'Name of part', toName: 'Name of whole' },
    { kind: 'related', from: 'elsewhere', to: 'part', fromName: 'Told of elsewhere', toName: 'Name of part' },
    { kind: 'succeeds', from: 'new', to: 'old', fromName: 'Told of new', toName: 'Name of old' },
  ])
})

test('the shipped records: who belongs to whom, and LAB succeeds the university of applied sciences that it came from', async () => {
  const records = []
  for await (const each of referenceRecords('data/organisations/ror-nordic.jsonl.gz')) records.push(each)
  const ties = rorTies(records)
  const count = (kind: RorTie['kind']): number => ties.filter((tie) => tie.kind === kind).length
  expect(records).toHaveLength(1592)
  expect([count('part-of'), count('related'), count('succeeds')]).toEqual([403, 171, 34])
  const succeeded = ties.filter(({ kind, fromName }) => kind === 'succeeds' && /^LAB\b/.test(fromName))
  expect(succeeded.map(({ toName }) => toName).sort()).toEqual(['Saimaan ammattikorkeakoulu'])
})
