import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ownPath } from '../../src/kernel/page.ts'
import { securityTxt } from '../../src/web/security-txt.ts'
import { patience, serverLimits, watchSlowClients } from '../../src/web/slow-clients.ts'
import { freshDatabase } from '../database.ts'
import { type Attacker, openTarget, type Target } from './target.ts'

let target: Target
let coordinator: Attacker
let url: string
beforeAll(async () => {
  target = await openTarget({
    env: { TALKOOT_LOG: 'info', TALKOOT_UPLOAD_MB: '1', TALKOOT_CONTACT: 'turva@example.fi' },
    database: await freshDatabase(),
  })
  url = target.product.url
  coordinator = await target.person('Kaisa Koordinaattori', [{ office: 'coordinator', ecosystem: null }])
})
afterAll(() => target.stop())

const own = () => ({ cookie: coordinator.cookie, origin: url })
const ask = (path: string, options: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...options })

/** What goes over the wire as it is written: for requests that no client would make. */
function raw(text: string, port = new URL(url).port): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(port), '127.0.0.1')
    let said = ''
    socket.on('data', (chunk) => {
      said += chunk
    })
    socket.on('close', () => done(said))
    socket.on('error', () => done(said))
    socket.write(text)
  })
}

describe('headers', () => {
  it.each([
    ['a page', '/', 'html'],
    ['a work page', '/sources/new', 'html'],
    ['a page that is not there', '/nothing-here', 'html'],
    ['a refusal', '/sources/00000000-0000-7000-8000-000000000000', 'html'],
    ['an asset', '/assets/', 'asset'],
    ['a file', '/robots.txt', 'file'],
    ['a download', '/projects/export.csv', 'file'],
    ['an answer of the API', '/api/projects', 'data'],
    ['a problem of the API', '/api/nothing', 'data'],
    ['the word of health', '/health', 'data'],
  ])('%s carries them all', async (_, path, kind) => {
    let at = path
    if (kind === 'asset') at = /\/assets\/site-[^"]+/.exec(await (await ask('/')).text())![0]
    const { headers } = await ask(at, { headers: own() })
    const policy = headers.get('content-security-policy')!
    expect(policy).not.toMatch(/unsafe-|data:|\*|https?:/)
    expect(policy).toMatch(/^default-src 'none'/)
    expect(policy).toMatch(/frame-ancestors 'none'/)
    if (kind === 'html') expect(policy).toMatch(/script-src 'self'; style-src 'self'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\)/)
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-powered-by')).toBe(null)
    expect(headers.get('content-type')).toMatch(/charset=utf-8|application\/json/i)
    if (kind === 'html' || kind === 'data') expect(headers.get('cache-control')).toBe('no-store')
    // Only where there is https to hold to.
    expect(headers.get('strict-transport-security')).toBe(null)
  })

  it('nothing on a page stands in the way of the policy', async () => {
    for (const path of ['/', '/projects', '/sign-in', '/sources/new', '/api']) {
      const html = await (await ask(path, { headers: own() })).text()
      expect(html).not.toMatch(/<[^>]+ (style|on\w+)=|javascript:|<style|<script(?![^>]*(src=|ld\+json))/)
    }
  })
})

describe('who asks', () => {
  const post = (headers: Record<string, string>, path = '/sign-out') =>
    ask(path, { method: 'POST', headers, body: '' })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }

  it.each([
    ['another site', { ...form, origin: 'https://evil.example' }],
    ['a site that hides itself', { ...form, origin: 'null' }],
    ['a sister site', { ...form, 'sec-fetch-site': 'same-site' }],
    ['a browser that says cross-site beside our origin', { ...form, 'sec-fetch-site': 'cross-site' }],
    ['nobody knows who', { ...form }],
    ['another site with JSON', { 'content-type': 'application/json', origin: 'https://evil.example' }],
    ['nobody knows who, with JSON', { 'content-type': 'application/json' }],
  ])('a change from %s is not taken', async (_, headers) => {
    const cookie = { cookie: coordinator.cookie }
    expect((await post({ ...headers, ...cookie })).status).toBe(403)
    expect((await post({ ...headers, ...cookie }, '/api/import/receive')).status).toBe(403)
    const still = await ask('/sources/new', { headers: cookie })
    expect(still.status).toBe(200)
  })

  it('a change from our own page is', async () => {
    const leaver = await target.person('Lauri Lähtijä', [])
    expect((await post({ ...form, origin: url, cookie: leaver.cookie })).status).toBe(303)
  })

  it('a name that is not ours is refused, whoever asks by it', async () => {
    const answer = await raw('GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1.1 421 /)
    expect(answer).not.toMatch(/evil\.example/)
    const health = await raw('GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
    expect(health).toMatch(/^HTTP\/1.1 200 /)
  })

  it('how the server is doing is told to its own network, not through a proxy', async () => {
    expect((await ask('/metrics')).status).toBe(200)
    expect((await ask('/metrics', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(404)
  })
})

describe('addresses', () => {
  it.each([
    ['//evil.example', '/evil.example'],
    ['//evil.example/%2e%2e/', '/'],
    ['/projects/', '/projects'],
    ['/\\evil.example', '/evil.example'],
  ])('%s never leads away', async (path, to) => {
    const answer = await raw(
      `GET ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).not.toMatch(/^HTTP\/1.1 5/)
    const location = /^location: (.*)$/im.exec(answer)?.[1]
    expect([undefined, to]).toContain(location)
    expect(answer).not.toMatch(/["']\/\/evil|https?:\/\/evil/)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\r\n/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '\u0000//evil.example',
    '/%2e//evil.example',
    'projects',
    '',
  ])('nobody is sent to %j after signing in', (to) => {
    expect(ownPath(to)).toBe(undefined)
  })

  it('a path of ours is kept as it is', () => {
    expect(ownPath('/sv/projects?q=a%20b&fund=ERDF#x')).toBe('/sv/projects?q=a%20b&fund=ERDF#x')
    expect(ownPath('/a/../b')).toBe('/b')
  })

  it.each([
    '/assets/../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/....//package.json',
    '/assets/%00',
    '/..%5c..%5cetc/passwd',
    '/%E0%A4%A',
    '/api/%E0%A4%A',
    '/api/projects/%7Bcode%7D%E0',
    '/projects/%00',
    '/projects/%0d%0aset-cookie:x=1',
  ])('%s is nowhere', async (path) => {
    const answer = await raw(
      `GET ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 (30[178]|4\d\d) /)
    expect(answer).not.toMatch(/devDependencies|root:/)
    expect(answer.split('\r\n\r\n')[0]).not.toMatch(/^set-cookie/im)
  })
})

describe('size', () => {
  const big = 'x'.repeat(5 * 1024 * 1024)

  it('a large form, a large JSON body and a large stream without a length are refused', async () => {
    const json = { ...own(), 'content-type': 'application/json' }
    const form = { ...own(), 'content-type': 'application/x-www-form-urlencoded' }
    // The server may hang up while the client still talks.
    const status = (path: string, options: object) =>
      ask(path, { method: 'POST', ...options }).then(
        (answer) => answer.status,
        () => 413,
      )
    for (const path of ['/sign-in', '/api/import/receive']) {
      for (const headers of [json, form]) {
        expect(await status(path, { headers, body: big })).toBe(413)
        expect(await status(path, { headers, body: new Blob([big]).stream(), duplex: 'half' })).toBe(413)
      }
    }
  })

  it('an upload past the limit is refused, stated or not, and none of it is kept', async () => {
    const upload = (bytes: number) => {
      const body = new FormData()
      body.append('file', new Blob(['a;b\n', 'x'.repeat(bytes)]), 'list.csv')
      return ask('/sources', { method: 'POST', headers: own(), body }).then((answer) => answer.status)
    }
    expect(await upload(2 * 1024 * 1024)).toBe(422)
    // The server may hang up while the client still talks.
    expect(await upload(8 * 1024 * 1024).catch(() => 413)).toBe(413)
  })

  it('a field too long, too many fields, and a form cut short are said, not cut', async () => {
    const send = (parts: [string, string][]) => {
      const body = new FormData()
      for (const [name, value] of parts) body.append(name, value)
      return ask('/sources', { method: 'POST', headers: own(), body })
    }
    expect((await send([['a', 'x'.repeat(1_500_000)]])).status).toBe(422)
    expect((await send(Array.from({ length: 2_100 }, (_, i) => [`f${i}`, 'x']))).status).toBe(422)
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=b']) {
      const headers = { ...own(), 'content-type': type }
      const cut = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nhalf'
      expect((await ask('/sources', { method: 'POST', headers, body: cut })).status).toBe(422)
    }
  })

  it('an address or a header beyond 16 KB is refused before anything is done', async () => {
    expect((await ask(`/projects?q=${'a'.repeat(20_000)}`)).status).toBe(431)
    expect((await ask('/', { headers: { cookie: `x=${'a'.repeat(20_000)}` } })).status).toBe(431)
  })

  it('the API takes JSON and forms, nothing else', async () => {
    for (const type of ['text/xml', 'multipart/form-data; boundary=x', 'application/x-yaml', 'text/plain']) {
      const headers = { ...own(), 'content-type': type }
      expect((await ask('/api/import/receive', { method: 'POST', headers, body: '<a/>' })).status).toBe(415)
    }
  })
})

describe('slow clients', () => {
  let server: Server
  let port: string
  beforeAll(async () => {
    const quick = { ...serverLimits, headersTimeout: 300, connectionsCheckingInterval: 100 }
    server = createServer(quick, (request, response) => {
      request.on('error', () => undefined)
      request.on('end', () => response.end('taken'))
      request.resume()
    })
    watchSlowClients(server, { ...patience, bodyMs: 300, uploadMs: 200, uploadBytes: 1_000 })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    port = String((server.address() as { port: number }).port)
  })
  afterAll(() => server.close())

  it('a head that never ends is not waited for', async () => {
    expect(await raw('GET / HTTP/1.1\r\nHost: x\r\nA: ', port)).toMatch(/^(HTTP\/1.1 408|$)/)
  })

  it('nor a body that never ends, form or upload', async () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=x']) {
      const head = `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\nContent-Type: ${type}\r\n\r\n{`
      // Answered when the server has ended it: nobody here would.
      expect(await raw(head, port)).toBe('')
    }
  })

  it('an upload that keeps its pace is, and one that does not is not', async () => {
    // Time passes when the test says so, and after what was sent has arrived.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const send = async (bytes: number): Promise<string> => {
        let arrived = 0
        let begun = false
        const server = createServer((request, response) => {
          begun = true
          request.on('data', (chunk: Buffer) => {
            arrived += chunk.length
          })
          request.on('error', () => undefined)
          request.on('end', () => response.end('taken'))
        })
        watchSlowClients(server, { ...patience, uploadMs: 200, uploadBytes: 1_000 })
        await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
        const socket = connect((server.address() as { port: number }).port, '127.0.0.1')
        const over = new Promise<string>((done) => {
          let said = ''
          socket.on('data', (chunk) => {
            said += chunk
          })
          socket.on('error', () => undefined)
          socket.on('close', () => done(said))
        })
        socket.write(
          `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${bytes * 8}\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n`,
        )
        while (!begun) await new Promise((done) => setImmediate(done))
        for (let i = 1; i <= 8 && !socket.destroyed; i++) {
          socket.write(Buffer.alloc(bytes))
          while (arrived < bytes * i && !socket.destroyed) await new Promise((done) => setImmediate(done))
          if (i < 8) vi.advanceTimersByTime(200)
        }
        const said = await over
        server.close()
        return said
      }
      expect(await send(5_000)).toContain('taken')
      expect(await send(50)).toBe('')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('what is told', () => {
  it('to whom a weakness is reported, for a year ahead', async () => {
    const said = await (await ask('/.well-known/security.txt')).text()
    expect(said).toMatch(/^Contact: mailto:turva@example\.fi$/m)
    const at = (day: string) => securityTxt({ baseUrl: 'https://t.fi', contact: undefined }, new Date(day))
    expect(at('2026-11-21')).toBe(at('2026-11-30'))
    expect(at('2026-12-01')).toMatch(/^Expires: 2027-12-01T00:00:00\.000Z$/m)
    expect(at('2026-12-01')).toMatch(/^Contact: https:\/\/t\.fi\/feedback$/m)
  })

  it('no secret is in the log', async () => {
    const token = /token=(\S+)/.exec(target.product.output())![1]!
    const secret = 'Aa1-'.repeat(11)
    await ask(`/sign-in?token=${token}`, { headers: { cookie: coordinator.cookie } })
    await ask(`/invitation/${secret}`, { headers: { authorization: `Bearer tlk_${secret}` } })
    await ask('/sign-in', {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${token}`,
    })
    const logged = () =>
      target.product
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .join('\n')
    // The log comes by a pipe of its own, some time after the answer.
    while (!/"path":"\/invitation\/…"/.test(logged())) await pause(20)
    const log = logged()
    for (const kept of [token, secret, coordinator.cookie.split('=')[1]!]) expect(log).not.toContain(kept)
  })
})
