import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from './config.ts'
import type { Actor } from './kernel/actor.ts'
import type { Stage, Way } from './kernel/context.ts'
import { type Connection, connect } from './kernel/db.ts'
import { createFiles } from './kernel/file.ts'
import type { Installation } from './kernel/installation.ts'
import { createJobQueue, type JobQueue } from './kernel/job.ts'
import { installationKey } from './kernel/key.ts'
import type { Log } from './kernel/log.ts'
import { migrate } from './kernel/migrate.ts'
import { createNudges, type Nudges } from './kernel/nudges.ts'
import { type EmbeddedPostgres, startPostgres } from './kernel/postgres.ts'
import { productFolder } from './kernel/product.ts'
import type { Language } from './kernel/text.ts'
import { clamdScan } from './kernel/virus-scan.ts'
import { modules, permissionsOf, subscriptionsOf } from './modules.ts'

/** A process's own standing in the house: connected, migrated, able to plan work and to run actions. */
export type House = {
  connection: Connection
  queue: JobQueue
  nudges: Nudges
  stage: (actor: Actor, language?: Language, now?: Date) => Stage
  /** With `lastOneOut` an embedded database that nobody else uses is stopped, whoever started it. */
  close: (options?: { lastOneOut?: boolean }) => Promise<void>
}

/** Starts or joins the database, brings it up to date and opens a pool to it. */
export async function openHouse(config: Config, log: Log, way: Way, poolSize = 10): Promise<House> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config, log)
  const url = config.databaseUrl ?? embedded!.connectionString
  const revive = embedded && reviver(embedded, log)
  const connection = connect(
    url,
    (error) => {
      log.warn({ error: error.message }, 'database connection lost')
      revive?.()
    },
    poolSize,
  )
  const applied = await migrate(connection.db, path.join(productFolder, 'migrations'))
  if (applied.length > 0) log.info({ applied }, 'database brought up to date')
  const nudges = createNudges(url, log)
  const queue = createJobQueue(url, subscriptionsOf(modules), log)
  await queue.declare(modules.flatMap((m) => m.jobs ?? []))
  const subjects = new Map(modules.flatMap((m) => m.subjects ?? []).map((s) => [s.kind, s]))
  const turns = modules.flatMap((m) => m.turns ?? [])
  const finders = modules.flatMap((m) => m.finders ?? [])
  const days = modules.flatMap((m) => m.days ?? [])
  const permissions = permissionsOf(modules)
  const installation = installationOf(config)
  const site = {
    mail: config.mail,
    secret: config.secret ?? (await installationKey(config.dataFolder, connection.db)),
  }
  const drafts = new Map(modules.flatMap((m) => m.drafts ?? []).map((d) => [d.kind, d]))
  const scan = config.clamd ? clamdScan(config.clamd) : undefined
  const catalogue = modules.flatMap((m) => m.actions ?? [])
  const jobKinds = new Map(modules.flatMap((m) => m.jobs ?? []).map((j) => [j.name, j.summary]))
  const followers = modules.flatMap((m) => m.follow ?? [])
  const files = createFiles(path.join(config.dataFolder, 'files'))
  return {
    connection,
    queue,
    nudges,
    stage: (actor, language = 'en', now = new Date()) => ({
      database: connection.db,
      actor,
      way,
      now,
      language,
      files,
      jobs: queue.jobs,
      subjects,
      turns,
      finders,
      days,
      permissions,
      drafts,
      scan,
      log,
      baseUrl: config.baseUrl,
      installation,
      site,
      catalogue,
      jobKinds,
      followers,
      outward: { allowPrivate: config.privateWebhooks },
    }),
    async close({ lastOneOut = false } = {}) {
      await nudges.close()
      await queue.stop()
      await connection.close()
      await embedded?.stop({ evenIfJoined: lastOneOut })
    },
  }
}

/** What the settings say of the installation itself. */
export const installationOf = (config: Config): Installation => ({
  databaseUrl: config.databaseUrl,
  dataFolder: config.dataFolder,
  baseUrl: config.baseUrl,
  host: config.host,
  port: config.port,
  demo: config.demo,
  contact: config.contact,
  mailServer: config.mail && withoutPassword(config.mail.server),
  ownSecret: config.secret !== undefined,
  backupKey: config.backupKey,
  version: versionOf(),
})

function withoutPassword(address: string): string {
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}

const versionOf = (): string => {
  const { version } = JSON.parse(readFileSync(path.join(productFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

const startEmbedded = (config: Config, log: Log): Promise<EmbeddedPostgres> =>
  startPostgres({
    folder: config.dataFolder,
    log: (event, detail) => log.info(detail ?? {}, event),
  })

/** Starts the database again, and tries until it runs; one attempt at a time, however many connections broke. */
function reviver(embedded: EmbeddedPostgres, log: Log): () => void {
  let busy = false
  return async function revive() {
    if (busy) return
    busy = true
    try {
      await embedded.ensure()
      busy = false
    } catch (error) {
      log.error({ error: (error as Error).message }, 'database does not start again')
      setTimeout(() => {
        busy = false
        void revive()
      }, 2_000).unref()
    }
  }
}
