/**
 * Time and memory of bringing lists in, each in a process of its own on a new embedded database:
 *   npm run bench -- import [ROWS]
 * The list of 2007-2013 first, the same again, then ROWS rows (500 000) made of it by repeating it under new codes.
 */
import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { stopPostgres } from '../src/kernel/postgres.ts'
import { productFolder, shippedData } from '../src/kernel/product.ts'

const rows = Number(process.argv[2] ?? 500_000)
const list = path.join(shippedData, 'demo', 'fi-2007-2013.csv.gz')
const folder = await mkdtemp(path.join(tmpdir(), 'talkoot-import-'))
const environment = { ...process.env, TALKOOT_DATA: folder, TALKOOT_DEMO: '0', DATABASE_URL: '' }

type Measured = { report: Record<string, number>; seconds: number; memory: number[] }

/** Resident memory of a process and of no other, megabytes; Linux tells it in /proc. */
const residentOf = async (pid: number): Promise<number> => {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024
}

async function bringIn(file: string): Promise<Measured> {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [path.join(productFolder, 'build', 'talkoot.mjs'), 'import', file, '--json'],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const memory: number[] = []
  const watch = setInterval(async () => memory.push(await residentOf(child.pid!)), 500)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watch)
  return {
    report: JSON.parse(said),
    seconds: (performance.now() - began) / 1000,
    memory: memory.filter((m) => m > 0),
  }
}

/** The list again and again, each time under other codes: A30001 becomes A30001-1. */
async function repeated(target: string): Promise<void> {
  async function* lines() {
    let written = 0
    for (let round = 0; written < rows; round++) {
      let first = true
      for await (const line of createInterface({ input: createReadStream(list).pipe(createGunzip()) })) {
        if (first) {
          first = false
          if (round === 0) yield `${line}\n`
          continue
        }
        if (written++ >= rows) return
        yield `${round === 0 ? line : line.replace(/^([^,]+)/, `$1-${round}`)}\n`
      }
    }
  }
  await pipeline(lines, createWriteStream(target))
}

const tell = (what: string, { report, seconds, memory }: Measured) => {
  const quarter = (n: number) =>
    Math.max(
      ...memory.slice(Math.floor((memory.length * n) / 4), Math.ceil((memory.length * (n + 1)) / 4)),
      0,
    )
  const curve = [0, 1, 2, 3].map((n) => quarter(n).toFixed(0)).join(' ')
  process.stdout.write(
    `${what}: ${report.rows} rows, created ${report.created}, updated ${report.updated}, unchanged ${report.unchanged}, rejected ${report.rejected}\n` +
      `  ${report.seconds} s by its own clock, ${seconds.toFixed(1)} s in all; memory at most ${Math.max(...memory).toFixed(0)} MB (by quarters ${curve})\n`,
  )
}

try {
  tell('First run', await bringIn(list))
  tell('Same list again', await bringIn(list))
  if (rows > 0) {
    const large = path.join(folder, 'large.csv')
    await repeated(large)
    process.stdout.write(`A list of ${((await stat(large)).size / 1e6).toFixed(0)} MB:\n`)
    tell('Large list', await bringIn(large))
  }
} finally {
  await stopPostgres(folder)
  await rm(folder, { recursive: true, force: true })
}
