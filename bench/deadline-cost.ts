import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Seconds of processor and megabytes of memory of the server, and of its database where the system tells (Linux). */
export async function costOf(url: string, dataFolder: string) {
  const told = await (await fetch(`${url}/metrics`)).text()
  const number = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(told)?.[1])
  return {
    server: number('process_cpu_seconds_total'),
    memory: number('process_resident_memory_bytes') / 1e6,
    database: await databaseSeconds(dataFolder).catch(() => Number.NaN),
    generator: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    at: performance.now() / 1_000,
  }
}

/** Of the database's first process and its children; those that have ended are counted at the first. */
async function databaseSeconds(dataFolder: string): Promise<number> {
  const folders = await readdir(dataFolder, { recursive: true })
  const file = folders.find((name) => path.basename(name) === 'postmaster.pid')!
  const main = (await readFile(path.join(dataFolder, file), 'utf8')).split('\n')[0]!
  const ticks = async (pid: string) => {
    const fields =
      (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ')[1]?.split(' ') ?? []
    const [parent, ...times] = [fields[1], ...fields.slice(11, 15).map(Number)]
    return { parent, own: times[0]! + times[1]!, ended: times[2]! + times[3]! }
  }
  let sum = 0
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const { parent, own, ended } = await ticks(pid)
    if (pid === main) sum += own + ended
    else if (parent === main) sum += own
  }
  return sum / 100
}
