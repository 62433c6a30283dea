import fc from 'fast-check'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import type { Actor } from '../../kernel/actor.ts'
import { transaction } from '../../kernel/db.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { seal, unseal } from '../../kernel/seal.ts'
import { newCodeSecret, normalRecoveryCode, recoveryCode, stepOfCode } from './code-rules.ts'
import { deviceOf } from './device.ts'
import { invitationState, invitesTo } from './invitation-rules.ts'
import { htmlOf, isFinal, withoutTokens } from './mail-rules.ts'
import { insertPerson } from './queries.ts'
import { hashOf, mayGive, offices } from './rules.ts'
import { insertLink, takeLink } from './sign-in-queries.ts'

const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })

describe('a link', () => {
  let database: TestDatabase
  let person = ''
  beforeAll(async () => {
    database = await freshDatabase()
    person = newId()
    await transaction(database.db, (tx) =>
      insertPerson(tx, { id: person, name: 'Linkki', language: 'fi', created_at: new Date(0) }),
    )
  })
  afterAll(() => database.drop())

  it('works exactly once, before its end, for what it was made for, however many press it at once', async () => {
    const purposes = fc.constantFrom('sign-in' as const, 'email' as const, 'invitation' as const)
    const presses = fc.array(fc.record({ purpose: purposes, after: fc.integer({ min: -60, max: 60 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(purposes, presses, async (purpose, tried) => {
        const token = newSecret()
        const end = new Date('2026-11-21T06:00:00Z')
        await transaction(database.db, (tx) =>
          insertLink(tx, { token_hash: hashOf(token), purpose, person_id: person, expires_at: end }),
        )
        const said = await Promise.all(
          tried.map(({ purpose, after }) =>
            transaction(database.db, (tx) =>
              takeLink(tx, purpose, hashOf(token), new Date(end.getTime() + after * 1000)),
            ),
          ),
        )
        const could = tried.some((t) => t.purpose === purpose && t.after < 0)
        expect(said.filter(Boolean)).toHaveLength(could ? 1 : 0)
        for (const [i, taken] of said.entries()) {
          if (taken) expect(tried[i]!.after < 0 && tried[i]!.purpose === purpose).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('an invitation', () => {
  const invitations = fc.record({
    revoked_at: fc.option(instants),
    expires_at: instants,
    accepted: fc.nat(5),
    places: fc.integer({ min: 1, max: 5 }),
  })
  it('is open exactly when nobody took it back, a place is left and its end is to come', () => {
    fc.assert(
      fc.property(invitations, instants, (i, now) => {
        const open = !i.revoked_at && i.accepted < i.places && now < i.expires_at
        expect(invitationState(i, now) === 'open').toBe(open)
      }),
    )
  })

  const helds = fc.array(
    fc.record({ office: fc.constantFrom(...offices), ecosystem: fc.constantFrom(null, 'a', 'b') }),
    { maxLength: 4 },
  )
  it('is made where `mayGive` says so, and the list of places agrees', () => {
    fc.assert(
      fc.property(
        helds,
        fc.constantFrom(...offices),
        fc.constantFrom(null, 'a', 'b', 'c'),
        (held, office, place) => {
          const actor: Actor = {
            kind: 'person',
            id: 'p',
            name: 'p',
            offices: held,
            organisations: [],
            linked: [],
          }
          const may = mayGive(held, office, place)
          if (!held.some((h) => h.office === 'administrator')) {
            expect(may && office === 'administrator').toBe(false)
            expect(may && !held.some((h) => h.office === 'coordinator')).toBe(false)
          }
          const listed = invitesTo(actor)
          if (may) expect(listed === null || listed.includes(place!)).toBe(true)
          if (office === 'viewer' && listed?.includes(place!)) expect(may).toBe(true)
        },
      ),
    )
  })
})

describe('a one-time code', () => {
  it('is the one of the period or a neighbour, and its period is told right', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -4, max: 4 }), (now, away) => {
        const secret = newCodeSecret()
        const code = new TOTP({ secret }).generate({ timestamp: now.getTime() + away * 30_000 })
        const step = stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, now)
        const expected = Math.floor(now.getTime() / 30_000) + away
        if (Math.abs(away) <= 1) expect(step).toBeDefined()
        // Two periods may have the same code by chance; then the nearer one is meant.
        if (step !== undefined && Math.abs(away) <= 1 && step !== expected) {
          expect(Math.abs(step - Math.floor(now.getTime() / 30_000))).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 60 },
    )
    expect(stepOfCode(newCodeSecret(), 'abcdef', new Date())).toBeUndefined()
    expect(stepOfCode(newCodeSecret(), '', new Date())).toBeUndefined()
  })

  it('has recovery codes that are understood however they are typed', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(30)), (stream) => {
        const code = recoveryCode(() => stream.next().value as number)
        expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
        expect(normalRecoveryCode(code.toUpperCase().replaceAll('-', ' '))).toBe(code)
      }),
    )
    expect(normalRecoveryCode('123456')).toBeUndefined()
  })
})

describe('what is sealed', () => {
  it('opens with the same key for the same use, and never otherwise', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 32 }), fc.nat(), (plain, key, at) => {
        const sealed = seal(key, 'a', plain)
        expect(unseal(key, 'a', sealed)).toBe(plain)
        expect(unseal(key, 'b', sealed)).toBeUndefined()
        expect(unseal(`${key}x`, 'a', sealed)).toBeUndefined()
        const bytes = Buffer.from(sealed, 'base64url')
        bytes[at % bytes.length]! ^= 1
        expect(unseal(key, 'a', bytes.toString('base64url'))).toBeUndefined()
      }),
    )
  })
})

describe('a mail', () => {
  it('carries no mark-up of its words into its HTML, and every address as a link', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const html = htmlOf(`${words}\nhttps://x.example/a?b=1&token=abc`, 'fi')
        expect(html).toContain('<a href="https://x.example/a?b=1&amp;token=abc">')
        expect(
          html.replaceAll(
            /<\/?(?:!doctype html|html lang="fi"|html|head|body|p|a|a href="[^"<>]*"|meta charset="utf-8")>/g,
            '',
          ),
        ).not.toMatch(/[<>]/)
      }),
    )
  })
  it('is kept without the secret of its link', () => {
    const secret = 'abcDEF-_123'
    const kept = withoutTokens(
      `Hei\nhttps://x.example/sign-in?token=${secret}&to=%2Fa\nhttps://x.example/a?to=1&token=${secret}`,
    )
    expect(kept).not.toContain(secret)
    expect(kept).toContain('&to=%2Fa')
  })
  it('is given up at 5xx alone', () => {
    expect([421, 450, 500, 550, 599].map((responseCode) => isFinal({ responseCode }))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
    expect(isFinal(new Error('connect ECONNREFUSED'))).toBe(false)
  })
})

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:139.0) Gecko/20100101 Firefox/139.0', 'Firefox, Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge, Windows',
    ],
    ['curl/8.5.0', undefined],
  ])('%s', (userAgent, said) => expect(deviceOf(userAgent)).toBe(said))
})

it('a stored hash never shows the secret', () => {
  fc.assert(fc.property(fc.string({ minLength: 20 }), (token) => !hashOf(token).includes(token)))
})
