import type { Asked, SolveQuestion, Told } from '../engine/portfolio/index.ts'

export type Solver = {
  /** Asks, and lets go of what was asked before: the latest question wins. Returns the question's number. */
  readonly ask: (question: Omit<SolveQuestion, 'kind'>, hear: (told: Told) => void) => number
  /** Lets go of the question under way. */
  readonly cancel: () => void
  readonly close: () => void
}

/**
 * A solver in a worker of its own, whose script is at an address (the asset `portfolio-worker.js`). It starts with the
 * first question. Nothing is heard of a question after the next one is asked; a worker that breaks fails its
 * question alone, and the next question starts another.
 */
export function createSolver(address: string): Solver {
  let worker: Worker | undefined
  let number = 0
  let current: { readonly number: number; readonly hear: (told: Told) => void } | undefined

  const start = (): Worker => {
    const started = new Worker(address, { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.number !== current?.number) return
      const { hear } = current
      if (data.last) current = undefined
      hear(data)
    })
    started.addEventListener('error', (event) => {
      event.preventDefault()
      started.terminate()
      if (worker === started) worker = undefined
      const failed = current
      current = undefined
      failed?.hear({ kind: 'failed', last: true, number: failed.number, message: event.message })
    })
    return started
  }
  const post = (asked: Asked) => worker?.postMessage(asked)
  const cancel = () => {
    if (current) post({ kind: 'cancel', number: current.number })
    current = undefined
  }
  return {
    ask: (question, hear) => {
      cancel()
      worker ??= start()
      current = { number: ++number, hear }
      post({ ...question, kind: 'solve', number })
      return number
    },
    cancel,
    close: () => {
      current = undefined
      worker?.terminate()
      worker = undefined
    },
  }
}
