import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkedAddress, isPublic, NotSent, type Outward, reach } from './outward.ts'

const post = (at: string, headers: Record<string, string>, body: string, outward: Outward) =>
  reach(at, { method: 'POST', headers, body, most: 4_096 }, outward)

type V4 = readonly [number, number, number, number]
const octet = fc.nat(255)
/** Every range of version 4 that leads into the machine, its network or nowhere, with any address in it. */
const closed: fc.Arbitrary<V4> = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(0), fc.constantFrom(0, 2), octet),
  fc.tuple(fc.constant(198), fc.constantFrom(18, 19), octet, octet),
  fc.tuple(fc.constant(198), fc.constant(51), fc.constant(100), octet),
  fc.tuple(fc.constant(203), fc.constant(0), fc.constant(113), octet),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
)
const numberOf = ([a, b, c, d]: V4): number => ((a * 256 + b) * 256 + c) * 256 + d
const hex = (n: number, length = 0): string => n.toString(16).padStart(length, '0')
const wide = (text: string): string =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** The many ways in which browsers and libraries let one and the same address be written. */
const writings: readonly ((ip: V4) => string)[] = [
  (ip) => ip.join('.'),
  (ip) => `${ip.join('.')}.`,
  (ip) => String(numberOf(ip)),
  (ip) => `0x${hex(numberOf(ip))}`,
  (ip) => `0${numberOf(ip).toString(8)}`,
  (ip) => ip.map((n) => `0x${hex(n)}`).join('.'),
  (ip) => ip.map((n) => `0${n.toString(8)}`).join('.'),
  ([a, b, c, d]) => `${a}.${(b * 256 + c) * 256 + d}`,
  ([a, b, c, d]) => `${a}.0${b.toString(8)}.0x${hex(c * 256 + d)}`,
  (ip) => wide(ip.join('.')),
  (ip) => ip.join('\u3002'),
  (ip) => ip.join('.').replace(/\d/, (digit) => `%3${digit}`),
  (ip) => `[::ffff:${ip.join('.')}]`,
  ([a, b, c, d]) => `[::ffff:${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
  ([a, b, c, d]) => `[0:0:0:0:0:FFFF:${hex(a * 256 + b)}:${hex(c * 256 + d)}]`,
  (ip) => `[::${ip.join('.')}]`,
  (ip) => `[64:ff9b::${ip.join('.')}]`,
  ([a, b, c, d]) => `[2002:${hex(a * 256 + b)}:${hex(c * 256 + d)}::1]`,
]
const outward = { allowPrivate: false }
const reasonOf = (address: string): string => {
  try {
    return `goes to ${checkedAddress(address, outward).hostname}`
  } catch (error) {
    if (error instanceof NotSent) return error.reason
    throw error
  }
}

describe('an address into the own network', () => {
  it('is known however it is written, with whatever port and path', () => {
    const rest = fc.constantFrom('', '/', ':443/x', ':8443', '/?to=https://example.com', '#example.com')
    fc.assert(
      fc.property(closed, fc.constantFrom(...writings), rest, (ip, write, after) => {
        const address = `https://${write(ip)}${after}`
        expect(reasonOf(address), address).toBe('private')
      }),
      { numRuns: 2_000 },
    )
  })

  it('is known in every range of version 6 that is not the open internet', () => {
    const group = fc.nat(0xffff).map((n) => hex(n))
    const first = fc.constantFrom(
      'fc00',
      'fdff',
      'fe80',
      'febf',
      'fec0',
      'ff02',
      '0',
      '100',
      '64',
      '2002',
      '3fff:0',
    )
    fc.assert(
      fc.property(first, fc.tuple(group, group, group), (head, [a, b, c]) => {
        const ip = `${head}:${a}:${b}::${c}`
        expect(isPublic(ip), ip).toBe(false)
        expect(reasonOf(`https://[${ip}]/`)).toBe('private')
      }),
    )
  })

  it('is not told apart by a user name before it', () => {
    fc.assert(
      fc.property(
        closed,
        fc.constantFrom('example.com@', 'a:b@', ':@x@', 'https:%2f%2fexample.com@'),
        (ip, who) => {
          expect(['private', 'credentials', 'address']).toContain(reasonOf(`https://${who}${ip.join('.')}/`))
        },
      ),
    )
  })
})

describe('what is sent', () => {
  it('goes to one place: nobody is followed anywhere, whatever the answer says', async () => {
    let reached = 0
    const inside = createServer((_, response) => {
      reached += 1
      response.end()
    })
    let status = 302
    const outside = createServer((_, response) => {
      const to = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/`
      response.writeHead(status, { location: to, refresh: `0;url=${to}`, link: `<${to}>` }).end()
    })
    const listening = [inside, outside].map(
      (server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)),
    )
    await Promise.all(listening)
    try {
      const at = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`
      for (status of [201, 300, 301, 302, 303, 307, 308, 401, 407])
        expect(await post(at, {}, '{}', { allowPrivate: true })).toMatchObject({ status })
      expect(reached).toBe(0)
      await expect(post(at, {}, '{}', outward)).rejects.toMatchObject({ reason: 'https' })
    } finally {
      inside.close()
      outside.close()
    }
  })

  it('is not sent by a name that leads inside, even where the name is no number', async () => {
    for (const name of ['localhost', 'LOCALHOST', 'localhost.', 'a.localhost'])
      await expect(post(`https://${name}/`, {}, '{}', outward)).rejects.toBeInstanceOf(NotSent)
  })

  it('goes to the address that was looked at, however often its name changes its mind', async () => {
    const reached: string[] = []
    const listening = ['127.0.0.1', '127.0.0.2'].map((address) => {
      const server = createServer((_, response) => {
        reached.push(address)
        response.end()
      })
      return { server, address }
    })
    const [first, second] = listening as [(typeof listening)[0], (typeof listening)[0]]
    await new Promise<void>((done) => first.server.listen(0, first.address, done))
    const { port } = first.server.address() as AddressInfo
    await new Promise<void>((done) => second.server.listen(port, second.address, done))
    try {
      let asked = 0
      const resolver = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
      const at = `http://rebinding.example:${port}/`
      expect(await post(at, {}, '{}', { allowPrivate: true, resolver })).toMatchObject({ status: 200 })
      expect({ asked, reached }).toEqual({ asked: 1, reached: ['127.0.0.1'] })
    } finally {
      first.server.close()
      second.server.close()
    }
  })

  it('is not sent where any one of the addresses of a name is closed', async () => {
    const open = { address: '198.41.0.4', family: 4 }
    const closedOne = { address: '10.0.0.1', family: 4 }
    for (const found of [[closedOne], [open, closedOne], [closedOne, open]])
      await expect(
        post('https://mixed.example/', {}, '{}', { allowPrivate: false, resolver: async () => found }),
      ).rejects.toMatchObject({ reason: 'private' })
    await expect(
      post('https://none.example/', {}, '{}', { allowPrivate: false, resolver: async () => [] }),
    ).rejects.toMatchObject({ reason: 'unknown-host' })
  })
})
