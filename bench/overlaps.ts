/**
 * How long the neighbours of a new text take through the action, over what the database of DATABASE_URL holds, as a
 * visitor: first while the texts are read, then of texts as long as a title and as a summary.
 *   DATABASE_URL=postgres://... npm run bench -- overlaps [QUERIES]
 */
import { setTimeout as pause } from 'node:timers/promises'
import { perform } from '../src/kernel/action.ts'
import type { Stage } from '../src/kernel/context.ts'
import { connect } from '../src/kernel/db.ts'
import { createFiles } from '../src/kernel/file.ts'
import { createLog } from '../src/kernel/log.ts'
import { findNeighbours } from '../src/modules/overlaps/near-actions.ts'
import { listProjects } from '../src/modules/projects/index.ts'

const [queries = '300'] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const megabytes = (): number => process.memoryUsage().rss / 1e6

const { db, close } = connect(process.env.DATABASE_URL ?? '', () => undefined)
const stage: Stage = {
  database: db,
  actor: { kind: 'visitor' },
  way: 'page',
  now: new Date(),
  language: 'fi',
  files: createFiles('.'),
  jobs: { enqueue: async () => '', emit: async () => undefined },
  turns: [],
  permissions: [],
  baseUrl: 'http://localhost',
  subjects: new Map(),
  log: createLog('silent'),
}

const { total } = await perform(listProjects, stage, { limit: 1 })
const titles: string[] = []
for (let at = 0; titles.length < Math.min(Number(queries), total); at += 1000)
  titles.push(
    ...(await perform(listProjects, stage, { limit: 100, offset: at, sort: 'name' })).items.map(
      (p) => p.name,
    ),
  )

function quantiles(kind: string, times: number[]): void {
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(1)
  say(`  ${kind.padEnd(34)} n ${times.length}, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`)
}
async function timed(input: object): Promise<{ ms: number; ready: boolean }> {
  const began = performance.now()
  const { ready } = await perform(findNeighbours, stage, { ...input, limit: 5 })
  return { ms: performance.now() - began, ready }
}

say(`${total} projects`)
const before = megabytes()
const first = await timed({ title: titles[0] })
say(
  `  the first question is answered in ${first.ms.toFixed(0)} ms: ${first.ready ? 'with neighbours' : 'being made'}`,
)
const began = performance.now()
const meanwhile: number[] = []
while (true) {
  const { ms, ready } = await timed({ title: titles[0] })
  if (ready) break
  meanwhile.push(ms)
  await pause(50)
}
say(
  `  the texts are read in ${((performance.now() - began) / 1000).toFixed(1)} s, ${(megabytes() - before).toFixed(0)} MB in all`,
)
if (meanwhile.length > 0) quantiles('questions meanwhile', meanwhile)
const times = async (texts: readonly object[]) => {
  const all: number[] = []
  for (const text of texts) all.push((await timed(text)).ms)
  return all
}
quantiles('as long as a title', await times(titles.map((title) => ({ title: `${title} uusi` }))))
const long = titles.slice(0, 60).map((_, i) => ({ text: titles.slice(i, i + 30).join('. ') }))
quantiles('as long as a summary (30 titles)', await times(long))
await close()
