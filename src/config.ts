import path from 'node:path'
import { z } from 'zod'

/** Every setting of the product, read once from the environment. README lists them for people. */
export type Config = Readonly<{
  port: number
  host: string
  /** A PostgreSQL of one's own; undefined means the embedded one. */
  databaseUrl: string | undefined
  /** Folder of the embedded database and of dropped files, absolute. */
  dataFolder: string
  /** Whether a new database gets the demo data. */
  demo: boolean
  baseUrl: string
  /** Whether the operator has said what the public address is. */
  baseUrlStated: boolean
  logLevel: string
  /** Whether `npm start` runs us, in a shell of its own. */
  startedByNpm: boolean
  /** Where people send feedback on accessibility and errors; shown on the public pages. */
  contact: string | undefined
  /** Where the source code of this running version is (EUPL-1.2, article 5); shown on every page. */
  sourceUrl: string | undefined
  /** The largest file that may be dropped, bytes. */
  uploadLimit: number
  /** What encrypts backups when no key file is named. */
  backupKey: string | undefined
}>

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TALKOOT_DATA: z.string().default('.talkoot'),
  TALKOOT_DEMO: z.enum(['0', '1']).optional(),
  TALKOOT_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TALKOOT_LOG: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TALKOOT_CONTACT: z.string().optional(),
  TALKOOT_SOURCE_URL: z.url({ protocol: /^https?$/ }).optional(),
  npm_lifecycle_event: z.string().optional(),
  TALKOOT_BACKUP_KEY: z.string().min(12).optional(),
  TALKOOT_UPLOAD_MB: z.coerce.number().int().min(1).default(1024),
})

/** Throws an Error that names each wrong setting and what it should be. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, v]) => v !== ''))
  const parsed = schema.safeParse(set)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((i) => `  ${i.path.join('.')}: ${i.message}`)
    throw new Error(`These settings are not valid:\n${lines.join('\n')}`)
  }
  const s = parsed.data
  return Object.freeze({
    port: s.PORT,
    host: s.HOST,
    databaseUrl: s.DATABASE_URL,
    dataFolder: path.resolve(s.TALKOOT_DATA),
    demo: s.TALKOOT_DEMO ? s.TALKOOT_DEMO === '1' : !s.DATABASE_URL,
    baseUrl: (s.TALKOOT_BASE_URL ?? `http://localhost:${s.PORT}`).replace(/\/$/, ''),
    baseUrlStated: s.TALKOOT_BASE_URL !== undefined,
    logLevel: s.TALKOOT_LOG,
    startedByNpm: s.npm_lifecycle_event !== undefined,
    contact: s.TALKOOT_CONTACT,
    sourceUrl: s.TALKOOT_SOURCE_URL,
    uploadLimit: s.TALKOOT_UPLOAD_MB * 1024 * 1024,
    backupKey: s.TALKOOT_BACKUP_KEY,
  })
}
