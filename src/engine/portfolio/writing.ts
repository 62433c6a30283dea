import { writeDecimal } from './decimal.ts'
import type { Problem, Rule } from './problem.ts'
import type { Rational } from './rational.ts'

/** A problem without statements about weights in its public form (`data/schemas/portfolio-problem.schema.json`). */
export function writeProblem({ criteria, budgets, projects, rules, synergies }: Problem) {
  const byBudget = (costs: readonly Rational[]) =>
    Object.fromEntries(costs.map((cost, b) => [budgets[b]!.id, writeDecimal(cost)]))
  const ids = (places: readonly number[]) => places.map((place) => projects[place]!.id)
  return {
    criteria: criteria.map((id) => ({ id })),
    budgets: budgets.map(({ id, limit }) => ({ id, limit: writeDecimal(limit) })),
    projects: projects.map(({ id, costs, scores }) => ({
      id,
      costs: byBudget(costs),
      scores: Object.fromEntries(
        scores.map(({ low, high }, c) => [criteria[c]!, [writeDecimal(low), writeDecimal(high)]]),
      ),
    })),
    rules: rules.map((rule) => writeRule(rule, ids, budgets)),
    synergies: synergies.map((synergy) => ({
      projects: ids(synergy.projects),
      atLeast: synergy.atLeast,
      scores: Object.fromEntries(synergy.scores.map((value, c) => [criteria[c]!, writeDecimal(value)])),
      costs: byBudget(synergy.costs),
    })),
  }
}

function writeRule(
  rule: Rule,
  ids: (places: readonly number[]) => string[],
  budgets: Problem['budgets'],
): object {
  switch (rule.kind) {
    case 'atLeast':
    case 'atMost':
      return 'count' in rule
        ? { kind: rule.kind, projects: ids(rule.projects), count: rule.count }
        : {
            kind: rule.kind,
            projects: ids(rule.projects),
            money: writeDecimal(rule.money),
            budget: budgets[rule.budget]!.id,
          }
    case 'requires':
      return { kind: rule.kind, project: ids([rule.project])[0], needs: ids(rule.needs) }
    case 'in':
    case 'out':
      return { kind: rule.kind, project: ids([rule.project])[0] }
    default:
      return { kind: rule.kind, projects: ids(rule.projects) }
  }
}
