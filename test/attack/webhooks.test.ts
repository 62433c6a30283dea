import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '../database.ts'
import { type Attacker, openTarget, type Target } from './target.ts'

type Got = { path: string; headers: IncomingMessage['headers']; body: string }

let target: Target
let receiver: Server
let at: string
let got: Got[] = []
let answer = { status: 200, headers: {} as Record<string, string>, body: 'thanks' }
let here: Attacker
let there: Attacker
let all: Attacker

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      got.push({ path: request.url!, headers: request.headers, body })
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  at = `http://127.0.0.1:${(receiver.address() as { port: number }).port}`
  target = await openTarget({ env: { TALKOOT_WEBHOOKS_PRIVATE: '1' }, database: await freshDatabase() })
  const [first, second] = target.ecosystems as [string, string]
  here = await target.person('Helmi', [{ office: 'coordinator', ecosystem: first }])
  there = await target.person('Toivo', [{ office: 'coordinator', ecosystem: second }])
  all = await target.person('Aino', [{ office: 'coordinator', ecosystem: null }])
})
afterAll(async () => {
  receiver.close()
  await target.stop()
})

const api = async (who: Attacker, method: string, path: string, body?: object) => {
  const answered = await fetch(`${target.product.url}/api${path}`, {
    method,
    headers: { cookie: who.cookie, origin: target.product.url, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: answered.status, body: (await answered.json()) as never }
}

async function until<T>(find: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 2_000; i++) {
    const found = await find()
    if (found) return found
    await pause(50)
  }
  throw new Error('it did not happen')
}

const isSigned = (secret: string, { headers, body }: Got) => {
  const key = Buffer.from(secret.slice(6), 'base64')
  const said = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  return headers['webhook-signature'] === `v1,${createHmac('sha256', key).update(said).digest('base64')}`
}

type Log = {
  state: string
  deliveries: {
    id: string
    state: string
    nextAt: string | null
    attempts: { status: number | null; answer: string; error: string | null }[]
  }[]
}
const log = async (id: string): Promise<Log> => (await api(all, 'GET', `/webhooks/${id}`)).body

it('what is done is told, signed, to those who listen and to no other ecosystem', async () => {
  const kinds = ['profile.forget', 'import.receive']
  const mine = (
    await api(here, 'POST', '/webhook/create', {
      ecosystem: target.ecosystems[0],
      address: `${at}/here`,
      kinds,
    })
  ).body as { id: string; secret: string }
  const whole = (await api(all, 'POST', '/webhook/create', { address: `${at}/all`, kinds }))
    .body as typeof mine
  const done = await api(all, 'POST', '/import/receive', { name: 'x.csv', hash: '0'.repeat(64), bytes: 1 })
  expect(done.status).toBe(404)
  await pause(300)
  // What did not happen is not told.
  expect(got).toEqual([])

  const { hash, bytes } = await target.stored('Hankekoodi;Nimi\nA1;Yksi\n')
  const { id } = (await api(all, 'POST', '/import/receive', { name: 'x.csv', hash, bytes })).body as {
    id: string
  }
  expect(id).toBeTruthy()
  const told = await until(() => got.find((g) => g.path === '/all'))
  expect(isSigned(whole.secret, told)).toBe(true)
  expect(isSigned(mine.secret, told)).toBe(false)
  expect(JSON.parse(told.body)).toMatchObject({ type: 'import.receive', data: { way: 'api' } })
  expect(told.body).not.toContain('x.csv')
  // An import belongs to no ecosystem, so those of one are not told.
  expect(got.some((g) => g.path === '/here')).toBe(false)
  await until(async () => (await log(whole.id)).deliveries[0]?.state === 'done')
})

it('a webhook is its ecosystem’s: others neither see, change nor use it', async () => {
  const body = { ecosystem: target.ecosystems[0], address: `${at}/own`, kinds: ['import.receive'] }
  const { id } = (await api(here, 'POST', '/webhook/create', body)).body as { id: string }
  expect((await api(there, 'POST', '/webhook/create', body)).status).toBe(403)
  expect((await api(here, 'POST', '/webhook/create', { ...body, ecosystem: null })).status).toBe(403)
  expect(JSON.stringify((await api(there, 'GET', '/webhooks')).body)).not.toContain(id)
  for (const [method, path, input] of [
    ['GET', `/webhooks/${id}`],
    ['PUT', `/webhooks/${id}`, { address: `${at}/stolen` }],
    ['DELETE', `/webhooks/${id}`],
    ['POST', '/webhook/test', { id }],
    ['POST', '/webhook/renew-secret', { id }],
  ] as const) {
    expect([path, (await api(there, method, path, input)).status]).toEqual([path, 403])
  }
  expect((await api(here, 'POST', '/webhook/test', { id })).status).toBe(200)
  await until(() => got.find((g) => g.path === '/own'))
})

it('a failure is tried again, a redirect is not followed, "gone" ends it, and one sends again what failed', async () => {
  const { id } = (
    await api(all, 'POST', '/webhook/create', { address: `${at}/flaky`, kinds: ['import.receive'] })
  ).body as { id: string }
  got = []
  answer = { status: 302, headers: { location: `${at}/elsewhere` }, body: 'x'.repeat(100_000) }
  await api(all, 'POST', '/webhook/test', { id })
  const failed = await until(async () => {
    const [delivery] = (await log(id)).deliveries
    return delivery?.attempts.length === 1 ? delivery : undefined
  })
  expect(failed.state).toBe('waiting')
  expect(failed.nextAt).toBeTruthy()
  expect(failed.attempts[0]!.status).toBe(302)
  expect(failed.attempts[0]!.answer.length).toBeLessThanOrEqual(4_096)
  answer = { status: 200, headers: {}, body: 'now' }
  const mended = await until(async () => {
    const [delivery] = (await log(id)).deliveries
    return delivery?.state === 'done' ? delivery : undefined
  })
  expect(mended.attempts.map((a) => a.status)).toEqual([302, 200])
  expect(new Set(got.map((g) => g.headers['webhook-id'])).size).toBe(1)
  expect(got.some((g) => g.path === '/elsewhere')).toBe(false)

  answer = { status: 410, headers: {}, body: '' }
  await api(all, 'POST', '/webhook/test', { id })
  await until(async () => (await log(id)).state === 'failing')
  answer = { status: 200, headers: {}, body: '' }
  await api(all, 'PUT', `/webhooks/${id}`, { state: 'on' })
  const given = (await log(id)).deliveries.find((d) => d.state === 'given-up')!
  expect((await api(there, 'POST', '/webhook/redeliver', { id: given.id })).status).toBe(403)
  expect((await api(all, 'POST', '/webhook/redeliver', { id: given.id })).status).toBe(200)
  await until(async () => (await log(id)).deliveries.find((d) => d.id === given.id)?.state === 'done')
}, 60_000)

it('a receiver that is not there is said by its name', async () => {
  const { id } = (
    await api(all, 'POST', '/webhook/create', { address: 'http://127.0.0.1:9/', kinds: ['import.receive'] })
  ).body as { id: string }
  await api(all, 'POST', '/webhook/test', { id })
  const attempt = await until(async () => (await log(id)).deliveries[0]?.attempts[0])
  expect(attempt).toMatchObject({ status: null, error: 'ECONNREFUSED' })
})
