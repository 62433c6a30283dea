import { parentPort } from 'node:worker_threads'
import { answersTo, type CoverPrograms, type WholeQuestion } from '../engine/network/cover/index.ts'
import { loadCoverPrograms } from '../kernel/cover-programs.ts'

/** Finds the best consortia in a thread of its own, which `kernel/thread.ts` starts. */

/** Alternatives that are looked for. */
const alternatives = 3

const port = parentPort
if (!port) throw new Error('this is a thread of the server')

/** Loaded with the first question. */
let programs: Promise<CoverPrograms> | undefined
/** When the question under way is answered with what is known, in milliseconds of this thread. */
let until = 0

port.on('message', async ({ number, question, seconds }: Asked) => {
  if (!question) return
  programs ??= loadCoverPrograms(() => performance.now() > until)
  const solve = await programs
  until = performance.now() + 1_000 * (seconds ?? 0)
  for (const answer of answersTo(question, solve, alternatives)) {
    port.postMessage({ number, last: false, answer })
    until = performance.now() + 1_000 * (seconds ?? 0)
  }
  port.postMessage({ number, last: true })
})

/** A question; or that one is let go, which answers itself soon: nothing is broken off. */
type Asked = { number: number; question?: WholeQuestion; seconds?: number }
