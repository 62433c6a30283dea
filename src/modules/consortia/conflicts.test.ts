import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ConsortiumRoom, openConsortiumRoom } from '../../../test/consortium-room.ts'
import { callIn, submitted } from '../../../test/matters.ts'
import { whatIsSent } from '../../../test/page-request.ts'
import { somebody } from '../../../test/people.ts'
import { editConsortium } from './consortium-actions.ts'
import { candidatesAction } from './cover-actions.ts'

const partner = 'Etelän ammattikorkeakoulu'
let room: ConsortiumRoom
let call: string
beforeAll(async () => {
  room = await openConsortiumRoom()
  call = await callIn(room.database, room.hev)
  await room.database.db.updateTable('consortium').set({ call_id: call }).where('id', '=', room.id).execute()
  await room.as('coordinator')(editConsortium, {
    consortium: room.id,
    title: 'Robottikonsortio',
    lead: 'Pohjan yliopisto',
    share: 'public',
  })
})
afterAll(() => room.database.drop())

const idOf = async (name: string) =>
  (
    await room.database.db
      .selectFrom('organisation')
      .where('name', '=', name)
      .select('canonical_id')
      .executeTakeFirstOrThrow()
  ).canonical_id

const told = async (who: 'coordinator' | 'member' | 'elsewhere') => {
  const asked = { consortium: room.id, with: [await idOf(partner)] }
  return [await room.cover(who), await room.as(who)(candidatesAction, asked)] as const
}
const ofPartner = async () => {
  const [cover] = await told('coordinator')
  return cover.suggestions.find(({ name }) => name === partner)?.conflicts ?? []
}

/** Somebody of the organisation, with a duty in the call. */
let people = 0
async function handler(duty: string, organisation: string) {
  const offices = duty === 'named' ? [] : [[duty, room.hev] as const]
  const { db } = room.database
  const { id } = await somebody(room.database, `Kalle Käsittelijä ${++people}`, offices)
  await db
    .insertInto('person_organisation')
    .values({ person_id: id, organisation_id: await idOf(organisation), starts_on: '2020-01-01' })
    .execute()
  if (duty === 'named')
    await db
      .insertInto('call_assessor')
      .values({ call_id: call, person_id: id, added_at: new Date('2026-11-01') })
      .execute()
}

it('who handles the call or applies to it shows to those alone who may know it, and changes nothing for others', async () => {
  const before = {
    member: JSON.stringify(await told('member')),
    elsewhere: JSON.stringify(await told('elsewhere')),
  }
  const leads = fc.constantFrom(partner, 'Metsäyhdistys ry', 'Pohjan yliopisto')
  const duties = fc.constantFrom('named', 'assessor', 'preparer', 'city-decider')
  let number = 0
  await fc.assert(
    fc.asyncProperty(duties, leads, fc.boolean(), async (duty, organisation, applies) => {
      await handler(duty, organisation)
      if (applies) {
        const { id } = await somebody(room.database, `Hilla Hakija ${++number}`)
        const parties = [await idOf('Metsäyhdistys ry'), await idOf(partner)]
        await submitted(room.database, { id: call, ecosystem: room.hev }, { person: id, parties, number })
      }
      expect(JSON.stringify(await told('member'))).toBe(before.member)
      expect(JSON.stringify(await told('elsewhere'))).toBe(before.elsewhere)
    }),
    { seed: 20_261_123, numRuns: 8, endOnFailure: true },
  )
  await handler('named', partner)
  const [assessors] = await ofPartner()
  expect(assessors).toMatch(
    /arvioijista: \d+\. Esteellinen ei voi arvioida hakemusta, jos organisaatio on mukana\.$/,
  )
  expect((await ofPartner()).some((said) => said.includes('samassa haussa'))).toBe(true)
  const [cover, { items }] = (await told('coordinator')) as [unknown, { items: { conflicts: string[] }[] }]
  expect(items[0]!.conflicts).toEqual(await ofPartner())
  expect(JSON.stringify(cover)).not.toContain('Käsittelijä')
}, 60_000)

it('says it in the matrix, on the page of the candidate and in a comparison', async () => {
  const id = await idOf(partner)
  for (const path of ['', `/organisations/${id}`, `/compare?with=${id}`])
    expect(await whatIsSent(await room.page(path)), path).toContain('Esteellinen ei voi arvioida')
  for (const who of ['visitor', 'member', 'elsewhere'] as const)
    expect(await whatIsSent(await room.page('', who)), who).not.toContain('Esteellinen')
})
