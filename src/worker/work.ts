import { parentPort } from 'node:worker_threads'
import type { Config } from '../config.ts'
import { openHouse } from '../house.ts'
import type { Log } from '../kernel/log.ts'
import { modules } from '../modules.ts'

/** Takes jobs until the server says stop. Runs in a thread of its own, so that no long work delays a page. */
export async function work(config: Config, log: Log): Promise<void> {
  const house = await openHouse(config, log, 'job', 6)
  await house.queue.work(
    modules.flatMap((m) => m.jobs ?? []),
    house.stage,
  )
  parentPort?.on('message', async (message: unknown) => {
    if (message !== 'stop') return
    await house.close()
    process.exit(0)
  })
}
