import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import pg from 'pg'
import type { BrowserContext } from 'playwright-core'
import { buildIfStale } from '../../build/build.mjs'
import { productFolder } from '../../src/kernel/product.ts'
import { openFolder } from '../other-process.ts'
import { type Product, startProduct } from '../product.ts'

export type Writer = { id: string; name: string; session: string }

/** The product with the long form in it, as its own process that may be killed and started again. */
export type WritingRoom = {
  readonly product: Product
  folder: string
  /** The same folder and address, a new process. */
  restart: () => Promise<void>
  hire: (name: string) => Promise<Writer>
  signIn: (context: BrowserContext, writer: Writer) => Promise<void>
  sql: <T extends object>(text: string, values?: unknown[]) => Promise<T[]>
  close: () => Promise<void>
}

const home = join(productFolder, 'test', 'drafts')

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** With `databaseUrl` over that database, else with the embedded one. */
export async function openWritingRoom(databaseUrl?: string): Promise<WritingRoom> {
  await buildIfStale()
  const folder = await openFolder('talkoot-drafts-')
  const entry = join(home, `.server.${process.pid}.${randomUUID().slice(0, 8)}.mjs`)
  // Beside its source, so that it finds the packages.
  await build({
    entryPoints: [join(home, 'server.ts')],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
  const dataFolder = join(folder, 'data')
  const start = (port?: number) =>
    startProduct({ dataFolder, entry, ...(port && { port }), ...(databaseUrl && { databaseUrl }) })
  let product = await start()
  const connectionString = databaseUrl ?? `postgres://talkoot@/talkoot?host=${join(dataFolder, 'socket')}`
  const sql = async <T extends object>(text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<T>(text, values)).rows
    } finally {
      await client.end()
    }
  }
  return {
    get product() {
      return product
    },
    folder,
    sql,
    async restart() {
      product = await start(Number(new URL(product.url).port))
    },
    async hire(name) {
      const writer = { id: randomUUID(), name, session: randomBytes(32).toString('base64url') }
      await sql(`insert into person (id, name, language, created_at) values ($1, $2, 'fi', now())`, [
        writer.id,
        name,
      ])
      await sql(
        `insert into office_holding (id, person_id, office, starts_on, granted_at)
         values (gen_random_uuid(), $1, 'coordinator', current_date - 1, now())`,
        [writer.id],
      )
      await openSession(sql, writer)
      return writer
    },
    signIn: (context, writer) =>
      context.addCookies([{ name: 'talkoot_session', value: writer.session, url: product.url }]),
    async close() {
      await product.stop()
      await rm(entry, { force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const openSession = (sql: WritingRoom['sql'], writer: Writer) =>
  sql(
    `insert into session (token_hash, person_id, created_at, expires_at) values ($1, $2, now(), now() + interval '1 day')`,
    [hashOf(writer.session), writer.id],
  )
