import { expect, test } from 'vitest'
import { costModels } from '../../src/modules/codes/index.ts'
import { compareBudget } from './compare.ts'
import { compareHistory } from './histories.ts'

/** The same comparison of ten thousand each: `npm run bench -- budget`. */
test('200 made budgets come to the same as a calculation made in another way', () => {
  const compared = Array.from({ length: 200 }, (_, seed) => compareBudget(seed, costModels))
  expect(compared.flatMap((one) => one.differences)).toEqual([])
  expect(new Set(compared.map((one) => one.model)).size).toBe(4)
  expect(compared.reduce((sum, one) => sum + one.figures, 0)).toBeGreaterThan(10_000)
})

test('300 made histories of de minimis aid come to the same day by day', () => {
  const compared = Array.from({ length: 300 }, (_, seed) => compareHistory(seed))
  expect(compared.flatMap((one) => one.differences)).toEqual([])
})
