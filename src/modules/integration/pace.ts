/** How much one token may ask: so many requests at once, and so many a second after that. */
export const tokenPace = { burst: 120, perSecond: 10 }

export type Pace = { ok: boolean; left: number; againSeconds: number }

type Bucket = { level: number; at: number }

/**
 * A leaky bucket for each key, in the memory of one process: this keeps a program that has run wild from taking the
 * server with it. Whoever is patient gets the whole pace. The least recently used are forgotten.
 */
export function createPace({ burst, perSecond } = tokenPace, most = 5_000) {
  const buckets = new Map<string, Bucket>()
  return (key: string, now: Date): Pace => {
    const had = buckets.get(key)
    const at = now.getTime()
    const drained = had ? Math.max(0, had.level - (Math.max(0, at - had.at) / 1000) * perSecond) : 0
    const ok = drained + 1 <= burst
    const level = ok ? drained + 1 : drained
    buckets.delete(key)
    buckets.set(key, { level, at })
    if (buckets.size > most) buckets.delete(buckets.keys().next().value as string)
    return {
      ok,
      left: Math.max(0, Math.floor(burst - level)),
      againSeconds: ok ? 0 : Math.ceil((level + 1 - burst) / perSecond),
    }
  }
}
