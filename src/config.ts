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
  /** Whether webhooks may be sent to addresses of the operator's own network, and without https. */
  privateWebhooks: boolean
  /** What encrypts backups when no key file is named. */
  backupKey: string | undefined
  /** The mail server (smtp://user:password@host:port) and the sender; undefined keeps mails to be read in the product. */
  mail: { server: string; from: string } | undefined
  /** The key that seals secrets at rest; undefined means one kept in the data folder. */
  secret: string | undefined
  /** OpenID Connect providers with which people sign in. */
  providers: readonly ProviderConfig[]
  /** Whether the client's address is the last one that a proxy of ours named in X-Forwarded-For. */
  behindProxy: boolean
  /** Where clamd listens, as host:port; undefined means that files are not looked into for viruses. */
  clamd: { host: string; port: number } | undefined
}>

export type ProviderConfig = Readonly<{
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button says: "Helsinki", "Suomi.fi". */
  name: string
  /** Whether people unknown here become known, without offices, when they sign in. */
  enrol: boolean
  /** Whether its mail addresses are taken for verified where it does not say so (Entra ID of one's own tenant). */
  trustEmail: boolean
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
  TALKOOT_MAIL: z.url({ protocol: /^smtps?$/ }).optional(),
  TALKOOT_MAIL_FROM: z.string().min(3).optional(),
  TALKOOT_SECRET: z.string().min(32).optional(),
  TALKOOT_PROXY: z.enum(['0', '1']).default('0'),
  TALKOOT_CLAMD: z
    .string()
    .regex(/^[^\s/]+:\d{1,5}$/, 'should be host:port, such as localhost:3310')
    .transform((at) => ({ host: at.slice(0, at.lastIndexOf(':')), port: Number(at.split(':').at(-1)) }))
    .optional(),
  TALKOOT_WEBHOOKS_PRIVATE: z.enum(['0', '1']).default('0'),
  TALKOOT_UPLOAD_MB: z.coerce.number().int().min(1).default(1024),
})

const numbers = ['', '_2', '_3', '_4', '_5', '_6', '_7', '_8', '_9']

const provider = z.object({
  ISSUER: z.url({ protocol: /^https?$/ }),
  CLIENT_ID: z.string(),
  CLIENT_SECRET: z.string(),
  NAME: z.string().optional(),
  ENROL: z.enum(['0', '1']).default('0'),
  TRUST_EMAIL: z.enum(['0', '1']).default('0'),
})

/** TALKOOT_OIDC_ISSUER and so on for the first provider, TALKOOT_OIDC_2_ISSUER for the second, up to nine. */
function providersOf(set: Record<string, string | undefined>): ProviderConfig[] {
  return numbers.flatMap((number) => {
    const prefix = `TALKOOT_OIDC${number}_`
    if (!set[`${prefix}ISSUER`]) return []
    const given = Object.keys(provider.shape).map((name) => [name, set[prefix + name]] as const)
    const parsed = provider.safeParse(Object.fromEntries(given.filter(([, v]) => v !== undefined)))
    if (!parsed.success) throw wrong(parsed.error, prefix)
    const p = parsed.data
    return {
      issuer: p.ISSUER,
      clientId: p.CLIENT_ID,
      clientSecret: p.CLIENT_SECRET,
      name: p.NAME ?? new URL(p.ISSUER).hostname,
      enrol: p.ENROL === '1',
      trustEmail: p.TRUST_EMAIL === '1',
    }
  })
}

const wrong = (error: z.ZodError, prefix = '') =>
  new Error(
    `These settings are not valid:\n${error.issues.map((i) => `  ${prefix}${i.path.join('.')}: ${i.message}`).join('\n')}`,
  )

/** Throws an Error that names each wrong setting and what it should be. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, v]) => v !== ''))
  const parsed = schema.safeParse(set)
  if (!parsed.success) throw wrong(parsed.error)
  const s = parsed.data
  const baseUrl = (s.TALKOOT_BASE_URL ?? `http://localhost:${s.PORT}`).replace(/\/$/, '')
  return Object.freeze({
    port: s.PORT,
    host: s.HOST,
    databaseUrl: s.DATABASE_URL,
    dataFolder: path.resolve(s.TALKOOT_DATA),
    demo: s.TALKOOT_DEMO ? s.TALKOOT_DEMO === '1' : !s.DATABASE_URL,
    baseUrl,
    baseUrlStated: s.TALKOOT_BASE_URL !== undefined,
    logLevel: s.TALKOOT_LOG,
    startedByNpm: s.npm_lifecycle_event !== undefined,
    contact: s.TALKOOT_CONTACT,
    sourceUrl: s.TALKOOT_SOURCE_URL,
    uploadLimit: s.TALKOOT_UPLOAD_MB * 1024 * 1024,
    backupKey: s.TALKOOT_BACKUP_KEY,
    mail: s.TALKOOT_MAIL
      ? {
          server: s.TALKOOT_MAIL,
          from: s.TALKOOT_MAIL_FROM ?? `Talkoot <talkoot@${new URL(baseUrl).hostname}>`,
        }
      : undefined,
    secret: s.TALKOOT_SECRET,
    providers: providersOf(set),
    behindProxy: s.TALKOOT_PROXY === '1',
    clamd: s.TALKOOT_CLAMD,
    privateWebhooks: s.TALKOOT_WEBHOOKS_PRIVATE === '1',
  })
}
