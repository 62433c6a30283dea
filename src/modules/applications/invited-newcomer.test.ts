import { expect, it } from 'vitest'
import { database, does, filled, refusal, withApplicants } from '../../../test/applicants.ts'
import { enterByInvitation, inviteToApplication, joinApplication } from './people-actions.ts'

withApplicants()

const enters = (token: string, name = 'Uusi Tulija') =>
  does<{ link?: string }>('rival', enterByInvitation, { token, name, language: 'fi' })

async function invited(email: string): Promise<string> {
  await does('aino', inviteToApplication, { application: await filled(), email, level: 'edit' })
  const { body } = await database.db
    .selectFrom('mail')
    .select('body')
    .where('recipient', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return /token=([\w-]+)/.exec(body)![1]!
}

it('the letter of an invitation makes its reader known once, and nobody who is known is let in by it', async () => {
  const token = await invited('uusi@example.fi')
  expect(await refusal(enters(token, ' '))).toBe('application.no-name')
  expect((await enters(token)).link).toBeTruthy()
  expect((await enters(token)).link).toBeUndefined()
  const known = await invited('bengt.berg@example.fi')
  expect((await enters(known)).link).toBeUndefined()
  await does('bengt', joinApplication, { token: known })
  expect(await refusal(enters(known))).toBe('application.no-invitation')
  const people = await database.db
    .selectFrom('person')
    .where('email', '=', 'uusi@example.fi')
    .select('name')
    .execute()
  expect(people).toEqual([{ name: 'Uusi Tulija' }])
})
