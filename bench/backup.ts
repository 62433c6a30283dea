import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { readConfig } from '../src/config.ts'
import { openHouse } from '../src/house.ts'
import { perform } from '../src/kernel/action.ts'
import { verifyAudit } from '../src/kernel/audit-chain.ts'
import { connect, execute } from '../src/kernel/db.ts'
import { createLog } from '../src/kernel/log.ts'
import { startPostgres, stopPostgres } from '../src/kernel/postgres.ts'
import { productFolder } from '../src/kernel/product.ts'
import { restoreBackup, takeBackup } from '../src/modules/backup/index.ts'
import { createSignInLink, signIn, signOut } from '../src/modules/people/index.ts'
import { openFolder } from '../test/other-process.ts'
import { installedServers, startServer } from '../test/server-postgres.ts'

/**
 * Backs the embedded database up while clients write, restores it into another embedded one and into every
 * PostgreSQL server that is installed, and lets the databases themselves say whether they are equal.
 * `npm run bench -- backup [megabytes of rows] [megabytes of files]`
 */
const wanted = Number(process.argv[2] ?? 400)
const wantedFiles = Number(process.argv[3] ?? 100)
const say = (line: string) => process.stdout.write(`${line}\n`)
const root = await openFolder('talkoot-backup-')
const at = (name: string) => join(root, name)
const log = createLog('silent')
const house = await openHouse(readConfig({ TALKOOT_DATA: at('source'), TALKOOT_DEMO: '0' }), log, 'command')
let failures = 0

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now()
  return [await work(), (performance.now() - began) / 1000]
}

/** Rows as imports have them: text, JSON, arrays and vectors; about 1.1 kB of COPY text each. */
const fill = (rows: number) => `
  with i as (insert into import (id, file_name, file_hash, file_bytes, layout, list, state, counts, staged_rows, created_at)
    values (gen_random_uuid(), 'x.csv', 'x', 1, '{}', '{}', 'applied', '{}', ${rows}, now()) returning id),
  r as (insert into import_row (import_id, row_no, registry, project_key, values, cells, state)
    select i.id, n, 'r', n::text, jsonb_build_object('title', md5(n::text) || ' ja kehittäminen', 'granted', n * 1.01, 'summary', repeat(md5((n * 7)::text), 6)),
      array[md5(n::text), n::text, null, 'ä;"' || n], 'applied' from i, generate_series(1, ${rows}) n)
  insert into project (id, registry, code, title, language, summary, themes, granted, start_on, lead_personal, facet_key, statements, share, created_at, updated_at)
    select gen_random_uuid(), 'r', n::text, md5(n::text) || ' ja kehittäminen', 'fi', repeat(md5((n * 7)::text), 8), array['a', 'b'],
      n * 1.01, date '2015-01-01' + n % 3000, false, n % 500, 1, 'public', now(), now() from generate_series(1, ${rows}) n`

/** What the database itself says of each table: count, and a hash over the hashes of all rows. */
async function contentOf(connectionString: string, until: number): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(
    `set timezone = 'UTC'; set bytea_output = 'hex'; set extra_float_digits = 1; set work_mem = '256MB'`,
  )
  const tables = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const content: Record<string, string> = {}
  for (const { name } of tables.rows) {
    const only = name === 'audit_entry' ? `where seq <= ${until}` : ''
    const { rows } = await client.query<{ said: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(h, '' order by h)), '') as said from (select md5(t::text) as h from public."${name}" t ${only}) x`,
    )
    content[name] = rows[0]!.said
  }
  await client.end()
  return content
}

async function filesOf(folder: string): Promise<string> {
  const digest = createHash('sha256')
  let count = 0
  for (const two of (await readdir(join(folder, 'files'))).sort())
    for (const name of (await readdir(join(folder, 'files', two))).sort()) {
      digest.update(name).update(await readFile(join(folder, 'files', two, name)))
      count += 1
    }
  return `${count} ${digest.digest('hex')}`
}

try {
  const stage = house.stage({ kind: 'system', name: 'bench' })
  await execute(stage.database, fill(Math.round((wanted * 1e6) / 1_150)))
  for (let left = wantedFiles; left > 0; left -= 10)
    await stage.files.put(Readable.from([randomBytes(10e6)]), 1e9)
  await perform(createSignInLink, stage, {})
  const { rows: where } = await execute(
    stage.database,
    `select current_setting('unix_socket_directories') as host`,
  )
  const address = (host: unknown) =>
    `postgres://talkoot@localhost/talkoot?host=${encodeURIComponent(String(host))}`
  const source = { connectionString: address(where[0]!.host), dataFolder: at('source'), version: 'bench' }

  let loading = true
  let written = 0
  const load = Array.from({ length: 3 }, async () => {
    const own = connect(source.connectionString, () => undefined, 1)
    const mine = { ...stage, database: own.db }
    while (loading) {
      const { token } = await perform(createSignInLink, mine, {})
      const { session } = await perform(signIn, mine, { token })
      await perform(signOut, mine, { token: session })
      written += 3
    }
    await own.close()
  })
  const key = 'a key for measuring'
  const now = new Date()
  const [plain, plainSeconds] = await timed(() => takeBackup(source, { file: at('plain.talkoot'), now }))
  const [sealed, sealedSeconds] = await timed(() =>
    takeBackup(source, { file: at('sealed.talkoot'), key, now }),
  )
  loading = false
  await Promise.all(load)
  const copied = (taken: typeof plain) => Object.values(taken.tables).reduce((n, t) => n + t.bytes, 0)
  const gigabytes = (copied(plain) + plain.fileBytes) / 1e9
  const { rows: size } = await execute(stage.database, 'select pg_database_size(current_database()) as n')
  say(
    `source: ${plain.rows} rows, ${(copied(plain) / 1e6).toFixed(0)} MB of COPY text (${(Number(size[0]!.n) / 1e6).toFixed(0)} MB on disk with indexes), ${plain.files} files of ${(plain.fileBytes / 1e6).toFixed(0)} MB; ${written} actions by 3 clients meanwhile`,
  )
  const tell = (what: string, seconds: number, bytes?: number) =>
    say(
      `${what}: ${seconds.toFixed(1)} s, ${(seconds / gigabytes).toFixed(0)} s a GB${bytes ? `, file ${(bytes / 1e6).toFixed(0)} MB` : ''}`,
    )
  tell('backup', plainSeconds, plain.bytes)
  tell('backup, encrypted', sealedSeconds, sealed.bytes)

  const servers = await Promise.all([...installedServers().keys()].sort().map(startServer))
  if (servers.length === 0) say('NO PostgreSQL SERVER IS INSTALLED: restoring into one is not measured')
  const embedded = await startPostgres({ folder: at('embedded'), log: () => undefined })
  const until = sealed.tables.audit_entry!.rows
  const contents: Record<string, string>[] = []
  for (const [name, connectionString] of [
    ['embedded 18', embedded.connectionString],
    ...servers.map((server) => [`PostgreSQL ${server.version}`, server.connectionString]),
  ] as [string, string][]) {
    const into = at(name.replace(' ', '-'))
    await mkdir(into, { recursive: true })
    const target = { connectionString, dataFolder: into, version: 'bench' }
    const migrations = join(productFolder, 'migrations')
    const [done, seconds] = await timed(() =>
      restoreBackup(target, { file: at('sealed.talkoot'), key, replace: false, now, migrations }),
    )
    tell(`restore into ${name}, every table read back and compared`, seconds)
    if (done.rows !== sealed.rows) failures += 1
    const content = await contentOf(connectionString, until)
    contents.push(content)
    const counts = Object.entries(sealed.tables).filter(
      ([t, { rows }]) => content[t]!.split(' ')[0] !== String(rows),
    )
    const own = connect(connectionString, () => undefined, 1)
    const audit = await verifyAudit(own.db)
    await own.close()
    const files = (await filesOf(into)) === (await filesOf(at('source')))
    say(
      `  ${Object.keys(content).length} tables, ${counts.length} with another row count; files ${files ? 'equal' : 'DIFFER'}; audit of ${audit.entries} rows ${audit.broken.length === 0 ? 'unbroken' : 'BROKEN'}`,
    )
    if (counts.length > 0 || !files || audit.broken.length > 0) failures += 1
  }
  const [first, ...others] = contents
  const differ = Object.keys(first!).filter((name) => others.some((other) => other[name] !== first![name]))
  say(
    `checksums computed by the ${contents.length} databases themselves: ${differ.length === 0 ? `equal in all ${Object.keys(first!).length} tables` : `DIFFER in ${differ.join(', ')}`}`,
  )
  if (differ.length > 0) failures += 1
  await Promise.all(servers.map((server) => server.stop()))
} finally {
  await house.close()
  for (const name of ['source', 'embedded']) await stopPostgres(at(name))
  await rm(root, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1
