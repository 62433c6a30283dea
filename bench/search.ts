/**
 * Search, measured: forms found, relevance against PostgreSQL's own text search in the same run, and speed.
 * Usage: search [pairs] [words] [relevance] [speed]   (all of them by default)
 * The labelled texts and project lists are read from ../shared/data; without them the parts that need them are left out.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../src/kernel/db.ts'
import { migrate } from '../src/kernel/migrate.ts'
import { startPostgres } from '../src/kernel/postgres.ts'
import { measurePairs } from './search-pairs.ts'
import { measureRelevance } from './search-relevance.ts'
import { measureSpeed } from './search-speed.ts'
import { measureWords } from './search-words.ts'

const data = '../shared/data'
const wanted = process.argv.slice(2)
const asked = (part: string): boolean => wanted.length === 0 || wanted.includes(part)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

if (asked('pairs')) measurePairs(say)
if (!existsSync(data)) say(`${data} is not here: relevance and speed are not measured.`)
else {
  if (asked('words')) measureWords(data, say)
  if (asked('relevance') || asked('speed')) {
    const folder = await mkdtemp(join(tmpdir(), 'talkoot-bench-search-'))
    const server = await startPostgres({ folder, durable: false, log: () => undefined })
    const { db, pool, close } = connect(server.connectionString, () => undefined, 2)
    try {
      await migrate(db, 'migrations')
      if (asked('relevance')) await measureRelevance(pool, db, data, say)
      if (asked('speed')) await measureSpeed(pool, db, data, say)
    } finally {
      await close()
      await server.stop({ evenIfJoined: true })
      await rm(folder, { recursive: true, force: true })
    }
  }
}
