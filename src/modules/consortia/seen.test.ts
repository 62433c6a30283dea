import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ConsortiumRoom, openConsortiumRoom } from '../../../test/consortium-room.ts'
import { editConsortium } from './consortium-actions.ts'
import { candidatesAction } from './cover-actions.ts'

let room: ConsortiumRoom
beforeAll(async () => {
  room = await openConsortiumRoom()
  await room.as('coordinator')(editConsortium, {
    consortium: room.id,
    title: 'Robottikonsortio',
    lead: 'Pohjan yliopisto',
    share: 'public',
  })
})
afterAll(() => room.database.drop())

const titles = ['Tekoäly ja robotiikka', 'Robotiikan testiympäristö', 'Tekoälyn pilotti', 'Metsien tekoäly']
const leads = ['Metsäyhdistys ry', 'Etelän ammattikorkeakoulu', 'Salainen yhtiö Oy', 'Toinen salainen Oy']

it('whatever there is that the reader does not see changes nothing of what the reader is told', async () => {
  const told = async () => {
    const cover = await room.cover('elsewhere')
    const asked = { consortium: room.id, with: cover.suggestions.map((one) => one.organisation).slice(0, 4) }
    return JSON.stringify([cover, await room.as('elsewhere')(candidatesAction, asked)])
  }
  const before = await told()
  let codes = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ title: fc.constantFrom(...titles), lead: fc.constantFrom(...leads) }), {
        minLength: 1,
        maxLength: 4,
      }),
      async (projects) => {
        for (const { title, lead } of projects) await room.closed(`S${++codes}`, title, lead)
        expect(await told()).toBe(before)
        expect(JSON.stringify(await room.cover())).not.toBe(before)
      },
    ),
    { seed: 20_261_123, numRuns: 6, endOnFailure: true },
  )
}, 60_000)
