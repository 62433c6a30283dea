import { readFile, stat } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { openFolder } from '../../../test/other-process.ts'
import { somebody, type TestPerson } from '../../../test/people.ts'
import { readConfig } from '../../config.ts'
import { type House, installationOf, openHouse } from '../../house.ts'
import { perform } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { adoptKey, installationKey, keyFile, prepareKey } from '../../kernel/key.ts'
import { createLog } from '../../kernel/log.ts'
import { seal, unseal } from '../../kernel/seal.ts'
import { resealAll } from './secret-actions.ts'
import { secretVerb } from './secret-verb.ts'

let database: TestDatabase
let folder: string
let person: TestPerson
const webhook = newId()

const env = (more: object = {}) =>
  readConfig({ DATABASE_URL: database.connectionString, TALKOOT_DATA: folder, ...more })
async function inHouse<T>(work: (house: House) => Promise<T>, more: object = {}): Promise<T> {
  const house = await openHouse(env(more), createLog('silent'), 'command', 2)
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}
const system = { kind: 'system', name: 'test' } as const
const keyNow = () => inHouse(async (house) => house.stage(system).site!.secret)

async function sealed(): Promise<{ code: string; hook: string }> {
  const { db } = database
  const code = await db.selectFrom('one_time_code').select('sealed_secret').executeTakeFirstOrThrow()
  const hook = await db.selectFrom('webhook').select('secret').executeTakeFirstOrThrow()
  return { code: code.sealed_secret, hook: hook.secret }
}
async function expectOpenWith(key: string): Promise<void> {
  const { code, hook } = await sealed()
  expect(unseal(key, 'one-time-code', code)).toBe('JBSWY3DPEHPK3PXP')
  expect(unseal(key, 'webhook', hook)).toBe('whsec_x')
}
const run = (house: House, options = {}, more: object = {}) => {
  const said: string[] = []
  const io = {
    out: (t: string) => said.push(t),
    err: (t: string) => said.push(t),
    json: false,
    now: new Date(),
  }
  const context = { stage: house.stage(system), installation: installationOf(env(more)), baseUrl: '' }
  return secretVerb
    .run({ ...context, work: async () => undefined }, io, [], options)
    .then((code) => ({ code, said: said.join('\n') }))
}

beforeAll(async () => {
  database = await freshDatabase()
  folder = await openFolder('talkoot-secret-')
  person = await somebody(database, 'Kaisa Koodi')
  const key = await keyNow()
  const { db } = database
  const code = { person_id: person.id, sealed_secret: seal(key, 'one-time-code', 'JBSWY3DPEHPK3PXP') }
  await db
    .insertInto('one_time_code')
    .values({ ...code, confirmed_at: new Date() })
    .execute()
  await db.insertInto('recovery_code').values({ person_id: person.id, code_hash: 'mark' }).execute()
  const hook = { id: webhook, address: 'https://a.example', kinds: [], state: 'on', created_at: new Date() }
  await db
    .insertInto('webhook')
    .values({ ...hook, secret: seal(key, 'webhook', 'whsec_x') })
    .execute()
})
afterAll(() => database.drop())

it('seals everything anew under a new key of the data folder, and tells whose recovery codes ended', async () => {
  const before = await keyNow()
  const { code, said } = await inHouse((house) => run(house))
  expect(code, said).toBe(0)
  const after = await keyNow()
  expect(after).not.toBe(before)
  await expectOpenWith(after)
  expect((await stat(keyFile(folder))).mode & 0o777).toBe(0o600)
  expect(await readFile(`${keyFile(folder)}.old`, 'utf8')).toBe(before)
  expect(await database.db.selectFrom('recovery_code').selectAll().execute()).toEqual([])
  const mails = await database.db.selectFrom('mail').selectAll().where('person_id', '=', person.id).execute()
  expect(mails.map((m) => m.kind)).toEqual(['security'])
  const [row] = await database.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('action', '=', 'secret.renew')
    .execute()
  expect(JSON.stringify(row)).not.toContain(after)
  expect(JSON.stringify(row)).not.toContain(before)
})

it('finds the right key wherever a renewal was cut off', async () => {
  const before = await keyNow()
  // Before the database has taken it: the old one stays.
  const made = await prepareKey(keyFile(folder))
  expect(await keyNow()).toBe(before)
  await expectOpenWith(before)
  // After it has, and before the files have changed places: the new one is found.
  await inHouse((house) => perform(resealAll, house.stage(system), { oldSecret: before, newSecret: made }))
  expect(await installationKey(folder, database.db)).toBe(made)
  await expectOpenWith(made)
  await adoptKey(keyFile(folder))
  expect(await keyNow()).toBe(made)
})

it('writes the new key where it is told when the operator keeps the key elsewhere', async () => {
  const before = await keyNow()
  const more = { TALKOOT_SECRET: 'a key of the operator, in a store of theirs' }
  await inHouse((house) =>
    perform(resealAll, house.stage(system), { oldSecret: before, newSecret: more.TALKOOT_SECRET }),
  )
  expect((await inHouse((house) => run(house, {}, more), more)).code).toBe(2)
  const keyOut = `${folder}/new.key`
  const { code, said } = await inHouse((house) => run(house, { keyOut }, more), more)
  expect(code, said).toBe(0)
  await expectOpenWith(await readFile(keyOut, 'utf8'))
})
