import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type EmbeddedPostgres, startPostgres, stopPostgres } from '../src/kernel/postgres.ts'
import { openFolder } from '../test/other-process.ts'

/** How long it takes to make, join and start the embedded database, with all its care on: `npm run bench -- postgres` */
const root = await openFolder('talkoot-bench-')
const folder = join(root, 'data')
const start = () => startPostgres({ folder, log: () => undefined })

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function report(
  name: string,
  times: number,
  work: () => Promise<unknown>,
  between?: () => Promise<unknown>,
) {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    taken.push(await timed(work))
    await between?.()
  }
  taken.sort((a, b) => a - b)
  const [middle, worst] = [taken[Math.floor(times / 2)]!, taken.at(-1)!]
  process.stdout.write(`${name}: median ${middle.toFixed(0)} ms, worst ${worst.toFixed(0)} ms of ${times}\n`)
}

try {
  await report('make and start', 1, start)
  await report('join', 50, start)
  let server: EmbeddedPostgres | undefined
  await stopPostgres(folder)
  const restart = async () => {
    server = await start()
  }
  await report('start again', 10, restart, () => server!.stop())
} finally {
  await stopPostgres(folder)
  await rm(root, { recursive: true, force: true })
}
