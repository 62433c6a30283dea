import type { Candidate, DayNumber, Tie } from './candidate.ts'
import { bestConsortia, bestConsortium, type Consortium, type ConsortiumAnswer } from './consortium.ts'
import type { CoverPrograms } from './cover-programs.ts'
import type { Call } from './demand.ts'
import { readEvidence } from './evidence.ts'
import { tiesBetween } from './nearness.ts'
import type { ConsortiumQuestion } from './quick.ts'

/** A question for the best consortium as plain data, so that it can be sent to another thread. People stand by ids. */
export type WholeQuestion = {
  readonly call: Call
  readonly candidates: readonly Candidate[]
  readonly today: DayNumber
  readonly ties: readonly Tie[]
  readonly pinned: readonly string[]
  /** Ids with the reasons. */
  readonly refused: readonly (readonly [id: string, reason: string])[]
}

/** The best one, why there is not all that is asked for, and the next best ones. Members are places of candidates. */
export type WholeAnswer = ConsortiumAnswer & { readonly alternatives: readonly Consortium[] }

/** The same question with its evidence read. */
export function consortiumQuestion(
  asked: WholeQuestion,
): Required<Pick<ConsortiumQuestion, 'evidence' | 'ties' | 'choices'>> {
  const evidence = readEvidence(asked.call, asked.candidates, asked.today)
  const placesOf = (id: string) => evidence.places.get(id) ?? []
  return {
    evidence,
    ties: tiesBetween(evidence, asked.ties),
    choices: {
      pinned: asked.pinned.flatMap(placesOf),
      refused: new Map(
        asked.refused.flatMap(([id, reason]) =>
          [placesOf(id)].flat().map((place) => [place, reason] as const),
        ),
      ),
    },
  }
}

/** Answers it: first the best one alone, then with the next best; `most` is how many of these are looked for. */
export function* answersTo(asked: WholeQuestion, solve: CoverPrograms, most: number): Generator<WholeAnswer> {
  const question = consortiumQuestion(asked)
  const first = bestConsortium(question, solve)
  yield { ...first, alternatives: [] }
  if (!first.best) return
  const [, ...alternatives] = bestConsortia(question, solve, most + 1, [first.best])
  yield { ...first, alternatives }
}
