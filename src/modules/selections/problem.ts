import type { Room, RoomCandidate } from './room.ts'
import type { SelectionRule, WeightStatementSaid } from './settings.ts'

/** What is asked of the engine instead of what the meeting says, to see what would be. */
export type Supposing = {
  /** By budget, decimal texts. */
  limits?: Readonly<Record<string, string>>
  /** Instead of the meeting's own. */
  statements?: readonly { id: string; said: WeightStatementSaid }[]
  /** Ids of rules and synergies that are left out. */
  without?: readonly string[]
  /** Ids of candidates forced besides, and out. */
  also?: readonly { candidate: string; way: 'in' | 'out' }[]
}

/** What of a meeting its problem is made of. */
export type Problemed = Pick<Room, 'settings'> & {
  candidates: readonly Pick<RoomCandidate, 'id' | 'code' | 'costs' | 'scores'>[]
  statements: readonly { id: string; said: WeightStatementSaid }[]
  forces: readonly { candidate: string; way: 'in' | 'out' }[]
}

/**
 * The meeting as a problem of the engine (`data/schemas/portfolio-problem.schema.json`): codes of candidates are ids of
 * projects. Pure, so that the server, a window of the meeting and whoever verifies the record make the same one.
 */
export function problemOf(
  { settings, candidates, statements, forces }: Problemed,
  supposing: Supposing = {},
) {
  const { limits = {}, without = [], also = [] } = supposing
  const codes = new Map(candidates.map((c) => [c.id, c.code]))
  const kept = <T extends { id: string; off: boolean }>(list: readonly T[]) =>
    list.filter(({ id, off }) => !off && !without.includes(id))
  return {
    criteria: settings.criteria.map(({ id }) => ({ id })),
    budgets: settings.budgets.map(({ id, limit }) => ({ id, limit: limits[id] ?? limit })),
    projects: candidates.map(({ code, costs, scores }) => ({
      id: code,
      costs,
      scores: Object.fromEntries(
        Object.entries(scores).map(([criterion, { low, high }]) => [
          criterion,
          low === high ? low : ([low, high] as const),
        ]),
      ),
    })),
    weights: (supposing.statements ?? statements).map(({ id, said }) => ({ id, ...said })),
    rules: [
      ...kept(settings.rules).map(ruleOf),
      ...[...forces, ...also].map(({ candidate, way }) => ({
        id: `${way}-${codes.get(candidate)}`,
        kind: way,
        project: codes.get(candidate)!,
      })),
    ],
    synergies: kept(settings.synergies).map(({ id, projects, atLeast, scores, costs }) => ({
      id,
      projects,
      ...(atLeast !== undefined && { atLeast }),
      scores,
      costs,
    })),
  }
}

function ruleOf({ id, said }: SelectionRule) {
  switch (said.kind) {
    case 'moneyAtLeast':
    case 'moneyAtMost': {
      const { projects, money, budget } = said
      return { id, kind: said.kind === 'moneyAtLeast' ? 'atLeast' : 'atMost', projects, money, budget }
    }
    default:
      return { id, ...said }
  }
}
