import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ConsortiumRoom, openConsortiumRoom } from '../../../test/consortium-room.ts'
import { whatIsSent } from '../../../test/page-request.ts'
import { transaction } from '../../kernel/db.ts'
import { addConsortium, editConsortium } from './consortium-actions.ts'
import { setPartnerState } from './consortium-queries.ts'
import { propose } from './partner-actions.ts'

let room: ConsortiumRoom
beforeAll(async () => {
  room = await openConsortiumRoom()
})
afterAll(() => room.database.drop())

it('takes a commitment to another consortium for a word of its own, and tells of it to who sees that one', async () => {
  const coordinator = room.as('coordinator')
  const said = { ecosystem: 'hev', title: 'Metsädata', lead: 'Pohjan yliopisto', least: 2, most: 4 }
  const { id } = await coordinator<{ id: string }>(addConsortium, said)
  const { partner } = await coordinator<{ partner: string }>(propose, {
    consortium: id,
    organisation: 'Metsäyhdistys ry',
    part: 'Tekoälyn koulutus metsäkoneille',
  })
  await coordinator(editConsortium, {
    consortium: room.id,
    title: 'Robottikonsortio',
    lead: 'Pohjan yliopisto',
    share: 'public',
  })
  const { organisation } = (await room.cover()).suggestions.find(({ name }) => name === 'Metsäyhdistys ry')!
  const told = async () => whatIsSent(await room.page(`/organisations/${organisation}`))
  const words = 'Metsädata: Tekoälyn koulutus metsäkoneille'
  expect(await told()).not.toContain(words)
  const elsewhere = await room.cover('elsewhere')
  await transaction(room.database.db, (tx) =>
    setPartnerState(tx, partner, 'committed', new Date('2026-10-01T09:00:00Z')),
  )
  expect(await told()).toContain(words)
  expect(await told()).toContain('1.10.2026')
  expect(await room.cover('elsewhere')).toEqual(elsewhere)
})
