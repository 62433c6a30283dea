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
  logLevel: string
  /** Where people send feedback on accessibility and errors; shown on the public pages. */
  contact: string | undefined
  /** The largest file that may be dropped, bytes. */
  uploadLimit: number
  /** Where clamd listens, as host:port; undefined means that files are not looked into for viruses. */
  clamd: { host: string; port: number } | undefined
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
  TALKOOT_CLAMD: z
    .string()
    .regex(/^[^\s/]+:\d{1,5}$/, 'should be host:port, such as localhost:3310')
    .transform((at) => ({ host: at.slice(0, at.lastIndexOf(':')), port: Number(at.split(':').at(-1)) }))
    .optional(),
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
    logLevel: s.TALKOOT_LOG,
    contact: s.TALKOOT_CONTACT,
    uploadLimit: s.TALKOOT_UPLOAD_MB * 1024 * 1024,
    clamd: s.TALKOOT_CLAMD,
  })
}
