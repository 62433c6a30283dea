import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentOf, readContainer, sayDamage, writeContainer } from './container.ts'
import { manifestSchema, parseAs, plannedSchema, summarySchema } from './manifest.ts'
import { BackupProblem } from './problem.ts'

const key = 'avain joka riittää'
const parts = new Map([
  ['talkoot.json', Buffer.from('{"format":1}')],
  ['tables/person/000001.copy', Buffer.from('1\tAino\n'.repeat(4_000))],
  ['secret.key', Buffer.from('x'.repeat(32))],
])
let folder: string
let open: Buffer
let secret: Buffer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkoot-container-'))
  const made = async (name: string, with_?: string): Promise<Buffer> => {
    const file = join(folder, name)
    await writeContainer(file, with_, async ({ add }) => {
      for (const [place, bytes] of parts) await add(place, bytes)
    })
    return readFile(file)
  }
  open = await made('open.backup')
  secret = await made('secret.backup', key)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a backup of these bytes holds, or the words with which it is refused. */
async function read(bytes: Buffer, with_?: string): Promise<Map<string, string> | string> {
  const file = join(folder, 'tried.backup')
  await writeFile(file, bytes)
  const held = new Map<string, string>()
  try {
    for await (const part of readContainer(file, with_))
      held.set(part.place, (await contentOf(part)).toString('latin1'))
    return held
  } catch (error) {
    const said = sayDamage(error)
    if (said instanceof BackupProblem) return said.message
    throw error
  }
}
const whole = new Map([...parts].map(([place, bytes]) => [place, bytes.toString('latin1')]))

/** Words for whoever runs the machine: a sentence with what to do, nothing of how the reading is made. */
const inWords = (said: unknown): void => {
  expect(said).toMatch(/^[A-Z/].*[.)]$/)
  expect(said).not.toMatch(/undefined|\[object|\bat \w+ \(|node:|Z_[A-Z]+_ERROR/)
}

describe('the file of a backup', () => {
  it('is read as it was written', async () => {
    expect(await read(open)).toEqual(whole)
    expect(await read(secret, key)).toEqual(whole)
    // A key that is not needed does no harm.
    expect(await read(open, key)).toEqual(whole)
  })

  it('that is cut off anywhere is refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(open.length - 1), async (length) =>
        inWords(await read(open.subarray(0, length))),
      ),
      { numRuns: 80 },
    )
    for (const length of [0, 1, 7, 8, 23, 24, 27, 28, 60, secret.length - 1])
      inWords(await read(secret.subarray(0, length), key))
  })

  it('with any byte changed is refused in words, or gives what was written', async () => {
    const anywhere = fc.oneof(fc.nat(40), fc.nat(open.length - 1))
    await fc.assert(
      fc.asyncProperty(anywhere, fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const touched = Buffer.from(open)
        touched[at] = touched[at]! ^ by
        const said = await read(touched)
        // Of the head of a gzip file some bytes say nothing that matters: a time, the name of a system.
        if (said instanceof Map) expect(said).toEqual(whole)
        else inWords(said)
      }),
      { numRuns: 120 },
    )
    for (const at of [0, 3, 7, 8, 20, 24, 25, 28, 100, secret.length - 1]) {
      const touched = Buffer.from(secret)
      touched[at] = touched[at]! ^ 0x40
      inWords(await read(touched, key))
    }
  })

  it('of any bytes at all, also after the first ones of a real one, is refused in words', () => {
    const heads = [
      Buffer.alloc(0),
      Buffer.from([0x1f, 0x8b]),
      Buffer.from([0x1f, 0x8b, 8, 0]),
      open.subarray(0, 30),
    ]
    return fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), async (head, rest) => {
        inWords(await read(Buffer.concat([head, rest])))
      }),
      { numRuns: 80 },
    )
  })

  it('with the wrong key, and without one where it needs one, says so', async () => {
    expect(await read(secret)).toMatch(/encrypted.*--key-file/)
    for (const wrong of ['avain', `${key} `, key.toUpperCase()])
      expect(await read(secret, wrong)).toMatch(/key/)
  })
})

describe('what stands in a backup about itself', () => {
  it('of any JSON, or none, is understood or refused in words', () => {
    const said = fc.oneof(fc.json({ maxDepth: 4 }), fc.string({ unit: 'binary' }))
    const schemas = fc.constantFrom(manifestSchema, summarySchema, plannedSchema)
    fc.assert(
      fc.property(said, schemas, (text, schema) => {
        try {
          expect(parseAs(schema, Buffer.from(text), 'talkoot.json')).toBeTypeOf('object')
        } catch (error) {
          expect(error).toBeInstanceOf(BackupProblem)
          inWords((error as BackupProblem).message.replace(/^talkoot/, 'T'))
        }
      }),
      { numRuns: 500 },
    )
  })
})
