import { afterAll, beforeAll, expect, it } from 'vitest'
import { newToken } from '../../src/modules/integration/token.ts'
import { freshDatabase } from '../database.ts'
import { type Attacker, openTarget, type Target } from './target.ts'

let target: Target
let coordinator: Attacker
let member: Attacker
let url: string
beforeAll(async () => {
  target = await openTarget({ database: await freshDatabase(), env: { TALKOOT_LOG: 'info' } })
  url = target.product.url
  coordinator = await target.person('Kaisa', [{ office: 'coordinator', ecosystem: null }])
  member = await target.person('Mikko', [{ office: 'member', ecosystem: target.ecosystems[0]! }])
})
afterAll(() => target.stop())

const call = (method: string, path: string, headers: Record<string, string>, body?: object) =>
  fetch(`${url}/api${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
const own = (who: Attacker) => ({ cookie: who.cookie, origin: url })
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function make(who: Attacker, scopes: string[]) {
  const answer = await call('POST', '/token/create', own(who), { name: 'Koneen nimi', scopes })
  expect(answer.status).toBe(200)
  return (await answer.json()) as { id: string; token: string }
}

it('acts as its person within its scopes, by no cookie and from no origin', async () => {
  const { token } = await make(coordinator, ['import:read'])
  expect((await call('GET', '/imports', bearer(token))).status).toBe(200)
  const beyond = await call('GET', '/organisation-pairs', bearer(token))
  expect(beyond.status).toBe(403)
  expect(await beyond.text()).toContain('organisations:read')
  // A cookie beside a token adds nothing.
  expect((await call('GET', '/organisation-pairs', { ...bearer(token), ...own(coordinator) })).status).toBe(
    403,
  )
  const input = { name: 'x.csv', hash: '0'.repeat(64), bytes: 1 }
  expect((await call('POST', '/import/receive', bearer(token), input)).status).toBe(403)
  const writer = await make(coordinator, ['import:write'])
  expect((await call('POST', '/import/receive', bearer(writer.token), input)).status).toBe(404)
})

it('is never more than its person', async () => {
  const { token } = await make(member, ['read', 'import:write', 'import:read'])
  expect((await call('GET', '/imports', bearer(token))).status).toBe(403)
  expect((await call('GET', '/projects', bearer(token))).status).toBe(200)
  await target.database.db
    .updateTable('person')
    .set({ closed_at: new Date() })
    .where('id', '=', member.id)
    .execute()
  expect((await call('GET', '/projects', bearer(token))).status).toBe(401)
})

it('makes no tokens, webhooks or other ways in, whatever its scopes', async () => {
  const { token } = await make(coordinator, ['read', 'webhook:write', 'webhook:read'])
  for (const scopes of [['token:write'], ['token:read'], ['everything'], ['*'], []])
    expect((await call('POST', '/token/create', own(coordinator), { name: 'x', scopes })).status).toBe(422)
  expect((await call('POST', '/token/create', bearer(token), { name: 'x', scopes: ['read'] })).status).toBe(
    403,
  )
  expect((await call('GET', '/tokens', bearer(token))).status).toBe(403)
  const hook = { address: 'https://example.com/', kinds: ['import.receive'] }
  expect((await call('POST', '/webhook/create', bearer(token), hook)).status).toBe(403)
  const page = await fetch(`${url}/account/tokens`, { headers: bearer(token) })
  expect(page.status).toBe(403)
})

it('ends when it is revoked, by its own person alone, or expires', async () => {
  const { id, token } = await make(coordinator, ['read'])
  const other = await target.person('Toinen', [{ office: 'administrator', ecosystem: null }])
  expect((await call('DELETE', `/tokens/${id}`, own(other))).status).toBe(404)
  expect((await call('GET', '/imports', bearer(token))).status).toBe(200)
  expect((await call('DELETE', `/tokens/${id}`, own(coordinator))).status).toBe(200)
  const ended = await call('GET', '/imports', bearer(token))
  expect(ended.status).toBe(401)
  expect(ended.headers.get('www-authenticate')).toMatch(/^Bearer .*invalid_token/)
  const late = await make(coordinator, ['read'])
  await target.database.db
    .updateTable('api_token')
    .set({ expires_at: new Date() })
    .where('id', '=', late.id)
    .execute()
  expect((await call('GET', '/imports', bearer(late.token))).status).toBe(401)
  for (const forged of [newToken(), token.slice(0, -1), `${token}x`, '', 'tlk_'])
    expect((await call('GET', '/projects', bearer(forged))).status).toBe(401)
})

it('is kept as a hash, told of in the audit by its name, and never in the log', async () => {
  const { id, token } = await make(coordinator, ['webhook:write', 'import:write'])
  const { hash, bytes } = await target.stored('Hankekoodi;Nimi\nA1;Yksi\n')
  await call('POST', '/import/receive', bearer(token), { name: 'x.csv', hash, bytes })
  const { db } = target.database
  const row = await db.selectFrom('api_token').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(token.slice(4, 40))
  expect(row.used_at).not.toBe(null)
  const entries = await db.selectFrom('audit_entry').selectAll().orderBy('seq').execute()
  expect(entries.at(-1)).toMatchObject({ action: 'import.receive', way: 'api' })
  expect(JSON.stringify(entries)).not.toContain(token.slice(4, 40))
  expect(target.product.output()).not.toContain(token.slice(4, 40))
})

it('has a pace', async () => {
  const { token } = await make(coordinator, ['read'])
  const answers = await Promise.all(
    Array.from({ length: 320 }, () =>
      call('GET', '/tokens', bearer(token)).then((a) => [a.status, a.headers.get('retry-after')]),
    ),
  )
  const slowed = answers.filter(([status]) => status === 429)
  expect(slowed.length).toBeGreaterThan(5)
  expect(slowed.every(([, again]) => Number(again) >= 1)).toBe(true)
  expect((await call('GET', '/tokens', own(coordinator))).status).toBe(200)
})
