import { type Axis, axesOf, type Entry, firstAxes } from '../portfolio/index.ts'
import type { Room, RoomCandidate } from './room.ts'
import { costOf, type RoomColumns } from './room-figures.ts'
import type { Pick, Picked } from './room-portfolios.ts'

/** A set of candidates that is shown in the frame: the meeting as it stands, or a portfolio to choose. */
export type EffectSet = { id: 'now' | Pick; by: readonly ('now' | Pick)[]; entries: readonly Entry[] }

/** A candidate as the views of a portfolio count it: its money is what it costs in all budgets together, in cents. */
export const entryOf = (candidate: RoomCandidate, title: string, sure: boolean): Entry => ({
  id: candidate.id,
  code: candidate.code,
  title: `${candidate.code} ${title}`,
  state: 'candidate',
  values: candidate.values,
  starts: candidate.starts ?? undefined,
  ends: candidate.ends ?? undefined,
  money: costOf(candidate),
  lead: candidate.lead ?? undefined,
  city: candidate.city ?? undefined,
  sure,
})

/** The sets that may be shown: the meeting as it stands (sure ones, and those to discuss as open), then the portfolios. */
export function effectSets(
  { candidates }: Candidates,
  columns: RoomColumns,
  picked: readonly Picked[],
  titleOf: (candidate: RoomCandidate) => string,
): EffectSet[] {
  const entries = (of: readonly RoomCandidate[], sure: boolean) =>
    of.map((candidate) => entryOf(candidate, titleOf(candidate), sure))
  return [
    { id: 'now', by: ['now'], entries: [...entries(columns.yes, true), ...entries(columns.discuss, false)] },
    ...picked.map(({ by, codes }) => ({
      id: by[0]!,
      by,
      entries: entries(
        candidates.filter(({ code }) => codes.includes(code)),
        true,
      ),
    })),
  ]
}

/** The sets that the address asks for: `show`, else the meeting as it stands, and beside it `with`. */
export function setsAsked(sets: readonly EffectSet[], query: URLSearchParams): EffectSet[] {
  const named = (field: string) => sets.find(({ by }) => by.some((one) => one === query.get(field)))
  const shown = named('show') ?? sets[0]
  const beside = named('with')
  return [...(shown ? [shown] : []), ...(beside && beside !== shown ? [beside] : [])]
}

/** The frame's two first dimensions that any candidate has a value of; undefined where there are not two. */
export function axesIn(
  { candidates }: Candidates,
  frame: Parameters<typeof axesOf>[0],
): [rows: Axis, columns: Axis] | undefined {
  const used = new Set(candidates.flatMap(({ values }) => values.map(dimensionOf)))
  const axes = axesOf(frame.filter(({ value }) => used.has(dimensionOf(value))))
  const [rows, columns] = firstAxes(axes).map((dimension) =>
    axes.find((axis) => axis.dimension === dimension),
  )
  return rows && columns && rows !== columns ? [rows, columns] : undefined
}

type Candidates = { candidates: Room['candidates'] }

const dimensionOf = (value: string): string => value.slice(0, value.indexOf('/'))
