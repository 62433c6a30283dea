import { parentPort } from 'node:worker_threads'
import { type ComputingProgress, computingSteps, type NetworkInput } from '../engine/network/index.ts'

/** Computes pictures of networks in a thread of its own, which `kernel/thread.ts` starts. */

/** How often it is told how far it is, in milliseconds. */
const often = 500

const port = parentPort
if (!port) throw new Error('this is a thread of the server')

port.on('message', ({ number, input }: { number: number; input: NetworkInput }) => {
  const steps = computingSteps(input)
  let told = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return port.postMessage({ number, last: true, network: step.value })
    if (performance.now() - told < often) continue
    told = performance.now()
    port.postMessage({ number, last: false, progress: step.value satisfies ComputingProgress })
  }
})
