import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { knownParties, parties } from '../../src/engine/matching/index.ts'
import { dataAtHand, dataFile } from '../data-at-hand.ts'

const labelled = readFileSync(path.join(import.meta.dirname, 'dk-labelled.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .slice(1)
  .map((line) => line.split('\t'))

const plain = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase()

describe.skipIf(!dataAtHand)('the Danish lists of partners', () => {
  const rows = parse(
    gunzipSync(readFileSync(dataFile('dk-structural-funds-2007-2013/erdf-2007-2013.csv.gz'))),
    {
      columns: true,
    },
  ) as Record<string, string>[]
  const lists = rows.map((row) => row.parter!)
  const known = knownParties(
    lists.filter((list) => list.trim()),
    rows.map((row) => row.navn!),
  )

  test('there are a hundred labelled rows of the 436 that name partners', () => {
    expect(lists.filter((list) => list.trim())).toHaveLength(436)
    expect(labelled).toHaveLength(100)
  })
  test('organisations are read as a person reads them: precision and recall of at least 0.98', () => {
    let [made, right, wanted] = [0, 0, 0]
    for (const [number = '', organisations = ''] of labelled) {
      const left = organisations.split('|').filter(Boolean).map(plain)
      wanted += left.length
      for (const party of parties(lists[Number(number) - 1]!, known)) {
        if (party.kind !== 'organisation' && party.kind !== 'place') continue
        made++
        const at = left.indexOf(plain(party.text))
        if (at >= 0) right += left.splice(at, 1).length
      }
    }
    expect(wanted).toBe(523)
    expect(right / made).toBeGreaterThanOrEqual(0.98)
    expect(right / wanted).toBeGreaterThanOrEqual(0.98)
  })
  test('the people among them are told to be people', () => {
    const people = labelled.filter(([, , others]) => others === 'person').map(([number]) => Number(number))
    expect(people).toEqual([40, 77, 455])
    for (const number of [40, 455])
      expect(parties(lists[number - 1]!, known).map(({ kind }) => kind)).toContain('person')
  })
})
