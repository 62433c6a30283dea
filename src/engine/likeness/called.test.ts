import { expect, test } from 'vitest'
import { conceptsCalled } from './called.ts'
import { keysOfLabel } from './label-keys.ts'
import { readOntology } from './ontology.ts'

const labels = [
  ['1', 'talous', 'ekonomi', 'economy'],
  ['2', 'kiertotalous', 'cirkulär ekonomi', 'circular economy'],
  ['3', 'talouspolitiikka', 'ekonomisk politik', 'economic policy'],
  ['4', 'talo', 'hus', 'houses'],
]
const ontology = readOntology(
  labels
    .map(([id, fi, sv, en]) =>
      [id, fi, sv, en, keysOfLabel(fi!, 'fi'), keysOfLabel(sv!, 'sv'), keysOfLabel(en!, 'en'), 0].join('\t'),
    )
    .join('\n'),
)
const called = (typed: string, most = 10) => conceptsCalled(typed, ontology, most).map((c) => ontology.id(c))

test('what is typed is completed in each language, the shortest label first', () => {
  expect(called('talo')).toEqual(['4', '1', '3'])
  expect(called('TALOUS')).toEqual(['1', '3'])
  expect(called('econ')).toEqual(['1', '3', '2'])
  expect(called('hus')).toEqual(['4'])
})

test('the beginning of a later word finds it too, after those that begin so', () => {
  expect(called('ekon')).toEqual(['1', '3', '2'])
  expect(called('cirkulär  eko')).toEqual(['2'])
})

test('what is named in another form comes first, and only so many are told', () => {
  expect(called('kiertotaloudesta')[0]).toBe('2')
  expect(called('ekon', 2)).toEqual(['1', '3'])
})

test('nothing is found by nothing', () => {
  for (const typed of ['', '  ', '-', 'xyzzy', '%']) expect(called(typed), typed).toEqual([])
})
