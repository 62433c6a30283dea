import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portfolioVerifyVerb } from '../../cli/portfolio-verify.ts'
import { engineVersion } from '../../engine/portfolio/index.ts'
import { hashOfContent } from '../../kernel/canonical.ts'
import { fileOf, problemOfRecord, type Recorded, recordFrom } from './record.ts'
import { mostRecorded, solveForRecord, solveProblem } from './solving.ts'
import { inOneLine, verdictOn, verifyFile } from './verdict.ts'

const at = '2026-11-21T10:00:00.000Z'
const candidate = (n: number, impact: string, ready: [string, string]) => ({
  id: `00000000-0000-7000-8000-00000000000${n}`,
  code: `H0${n}`,
  title: { fi: `Hanke ${n}`, sv: `Projekt ${n}` },
  project: null,
  application: null,
  path: null,
  costs: { eur: '100000.00' },
  scores: {
    impact: { low: impact, high: impact, origin: 'entered' },
    ready: { low: ready[0], high: ready[1], origin: 'assessors' },
  },
  lead: 'Testin yliopisto',
  city: 'Espoo',
  fund: null,
  region: null,
  actorKind: null,
  organisations: [],
  values: ['priority/1'],
  starts: null,
  ends: null,
  note: '',
  source: 'testi',
})

const candidates = [
  candidate(1, '5', ['2', '2']),
  candidate(2, '4', ['3', '4']),
  candidate(3, '3', ['5', '5']),
  candidate(4, '2', ['1', '2']),
]
const recorded: Recorded = {
  head: {
    id: '00000000-0000-7000-8000-000000000000',
    number: 1,
    name: { fi: 'Testin valinta' },
    purpose: 'Äkkiä ja ööliä',
    ecosystem: { id: 'e', key: 'testi', name: { fi: 'Testi' } },
    call: null,
    day: '2026-11-21',
    clock: '12:00',
    place: null,
    state: 'open',
    exercise: false,
    exerciseNote: null,
    revision: 9,
    settings: {
      criteria: [
        { id: 'impact', name: { fi: 'Vaikuttavuus' }, note: '' },
        { id: 'ready', name: { fi: 'Valmius' }, note: '' },
      ],
      budgets: [{ id: 'eur', name: { fi: 'Rahoitus' }, limit: '200000.00' }],
      rules: [],
      synergies: [],
      agenda: [],
      scale: { low: '1', high: '5' },
    },
    chosen: [candidates[1]!.id, candidates[2]!.id],
    reasons: 'Yhdessä vahvimmat.',
    recordHash: null,
    createdAt: at,
    calledAt: at,
    openedAt: at,
    closedAt: null,
  },
  candidates,
  members: [{ person: 'p', name: 'Kirsi', role: 'chair', came: at, left: null }],
  statements: [
    {
      id: 's1',
      person: null,
      said: { kind: 'atLeast', a: 'impact', b: 'ready' },
      reason: '',
      by: 'Kirsi',
      at,
    },
  ],
  forces: [],
  recusals: [],
  votes: [],
  events: [{ event: 'open', content: {}, person: 'Kirsi', at }],
  closedAt: at,
}
const record = recordFrom(recorded, solveProblem(problemOfRecord(recorded), mostRecorded))
const hash = hashOfContent(record)
const signatures = [{ person: 'p', name: 'Kirsi', role: 'chair', hash, at }]
const file = Buffer.from(fileOf(record, hash, signatures))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkoot-record-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What the command line says of a file. */
async function verified(bytes: Uint8Array): Promise<number> {
  const path = join(folder, 'record.json')
  await writeFile(path, bytes)
  const io = { out: () => undefined, err: () => undefined, json: false, now: new Date(at) }
  return portfolioVerifyVerb.run({} as never, io, [path], {})
}

describe('the file of a record', () => {
  it('is the same as it was made, and says what it rests on', async () => {
    expect(verifyFile(file.toString('utf8'))).toEqual({
      same: true,
      hash,
      engine: engineVersion,
      differs: [],
    })
    expect(record.result).toMatchObject({ status: 'exact' })
    expect(record.chosen).toMatchObject({ candidates: ['H02', 'H03'], costs: { eur: '200000.00' } })
    expect(await verified(file)).toBe(0)
  })

  it('a changed byte is found, wherever it is and whatever it becomes', async () => {
    const change = fc.record({ at: fc.nat(file.length - 1), by: fc.integer({ min: 1, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(change, async ({ at: place, by }) => {
        const bytes = Buffer.from(file)
        bytes[place] = bytes[place]! ^ by
        expect(await verified(bytes)).not.toBe(0)
      }),
      { seed: 4, numRuns: 400 },
    )
  })

  it('a byte that is left out or put in is found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.boolean(), async (place, out) => {
        const middle = out ? [] : [file[place]!]
        const bytes = Buffer.concat([
          file.subarray(0, place + (out ? 0 : 1)),
          Buffer.from(middle),
          file.subarray(place + 1),
        ])
        expect(await verified(bytes)).not.toBe(0)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it('a record that was changed and hashed anew is found by computing it', () => {
    const verdictOf = (changed: object) => {
      const own = hashOfContent(changed)
      return verifyFile(fileOf(changed, own, []))?.differs
    }
    const { result, chosen } = record
    expect(verdictOf({ ...record, result: { ...result!, count: '77' } })).toEqual(['result'])
    expect(verdictOf({ ...record, chosen: { ...chosen, nonDominated: !chosen.nonDominated } })).toEqual([
      'choice',
    ])
    const cheaper = record.candidates.map((c) => ({ ...c, costs: { eur: '1.00' } }))
    expect(verdictOf({ ...record, candidates: cheaper })).toEqual(['problem'])
  })

  it('of an earlier engine is the same where that found the same, and says which engine made it', () => {
    const verdictOf = (changed: object) => verifyFile(fileOf(changed, hashOfContent(changed), []))!
    const older = verdictOf({ ...record, engine: '0' })
    expect(older).toMatchObject({ same: true, engine: '0', differs: [] })
    const engines = `(computed by engine 0, verified by engine ${engineVersion})`
    expect(inOneLine(older)).toBe(`same ${older.hash} ${engines}`)
    const other = verdictOf({ ...record, engine: '0', result: { ...record.result!, count: '77' } })
    expect(other.differs).toEqual(['result', 'engine'])
    expect(inOneLine(other)).toBe(`DIFFERENT ${other.hash}: result, engine ${engines}`)
  })

  it('made when meetings were first held is still the same', async () => {
    // As commit a11610a made it: 14 candidates, intervals, two budgets, four rules, a synergy and one forced in.
    const first = await readFile(join(import.meta.dirname, 'record-of-engine-1.txt'))
    expect(verifyFile(first.toString('utf8'))).toMatchObject({ same: true, engine: '1', differs: [] })
    expect(await verified(first)).toBe(0)
  })

  it('is the same whether it is solved here or in the thread', async () => {
    const problem = problemOfRecord(recorded)
    expect(recordFrom(recorded, await solveForRecord(problem))).toEqual(record)
    expect(await verdictOn(record, hash, solveForRecord)).toEqual({
      same: true,
      hash,
      engine: engineVersion,
      differs: [],
    })
    const asked: object[] = []
    const never = async (of: object) => {
      asked.push(of)
      throw new Error('not to be solved')
    }
    expect(await verdictOn(record, 'f'.repeat(64), never)).toEqual({
      same: false,
      hash,
      engine: engineVersion,
      differs: ['hash'],
    })
    expect(asked).toEqual([])
  })

  it('another process, without a database, says the same; what is no record is neither same nor different', async () => {
    const path = join(folder, 'given.json')
    const talkoot = join(import.meta.dirname, '..', '..', '..', 'build', 'talkoot.mjs')
    const run = async (bytes: Uint8Array) => {
      await writeFile(path, bytes)
      const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
      return promisify(execFile)(process.execPath, [talkoot, 'portfolio', 'verify', path], { env }).then(
        ({ stdout }) => ({ code: 0, said: stdout.trim() }),
        (error: { code: number; stdout: string }) => ({ code: error.code, said: error.stdout.trim() }),
      )
    }
    expect(await run(file)).toEqual({ code: 0, said: `same ${hash}` })
    const changed = Buffer.from(file.toString('utf8').replace('Yhdessä vahvimmat', 'Yhdessä vahvimmet'))
    expect(await run(changed)).toMatchObject({ code: 1, said: expect.stringMatching(/^DIFFERENT .*: hash$/) })
    expect(await run(Buffer.from('{}'))).toMatchObject({ code: 2 })
  })
})
