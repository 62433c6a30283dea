import { parentPort } from 'node:worker_threads'
import { createListener } from '../engine/portfolio/index.ts'

/** Solves portfolio problems in a thread of its own, which `kernel/thread.ts` starts. */

/** Bytes of tables and portfolios; the limits of a thread do not count them. */
const mostBytes = 768 * 1024 * 1024

const port = parentPort
if (!port) throw new Error('this is a thread of the server')
const hear = createListener({
  tell: (told) => port.postMessage(told),
  now: () => performance.now(),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  isFull: () => process.memoryUsage().arrayBuffers > mostBytes,
})
port.on('message', hear)
