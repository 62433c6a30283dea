import { z } from 'zod'
import { BackupProblem } from './problem.ts'

/**
 * A backup is a gzipped tar, so that any tool opens one that is not encrypted: `talkoot.json` (this manifest), each
 * table as pieces of COPY text (`tables/NAME/000001.copy`), the planned jobs (`jobs.json`), the installation's key
 * (`secret.key`), the dropped files under their hashes (`files/HASH`), and last `summary.json` with what must be there.
 */
export const manifestSchema = z.object({
  format: z.literal(1),
  version: z.string(),
  server: z.string(),
  madeAt: z.string(),
  /** The migrations that the database had: it is restored at this level and then brought up to date. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type Manifest = z.output<typeof manifestSchema>

const checksum = z.object({ rows: z.number(), bytes: z.number(), sum: z.string() })

export const summarySchema = z.object({
  tables: z.record(z.string(), checksum),
  files: z.number(),
  fileBytes: z.number(),
  /** Files that the disk no longer gave as they were dropped in. */
  damaged: z.array(z.string()),
})
export type Summary = z.output<typeof summarySchema>

export const plannedSchema = z.object({
  queues: z.array(z.record(z.string(), z.unknown())),
  jobs: z.array(z.record(z.string(), z.unknown())),
})

export const places = {
  manifest: 'talkoot.json',
  summary: 'summary.json',
  jobs: 'jobs.json',
  secret: 'secret.key',
  piece: (table: string, number: number) => `tables/${table}/${String(number).padStart(6, '0')}.copy`,
  file: (hash: string) => `files/${hash}`,
}

export const tableOf = (place: string): string | undefined => /^tables\/([^/]+)\/\d+\.copy$/.exec(place)?.[1]
export const fileOf = (place: string): string | undefined => /^files\/([0-9a-f]{64})$/.exec(place)?.[1]

export function parseAs<S extends z.ZodType>(schema: S, bytes: Buffer, place: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    throw new BackupProblem(
      `${place} in the backup is not understood: it is damaged, or was made by a newer Talkoot.`,
    )
  }
}
