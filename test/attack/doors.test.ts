import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/db.ts'
import { freshDatabase } from '../database.ts'
import { allPayloads, insides } from './payloads.ts'
import { callerOf } from './run.ts'
import { openTarget, type Target } from './target.ts'

/** What people and machines hand in last: drafts, files beside things, lists of people, saved addresses, ways back. */
let target: Target
let url: string
let headers: Record<string, string>
let here: { id: string; key: string }
let topic: { id: string; path: string }

const hostile = fc.oneof(
  fc.constantFrom(...allPayloads.filter((p): p is string => typeof p === 'string')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const whole = (text: string): boolean => Buffer.from(text).toString() === text
const storable = (text: string): boolean => !text.includes('\0') && whole(text)

/** Sends, and answers only what may ever be answered: no fault, and nothing of the machine's insides. */
async function send(path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
  const answer = await fetch(url + path, {
    redirect: 'manual',
    ...init,
    headers: { ...headers, ...init.headers },
  })
  const text = await answer.text()
  expect(answer.status, `${path}: ${text.slice(0, 200)}`).toBeLessThan(500)
  expect(insides.exec(text)?.[0]).toBeUndefined()
  const to = answer.headers.get('location')
  if (to) expect(new URL(to, url).origin).toBe(new URL(url).origin)
  return { status: answer.status, text, headers: answer.headers }
}
const json = (path: string, body: unknown) =>
  send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const dropped = (path: string, name: string, content: Uint8Array<ArrayBuffer>, field = 'file') => {
  const body = new FormData()
  body.append(field, new Blob([content]), name)
  return send(path, { method: 'POST', body })
}

beforeAll(async () => {
  target = await openTarget({ database: await freshDatabase() })
  url = target.product.url
  const { rows } = await execute(target.database.db, 'select id, key from ecosystem order by key limit 1')
  here = (rows as (typeof here)[])[0]!
  const who = await target.person('Olli Ovi', [
    { office: 'administrator', ecosystem: null },
    { office: 'coordinator', ecosystem: null },
  ])
  headers = callerOf(target, who).headers
  const made = await json('/api/topics', { ecosystem: here.id, title: 'Aihe', text: 'x', share: 'agreement' })
  topic = JSON.parse(made.text) as typeof topic
}, 120_000)
afterAll(() => target.stop())

describe('a draft over the API', () => {
  const at = () => `/api/drafts/topic.new/${here.key}`
  const value = fc.oneof(hostile, fc.array(hostile, { maxLength: 5 }))

  it('takes or refuses any JSON', async () => {
    const body = fc.oneof(
      fc.json({ maxDepth: 4 }),
      hostile,
      fc
        .record(
          {
            operation: fc.oneof(fc.uuid(), hostile),
            draft: fc.oneof(fc.uuid(), hostile),
            unsure: fc.oneof(fc.uuid(), fc.anything()),
            client: hostile,
            person: fc.oneof(fc.uuid(), hostile),
            since: fc.anything(),
            field: fc.anything(),
            leaving: fc.anything(),
            fields: fc.oneof(
              fc.anything(),
              fc.array(
                fc.record(
                  {
                    name: hostile,
                    value: fc.oneof(value, fc.anything()),
                    base: fc.oneof(fc.integer(), fc.double()),
                    from: value,
                    sent: fc.anything(),
                  },
                  { requiredKeys: ['name', 'value'] },
                ),
                { maxLength: 4 },
              ),
            ),
          },
          { requiredKeys: [] },
        )
        .map((made) => JSON.stringify(made, (_, v: unknown) => (typeof v === 'bigint' ? `${v}` : v)) ?? ''),
    )
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('', '/follow'), async (said, deed) => {
        const { status, text } = await json(at() + deed, said)
        expect([200, 400, 403, 404, 409, 413, 415, 422]).toContain(status)
        if (status !== 200) expect(JSON.parse(text)).toMatchObject({ status })
      }),
      { numRuns: 150 },
    )
  })

  it('of any kind and subject is there or is not', () =>
    fc.assert(
      fc.asyncProperty(hostile, hostile, async (kind, subject) => {
        fc.pre(whole(kind) && whole(subject))
        const place = `/api/drafts/${encodeURIComponent(kind) || '%00'}/${encodeURIComponent(subject) || '%00'}`
        const { status } = await send(place)
        expect([200, 301, 303, 307, 400, 403, 404, 414, 422, 431]).toContain(status)
      }),
      { numRuns: 60 },
    ))

  it('says back what was kept, sign by sign', async () => {
    let base = 0
    await fc.assert(
      fc.asyncProperty(value, async (typed) => {
        const list = typeof typed === 'string' ? [typed] : typed
        fc.pre(list.every((text) => text.length <= 2_000))
        const fields = [{ name: 'text', value: typed, base }]
        const { status, text } = await json(at(), { operation: randomUUID(), fields })
        if (!list.every(storable)) return void expect(status).toBe(422)
        expect(status, text).toBe(200)
        const [kept] = (JSON.parse(text) as { fields: { version: number; value: unknown }[] }).fields
        base = kept!.version
        expect(kept!.value).toEqual(typed)
        const held = JSON.parse((await send(at())).text) as { fields: { name: string; value: unknown }[] }
        expect(held.fields.find((f) => f.name === 'text')?.value).toEqual(typed)
      }),
      { numRuns: 60 },
    )
  })

  it('has sizes that it says when they are passed', async () => {
    const many = (count: number, text: string) => ({
      operation: randomUUID(),
      fields: Array.from({ length: count }, (_, i) => ({ name: `f${i}`, value: text, base: 0 })),
    })
    expect((await json(at(), many(400, 'x'))).status).toBe(200)
    expect((await json(at(), many(401, 'x'))).status).toBe(422)
    expect((await json(at(), many(1, 'x'.repeat(200_000)))).status).toBe(200)
    expect((await json(at(), many(1, 'x'.repeat(200_001)))).status).toBe(422)
    expect((await json(at(), many(400, 'x'.repeat(199_000)))).status).toBe(413)
  })
})

describe('a file beside a topic', () => {
  const markup = '<script>parent.tlk=1</script><svg onload="tlk=1">'
  const heads = [
    '%PDF-1.7\n',
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe0',
    'GIF89a/*',
    'RIFF\0\0\0\0WEBPVP8 ',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'muistio\n',
    'MZ',
    '<!doctype html>',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '<?xml version="1.0"?>',
    '\xef\xbb\xbf<html>',
    '\xff\xfe<\0h\0',
    '',
  ]
  const names = [
    'kuva.png',
    'kuva.svg',
    'sivu.html',
    'a.pdf',
    'a.doc',
    'a.xls',
    'x.js',
    'a.txt',
    'a.csv',
    '..',
  ]
  const types =
    /^(application\/(pdf|zip|msword|vnd\.(ms-|oasis\.opendocument|openxmlformats)[\w.-]*)|image\/(png|jpeg|gif|webp)|text\/(plain|csv)(; ?charset=utf-8)?)$/i

  it('is taken by its content alone, and is never shown as a page', async () => {
    let taken = 0
    const rest = fc.oneof(fc.constant(markup), hostile, fc.uint8Array({ maxLength: 50 }))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...heads),
        fc.constantFrom(...names),
        rest,
        async (head, name, more) => {
          const content = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(more as string)])
          const { status, headers: said } = await dropped(`/attachments/to/topic/${topic.id}`, name, content)
          expect([303, 409, 422]).toContain(status)
          if (status === 303) taken += 1
          if (said.get('location')) expect(said.get('location')).toMatch(/^\/(?!\/)/)
        },
      ),
      { numRuns: 80 },
    )
    expect(taken).toBeGreaterThan(0)
    const { rows } = await execute(target.database.db, 'select id, name from attachment')
    const kept = rows as { id: string; name: string }[]
    expect(kept.length).toBe(taken)
    for (const { id, name } of kept) {
      const answer = await send(`/attachments/${id}/${encodeURIComponent(name)}`)
      expect([200, 404, 409, 422]).toContain(answer.status)
      if (answer.status !== 200) continue
      expect(answer.headers.get('content-type')).toMatch(types)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    }
  })
})

describe('a list of people', () => {
  const cell = fc.oneof(
    hostile,
    fc.constantFrom(
      'Aino',
      'aino@example.fi',
      'jäsen',
      'administrator',
      '31.12.2027',
      'sv',
      ';',
      '"',
      '',
      '\0',
    ),
  )
  const list = fc
    .array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 })
    .map((rows) =>
      [['Nimi', 'Sähköposti', 'Tehtävä', 'Ekosysteemi', 'Päättyy', 'Kieli'], ...rows]
        .map((r) => r.join(';'))
        .join('\n'),
    )

  it('of any content is read row by row or refused in words, and brought in the same way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(list, hostile), async (text) => {
        const kept = await target.stored(Buffer.from(text).toString() || ' ')
        const looked = await dropped('/administration/users/import', 'väki.csv', Buffer.from(text || ' '))
        expect([200, 422]).toContain(looked.status)
        const body = new URLSearchParams({ name: 'väki.csv', hash: kept.hash })
        const { status } = await send('/administration/users/import/apply', { method: 'POST', body })
        expect([200, 422]).toContain(status)
      }),
      { numRuns: 60 },
    )
    await send('/administration/users')
    await send('/members')
  })
})

describe('a saved address', () => {
  it('of filters that are no more can be kept, opened and watched without a fault', async () => {
    const word = fc.constantFrom(
      'q',
      'sort',
      'fund',
      'status',
      'from',
      'to',
      'place',
      'ecosystem',
      'view',
      'x',
    )
    const path = fc.constantFrom(
      '/projects',
      '/organisations',
      '/ecosystems',
      '/discussion',
      '/calendar',
      '/search',
    )
    const question = fc.array(fc.tuple(word, hostile), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(path, question, async (list, asked) => {
        const address = `${list}?${new URLSearchParams(asked)}`
        const { status, text } = await json('/api/saved', { name: 'Näkymä', address })
        if (status !== 200) return void expect(status).toBe(422)
        const { id } = JSON.parse(text) as { id: string }
        const body = new URLSearchParams({ every: 'day' })
        expect([303, 422]).toContain((await send(`/saved/${id}/watch`, { method: 'POST', body })).status)
        expect((await send('/saved')).text).not.toMatch(/<tlk-x/)
        expect([200, 400, 404, 422]).toContain((await send(address)).status)
        await send(`/saved/${id}/remove`, { method: 'POST', body: '' })
      }),
      { numRuns: 60 },
    )
  })
})

describe('ways back', () => {
  const away = fc.oneof(
    hostile,
    fc
      .tuple(
        fc.constantFrom(
          '/',
          '//',
          '/\t/',
          '/\\',
          '\\\\',
          '/\n/',
          'https:',
          '/.//',
          '/%2f',
          ' //',
          '/\u3000//',
          '/@',
        ),
        fc.constantFrom(
          'evil.example',
          'evil.example/workspace',
          '@evil.example',
          'evil.example?x=/workspace',
        ),
      )
      .map(([lead, rest]) => lead + rest),
  )
  const forms: [string, string][] = [
    ['/preview/end', 'back'],
    ['/preview', 'back'],
    ['/sign-in', 'to'],
    ['/organisations/duplicates/decide', 'back'],
  ]

  it('lead to a page of ours from wherever a form says it came', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...forms), away, async ([path, field], to) => {
        const body = new URLSearchParams({ [field]: to, office: 'viewer', email: 'x@example.fi', id: '' })
        await send(path, { method: 'POST', body })
      }),
      { numRuns: 120 },
    ))

  it('are kept in a sign-in page as a path of ours', () =>
    fc.assert(
      fc.asyncProperty(away, async (to) => {
        fc.pre(whole(to))
        const said = await fetch(`${url}/sign-in?to=${encodeURIComponent(to)}`, { redirect: 'manual' })
        const next = said.headers.get('location')
        if (next) expect(new URL(next, url).origin).toBe(new URL(url).origin)
        for (const [, value = ''] of (await said.text()).matchAll(/name="to" value="([^"]*)"/g))
          expect(new URL(value.replaceAll('&amp;', '&'), url).origin).toBe(new URL(url).origin)
      }),
      { numRuns: 60 },
    ))
})
