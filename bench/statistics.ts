import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { perform } from '../src/kernel/action.ts'
import type { Stage } from '../src/kernel/context.ts'
import { connect, snapshot } from '../src/kernel/db.ts'
import { createFiles } from '../src/kernel/file.ts'
import { migrate } from '../src/kernel/migrate.ts'
import { startPostgres } from '../src/kernel/postgres.ts'
import { productFolder, shippedData } from '../src/kernel/product.ts'
import {
  datasets,
  figureText,
  importStatistics,
  latest,
  levelText,
  valuesOf,
} from '../src/modules/statistics/index.ts'

// Eurostat's whole table of GDP at NUTS 3 (12,453 series, 2000-2022): how long it takes to bring in, and to read of it
// what a page or a benchmark reads.

const folder = await mkdtemp(path.join(tmpdir(), 'talkoot-bench-statistics-'))
const server = await startPostgres({ folder, log: () => undefined })
const { db, close } = connect(server.connectionString, () => undefined)
try {
  await migrate(db, path.join(productFolder, 'migrations'))
  const actor = { kind: 'system', name: 'bench' } as const
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
  const name = 'estat_nama_10r_3gdp.tsv.gz'
  const { hash } = await stage.files.put(createReadStream(path.join(shippedData, 'statistics', name)), 1e9)
  const began = performance.now()
  const { id } = await perform(importStatistics, stage, { name, hash })
  const seconds = (performance.now() - began) / 1000
  const again = performance.now()
  await perform(importStatistics, stage, { name, hash })
  const secondsAgain = (performance.now() - again) / 1000

  const whole = await valuesOf(db, actor, { dataset: id, codes: { unit: ['EUR_HAB'] }, level: 'nuts3' })
  const finnish = [...new Set(whole.figures.flatMap(({ geo }) => (geo?.startsWith('FI') ? [geo] : [])))]
  const asks = {
    'every NUTS 3 region, one unit, 23 years': { geo: undefined, level: 'nuts3', unit: ['EUR_HAB'] },
    'nineteen regions, one unit': { geo: finnish, level: 'nuts3', unit: ['EUR_HAB'] },
    'one region, one unit': { geo: ['FI197'], level: undefined, unit: ['MIO_EUR'] },
    'all countries, newest': { geo: undefined, level: 'country', unit: ['MIO_EUR'] },
  } as const
  const lines: string[] = []
  for (const [what, { geo, level, unit }] of Object.entries(asks)) {
    const codes = { unit, ...(geo && { geo }) }
    const times: number[] = []
    for (let n = 0; n < 200; n++) {
      const start = performance.now()
      const read = what.endsWith('newest') ? latest : valuesOf
      await snapshot(db, (tx) => read(tx, actor, { dataset: id, codes, level }))
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    lines.push(`| ${what} | ${times[100]!.toFixed(1)} | ${times[190]!.toFixed(1)} |`)
  }
  const { items } = await datasets(db, actor, now)
  const pirkanmaa = await latest(db, actor, { dataset: id, codes: { unit: ['MIO_EUR'], geo: ['FI197'] } })
  const [figure] = pirkanmaa.figures
  process.stdout.write(
    `import: ${seconds.toFixed(1)} s, ${items[0]!.version!.series} series, ${items[0]!.version!.cells} figures; again: ${secondsAgain.toFixed(1)} s, no change\n` +
      `FI197 ${figure!.time}: ${figureText(figure!, 'en').text} (${levelText.en.levels[figure!.level!]})\n\n` +
      `| read | p50 ms | p95 ms |\n|---|---|---|\n${lines.join('\n')}\n`,
  )
} finally {
  await close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
