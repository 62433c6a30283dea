import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import type { ProjectFigure } from '../indicators/index.ts'
import type { Party } from '../reports/index.ts'
import type { Content, Item } from './content.ts'
import type { BudgetUse, Use } from './plan.ts'
import type { Commitment, Followed } from './queries.ts'
import { byDays, byLevel, deliverableOn, type Level, levelOf, milestoneOn, type PacketKind } from './rules.ts'

/** The words that only people can write; the last two of a final report. */
export const packetWords = ['summary', 'lessons', 'lasts', 'after'] as const
export type PacketWord = (typeof packetWords)[number]
export type PacketWords = Record<PacketWord, string>

export const wordsOf = (kind: PacketKind): readonly PacketWord[] =>
  kind === 'final' ? packetWords : (['summary', 'lessons'] as const)

type Entry = Pick<Content, 'title' | 'text'> & { entry: string }

/**
 * A packet as it is sent: everything that is known of the project on that day, and the words of who sends it. Plain
 * JSON whose numbers are decimal strings, so that its hash can be counted again.
 */
export type PacketContent = {
  format: 'talkoot-followup/1'
  kind: PacketKind
  from: Day
  to: Day
  /** The day on which states were read. */
  on: Day
  project: Pick<
    Followed,
    'name' | 'registry' | 'code' | 'status' | 'starts' | 'ends' | 'currency' | 'granted' | 'cost'
  >
  ecosystem: Names
  parties: string[]
  words: PacketWords
  figures: (Omit<ProjectFigure, 'id' | 'values'> & {
    values: Omit<ProjectFigure['values'][number], 'report'>[]
  })[]
  milestones: (Entry &
    Pick<Content, 'due' | 'reached' | 'shows'> & { state: ReturnType<typeof milestoneOn> })[]
  deliverables: (Entry &
    Pick<Content, 'due' | 'reached' | 'form' | 'url'> & {
      state: ReturnType<typeof deliverableOn>
      public: boolean
    })[]
  risks: (Entry & Pick<Content, 'likelihood' | 'effect' | 'response' | 'owner' | 'risk'> & { level: Level })[]
  budget: { lines: ({ name: Names } & Use)[]; all: Use; until: Day | null }
  changes: (Entry & Pick<Content, 'subject' | 'end' | 'change'> & { on: Day })[]
  commitments: Commitment[]
}

const entryOf = ({ entry, content: { title, text } }: Item): Entry => ({ entry, title, text })
const useOf = ({ planned, used, left, share, over }: Use): Use => ({ planned, used, left, share, over })
const budgetOf = ({ lines, all, until }: BudgetUse): PacketContent['budget'] => ({
  lines: lines.map(({ name, ...use }) => ({ name, ...useOf(use) })),
  all: useOf(all),
  until,
})

type Known = {
  followed: Followed
  parties: readonly Party[]
  items: readonly Item[]
  budget: BudgetUse
  figures: readonly ProjectFigure[]
}

export type Parts = Pick<PacketContent, 'milestones' | 'deliverables' | 'risks' | 'budget' | 'changes'>

/** What is kept of a project as it stands on a day: what is late or most dangerous first. */
export function partsOf(
  { items, budget }: Pick<Known, 'items' | 'budget'>,
  on: Day,
  dayOf: (at: Date) => Day,
): Parts {
  const of = (wanted: Item['kind']) => items.filter((item) => item.kind === wanted)
  return {
    milestones: byDays(of('milestone'), on).map((item) => ({
      ...entryOf(item),
      due: item.content.due ?? null,
      reached: item.content.reached ?? null,
      shows: item.content.shows ?? '',
      state: milestoneOn(item.content, on),
    })),
    deliverables: byDays(of('deliverable'), on).map((item) => ({
      ...entryOf(item),
      due: item.content.due ?? null,
      reached: item.content.reached ?? null,
      form: item.content.form ?? 'other',
      url: item.content.url ?? '',
      state: deliverableOn(item.content, on),
      public: item.share === 'public',
    })),
    risks: byLevel(of('risk')).map((item) => ({
      ...entryOf(item),
      likelihood: item.content.likelihood ?? '1',
      effect: item.content.effect ?? '1',
      response: item.content.response ?? '',
      owner: item.content.owner ?? '',
      risk: item.content.risk ?? 'open',
      level: levelOf(item.content),
    })),
    budget: budgetOf(budget),
    changes: of('change')
      .toSorted((a, b) => b.at.getTime() - a.at.getTime())
      .map((item) => ({
        ...entryOf(item),
        subject: item.content.subject ?? 'content',
        end: item.content.end ?? null,
        change: item.content.change ?? 'asked',
        on: dayOf(item.at),
      })),
  }
}

/** Composes a packet of what is known; nothing of it is typed again but the words. */
export function composePacket(
  told: Known,
  { kind, from, to }: { kind: PacketKind; from: Day; to: Day },
  known: { words: PacketWords; commitments: Commitment[]; on: Day; dayOf: (at: Date) => Day },
): PacketContent {
  const { followed, parties, figures } = told
  const { name, registry, code, status, starts, ends, currency, granted, cost } = followed
  return {
    format: 'talkoot-followup/1',
    kind,
    from,
    to,
    on: known.on,
    project: { name, registry, code, status, starts, ends, currency, granted, cost },
    ecosystem: followed.ecosystemName,
    parties: parties.flatMap(({ name: party, personal }) => (personal ? [] : [party])),
    words: known.words,
    figures: figures.map(({ id: _, values, ...figure }) => ({
      ...figure,
      values: values.flatMap(({ report: __, ...value }) => (value.to <= to ? [value] : [])),
    })),
    ...partsOf(told, known.on, known.dayOf),
    commitments: known.commitments,
  }
}
