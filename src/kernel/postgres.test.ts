import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startPostgres, stopPostgres } from './postgres.ts'

test('quick', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pg x å-'))
  const log = (e: string, d?: object) => process.stdout.write(`${e} ${JSON.stringify(d)}\n`)
  const a = await startPostgres({ folder, log, durable: false })
  expect(a.joined).toBe(false)
  const c = new pg.Client({ connectionString: a.connectionString })
  await c.connect()
  process.stdout.write(
    JSON.stringify(
      (
        await c.query(
          "select version(), current_setting('data_directory'), current_setting('listen_addresses') l, current_setting('fsync') f, to_tsvector('simple','”Älykäs” ruoka–ketju ÄITI')::text tv, (select string_agg(x, ' ' order by x) from unnest(array['öljy','zebra','ahti','åbo','äiti','Vaasa','Wirta','Virta']) x)",
        )
      ).rows,
    ) + '\n',
  )
  const b = await startPostgres({ folder, log, durable: false })
  const b2 = await startPostgres({ folder, log, durable: false })
  expect(await b2.stop()).toBe(false)
  expect(await a.stop()).toBe(false)
  await c.end()
  expect(await b.stop()).toBe(false)
  expect(await a.stop()).toBe(true)
  await b.ensure()
  expect(await stopPostgres(folder)).toBe(true)
  expect(await stopPostgres(folder)).toBe(false)
})
