/** A meeting's problem as its page gives it to the script; of a statement only what dragging changes is known. */
export type RoomProblem = {
  budgets: { id: string; limit: string }[]
  weights: Said[]
}
type Said = {
  id: string
  kind: string
  criterion?: string
  min?: string
  max?: string
  order?: readonly string[]
}

/** What is dragged: money of a budget (euros), an end of a criterion's weight (per cent), or the order of the criteria. */
export type Drag =
  | { of: 'limit'; budget: string; euros: number }
  | { of: 'min' | 'max'; criterion: string; percent: number }
  | { of: 'rank'; order: readonly string[] }

/** The problem with what is dragged. It takes the place of what has been said of the same. */
export function dragged<P extends RoomProblem>(problem: P, drag: Drag): P {
  switch (drag.of) {
    case 'limit':
      return {
        ...problem,
        budgets: problem.budgets.map((budget) =>
          budget.id === drag.budget ? { ...budget, limit: String(drag.euros) } : budget,
        ),
      }
    case 'rank':
      return {
        ...problem,
        weights: [
          ...problem.weights.filter(({ kind }) => kind !== 'rank'),
          { id: 'supposed-rank', kind: 'rank', order: drag.order },
        ],
      }
    default: {
      const { criterion, percent } = drag
      const is = ({ kind, criterion: of }: Said) => kind === 'bounds' && of === criterion
      const before = problem.weights.find(is)
      const ends = {
        ...(before?.min !== undefined && { min: before.min }),
        ...(before?.max !== undefined && { max: before.max }),
        [drag.of]: String(percent / 100),
      }
      return {
        ...problem,
        weights: [
          ...problem.weights.filter((said) => !is(said)),
          { id: `supposed-${criterion}`, kind: 'bounds', criterion, ...ends },
        ],
      }
    }
  }
}

/** What the name of a slider says: `limit-erdf`, `min-impact`, `max-impact`. */
export function dragOf(name: string, value: number): Drag | undefined {
  const [, of, id] = /^(limit|min|max)-(.+)$/.exec(name) ?? []
  if (!id) return undefined
  if (of === 'limit') return { of, budget: id, euros: value }
  return of === 'min' || of === 'max' ? { of, criterion: id, percent: value } : undefined
}
