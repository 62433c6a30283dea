import type { PublicAnswer, SolveQuestion, Told } from '../../engine/portfolio/index.ts'
import { createThread } from '../../kernel/thread.ts'

export type SolveInThreadOptions = {
  /** After so long what is known is answered. */
  readonly seconds?: number
  /** How many portfolios to list at most; all are counted. */
  readonly list?: number
  /** Hears the first portfolios, better ones, and the answer before the value of information is known. */
  readonly onProgress?: (told: Told) => void
  readonly signal?: AbortSignal
}

/** MB of objects; tables and portfolios besides, as much as `worker/portfolio-thread.ts` says. */
const memory = 512

const thread = createThread<SolveQuestion, Told>('portfolio-thread', { memory })

/**
 * Solves a problem in its public form. Bad input and contradictions are answers.
 * @throws the signal's reason when it is let go, or why the thread has ended
 */
export async function solveInThread(
  problem: unknown,
  { seconds, list, onProgress, signal }: SolveInThreadOptions = {},
): Promise<PublicAnswer> {
  const question: SolveQuestion = {
    kind: 'solve',
    problem,
    ...(seconds !== undefined && { seconds }),
    ...(list !== undefined && { list }),
  }
  const told = await thread.ask(question, {
    ...(onProgress && { onTold: onProgress }),
    ...(signal && { signal }),
  })
  if (told.kind === 'answer') return told.answer
  throw new Error(told.kind === 'failed' ? told.message : `the solver ended with ${told.kind}`)
}
