import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { command, perform } from '../../src/kernel/action.ts'
import type { Stage } from '../../src/kernel/context.ts'
import { createFiles } from '../../src/kernel/file.ts'
import { many, paging, queryData } from '../../src/kernel/list.ts'
import { ownPath } from '../../src/kernel/page.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { everyone } from '../../src/kernel/rule.ts'
import { typedFilters } from '../../src/modules/projects/typed-filters.ts'
import { originOfBytes } from '../../src/modules/sources/reading/origin.ts'
import { openTable } from '../../src/modules/sources/reading/table.ts'
import { Unreadable } from '../../src/modules/sources/unreadable.ts'
import { parseAmount } from '../../src/modules/sources/values/amounts.ts'
import { splitLanguage } from '../../src/web/address.ts'
import { readForm } from '../../src/web/forms.ts'
import { readSources } from '../source.ts'
import { allPayloads } from './payloads.ts'

const hostile = fc.oneof(
  fc.constantFrom(...allPayloads.filter((p): p is string => typeof p === 'string')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)
const cell = fc.oneof(
  hostile,
  fc.constantFrom(
    ';',
    ',',
    '\t',
    '"',
    '""',
    '\n',
    '\r\n',
    '\0',
    'Hankekoodi',
    'Nimi',
    '1 234,50',
    '5.3.2026',
  ),
)

async function readWhole(name: string, bytes: Uint8Array): Promise<number | string> {
  try {
    const table = await openTable(originOfBytes(name, bytes))
    let rows = 0
    for await (const row of table.rows()) rows += row.cells.length > 0 ? 1 : 0
    return rows
  } catch (error) {
    // The one error that reading may throw.
    if (error instanceof Unreadable) return error.reason
    throw error
  }
}

describe('lists of any bytes are read or refused with a reason', () => {
  const takes = async (name: string, bytes: Uint8Array): Promise<void> => {
    expect(['number', 'string']).toContain(typeof (await readWhole(name, bytes)))
  }

  it('bytes', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), (bytes) => takes('a.csv', bytes)),
      { numRuns: 150 },
    ))

  it('bytes after the first ones of each kind of file', () => {
    const heads = [
      'PK\x03\x04',
      '\x1f\x8b\x08',
      '\xef\xbb\xbf',
      '\xff\xfe',
      '\xfe\xff',
      '%PDF-',
      '<?xml ',
      '[{',
      '{"a":[',
      'a;b\n',
    ]
    return fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 2_000 }), (head, rest) =>
        takes('a', Buffer.concat([Buffer.from(head, 'latin1'), rest])),
      ),
      { numRuns: 150 },
    )
  })

  it('tables of hostile cells', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (rows) =>
        takes('a.csv', Buffer.from(rows.map((r) => r.join(';')).join('\n'))),
      ),
      { numRuns: 150 },
    ))

  it('JSON of any shape', () =>
    fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), hostile, (json, text) =>
        takes('a.json', Buffer.from(`[${json},{"${text}":${json}}`)),
      ),
      { numRuns: 150 },
    ))
})

describe('forms', () => {
  const files = createFiles('/nowhere')
  const form = (body: BodyInit, type?: string) =>
    readForm(
      new Request('http://x/', {
        method: 'POST',
        body,
        ...(type !== undefined && { headers: { 'content-type': type } }),
      }),
      files,
      1_000,
    )
  const wellFormed = hostile.map((text) => Buffer.from(text).toString())

  it('say what was typed, whatever the fields are called', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(wellFormed, wellFormed), { maxLength: 12 }), async (pairs) => {
        const body = new URLSearchParams(pairs)
        const posted = await form(body)
        for (const [name] of pairs) {
          expect(posted.all(name)).toEqual(body.getAll(name))
          expect(posted.get(name)).toBe(body.get(name))
        }
        expect(Object.keys(posted.values).length).toBe(new Set(pairs.map(([n]) => n)).size)
        expect(({} as Record<string, unknown>).polluted).toBe(undefined)
      }),
    ))

  it('in parts say the same', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', 'constructor'), wellFormed), {
          maxLength: 8,
        }),
        async (pairs) => {
          const body = new FormData()
          for (const [name, value] of pairs) body.append(name, value)
          const posted = await form(body)
          // A form of parts writes every line end as CRLF.
          const lines = (text: string) => text.replaceAll(/\r\n|\r|\n/g, '\r\n')
          for (const [name] of pairs)
            expect(posted.all(name)).toEqual(body.getAll(name).map((v) => lines(v as string)))
        },
      ),
    ))

  it('of any bytes are read or refused', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'multipart/form-data; boundary=b',
          'multipart/form-data; boundary=',
          'multipart/form-data; boundary="',
          'application/x-www-form-urlencoded',
        ),
        fc.array(
          fc.oneof(
            hostile,
            fc.constantFrom('--b', '--b--', '\r\n', 'content-disposition: form-data; name="a"', ': '),
          ),
          { maxLength: 20 },
        ),
        async (type, pieces) => {
          const body = Buffer.from(pieces.join('\r\n'))
          try {
            expect((await form(body, type)).files).toEqual([])
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal)
          }
        },
      ),
      { numRuns: 200 },
    ))
})

describe('addresses', () => {
  it('typed filters take any text', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const read = typedFilters(`${a} rahasto:${b} >${a} toteuttaja:"${b}`)
        expect(typeof read.text).toBe('string')
      }),
    )
  })

  it('a query becomes data with every word as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile)), (pairs) => {
        const asked = new URLSearchParams(pairs)
        const data = queryData(asked)
        for (const name of new Set(asked.keys())) {
          const values = asked.getAll(name).filter((v) => v !== '')
          expect(data[name]).toEqual(values.length > 1 ? values : values[0])
        }
      }),
    )
  })

  it('nobody is led to another site by any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          hostile.map((t) => `/${t}`),
          hostile.map((t) => `//${t}`),
        ),
        (to) => {
          const path = ownPath(to)
          if (path === undefined) return
          expect(new URL(path, 'https://talkoot.example').origin).toBe('https://talkoot.example')
          expect(path).toMatch(/^\/(?!\/)[!-~]*$/)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('a path has one language', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { language, path } = splitLanguage(`/${text}`)
        expect(['fi', 'sv', 'en']).toContain(language)
        expect(path.startsWith('/')).toBe(true)
      }),
    )
  })
})

describe('what an action is given', () => {
  const echo = command({
    name: 'fuzz.echo',
    summary: { fi: 'Nothing', sv: 'Nothing', en: 'Nothing' },
    input: z.object({ text: z.string().optional(), list: many(z.string()), deep: z.unknown(), ...paging }),
    output: z.unknown(),
    allow: everyone,
    run: async () => ({}),
  })
  // What is refused is refused before the database is asked.
  const stage = { actor: { kind: 'visitor' }, database: undefined } as unknown as Stage
  const refusedOrThrough = async (raw: unknown) => {
    const came = await perform(echo, stage, raw).catch((error: unknown) => error)
    if (came instanceof Refusal) return came.kind
    expect(came).toBeInstanceOf(TypeError)
    return 'through'
  }

  it('is refused or taken, never a fault', () =>
    fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true }), async (raw) => {
        expect(['invalid', 'through']).toContain(await refusedOrThrough(raw))
      }),
      { numRuns: 300 },
    ))

  it('holds no text that cannot be stored, however deep', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('\0', 'a\0', '\ud800', '\udfff!'),
        fc.integer({ min: 0, max: 30 }),
        fc.boolean(),
        async (text, depth, asKey) => {
          let deep: unknown = asKey ? { [text]: 1 } : text
          for (let i = 0; i < depth; i++) deep = i % 2 ? [deep] : { deep }
          expect(await refusedOrThrough({ deep })).toBe('invalid')
        },
      ),
    ))

  it('is not nested without end', async () => {
    let deep: unknown = 'x'
    for (let i = 0; i < 50_000; i++) deep = [deep]
    expect(await refusedOrThrough({ deep })).toBe('invalid')
  })
})

describe('patterns', () => {
  const sources = readSources('src').filter((f) => !/\.test\.tsx?$|islands|tables\.ts$/.test(f.path))
  const patterns = sources.flatMap(({ path, text }) =>
    [
      ...text.matchAll(
        /(?<=[(,=:[!&|?{};\s])\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[.,;)\]}\s])/g,
      ),
    ].flatMap(([, body, flags]) => {
      try {
        return [{ path, pattern: new RegExp(body!, flags) }]
      } catch {
        return []
      }
    }),
  )
  const pieces = [
    'a',
    'A',
    '0',
    ' ',
    '\t',
    '\n',
    '-',
    '.',
    ',',
    ';',
    ':',
    '/',
    '\\',
    '"',
    "'",
    '(',
    '[',
    '{',
    '<',
    '=',
    '_',
    '&',
    '%',
    '@',
    '€',
    'ä',
    'a ',
    ' a',
    'a1',
    '1 ',
    '1.',
    '1,',
    'a-',
    '""',
    '" ',
    'a"',
    '<a',
    '//',
    'ab:',
    '\u00a0',
    '1a',
  ]
  const lines = pieces.flatMap((piece) => {
    const long = piece.repeat(Math.ceil(2_000 / piece.length))
    return [long, `${long}!`, `\0${long}\0`, `x="${long}`, `https://${long}§`]
  })

  /** Milliseconds of this process, whatever else the machine does. */
  const costOf = (look: (part: string) => unknown, line: string): number => {
    const before = process.cpuUsage()
    look(line)
    return process.cpuUsage(before).user / 1_000
  }

  /**
   * Whether a text twice as long costs four times as much, as what tries everything with everything does; one pass
   * costs twice as much. How quick the machine is does not matter; what is over in no time is not measured. A busy
   * machine adds to a time and never takes from it: the least of a few tells what the pattern itself costs.
   */
  const growsTooFast = (look: (part: string) => unknown, line: string): boolean => {
    const least = (part: string) => Math.min(...Array.from({ length: 4 }, () => costOf(look, part)))
    if (costOf(look, line) < 200) return false
    const whole = least(line)
    return whole >= 200 && whole > 3 * least(line.slice(0, line.length / 2))
  }

  /** The pattern of amounts sees short texts only. */
  const guarded = /<before2>/
  it('an amount is read quickly, however long', () => {
    const slow = lines.filter((line) => growsTooFast((part) => parseAmount(part), line.repeat(20)))
    expect(slow).toEqual([])
  })

  it('are found', () => expect(patterns.length).toBeGreaterThan(200))

  it('none is slow on a long line of anything', () => {
    const slow: string[] = []
    for (const { path, pattern } of patterns.filter((p) => !guarded.test(p.pattern.source))) {
      for (const line of lines) {
        const look = (part: string) => {
          pattern.lastIndex = 0
          return pattern.global ? part.match(pattern) : pattern.test(part)
        }
        if (!growsTooFast(look, line)) continue
        slow.push(`${path} /${pattern.source}/ on ${JSON.stringify(line.slice(0, 20))}`)
        break
      }
    }
    expect(slow).toEqual([])
  }, 120_000)
})
