import { parentPort } from 'node:worker_threads'

/** A thread for the test of threads: it says back what it is told, breaks, fills its memory, or never ends. */
const kept: unknown[] = []
parentPort?.on('message', ({ number, kind }: { number: number; kind: string }) => {
  if (kind === 'break') throw new Error('broken on purpose')
  while (kind === 'fill') kept.push(Array.from({ length: 1000 }, () => ({})))
  while (kind === 'never') kept.length = 0
  parentPort?.postMessage({ number, last: false, kind: `heard ${kind}` })
  parentPort?.postMessage({ number, last: true, kind })
})
