import { join } from 'node:path'
import type { EmbeddedPostgres } from '../../src/kernel/postgres.ts'
import { orphansOf, readPidFile } from '../../src/kernel/postgres-process.ts'

/** Ways in which a database dies: its head alone, one of its other processes, or all of it at once. */
export const deaths = ['head', 'one', 'all'] as const

/** Kills with SIGKILL, as an out-of-memory killer or a pulled plug of the container would. */
export async function killDatabase(
  server: EmbeddedPostgres,
  death: (typeof deaths)[number],
  random: () => number,
): Promise<void> {
  const data = join(server.folder, 'data')
  const head = (await readPidFile(data))?.pid
  if (!head) return
  const others = (await orphansOf(data)).filter((pid) => pid !== head)
  const one = others[Math.floor(random() * others.length)] ?? head
  const victims = { head: [head], one: [one], all: [head, ...others] }[death]
  for (const pid of victims) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It had just ended by itself.
    }
  }
}
