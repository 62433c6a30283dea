import { parentPort } from 'node:worker_threads'
import { createListener, type IntegerPrograms } from '../engine/portfolio/index.ts'
import { loadIntegerPrograms } from '../kernel/integer-programs.ts'

/** Solves portfolio problems in a thread of its own, which `kernel/thread.ts` starts. */

/** Bytes of tables and portfolios; the limits of a thread do not count them. */
const mostBytes = 768 * 1024 * 1024

const port = parentPort
if (!port) throw new Error('this is a thread of the server')
/** Loaded with the first question that has a limit; left as the latest one says. */
let integerPrograms: Promise<IntegerPrograms> | undefined
let isEnough = () => false
const hear = createListener({
  tell: (told) => port.postMessage(told),
  now: () => performance.now(),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  integerPrograms: (enough) => {
    isEnough = enough
    integerPrograms ??= loadIntegerPrograms(() => isEnough())
    return integerPrograms
  },
  isFull: () => process.memoryUsage().arrayBuffers > mostBytes,
})
port.on('message', hear)
