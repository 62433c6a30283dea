export type Kept<T> = { get: (key: string) => T | undefined; set: (key: string, value: T) => T }

/**
 * Keeps so many things by a key that says everything they were made of; the one asked for longest ago gives way. For
 * what never changes: versions of statistics, records.
 */
export function keptUpTo<T>(most: number): Kept<T> {
  const made = new Map<string, T>()
  return {
    get: (key) => {
      const found = made.get(key)
      if (found === undefined) return undefined
      made.delete(key)
      made.set(key, found)
      return found
    },
    set: (key, value) => {
      made.set(key, value)
      if (made.size > most) made.delete(made.keys().next().value!)
      return value
    },
  }
}
