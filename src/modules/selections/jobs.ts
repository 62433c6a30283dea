import { z } from 'zod'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { job, type Progress } from '../../kernel/job.ts'
import { closingProblem, isWhole, makeRecord, recordJob, resumeSelection } from './closing-actions.ts'
import { solveForRecord } from './solving.ts'

/** Milliseconds between two looks whether the meeting still waits for its record. */
const look = 2_000
/** Looks after which the computing is given up, and the meeting goes on: half an hour. */
const mostLooks = 900

/**
 * Computes the record of a meeting that is being closed. Where somebody has gone on with the meeting there is nothing
 * left to do; where the problem is too hard, the meeting is opened again so that more can be said of it.
 */
async function computeRecord(
  stage: Stage,
  { selection }: { selection: string },
  progress: Progress,
): Promise<void> {
  const { problem } = await perform(closingProblem, stage, { selection })
  if (!problem) return
  const waiting = new AbortController()
  let looks = 0
  const timer = setInterval(async () => {
    looks += 1
    const now = await perform(closingProblem, stage, { selection }).catch(() => undefined)
    if (looks >= mostLooks || now?.problem === null) waiting.abort()
  }, look)
  try {
    const solved = await solveForRecord(problem, {
      signal: waiting.signal,
      onProgress: (told) => {
        if (told.kind === 'progress')
          void progress(told.decided, told.items, 'solve').catch(() => waiting.abort())
      },
    })
    if (isWhole(solved)) await perform(makeRecord, stage, { selection, solved })
    else await perform(resumeSelection, stage, { selection })
  } catch (error) {
    if (!waiting.signal.aborted) throw error
    const { problem: still } = await perform(closingProblem, stage, { selection })
    if (still) await perform(resumeSelection, stage, { selection })
  } finally {
    clearInterval(timer)
  }
}

export const recordingJob = job({
  name: recordJob,
  summary: {
    fi: 'Laskee päätetyn valintakokouksen tallenteen',
    sv: 'Räknar ett avslutat urvalsmötes protokoll',
    en: 'Computes the record of a selection meeting that is closed',
  },
  input: z.object({ selection: z.uuid() }),
  run: computeRecord,
})
