import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import { perform } from '../src/kernel/action.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Stage } from '../src/kernel/context.ts'
import { createFiles } from '../src/kernel/file.ts'
import { shippedData } from '../src/kernel/product.ts'
import { noteDraft } from '../src/modules/benchmarks/note-view.tsx'
import { type Asked, askedOf } from '../src/modules/benchmarks/rules.ts'
import { addStatisticsFile } from '../src/modules/statistics/file-actions.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { somebody } from './people.ts'

const file = (name: string) => path.join(shippedData, 'statistics', name)

/** Lines of Eurostat's own file: all of Finland and some of Sweden, with a value changed where one is asked for. */
export async function someOfEurostat(change: (text: string) => string = (text) => text): Promise<string> {
  const whole = gunzipSync(await readFile(file('estat_nama_10r_3gdp.tsv.gz'))).toString('utf8')
  const [head, ...lines] = whole.split('\n')
  const kept = lines.filter((line) => /^A,(?:EUR_HAB|MIO_EUR),(?:FI|SE|MK)/.test(line))
  return [head, ...kept.map(change)].join('\n')
}

/** A database with GDP by NUTS 3, R&D by region, a coordinator, a stranger, and a question about Kanta-Häme; or these in a database that is there. */
export async function benchmarkRoom(given?: TestDatabase) {
  const database = given ?? (await freshDatabase())
  const folder = await mkdtemp(path.join(os.tmpdir(), 'benchmarks-'))
  const stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'page',
    now: new Date('2026-11-21T06:00:00Z'),
    language: 'fi',
    baseUrl: 'https://talkoot.example',
    files: createFiles(folder),
    subjects: new Map(),
    drafts: new Map([[noteDraft.kind, noteDraft]]),
    turns: [],
    permissions: [],
    jobs: { enqueue: async () => 'job', emit: async () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  } as unknown as Stage
  const bringIn = async (name: string, content: string | Buffer): Promise<string> => {
    const { hash } = await stage.files.put(Readable.from([Buffer.from(content)]), Number.POSITIVE_INFINITY)
    const system = { ...stage, actor: { kind: 'system', name: 'koe' } as Actor }
    return (await perform(addStatisticsFile, system, { name, hash, publisher: 'Eurostat' })).id
  }
  const gdp = await bringIn('nama_10r_3gdp.tsv', await someOfEurostat())
  const rd = await bringIn('13tn.json', await readFile(file('13tn.json')))
  const series = (unit: string) => ({ freq: 'A', unit, TIME_PERIOD: '2021' })
  const asked: Asked = askedOf({
    target: 'MK05',
    variables: [
      { dataset: gdp, codes: series('EUR_HAB'), weight: '2' },
      { dataset: gdp, codes: series('MIO_EUR'), weight: '1' },
      { dataset: rd, codes: { Vuosi: '2024', Sektori: 'SSS', Tiedot: 'tk_menot' }, weight: '1' },
    ],
  })
  return {
    database,
    stage,
    gdp,
    rd,
    asked,
    bringIn,
    coordinator: await somebody(database, 'Kaisa Koordinaattori', [['coordinator', null]]),
    stranger: await somebody(database, 'Sari Sivullinen'),
    close: async () => {
      if (!given) await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type BenchmarkRoom = Awaited<ReturnType<typeof benchmarkRoom>>
