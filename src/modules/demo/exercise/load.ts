import { perform } from '../../../kernel/action.ts'
import type { Stage } from '../../../kernel/context.ts'
import { transaction } from '../../../kernel/db.ts'
import type { Progress } from '../../../kernel/job.ts'
import { dayIn } from '../../../kernel/time.ts'
import { namesOfEcosystems } from '../../ecosystems/index.ts'
import { exerciseKept, keepExercise } from '../queries.ts'
import { agreeingSteps } from './agreeing.ts'
import { applicationSteps, draftSteps } from './applying.ts'
import { assessmentSteps } from './assessing.ts'
import { benchmarkSteps } from './benchmarking.ts'
import { callSteps, closingSteps, groundSteps } from './calling.ts'
import { castSteps } from './cast.ts'
import { readContent } from './content.ts'
import { decisionSteps } from './deciding.ts'
import { followingSteps } from './following.ts'
import { gatheringSteps } from './gathering.ts'
import { impactSteps } from './impact.ts'
import { judgingSteps } from './judging.ts'
import { operatingSteps } from './operating.ts'
import { openPlay, type Play, type Step } from './play.ts'
import { portfolioSteps } from './portfolio.ts'
import { profileSteps } from './profiling.ts'
import { reportingSteps } from './reporting.ts'
import { selectionSteps } from './selecting.ts'
import { stageSteps } from './stages.ts'

const stepsOf = (play: Play): readonly Step[] => [
  ...castSteps,
  ...groundSteps,
  ...callSteps('decided'),
  ...applicationSteps(play, 'decided'),
  ...closingSteps('decided'),
  ...assessmentSteps(play, 'decided'),
  ...decisionSteps(play),
  ...judgingSteps,
  ...callSteps('assessed'),
  ...applicationSteps(play, 'assessed'),
  ...closingSteps('assessed'),
  ...stageSteps(play),
  ...callSteps('open'),
  ...draftSteps(play),
  ...portfolioSteps,
  ...selectionSteps,
  ...profileSteps,
  ...operatingSteps,
  ...impactSteps,
  ...gatheringSteps,
  ...agreeingSteps,
  ...reportingSteps,
  ...followingSteps,
  ...benchmarkSteps,
]

/**
 * Makes the exercise by the product's own actions, as the invented people and at the times when they would have done
 * it, so that its audit, versions, receipts, declarations, scores and signatures are like any other. What is made is
 * remembered step by step: stopped in the middle, it goes on where it was.
 */
export async function loadExercise(stage: Stage, progress: Progress = async () => undefined): Promise<void> {
  const { database } = stage
  const { items } = await perform(namesOfEcosystems, stage, {})
  const ecosystem = items.find((e) => e.key === 'hev')?.id
  if (!ecosystem) return
  const before = await transaction(database, (tx) => exerciseKept(tx))
  const day = before?.day ?? dayIn(stage.now)
  const content = await readContent(day)
  const play = openPlay(stage, content, day, { ...before?.kept, ecosystem })
  const steps = stepsOf(play)
  const from = before?.step ?? 0
  play.again = before !== undefined
  for (const [i, step] of steps.entries()) {
    if (i < from) continue
    if (i === from && !before)
      await transaction(database, (tx) =>
        keepExercise(tx, { day, step: 0, of: steps.length, kept: play.kept }),
      )
    await step.run(play)
    play.again = false
    const { kept } = play
    await transaction(database, (tx) => keepExercise(tx, { day, step: i + 1, of: steps.length, kept }))
    await progress(i + 1, steps.length, 'exercise')
  }
}
