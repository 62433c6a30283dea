/**
 * Benchmarks over the statistics that ship with the product (Eurostat's whole table of GDP at NUTS 3, Statistics
 * Finland's of R&D): making a run, computing it without keeping it as a visitor does, and repeating a stored one; then
 * every distance beside an exact calculation in fractions over Eurostat's file, read apart (`test/benchmark`):
 *   npm run bench -- benchmark
 * Ends with 1 when a distance differs by 1e-12 or more, or a stored run does not repeat byte for byte.
 */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { distancesFrom } from '../src/engine/benchmark/distance.ts'
import { standardise } from '../src/engine/benchmark/standardise.ts'
import { perform } from '../src/kernel/action.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Stage } from '../src/kernel/context.ts'
import { connect, snapshot } from '../src/kernel/db.ts'
import { createFiles } from '../src/kernel/file.ts'
import { migrate } from '../src/kernel/migrate.ts'
import { startPostgres } from '../src/kernel/postgres.ts'
import { productFolder, shippedData } from '../src/kernel/product.ts'
import { exploreBenchmark, getBenchmark, makeBenchmark } from '../src/modules/benchmarks/actions.ts'
import { gather } from '../src/modules/benchmarks/gather.ts'
import { type Asked, askedOf, questionOf } from '../src/modules/benchmarks/rules.ts'
import { importStatistics } from '../src/modules/statistics/index.ts'
import { exactDistances } from '../test/benchmark/exact-distances.ts'
import { plainQuestion } from '../test/benchmark/plain-gdp.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'talkoot-bench-benchmark-'))
const server = await startPostgres({ folder, log: () => undefined })
const { db, close } = connect(server.connectionString, () => undefined)
const say = (text: string) => process.stdout.write(`${text}\n`)
let failed = false
try {
  await migrate(db, path.join(productFolder, 'migrations'))
  const actor: Actor = { kind: 'system', name: 'bench' }
  const now = new Date('2026-11-23T09:00:00Z')
  const stage = {
    database: db,
    actor,
    now,
    way: 'command',
    language: 'en',
    files: createFiles(path.join(folder, 'files')),
    jobs: { enqueue: async () => 'x', emit: async () => undefined },
  } as unknown as Stage
  const bring = async (name: string) => {
    const { hash } = await stage.files.put(createReadStream(path.join(shippedData, 'statistics', name)), 1e9)
    return (await perform(importStatistics, stage, { name, hash })).id
  }
  const gdp = await bring('estat_nama_10r_3gdp.tsv.gz')
  const research = await bring('13tn.json')
  const product = (unit: string, year = '2021'): Asked['variables'][number] => ({
    dataset: gdp,
    codes: { freq: 'A', unit, TIME_PERIOD: year },
    weight: '1',
  })
  const questions: Record<string, Asked> = {
    'regions of Finland, 3 variables': askedOf({
      target: 'MK05',
      variables: [
        product('EUR_HAB'),
        product('MIO_EUR'),
        {
          dataset: research,
          codes: { Vuosi: '2024', Sektori: 'SSS', Tiedot: 'tk_menot' },
          weight: '2',
        },
      ],
    }),
    'NUTS 3 of Europe, 6 variables': askedOf({
      level: 'nuts3',
      target: 'FI1C2',
      ownCountry: false,
      variables: ['EUR_HAB', 'MIO_EUR', 'PPS_EU27_2020_HAB'].flatMap((unit) => [
        product(unit),
        product(unit, '2011'),
      ]),
    }),
  }
  const timed = async (times: number, run: () => Promise<unknown>) => {
    const all: number[] = []
    for (let n = 0; n < times; n++) {
      const began = performance.now()
      await run()
      all.push(performance.now() - began)
    }
    all.sort((a, b) => a - b)
    return `${all[Math.floor(times / 2)]!.toFixed(0)} / ${all.at(-1)!.toFixed(0)}`
  }
  say('| benchmark | | p50 / worst ms |\n|---|---|---|')
  for (const [name, asked] of Object.entries(questions)) {
    const row = async (what: string, run: () => Promise<unknown>, times = 7) =>
      say(`| ${name} | ${what} | ${await timed(times, run)} |`)
    await row('gathered', () => snapshot(db, (tx) => gather(tx, asked)))
    await row('computed by a visitor', () =>
      perform(exploreBenchmark, { ...stage, actor: { kind: 'visitor' } }, asked),
    )
    await row('made and kept', () => perform(makeBenchmark, stage, asked))
    const { id } = await perform(makeBenchmark, stage, asked)
    await row('read and repeated', () => perform(getBenchmark, stage, { id }))
    const { same } = await perform(getBenchmark, stage, { id })
    say(`${same ? 'repeats byte for byte' : 'DOES NOT REPEAT'}`)
    failed ||= !same
  }
  const asked = { target: 'FI1C2', nearest: 10, ownCountry: true, leastShare: 0.5 }
  const series = ['EUR_HAB', 'MIO_EUR', 'PPS_EU27_2020_HAB'].flatMap((unit) =>
    ['2021', '2011'].map((year) => ({ unit, year })),
  )
  const exact = exactDistances(plainQuestion(series, asked))
  const gathered = await snapshot(db, (tx) =>
    gather(
      tx,
      askedOf({
        ...asked,
        level: 'nuts3',
        leastShare: 50,
        variables: series.map(({ unit, year }, i) => ({ ...product(unit, year), weight: String(i + 1) })),
      }),
    ),
  )
  const standardised = standardise(questionOf(gathered))
  const weights = standardised.spreads.map((s) => s.weight)
  const off = distancesFrom(standardised, weights, asked)
    .filter((d) => d.share > 0)
    .map((d) => Math.abs(d.distance - (exact.get(d.code)?.distance ?? Number.NaN)))
  const most = Math.max(...off)
  say(`distances: ${off.length} compared, the most apart ${most.toExponential(1)}`)
  failed ||= !(most < 1e-12)
} finally {
  await close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0
