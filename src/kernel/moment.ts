import { type Database, type Read, snapshot } from './db.ts'

/** How queries read: each in a moment of its own, or several in one. */
export type Reader = <T>(work: (read: Read) => Promise<T>) => Promise<T>

/** One moment of the database that several queries see. `end` it before anything is written. */
export type Moment = { read: Reader; end: () => Promise<void> }

/**
 * All queries of one page in one read transaction: its figures are of one moment, and it costs one beginning and one
 * end. It begins with the first query; what is asked after `end` reads in moments of its own.
 */
export function openMoment(database: Database): Moment {
  let begun: Promise<Read> | undefined
  let running: Promise<unknown> = Promise.resolve()
  let ended = false
  let over: () => void = () => undefined
  const ending = new Promise<void>((resolve) => {
    over = resolve
  })
  const begin = () =>
    new Promise<Read>((resolve, reject) => {
      running = snapshot(database, async (read) => {
        resolve(read)
        await ending
      }).catch(reject)
    })
  return {
    async read(work) {
      if (ended) return snapshot(database, work)
      begun ??= begin()
      return work(await begun)
    },
    async end() {
      ended = true
      over()
      await running
    },
  }
}
