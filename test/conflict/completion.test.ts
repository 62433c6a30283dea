import { expect, it } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { askCompletion } from '../../src/modules/applications/office-actions.ts'
import { declare, type Own, ownConflict } from '../../src/modules/conflicts/declare-actions.ts'
import {
  after,
  database,
  declared,
  does,
  filled,
  people,
  submit,
  withApplicants,
  write,
} from '../applicants.ts'

withApplicants()

// A completion does not ask everybody to declare again, unless it brings somebody in of whom nobody has declared.

const later = (hours: number) => new Date(after.getTime() + hours * 3_600_000)
const own = (application: string, now: Date) => does<Own>('officer', ownConflict, { application }, now)
const standing = async (application: string, now: Date) => (await own(application, now)).standings.propose

async function completed(id: string, fields: Record<string, string>, now: Date): Promise<void> {
  const ask = { application: id, sections: ['who', 'why'], message: 'Täydennä.', due: '30.11.2026' }
  await declared(id, 'coordinator')
  await does('coordinator', askCompletion, ask, now)
  for (const [section, name] of [
    ['who', 'organisation'],
    ['why', 'need'],
  ] as const)
    if (fields[name]) await write('aino', id, section, { [name]: fields[name] }, now)
  await submit(id, now)
}

it('a declaration holds while parties and writers are the same, and not a moment longer', async () => {
  const id = await filled()
  await submit(id)
  expect(await standing(id, later(0))).toBe('must-declare')
  await does('officer', declare, { application: id, says: 'none' }, later(0))
  await completed(id, { need: 'Tarkempi tarve.' }, later(1))
  expect(await standing(id, later(2))).toBe('free')
  await completed(id, { organisation: 'Aivan muu Oy' }, later(3))
  expect(await standing(id, later(4))).toBe('must-declare')
  const { matter } = await own(id, later(4))
  expect(matter.settledAt).toEqual(later(3))
  expect(matter.writers).toEqual(['Aino Aalto'])
  await does('officer', declare, { application: id, says: 'none' }, later(5))
  expect(await standing(id, later(5))).toBe('free')
})

it('a new writer asks again once the application is sent; an invitation alone frees and binds nobody', async () => {
  const id = await filled('rival')
  await submit(id, undefined, 'rival')
  await does('officer', declare, { application: id, says: 'none' }, later(0))
  await database.db
    .insertInto('application_right')
    .values({
      id: newId(),
      application_id: id,
      person_id: people.bengt.id,
      level: 'edit',
      given_at: later(1),
    })
    .execute()
  expect(await standing(id, later(2))).toBe('free')
  const ask = { application: id, sections: ['why'], message: 'Täydennä.', due: '30.11.2026' }
  await declared(id, 'coordinator')
  await does('coordinator', askCompletion, ask, later(3))
  await write('rival', id, 'why', { need: 'Uusi kirjoittaja tuli.' }, later(3))
  await submit(id, later(3), 'rival')
  expect(await standing(id, later(4))).toBe('must-declare')
})
