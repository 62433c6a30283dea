import { requirementCycle } from './cycle.ts'
import type { Fault, Tell } from './fault.ts'
import { readId, readList, readNumber, readNumbers, readObject, valueAt, within } from './parts.ts'
import {
  type Budget,
  limits,
  nameOf,
  type Problem,
  type Project,
  type Score,
  type Statement,
} from './problem.ts'
import { compare, zero } from './rational.ts'
import { type Places, readRules, readSynergies, readWeights } from './statements.ts'

export type ReadProblem = { readonly problem: Problem } | { readonly faults: readonly Fault[] }

/** How many faults are told: a file with a wrong column has one in each row. */
const mostFaults = 100

/**
 * A problem from JSON, or everything that is wrong with it. Numbers are JSON numbers or decimal texts, each taken as
 * the exact decimal that is written there. What a project does not cost in a budget is nothing; each score must be
 * there. `name` and `reason` are for people and are not read.
 */
export function readProblem(json: unknown): ReadProblem {
  const faults: Fault[] = []
  const tell: Tell = (code, path, values = {}) => {
    if (faults.length < mostFaults) faults.push({ code, path, values })
  }
  const keys = {
    required: ['criteria', 'budgets', 'projects'],
    optional: ['weights', 'rules', 'synergies', '$schema'],
  }
  const raw = readObject(json, '', keys, tell)
  if (!raw) return { faults }
  const list = (key: string, least: number, most: number) =>
    readList(valueAt(raw, key), key, least, most, tell)

  const criteria = list('criteria', 1, limits.criteria)
  const budgets = list('budgets', 0, limits.budgets)
  const projects = list('projects', 1, limits.projects)
  const criterionIds = criteria.map((item, i) => idAt(item, within('criteria', i), [], tell))
  const budgetsRead = budgets.map((item, i) => readBudget(item, within('budgets', i), tell))
  const places = {
    criteria: placesOf(criterionIds, 'criteria', tell),
    budgets: placesOf(
      budgetsRead.map((budget) => budget.id),
      'budgets',
      tell,
    ),
  }
  // Without its ids nothing further can be understood, and telling of it would be noise.
  if (faults.length > 0) return { faults }
  const projectsRead = projects.map((item, i) => readProject(item, within('projects', i), places, tell))
  const all: Places = {
    ...places,
    projects: placesOf(
      projectsRead.map((project) => project.id),
      'projects',
      tell,
    ),
  }
  if (all.projects.size < projects.length || projects.length === 0) return { faults }
  const problem: Problem = {
    criteria: criterionIds,
    budgets: budgetsRead,
    projects: projectsRead,
    weights: readWeights(valueAt(raw, 'weights'), all, tell),
    rules: readRules(valueAt(raw, 'rules'), all, tell),
    synergies: readSynergies(valueAt(raw, 'synergies'), all, tell),
  }
  checkIds([...problem.weights, ...problem.rules, ...problem.synergies], tell)
  if (faults.length === 0) checkCycle(problem, tell)
  return faults.length === 0 ? { problem } : { faults }
}

/** The id of an object that has other keys too. An id that is not there is told, and is no text. */
function idAt(raw: unknown, path: string, keys: readonly string[], tell: Tell): string {
  const object = readObject(raw, path, { required: ['id', ...keys] }, tell)
  return (object && readId(valueAt(object, 'id'), within(path, 'id'), tell)) ?? ''
}

function readBudget(raw: unknown, path: string, tell: Tell): Budget {
  const id = idAt(raw, path, ['limit'], tell)
  const limit = valueAt(Object(raw), 'limit')
  return { path, id, limit: readNumber(limit, within(path, 'limit'), tell) }
}

function readProject(
  raw: unknown,
  path: string,
  { criteria, budgets }: Omit<Places, 'projects'>,
  tell: Tell,
): Project {
  const object = readObject(raw, path, { required: ['id', 'scores'], optional: ['costs'] }, tell)
  if (!object) return { id: '', costs: [], scores: [] }
  return {
    id: readId(valueAt(object, 'id'), within(path, 'id'), tell) ?? '',
    costs: readNumbers(valueAt(object, 'costs'), within(path, 'costs'), budgets, tell),
    scores: readScores(valueAt(object, 'scores'), within(path, 'scores'), criteria, tell),
  }
}

function readScores(raw: unknown, path: string, criteria: ReadonlyMap<string, number>, tell: Tell): Score[] {
  if (raw === undefined) return []
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    tell('not-an-object', path)
    return []
  }
  for (const id of Object.keys(raw))
    if (!criteria.has(id)) tell('unknown-id', within(path, id.slice(0, 80)), { id: id.slice(0, 80) })
  return [...criteria.keys()].map((id) => {
    const at = within(path, id)
    if (Object.hasOwn(raw, id)) return readScore((raw as Record<string, unknown>)[id], at, tell)
    tell('missing', at, { key: id })
    return { low: zero, high: zero }
  })
}

/** A number, or the lowest and the highest that it may be. */
function readScore(raw: unknown, path: string, tell: Tell): Score {
  if (!Array.isArray(raw)) {
    const score = readNumber(raw, path, tell)
    return { low: score, high: score }
  }
  if (raw.length !== 2) {
    tell(raw.length < 2 ? 'missing' : 'too-many', path, { key: 'low, high', count: raw.length, most: 2 })
    return { low: zero, high: zero }
  }
  const [low, high] = [readNumber(raw[0], within(path, 0), tell), readNumber(raw[1], within(path, 1), tell)]
  if (compare(low, high) > 0) tell('low-over-high', path, { low: String(raw[0]), high: String(raw[1]) })
  return { low, high }
}

function placesOf(ids: readonly string[], path: string, tell: Tell): Map<string, number> {
  const places = new Map<string, number>()
  for (const [i, id] of ids.entries()) {
    if (id === '') continue // told already
    if (places.has(id)) tell('repeated-id', within(within(path, i), 'id'), { id })
    else places.set(id, i)
  }
  return places
}

function checkIds(statements: readonly Statement[], tell: Tell): void {
  const seen = new Set<string>()
  for (const { path, id } of statements) {
    if (id === undefined) continue
    if (seen.has(id)) tell('repeated-id', within(path, 'id'), { id })
    seen.add(id)
  }
}

function checkCycle({ rules, projects }: Problem, tell: Tell): void {
  const cycle = requirementCycle(rules)
  if (!cycle) return
  tell('cycle', cycle.statements[0]!.path, {
    projects: cycle.projects.map((project) => projects[project]!.id).join(' → '),
    statements: cycle.statements.map(nameOf).join(', '),
  })
}
