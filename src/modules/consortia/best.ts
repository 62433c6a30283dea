import { createHash } from 'node:crypto'
import {
  type Evidence,
  nextPartners,
  onlyTelling,
  type WholeAnswer,
  type WholeQuestion,
} from '../../engine/network/cover/index.ts'
import type { Context } from '../../kernel/context.ts'
import { createThread } from '../../kernel/thread.ts'
import { jointWork } from '../network/index.ts'
import type { Cover } from './cover.ts'
import type { Kept } from './record.ts'

/** Candidates among whom the best consortium is looked for: of so many it is proved in a second or two. */
const mostCandidates = 200
/** Of those who meet a demand, so many of the strongest are always among them. */
const perDemand = 8
/** After so many seconds of the best, and of its alternatives, what is known is answered. */
const seconds = 8
/** Megabytes. */
const memory = 512

type Told = { readonly number: number; readonly last: boolean; readonly answer?: WholeAnswer }
const thread = createThread<{ question: WholeQuestion; seconds: number }, Told>('cover-thread', { memory })

/** Answers of this process by their questions: the same question, asked with the same evidence, is answered once. */
const answers = new Map<string, { answer?: WholeAnswer; state: 'reckoning' | 'whole' | 'failed' }>()
const mostAnswers = 60

/** What has been answered so far: the best is told before its alternatives are known. */
export type Best = {
  question: WholeQuestion
  state: 'reckoning' | 'whole' | 'failed'
  answer?: WholeAnswer
}

/**
 * The best small consortium round those who lead, have committed or are pinned, as the reader's evidence has it. The
 * first who asks has it reckoned in a thread; it is there when it is asked for again.
 */
export async function bestFor(
  { db, log }: Pick<Context, 'db' | 'log'>,
  kept: Kept,
  cover: Cover,
): Promise<Best> {
  const question = await questionOf(db, kept, cover)
  const key = keyOf(question)
  const known = answers.get(key)
  // A failure is told once; whoever asks again has it tried again.
  if (known?.state === 'failed') answers.delete(key)
  if (known) return { question, ...known }
  answers.set(key, { state: 'reckoning' })
  for (const old of [...answers.keys()].slice(0, -mostAnswers)) answers.delete(old)
  thread
    .ask(
      { question, seconds },
      { onTold: ({ answer }) => answer && answers.set(key, { state: 'reckoning', answer }) },
    )
    .then(
      () => answers.set(key, { ...answers.get(key), state: 'whole' }),
      (error: Error) => {
        log.error({ err: error }, 'a consortium could not be reckoned')
        answers.set(key, { state: 'failed' })
      },
    )
  return { question, state: 'reckoning' }
}

async function questionOf(db: Context['db'], kept: Kept, cover: Cover): Promise<WholeQuestion> {
  const { evidence, choices } = cover
  const idOf = (place: number) => evidence.candidates[place]!.id
  const settled = cover.partners
    .filter((p) => p.state === 'committed' || p.organisation === kept.consortium.lead?.id)
    .map((p) => p.organisation ?? p.id)
  const pinned = [...new Set([...settled, ...choices.pinned.map(idOf)])]
  const places = chosenAmong(
    cover,
    pinned.flatMap((id) => evidence.places.get(id) ?? []),
  )
  const ids = new Set(places.map(idOf))
  return {
    call: cover.call,
    candidates: onlyTelling(evidence, places),
    today: evidence.today,
    ties: (await jointWork(db)).filter(({ a, b }) => ids.has(a) && ids.has(b)),
    pinned,
    refused: [...choices.refused].map(([place, reason]) => [idOf(place), reason] as const),
  }
}

/** Those who are in, the strongest for each demand, and those who come first beside the settled ones. */
function chosenAmong({ evidence, ties, members, choices }: Cover, pinned: readonly number[]): number[] {
  const chosen = new Set([...pinned, ...members, ...choices.refused.keys()])
  for (const d of evidence.call.demands.keys())
    for (const place of strongestFor(evidence, d)) chosen.add(place)
  const { suggestions } = nextPartners({ evidence, ties, members: pinned, choices, most: mostCandidates })
  for (const { candidate } of suggestions) {
    if (chosen.size >= mostCandidates) break
    chosen.add(candidate)
  }
  return [...chosen].sort((a, b) => a - b)
}

function strongestFor({ strength, candidates }: Evidence, d: number): number[] {
  const from = d * candidates.length
  return [...candidates.keys()]
    .filter((c) => strength[from + c]! > 0)
    .sort((a, b) => strength[from + b]! - strength[from + a]! || a - b)
    .slice(0, perDemand)
}

const keyOf = (question: WholeQuestion): string =>
  createHash('sha256')
    .update(JSON.stringify(question, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)))
    .digest('base64url')
