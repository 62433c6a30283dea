import { statfs } from 'node:fs/promises'
import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { backupNotes, filesSize, tableSizes } from '../backup/index.ts'
import { by } from '../people/index.ts'
import { examine } from './doctor.ts'
import { databaseFacts } from './health-queries.ts'
import { checkNames } from './rules.ts'

const allow = by('administrator')

const finding = z.object({
  check: z.enum(checkNames),
  health: z.enum(['ok', 'warn', 'bad']),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const installationHealth = query({
  name: 'installation.health',
  summary: {
    fi: 'Mikä asennuksessa on vialla, vakavin ensin',
    sv: 'Vad som är fel i installationen, det allvarligaste först',
    en: 'What is wrong with the installation, the worst first',
  },
  route: { method: 'GET', path: '/installation/health' },
  input: z.object({}),
  output: z.object({ version: z.string(), demo: z.boolean(), findings: z.array(finding) }),
  allow,
  run: async (ctx) => {
    const { installation } = ctx
    if (!installation) throw new Refusal('missing', 'installation.unknown')
    const findings = await examine({ installation, db: ctx.db, now: ctx.now }, { whole: false })
    return { version: installation.version, demo: installation.demo, findings }
  },
})

export const installationStorage = query({
  name: 'installation.storage',
  summary: {
    fi: 'Kuinka paljon tilaa tietokanta, tiedostot ja varmuuskopiot vievät',
    sv: 'Hur mycket utrymme databasen, filerna och säkerhetskopiorna tar',
    en: 'What the database, the files and the backups take',
  },
  route: { method: 'GET', path: '/installation/storage' },
  input: z.object({}),
  output: z.object({
    databaseBytes: z.number(),
    files: z.object({ count: z.number(), bytes: z.number() }),
    freeBytes: z.number().nullable(),
    tables: z.array(z.object({ name: z.string(), bytes: z.number(), rows: z.number() })),
    backups: z.array(
      z.object({
        file: z.string(),
        bytes: z.number(),
        encrypted: z.boolean(),
        finishedAt: z.date(),
      }),
    ),
  }),
  allow,
  run: async (ctx) => {
    const { bytes } = await databaseFacts(ctx.db)
    const folder = ctx.installation?.dataFolder
    const disk = folder ? await statfs(folder).catch(() => undefined) : undefined
    const backups = await backupNotes(ctx.db, 20)
    return {
      databaseBytes: bytes,
      files: folder ? await filesSize(folder) : { count: 0, bytes: 0 },
      freeBytes: disk ? disk.bavail * disk.bsize : null,
      tables: await tableSizes(ctx.db),
      backups: backups.map(({ file, bytes: size, encrypted, finished_at }) => ({
        file,
        bytes: size,
        encrypted,
        finishedAt: finished_at,
      })),
    }
  },
})
