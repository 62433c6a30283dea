import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedAddress, isPublic, NotSent } from '../../kernel/outward.ts'
import { covers, scopeOf } from '../../kernel/scope.ts'
import { createPace } from './pace.ts'
import { post } from './posting.ts'
import { newWebhookSecret, nextAttempt, signatureOf } from './rules.ts'
import { endingOf, isToken, newToken } from './token.ts'

describe('tokens', () => {
  const token = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => newToken(bytes))

  it('are known by their form, whatever bytes they are made of', () => {
    fc.assert(
      fc.property(token, (made) => {
        expect(made).toMatch(/^tlk_[0-9A-Za-z]{49}$/)
        expect(isToken(made)).toBe(true)
        expect(endingOf(made)).toHaveLength(4)
        expect(made).toContain(endingOf(made))
      }),
    )
  })

  it('are no tokens with any one letter changed', () => {
    const letters = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
    fc.assert(
      fc.property(token, fc.integer({ min: 4, max: 52 }), letters, (made, at, letter) => {
        fc.pre(made[at] !== letter)
        expect(isToken(made.slice(0, at) + letter + made.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('nothing else is one', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(isToken(text)).toBe(false)))
    for (const odd of ['', 'tlk_', `${newToken()} `, `${newToken()}\n`, newToken().toLowerCase()])
      expect(isToken(odd)).toBe(false)
  })
})

describe('scopes', () => {
  const list = { name: 'projects.list', kind: 'query' } as const
  const confirm = { name: 'import.confirm', kind: 'command' } as const

  it.each([
    [['read'], true, false],
    [['projects:read'], true, false],
    [['projects:write'], false, false],
    [['import:write'], false, true],
    [['import:read'], false, false],
    [['read', 'import:write'], true, true],
    [['write', '*', 'import', 'import:*', ''], false, false],
    [[], false, false],
  ])('%j', (scopes, mayList, mayConfirm) => {
    expect([covers(scopes, list), covers(scopes, confirm)]).toEqual([mayList, mayConfirm])
  })

  it('name each action once', () => {
    expect([scopeOf(list), scopeOf(confirm)]).toEqual(['projects:read', 'import:write'])
  })
})

describe('pace', () => {
  it('lets a burst through, then so many a second, and says when to come again', () => {
    const pace = createPace({ burst: 3, perSecond: 2 })
    const at = (ms: number) => pace('a', new Date(ms))
    expect([at(0), at(0), at(0), at(0)].map((p) => p.ok)).toEqual([true, true, true, false])
    expect(at(0)).toMatchObject({ ok: false, left: 0, againSeconds: 1 })
    expect([at(500), at(500)].map((p) => p.ok)).toEqual([true, false])
    expect(pace('b', new Date(500)).ok).toBe(true)
  })

  it('never lets more through than the burst and the pace, whenever they come', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 200 })
    fc.assert(
      fc.property(gaps, (waits) => {
        const pace = createPace({ burst: 5, perSecond: 3 })
        let now = 0
        let through = 0
        for (const wait of waits) {
          now += wait
          if (pace('x', new Date(now)).ok) through++
        }
        expect(through).toBeLessThanOrEqual(5 + (now / 1000) * 3)
      }),
    )
  })
})

describe('what is sent outside', () => {
  it('is signed as Standard Webhooks says', () => {
    // The example of the specification's own verifiers: secret, id, time and body are theirs.
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    const at = new Date(1_614_265_330_000)
    expect(signatureOf(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', at, '{"test": 2432232314}')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
  })

  it('is checked by anybody with the secret', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (id, body) => {
        const secret = newWebhookSecret()
        const key = Buffer.from(secret.slice(6), 'base64')
        const own = createHmac('sha256', key).update(`${id}.7.${body}`).digest('base64')
        expect(signatureOf(secret, id, new Date(7_900), body)).toBe(`v1,${own}`)
      }),
    )
  })

  it('is tried nine times over three days', () => {
    let at: Date | undefined = new Date(0)
    let tries = 0
    let last = at
    while (at) {
      tries++
      last = at
      at = nextAttempt(tries, at)
    }
    expect(tries).toBe(9)
    expect(last.getTime() / 3_600_000).toBeGreaterThan(50)
  })

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '198.18.0.1',
    '192.0.0.192',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a00:1',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2001::1',
    'localhost',
    '',
    '1.2.3',
    '0x7f000001',
  ])('never goes to %s', (address) => {
    expect(isPublic(address)).toBe(false)
  })

  it.each(['8.8.8.8', '193.166.3.2', '2a00:1450:400f:80d::200e', '2001:708::1'])('goes to %s', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  it.each([
    ['http://127.0.0.1/', 'https'],
    ['https://127.0.0.1/', 'private'],
    ['https://2130706433/', 'private'],
    ['https://0x7f.1/', 'private'],
    ['https://0177.0.0.1/', 'private'],
    ['https://[::1]/', 'private'],
    ['https://[::ffff:10.0.0.1]/', 'private'],
    ['https://localhost/', 'private'],
    ['https://user:pass@example.com/', 'credentials'],
    ['file:///etc/passwd', 'address'],
    ['gopher://example.com/', 'address'],
    ['no address', 'address'],
    ['https://no-such-name.invalid/', 'unknown-host'],
  ])('%s is refused: %s', async (address, reason) => {
    const sent = post(address, {}, '{}', { allowPrivate: false })
    await expect(sent).rejects.toBeInstanceOf(NotSent)
    await expect(sent).rejects.toMatchObject({ reason })
  })

  it('any other text is an address or refused, never a fault', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true })),
        (text) => {
          try {
            expect(checkedAddress(text, { allowPrivate: false }).protocol).toBe('https:')
          } catch (error) {
            expect(error).toBeInstanceOf(NotSent)
          }
        },
      ),
    )
  })
})
