import { expect, it } from 'vitest'
import { torture } from './torture.ts'

it('three people in one form, five kills: nothing that was shown as saved is lost or overwritten', {
  timeout: 240_000,
}, async () => {
  const told = await torture(5, 7, () => undefined)
  expect(told.lost).toEqual([])
  expect(told.overwritten).toEqual([])
  expect(told.acknowledged).toBeGreaterThan(told.characters * 0.98)
  expect(told.characters).toBeGreaterThan(500)
})
