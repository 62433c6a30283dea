import PgBoss from 'pg-boss'

type Row = Record<string, unknown>

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/**
 * Plans work anew that a backup had as waiting or under way, under the same ids, in a queue made anew: what was half
 * done begins again, as after a worker's death. Work that is there already is left as it is.
 */
export async function restoreJobs(
  connectionString: string,
  queues: readonly Row[],
  jobs: readonly Row[],
): Promise<void> {
  const boss = new PgBoss({ connectionString, max: 1, application_name: 'talkoot-restore-jobs' })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    for (const queue of queues) {
      if (String(queue.name).startsWith('__pgboss__')) continue
      const retryLimit = numberOf(queue.retry_limit)
      const seconds = numberOf(queue.expire_seconds)
      await boss.createQueue(String(queue.name), {
        name: String(queue.name),
        retryBackoff: queue.retry_backoff === true,
        ...(retryLimit !== undefined && { retryLimit }),
        ...(seconds !== undefined && { expireInSeconds: seconds }),
      })
    }
    for (const job of jobs) {
      const priority = numberOf(job.priority)
      await boss.send(String(job.name), job.data as object, {
        id: String(job.id),
        startAfter: new Date(String(job.start_after)),
        ...(priority !== undefined && { priority }),
      })
    }
  } finally {
    await boss.stop({ graceful: true, wait: true, timeout: 5_000 })
  }
}
