import { setImmediate as breathe } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { batchesAhead } from './batches.ts'

async function* counted(length: number, read: number[] = [], fault?: Error) {
  for (let n = 0; n < length; n++) {
    if (n % 3 === 0) await breathe()
    read.push(n)
    yield n
  }
  if (fault) throw fault
}

it('gives every item once, in order, in full batches', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(50), fc.integer({ min: 1, max: 12 }), async (length, size) => {
      const batches: number[][] = []
      for await (const batch of batchesAhead(counted(length), size)) batches.push(batch)
      expect(batches.flat()).toEqual(Array.from({ length }, (_, n) => n))
      expect(batches.slice(0, -1).every((b) => b.length === size)).toBe(true)
    }),
  )
})

it('reads one batch ahead and no more', async () => {
  const read: number[] = []
  let given = 0
  for await (const batch of batchesAhead(counted(40, read), 10)) {
    given += batch.length
    for (let i = 0; i < 50; i++) await breathe()
    expect(read.length).toBe(Math.min(40, given + 10))
  }
  expect(given).toBe(40)
})

it('tells a fault after the batches before it, and ends the source when the caller has enough', async () => {
  const given: number[][] = []
  const reading = async () => {
    for await (const batch of batchesAhead(counted(5, [], new Error('torn')), 2)) {
      given.push(batch)
      await breathe()
    }
  }
  await expect(reading()).rejects.toThrow('torn')
  expect(given).toEqual([
    [0, 1],
    [2, 3],
  ])
  let ended = false
  const watched = async function* () {
    try {
      yield* counted(100)
    } finally {
      ended = true
    }
  }
  for await (const _ of batchesAhead(watched(), 2)) break
  expect(ended).toBe(true)
})
