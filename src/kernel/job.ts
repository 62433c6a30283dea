import PgBoss from 'pg-boss'
import type { z } from 'zod'
import type { Actor } from './actor.ts'
import type { Jobs, Stage } from './context.ts'
import { type Database, execute, type Tx, transaction } from './db.ts'
import { newId } from './id.ts'
import type { Log } from './log.ts'
import type { Words } from './text.ts'

/** Something done later, at least once: `run` must be safe to repeat. Long ones report their progress. */
export type Job<I extends z.ZodType = z.ZodType> = {
  name: string
  /** What it does, in a few words: administrators read it in lists. */
  summary: Words<string>
  input: I
  /** How often it is tried again after a fault. */
  retries?: number
  /** How many of them are done at once by one process; one unless said otherwise. */
  workers?: number
  /** A cron line in Helsinki time, for what happens by the clock. */
  schedule?: string
  run: (stage: Stage, input: z.output<I>, progress: Progress) => Promise<void>
}

export const job = <I extends z.ZodType>(definition: Job<I>): Job => definition as unknown as Job

/** Tells how far a long work is: things done, things in all when known, and the step's code word. */
export type Progress = (done: number, total: number | undefined, step: string) => Promise<void>

/** Which jobs follow an event. An event nobody listens to is no fault. */
export type Subscriptions = Readonly<Record<string, readonly string[]>>

export type JobQueue = {
  jobs: Jobs
  /** Makes the queues known, so that work can be planned even where no worker runs. */
  declare: (definitions: readonly Job[]) => Promise<void>
  /** Takes work from the queues until `stop`. */
  work: (definitions: readonly Job[], stage: (actor: Actor) => Stage) => Promise<void>
  stop: () => Promise<void>
}

/** A worker that has said nothing for this long is dead, and its work is given to another. */
const silence = { seconds: 30, beatMs: 4_000 }

export function createJobQueue(connectionString: string, subscriptions: Subscriptions, log: Log): JobQueue {
  const boss = new PgBoss({ connectionString, max: 3, application_name: 'talkoot-jobs' })
  boss.on('error', (error) => log.warn({ error: error.message }, 'job queue'))
  let started: Promise<unknown> | undefined
  const start = () => {
    started ??= boss.start()
    return started
  }
  let reaper: NodeJS.Timeout | undefined

  async function enqueue(
    tx: Tx,
    name: string,
    input: object,
    options: { startAfter?: Date } = {},
  ): Promise<string> {
    await start()
    const id = newId()
    const db: PgBoss.Db = { executeSql: (text, values) => execute(tx, text, values) }
    await boss.send(name, input, { id, db, ...options })
    await tx
      .insertInto('job_progress')
      .values({ job_id: id, name, state: 'waiting', done: 0, step: '' })
      .execute()
    return id
  }

  return {
    jobs: {
      enqueue,
      emit: async (tx, event, payload) => {
        for (const name of subscriptions[event] ?? []) await enqueue(tx, name, payload)
      },
    },
    async declare(definitions) {
      await start()
      for (const d of definitions) {
        // The hour-long expiry is only a backstop: a dead worker is noticed by its silence.
        const options = { name: d.name, retryLimit: d.retries ?? 3, retryBackoff: true, expireInHours: 12 }
        await boss.createQueue(d.name, options)
      }
    },
    async work(definitions, stage) {
      const { database } = stage({ kind: 'system', name: 'worker' })
      await reviveSilent(database)
      reaper = setInterval(() => {
        reviveSilent(database).catch((error: Error) => log.warn({ error: error.message }, 'job reaper'))
      }, silence.beatMs)
      for (const d of definitions) {
        for (let i = 0; i < (d.workers ?? 1); i++) {
          // What happens by the clock can wait a little; each look at a queue is a statement.
          const pollingIntervalSeconds = d.schedule ? 5 : 0.5
          await boss.work<object>(d.name, { pollingIntervalSeconds, batchSize: 1 }, async ([taken]) => {
            if (taken) await runJob(d, taken.id, taken.data, stage({ kind: 'system', name: d.name }))
          })
        }
        if (d.schedule) await boss.schedule(d.name, d.schedule, {}, { tz: 'Europe/Helsinki' })
      }
    },
    stop: async () => {
      clearInterval(reaper)
      if (started) await boss.stop({ graceful: true, timeout: 10_000, wait: true })
    },
  }
}

/** Work whose worker was killed goes back to the queue at once instead of after its expiry. */
async function reviveSilent(database: Database): Promise<void> {
  await execute(
    database,
    `update pgboss.job set state = 'retry', start_after = now()
     where state = 'active' and id in (
       select job_id from job_progress
       where state = 'running' and updated_at < now() - make_interval(secs => $1))`,
    [silence.seconds],
  )
}

/** Thrown into work that an administrator has cancelled, when it next tells how far it is. */
class Cancelled extends Error {}

/** Runs one job with its progress row and heartbeat: the worker's way, and the command line's that does not wait. */
async function runJob(d: Job, id: string, data: unknown, stage: Stage, onProgress?: Progress): Promise<void> {
  const seen = { state: 'running', done: 0, total: null as number | null, step: '' }
  let cancelled = false
  const write = (row: typeof seen) =>
    transaction(stage.database, async (tx) => {
      const values = { ...row, updated_at: new Date() }
      await tx
        .insertInto('job_progress')
        .values({ job_id: id, name: d.name, ...values })
        .onConflict((c) => c.column('job_id').doUpdateSet(values))
        .execute()
      const cancel = `select 1 from pgboss.job where id = $1 and name = $2 and state = 'cancelled'`
      cancelled ||= (await execute(tx, cancel, [id, d.name])).rows.length > 0
    })
  // One after another: a slow heartbeat must not overwrite the last word.
  let line: Promise<unknown> = Promise.resolve()
  const report = () => {
    line = line.catch(() => undefined).then(() => write({ ...seen }))
    return line
  }
  await report()
  const beat = setInterval(() => void report().catch(() => undefined), silence.beatMs)
  let last = 0
  try {
    await d.run(stage, d.input.parse(data), async (done, total, step) => {
      const changed = step !== seen.step
      if (cancelled) throw new Cancelled()
      Object.assign(seen, { done, total: total ?? null, step })
      await onProgress?.(done, total, step)
      if (!changed && performance.now() - last < 250) return
      last = performance.now()
      await report()
    })
    seen.state = 'done'
  } catch (error) {
    seen.state = 'failed'
    if (error instanceof Cancelled) seen.step = 'cancelled'
    else stage.log.error({ job: d.name, id, err: error }, 'job failed')
    throw error
  } finally {
    clearInterval(beat)
    await report().catch(() => undefined)
  }
}
