import type { Asked, SolveQuestion, Told } from '../engine/portfolio/index.ts'

export type Solver = {
  /**
   * Asks, and lets go of what was asked before as soon as something is known of it: the latest question wins, and
   * whoever drags without a pause sees answers on the way. Returns the question's number.
   */
  readonly ask: (question: Omit<SolveQuestion, 'kind'>, hear: (told: Told) => void) => number
  /** Lets go of the question under way, and of the one that waits. */
  readonly cancel: () => void
  readonly close: () => void
}

type Question = {
  readonly number: number
  readonly question: Omit<SolveQuestion, 'kind'>
  readonly hear: (told: Told) => void
}

/**
 * A solver in a worker of its own, whose script is at an address (the asset `portfolio-worker.js`). It starts with the
 * first question. Of those that come before the first answer to the one under way, the newest alone is asked. A worker
 * that breaks fails its question alone, and the next question starts another.
 */
export function createSolver(address: string): Solver {
  let worker: Worker | undefined
  let number = 0
  let current: (Question & { isKnown: boolean }) | undefined
  let waiting: Question | undefined

  const start = (): Worker => {
    const started = new Worker(address, { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.number !== current?.number) return
      const { hear } = current
      current.isKnown ||= data.kind !== 'progress' || data.result !== undefined
      if (data.last) current = undefined
      // The worker goes on with the next question while this answer is shown.
      if (waiting && (!current || current.isKnown)) begin(waiting)
      hear(data)
    })
    started.addEventListener('error', (event) => {
      event.preventDefault()
      started.terminate()
      if (worker === started) worker = undefined
      const failed = waiting ?? current
      current = undefined
      waiting = undefined
      failed?.hear({ kind: 'failed', last: true, number: failed.number, message: event.message })
    })
    return started
  }
  const post = (asked: Asked) => worker?.postMessage(asked)
  const cancel = () => {
    if (current) post({ kind: 'cancel', number: current.number })
    current = undefined
    waiting = undefined
  }
  const begin = (asked: Question) => {
    cancel()
    worker ??= start()
    current = { ...asked, isKnown: false }
    post({ ...asked.question, kind: 'solve', number: asked.number })
  }
  return {
    ask: (question, hear) => {
      const asked = { number: ++number, question, hear }
      if (current && !current.isKnown) waiting = asked
      else begin(asked)
      return asked.number
    },
    cancel,
    close: () => {
      current = undefined
      waiting = undefined
      worker?.terminate()
      worker = undefined
    },
  }
}
