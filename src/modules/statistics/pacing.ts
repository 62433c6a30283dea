import { setTimeout } from 'node:timers/promises'

/** How many requests a PxWeb service takes in so many seconds, as it says at "?config"; undefined where it does not. */
export function paceOf(config: unknown): { calls: number; seconds: number } | undefined {
  const { maxCalls, timeWindow } = (config ?? {}) as Record<string, unknown>
  return typeof maxCalls === 'number' && maxCalls >= 1 && typeof timeWindow === 'number' && timeWindow > 0
    ? { calls: Math.floor(maxCalls), seconds: timeWindow }
    : undefined
}

export type Pacing = {
  /** Takes the pace that a service tells; those made before it count too. */
  learn: (config: unknown) => void
  /** Waits until one more request may be made. */
  turn: () => Promise<void>
}

/** Requests of one fetch, none sooner than the service allows. */
export function pacing(): Pacing {
  const made: number[] = []
  let pace: ReturnType<typeof paceOf>
  return {
    learn: (config) => {
      pace = paceOf(config) ?? pace
    },
    turn: async () => {
      const before = pace && made.at(-pace.calls)
      const wait = before === undefined ? 0 : before + pace!.seconds * 1_000 - performance.now()
      if (wait > 0) await setTimeout(wait)
      made.push(performance.now())
    },
  }
}
