/**
 * Recounting a unique count over 1 000 projects and 5 000 enterprises: by the engine alone, where every project reports
 * every enterprise (5 million reports of one), and in the product from the rows of an embedded database to the summary
 * row, where every project reports fifty:
 *   npm run bench -- indicators
 * Ends with 1 when the product takes a second or more.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countOnce, type Support } from '../src/engine/indicators/index.ts'
import { connect, execute, transaction } from '../src/kernel/db.ts'
import { migrate } from '../src/kernel/migrate.ts'
import { startPostgres, stopPostgres } from '../src/kernel/postgres.ts'
import { figureRows } from '../src/modules/indicators/figure-queries.ts'
import { refreshFigures } from '../src/modules/indicators/figures.ts'

const [projects, enterprises, each] = [1_000, 5_000, 50]
const say = (text: string) => process.stdout.write(`${text}\n`)
const ids = Array.from({ length: enterprises }, (_, i) => `${1_000_000 + i}-0`)

function* everything(): Generator<Support> {
  for (let p = 0; p < projects; p++)
    for (const business of ids) yield { project: `p${p}`, on: '2026-06-30', business, name: 'Oy' }
}

const began = performance.now()
const { counted } = countOnce(everything())
say(
  `engine: ${projects * enterprises} reports, ${counted.length} enterprises, ${(performance.now() - began).toFixed(0)} ms`,
)

const folder = await mkdtemp(join(tmpdir(), 'talkoot-indicators-'))
const server = await startPostgres({ folder, log: () => undefined })
const { db, close } = connect(server.connectionString, () => undefined)
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
let slow = false
try {
  await migrate(db, join(import.meta.dirname, '..', 'migrations'))
  await execute(
    db,
    `insert into ecosystem (id, key, kind, position, featured, name, unofficial, summary, description, regions,
       municipalities, share, created_at, updated_at, lexemes)
     values ($1, 'bench', 'region', 0, false, '{"fi":"Mittaus"}', '{}', '{}', '{}', '{}', '{}', 'public', now(), now(), '')`,
    [id(1)],
  )
  await execute(db, `insert into indicator (id, code, created_at) values ($1, 'RCO01', now())`, [id(2)])
  await execute(
    db,
    `insert into indicator_version (indicator_id, version, name, definition, unit, aggregation, decimals, disaggregation,
       source, by_whom, at)
     values ($1, 1, '{"fi":"Tuetut yritykset"}', '{}', '{}', 'unique', 0, '{size,region,kind}', 'bench', 'bench', now())`,
    [id(2)],
  )
  await execute(
    db,
    `insert into supported_enterprise (business_id, name, personal, size, updated_at)
     select (1000000 + i) || '-0', 'Yritys ' || i, false, (array['micro', 'small', 'medium', 'large'])[1 + i % 4], now()
     from generate_series(0, $1::int - 1) i`,
    [enterprises],
  )
  await execute(
    db,
    `insert into indicator_value (id, ecosystem_id, indicator_id, definition_version, project_id, period_from, period_to,
       amount, version, report_id, by_whom, at, approved_by, approved_at)
     select ('00000000-0000-7000-8001-' || lpad(p::text, 12, '0'))::uuid, $1, $2, 1,
       ('00000000-0000-7000-8002-' || lpad(p::text, 12, '0'))::uuid, '2026-01-01', '2026-06-30', $4, 1,
       ('00000000-0000-7000-8003-' || lpad(p::text, 12, '0'))::uuid, 'bench', now(), 'bench', now()
     from generate_series(0, $3::int - 1) p`,
    [id(1), id(2), projects, each],
  )
  await execute(
    db,
    `insert into indicator_value_enterprise (value_id, position, business_id, name)
     select ('00000000-0000-7000-8001-' || lpad(p::text, 12, '0'))::uuid, n,
       (1000000 + (p * 37 + n * 101) % $2::int) || '-0', 'Yritys'
     from generate_series(0, $1::int - 1) p, generate_series(0, $3::int - 1) n`,
    [projects, enterprises, each],
  )
  await execute(db, 'analyze')
  for (let round = 1; round <= 3; round++) {
    const start = performance.now()
    await transaction(db, (tx) => refreshFigures(tx, id(1), [id(2)], new Date()))
    const ms = performance.now() - start
    const [figure] = await figureRows(db, id(1))
    say(
      `product: ${projects * each} reports of ${projects} projects, ${figure?.numerator} enterprises, ${ms.toFixed(0)} ms`,
    )
    slow = ms >= 1_000
  }
} finally {
  await close()
  await stopPostgres(folder)
  await rm(folder, { recursive: true, force: true })
}
process.exitCode = slow ? 1 : 0
