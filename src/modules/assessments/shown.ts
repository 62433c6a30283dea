import { type Outcome, type Sheet, type Spread, spreadsOf } from '../../engine/assessment/index.ts'
import {
  counted,
  countedSheets,
  type HeldSheet,
  isOpened,
  type Judged,
  judgementOf,
  scoresSeen,
} from './judged.ts'

/** For whom an assessment is shown: who they are, whether by an office, and whether they are free of conflicts. */
export type Looker = { person: string | undefined; office: boolean; free: boolean }

export type ShownSheet = Omit<HeldSheet, 'scores'> & { scores: Sheet | null }

/** What somebody may see of an assessment: nothing of anybody's scores comes out of this module by another way. */
export type Shown = Omit<Judged, 'sheets' | 'consensus' | 'summary'> & {
  sheets: readonly ShownSheet[]
  /** How many hold a sheet that counts, and how many have given theirs. */
  holders: number
  given: number
  mine: ShownSheet | null
  opened: boolean
  spreads: readonly Spread[] | null
  consensus: Sheet | null
  summary: string | null
  outcome: Outcome | null
}

/**
 * Others' scores are seen by those who are free of conflicts, when everybody has given theirs. Until then assessors who
 * are free, and the office, see who the others are and how far, never what.
 */
export function shownTo(judged: Judged, { person, office, free }: Looker): Shown {
  const { sheets, consensus, summary, ...rest } = judged
  const opened = isOpened(judged)
  const open = opened && free
  const assesses = free && sheets.some((s) => s.person === person && counted.includes(s.state))
  const shown = sheets
    .filter((s) => office || open || s.person === person || (assesses && counted.includes(s.state)))
    .map((s) => ({ ...s, scores: open || s.person === person ? scoresSeen(judged, s, person) : null }))
  const counting = countedSheets(judged)
  const given = counting.filter((s) => s.state === 'given')
  const outcome = judgementOf(judged) ?? null
  return {
    ...rest,
    ...(!office && rest.hiddenMoney.includes('budget') && { cost: null }),
    ...(!office && rest.hiddenMoney.length > 0 && { grant: null }),
    sheets: shown,
    holders: counting.length,
    given: given.length,
    mine: shown.find((s) => s.person === person && s.state !== 'released') ?? null,
    opened,
    spreads:
      open && judged.template
        ? spreadsOf(
            judged.template,
            given.flatMap((s) => (s.scores ? [s.scores] : [])),
          )
        : null,
    consensus: open ? consensus : null,
    summary: open ? summary : null,
    // That a general criterion failed is the office's own finding; points are seen as scores are.
    outcome: outcome && (open || outcome.is === 'failed') && (office || open) ? outcome : null,
  }
}
