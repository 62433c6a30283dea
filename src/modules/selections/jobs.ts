import { z } from 'zod'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { job, type Progress } from '../../kernel/job.ts'
import { closingProblem, giveUpRecord, isWhole, makeRecord, recordJob } from './closing-actions.ts'
import type { GivenUpFor } from './rules.ts'
import { solveForRecord } from './solving.ts'

/** How long a record is computed: ms between two looks whether the meeting still waits for it, and looks at most. */
type Patience = { look: number; looks: number }
const halfAnHour: Patience = { look: 2_000, looks: 900 }

/**
 * Computes the record of a meeting that is being closed. Where somebody has gone on with the meeting there is nothing
 * left to do; where the problem is too hard, the meeting is opened again so that more can be said of it.
 */
export async function computeRecord(
  stage: Stage,
  { selection }: { selection: string },
  progress: Progress,
  patience: Patience = halfAnHour,
): Promise<void> {
  const waits = async () => (await perform(closingProblem, stage, { selection })).waits
  const asked = await waits()
  if (!asked) return
  const { problem, closed } = asked
  const stillWaits = async () => (await waits())?.closed === closed
  const giveUp = async (why: GivenUpFor) => {
    if (await stillWaits()) await perform(giveUpRecord, stage, { selection, closed, why })
  }
  const waiting = new AbortController()
  let looks = 0
  const timer = setInterval(async () => {
    looks += 1
    const still = await stillWaits().catch(() => true)
    if (looks >= patience.looks || !still) waiting.abort()
  }, patience.look)
  try {
    const solved = await solveForRecord(problem, {
      signal: waiting.signal,
      onProgress: (told) => {
        if (told.kind === 'progress')
          void progress(told.decided, told.items, 'solve').catch(() => waiting.abort())
      },
    })
    if (!isWhole(solved)) await giveUp('size')
    else if (await stillWaits()) await perform(makeRecord, stage, { selection, closed, solved })
  } catch (error) {
    if (!waiting.signal.aborted) throw error
    await giveUp(looks >= patience.looks ? 'time' : 'cancelled')
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
  run: (stage, input, progress) => computeRecord(stage, input, progress),
})
