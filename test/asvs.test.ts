import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** The items of levels 1 and 2 of ASVS 4.0.3, by section; numbers left out are deleted there, or of level 3. */
const asked: Record<string, readonly number[]> = {
  ...upTo({
    '1.1': 7,
    '1.2': 4,
    '1.5': 4,
    '1.6': 4,
    '1.7': 2,
    '1.8': 2,
    '1.9': 2,
    '1.10': 1,
    '1.11': 2,
    '1.14': 6,
  }),
  ...upTo({
    '2.1': 12,
    '2.2': 3,
    '2.3': 3,
    '2.4': 5,
    '2.5': 7,
    '2.6': 3,
    '2.7': 6,
    '2.8': 7,
    '2.9': 3,
    '2.10': 4,
  }),
  ...upTo({ '3.1': 1, '3.2': 4, '3.3': 4, '3.4': 5, '3.5': 3, '3.7': 1, '4.2': 2, '4.3': 3 }),
  ...upTo({ '5.1': 5, '5.2': 8, '5.3': 10, '5.4': 3, '5.5': 4, '6.1': 3, '6.2': 6, '6.3': 2, '6.4': 2 }),
  ...upTo({
    '7.1': 4,
    '7.2': 2,
    '7.4': 3,
    '8.1': 4,
    '8.2': 3,
    '8.3': 8,
    '9.1': 3,
    '9.2': 4,
    '10.2': 2,
    '10.3': 3,
  }),
  ...upTo({
    '11.1': 8,
    '12.1': 3,
    '12.2': 1,
    '12.3': 6,
    '12.4': 2,
    '12.5': 2,
    '12.6': 1,
    '13.3': 2,
    '13.4': 2,
  }),
  ...upTo({ '14.1': 4, '14.2': 6, '14.4': 7, '14.5': 4 }),
  '1.4': [1, 4, 5],
  '1.12': [2],
  '4.1': [1, 2, 3, 5],
  '7.3': [1, 3, 4],
  '13.1': [1, 3, 4, 5],
  '13.2': [1, 2, 3, 5, 6],
  '14.3': [2, 3],
}

function upTo(sections: Record<string, number>): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(sections).map(([section, n]) => [section, Array.from({ length: n }, (_, i) => i + 1)]),
  )
}

const items = readFileSync(join(root, 'docs', 'asvs.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+?) \| (.+) \|$/.exec(line))
  .filter((found) => found !== null)
  .map(([, id, what, answer, how]) => ({ id: id!, what: what!, answer: answer!, how: how! }))

const filesIn = (text: string) =>
  [...text.matchAll(/`([\w./-]+)`/g)]
    .map(([, name]) => name!)
    .filter((name) => /\/|\.(md|json)$/.test(name) && !name.startsWith('/'))

test('every item of the standard stands in the list, once', () => {
  const wanted = Object.entries(asked).flatMap(([section, numbers]) => numbers.map((n) => `${section}.${n}`))
  expect(wanted).toHaveLength(259)
  expect([...items.map((i) => i.id)].sort()).toEqual(wanted.sort())
})

test('every item has one of four answers and says how or why', () => {
  const odd = items.filter(
    (i) =>
      !['test', 'place', 'does not apply', 'OPEN'].includes(i.answer) ||
      i.how.length < 5 ||
      i.what.length < 3,
  )
  expect(odd).toEqual([])
})

test('a test names a test or what it proves, a place names a file, and every file named is there', () => {
  const nameless = items.filter(
    (i) => (i.answer === 'test' || i.answer === 'place') && filesIn(i.how).length === 0,
  )
  expect(nameless).toEqual([])
  const untested = items.filter(
    (i) => i.answer === 'test' && !filesIn(i.how).some((f) => /\.test\.tsx?$|^test\/attack\//.test(f)),
  )
  expect(untested).toEqual([])
  const lost = items.flatMap((i) =>
    filesIn(i.how)
      .filter((f) => !existsSync(join(root, f)))
      .map((f) => `${i.id}: ${f}`),
  )
  expect(lost).toEqual([])
})

test('the counts', () => {
  const count = (answer: string) => items.filter((i) => i.answer === answer).length
  console.warn(
    `ASVS 4.0.3 level 2: ${items.length} items; ${count('test')} by a test, ${count('place')} by a place, ${count('does not apply')} do not apply, ${count('OPEN')} open`,
  )
  expect(count('test') + count('place') + count('does not apply') + count('OPEN')).toBe(items.length)
})
