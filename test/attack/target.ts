import { createHash, randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Connection, connect, transaction } from '../../src/kernel/db.ts'
import { createFiles } from '../../src/kernel/file.ts'
import { newId } from '../../src/kernel/id.ts'
import { loadShippedEcosystems } from '../../src/modules/ecosystems/index.ts'
import { openFolder } from '../other-process.ts'
import { type Product, startProduct } from '../product.ts'

export type Target = {
  product: Product
  database: Connection
  /** Makes a person with the offices and a session of theirs; answers its cookie. */
  person: (name: string, offices: { office: string; ecosystem: string | null }[]) => Promise<Attacker>
  /** The shipped ecosystems' ids. */
  ecosystems: readonly string[]
  /** Puts a file where dropped files are, as an upload would. */
  stored: (content: string) => Promise<{ hash: string; bytes: number }>
  stop: () => Promise<void>
}

export type Attacker = { id: string; cookie: string }

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

type Options = {
  env?: Record<string, string>
  /** With the demo data instead of the shipped ecosystems alone. */
  demo?: boolean
  /** An empty database to use, dropped at the end; without one the product brings its own. */
  database?: Connection & { connectionString: string; drop: () => Promise<void> }
}

/** The real product with the shipped ecosystems and some projects, and people who may be told to misbehave. */
export async function openTarget({ env = {}, demo = false, database: given }: Options = {}): Promise<Target> {
  const folder = await openFolder('talkoot-target-')
  const dataFolder = join(folder, 'data')
  const product = await startProduct({
    ...(given && { databaseUrl: given.connectionString }),
    dataFolder,
    demo,
    env,
  })
  const database = given ?? connect(`postgres://talkoot@/talkoot?host=${dataFolder}/socket`, () => undefined)
  const { db } = database
  if (!demo) await transaction(db, (tx) => loadShippedEcosystems(tx, new Date()))
  const ecosystems = (await db.selectFrom('ecosystem').select('id').orderBy('key').execute()).map((e) => e.id)
  return {
    ecosystems,
    product,
    database,
    person: async (name, offices) => {
      const id = newId()
      const now = new Date()
      await db.insertInto('person').values({ id, name, language: 'en', created_at: now }).execute()
      for (const { office, ecosystem } of offices) {
        await db
          .insertInto('office_holding')
          .values({
            id: newId(),
            person_id: id,
            office,
            ecosystem_id: ecosystem,
            starts_on: '2020-01-01',
            granted_at: now,
          })
          .execute()
      }
      const secret = randomBytes(32).toString('base64url')
      await db
        .insertInto('session')
        .values({
          token_hash: hashOf(secret),
          person_id: id,
          // Signed in just now, with a second factor, however long the attack takes.
          created_at: new Date(now.getTime() + 24 * 3_600_000),
          way: 'passkey',
          expires_at: new Date(now.getTime() + 48 * 3_600_000),
        })
        .execute()
      return { id, cookie: `talkoot_session=${secret}` }
    },
    stored: (content) => createFiles(join(dataFolder, 'files')).put(Readable.from([content]), 1e8),
    stop: async () => {
      if (!given) await database.close()
      await product.stop()
      await given?.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
