import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Put before the product: its clock runs ahead by as many milliseconds as a file says. */
const preload = `
const { readFileSync } = require('node:fs')
const Real = Date
const file = process.env.AHEAD_FILE
let ahead = 0
let read = -1
const now = () => {
  const at = Math.floor(performance.now() / 20)
  if (at !== read) { read = at; ahead = Number(readFileSync(file, 'utf8')) }
  return Real.now() + ahead
}
globalThis.Date = class Date extends Real {
  constructor(...given) { if (given.length > 0) super(...given); else super(now()) }
  static now() { return now() }
}
`

export type MovedClock = {
  /** What the product is started with. */
  env: Record<string, string>
  /** From now on it is so much later there. */
  moveOn: (ms: number) => Promise<void>
}

/** A clock for a product of its own process that deadlines pass by. */
export async function movedClock(): Promise<MovedClock> {
  const folder = await mkdtemp(join(tmpdir(), 'talkoot-clock-'))
  const [script, file] = [join(folder, 'clock.cjs'), join(folder, 'ahead')]
  await writeFile(script, preload)
  await writeFile(file, '0')
  return {
    env: { NODE_OPTIONS: `--require ${script}`, AHEAD_FILE: file },
    moveOn: (ms) => writeFile(file, String(ms)),
  }
}
