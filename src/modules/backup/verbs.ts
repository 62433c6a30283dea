import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { reachDatabase } from '../../kernel/installation.ts'
import type { BareContext } from '../../kernel/module.ts'
import { productFolder } from '../../kernel/product.ts'
import type { Verb, VerbIo } from '../../kernel/verb.ts'
import { noteBackup, noteRestore } from './note-queries.ts'
import { BackupProblem } from './problem.ts'
import { restoreBackup } from './restore.ts'
import { takeBackup } from './take.ts'

type Options = Readonly<Record<string, string | boolean | undefined>>

const keyOption = {
  flags: '--key-file <file>',
  summary: 'a file whose first line is the key; else TALKOOT_BACKUP_KEY; without either nothing is encrypted',
}

async function keyOf({ installation }: BareContext, options: Options): Promise<string | undefined> {
  const file = options.keyFile
  if (typeof file !== 'string') return installation.backupKey
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new BackupProblem(`The key file cannot be read: ${error.message}`)
  })
  const key = text.split(/\r?\n/)[0]!.trim()
  if (key.length < 12)
    throw new BackupProblem('The key file must begin with a line of at least 12 characters.')
  return key
}

const saying = async (io: VerbIo, work: () => Promise<number>): Promise<number> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BackupProblem)) throw error
    if (io.json) io.out(JSON.stringify({ error: error.message }))
    else io.err(error.message)
    return 2
  }
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

const takeVerb: Verb<BareContext> = {
  name: 'backup',
  summary:
    'Write the database and the files to one file, while the server runs; exit code 1 when a file was damaged',
  arguments: [
    { name: 'file', summary: 'where to write; an older file of this name is replaced when the new is whole' },
  ],
  options: [keyOption],
  database: false,
  run: (context, io, [file = ''], options) =>
    saying(io, async () => {
      const key = await keyOf(context, options)
      const { installation } = context
      const there = await stat(file).catch(() => undefined)
      if (there?.isDirectory())
        throw new BackupProblem(
          `${file} is a folder. Name the file, such as ${path.join(file, 'talkoot.backup')}`,
        )
      const database = await reachDatabase(installation)
      try {
        const source = { connectionString: database.connectionString, ...installation }
        const began = performance.now()
        const taken = await takeBackup(source, { file, key, now: io.now })
        const seconds = (performance.now() - began) / 1000
        const ended = new Date(io.now.getTime() + seconds * 1000)
        const noted = await noteBackup(database.connectionString, taken, io.now, ended)
        if (io.json) io.out(JSON.stringify({ ...taken, seconds, noted }))
        else {
          io.out(
            `${taken.rows} rows and ${taken.files} files in ${file}, ${megabytes(taken.bytes)}, ${seconds.toFixed(1)} s.`,
          )
          io.out(
            taken.encrypted
              ? 'It is encrypted: without the key nobody can read it, you neither.'
              : 'It is not encrypted: whoever has it has everything. Give a key with --key-file or TALKOOT_BACKUP_KEY.',
          )
          for (const hash of taken.damaged) io.err(`The file ${hash} is damaged on the disk.`)
        }
        return taken.damaged.length > 0 ? 1 : 0
      } finally {
        await database.leave()
      }
    }),
}

const restoreVerb: Verb<BareContext> = {
  name: 'restore',
  summary: 'Read a backup into an empty database, prove that all of it came out, and bring it up to date',
  arguments: [{ name: 'file', summary: 'the backup' }],
  options: [
    keyOption,
    { flags: '--replace', summary: 'replace what is in the database; a backup of it is taken first' },
  ],
  database: false,
  run: (context, io, [file = ''], options) =>
    saying(io, async () => {
      const key = await keyOf(context, options)
      const { installation } = context
      const database = await reachDatabase(installation)
      try {
        const began = performance.now()
        const done = await restoreBackup(
          { connectionString: database.connectionString, ...installation },
          {
            file,
            key,
            replace: options.replace === true,
            now: io.now,
            migrations: path.join(productFolder, 'migrations'),
            told: (step) => !io.json && io.err(step),
          },
        )
        await noteRestore(database.connectionString, file, done, io.now)
        const seconds = (performance.now() - began) / 1000
        if (io.json) io.out(JSON.stringify({ ...done, seconds }))
        else {
          if (done.safety) io.out(`What was there before is in ${done.safety}`)
          io.out(
            `Restored as it was at ${done.madeAt}: ${done.rows} rows in ${done.tables} tables, ${done.files} files, ${done.jobs} planned jobs, each compared. ${seconds.toFixed(1)} s.`,
          )
          if (done.migrated.length > 0) io.out(`Brought up to date: ${done.migrated.join(', ')}`)
        }
        return 0
      } finally {
        await database.leave()
      }
    }),
}

export const verbs: Verb<BareContext>[] = [takeVerb, restoreVerb]
