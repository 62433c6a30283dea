import type { Tell } from './fault.ts'
import {
  type Raw,
  readCount,
  readId,
  readList,
  readNumber,
  readNumbers,
  readObject,
  readPlace,
  readPlaces,
  valueAt,
  within,
} from './parts.ts'
import { limits, type Rule, type Statement, type Synergy, type WeightStatement } from './problem.ts'
import { compare, one, type Rational, zero } from './rational.ts'

/** The places of what statements name by id. */
export type Places = {
  readonly criteria: ReadonlyMap<string, number>
  readonly budgets: ReadonlyMap<string, number>
  readonly projects: ReadonlyMap<string, number>
}

type ReadOne<T> = (raw: Raw, path: string, places: Places, tell: Tell) => T | undefined
/** How each kind of a statement is read: what it must say, what it may say, and its value. */
type Kinds<T> = Readonly<
  Record<string, { required: readonly string[]; optional?: readonly string[]; read: ReadOne<T> }>
>
type Said<T> = T extends Statement ? Omit<T, keyof Statement> : never

/** One statement of those kinds; undefined where something is wrong with it. */
function readStatement<T>(
  raw: unknown,
  path: string,
  kinds: Kinds<T>,
  places: Places,
  tell: Tell,
): (Statement & T) | undefined {
  const kind = typeof raw === 'object' && raw !== null ? valueAt(raw as Raw, 'kind') : undefined
  const known = Object.entries(kinds).find(([name]) => name === kind)?.[1]
  if (!known && kind !== undefined) {
    tell('unknown-kind', within(path, 'kind'), {
      kind: String(kind).slice(0, 80),
      known: Object.keys(kinds).join(', '),
    })
    return undefined
  }
  const keys = {
    required: ['kind', ...(known?.required ?? [])],
    optional: ['id', ...(known?.optional ?? [])],
  }
  const object = readObject(raw, path, keys, tell)
  if (!object || !known) return undefined
  const said = known.read(object, path, places, tell)
  return said && { ...statementAt(object, path, tell), ...said }
}

function statementAt(raw: Raw, path: string, tell: Tell): Statement {
  const id = readId(valueAt(raw, 'id'), within(path, 'id'), tell)
  return id === undefined ? { path } : { path, id }
}

/** Bounds of which at least one is there, within those that make sense. */
function readBounds(
  raw: Raw,
  path: string,
  most: Rational | undefined,
  tell: Tell,
): { min: Rational | undefined; max: Rational | undefined } {
  const bound = (key: 'min' | 'max') => {
    const at = within(path, key)
    const value = valueAt(raw, key)
    if (value === undefined) return undefined
    const read = readNumber(value, at, tell)
    if (compare(read, zero) < 0 || (most && compare(read, most) > 0))
      tell('out-of-range', at, { value: String(value), least: 0, ...(most && { most: Number(most.n) }) })
    return read
  }
  const [min, max] = [bound('min'), bound('max')]
  if (!min && !max) tell('no-bound', path)
  if (min && max && compare(min, max) > 0)
    tell('low-over-high', path, { low: String(raw.min), high: String(raw.max) })
  return { min, max }
}

/** Two criteria that are not the same. */
function readPair(raw: Raw, path: string, { criteria }: Places, tell: Tell): { a: number; b: number } {
  const a = readPlace(valueAt(raw, 'a'), within(path, 'a'), criteria, tell)
  const b = readPlace(valueAt(raw, 'b'), within(path, 'b'), criteria, tell)
  if (a !== undefined && a === b) tell('repeated-id', within(path, 'b'), { id: String(raw.b) })
  return { a: a ?? 0, b: b ?? 0 }
}

const weightKinds: Kinds<Said<WeightStatement>> = {
  none: { required: [], read: () => ({ kind: 'none' }) },
  atLeast: {
    required: ['a', 'b'],
    read: (raw, path, places, tell) => ({ kind: 'atLeast', ...readPair(raw, path, places, tell) }),
  },
  bounds: {
    required: ['criterion'],
    optional: ['min', 'max'],
    read: (raw, path, { criteria }, tell) => {
      const criterion = readPlace(valueAt(raw, 'criterion'), within(path, 'criterion'), criteria, tell)
      return { kind: 'bounds', criterion: criterion ?? 0, ...readBounds(raw, path, one, tell) }
    },
  },
  ratio: {
    required: ['a', 'b'],
    optional: ['min', 'max'],
    read: (raw, path, places, tell) => ({
      kind: 'ratio',
      ...readPair(raw, path, places, tell),
      ...readBounds(raw, path, undefined, tell),
    }),
  },
  rank: {
    required: ['order'],
    read: (raw, path, { criteria }, tell) => ({
      kind: 'rank',
      order: readPlaces(valueAt(raw, 'order'), within(path, 'order'), criteria, tell),
    }),
  },
}

const group: ReadOne<number[]> = (raw, path, { projects }, tell) =>
  readPlaces(valueAt(raw, 'projects'), within(path, 'projects'), projects, tell)

/** A bound on a group: of how many, or of their money in a budget. */
const bounded = (kind: 'atLeast' | 'atMost'): Kinds<Said<Rule>>[string] => ({
  required: ['projects'],
  optional: ['count', 'money', 'budget'],
  read: (raw, path, places, tell) => {
    const projects = group(raw, path, places, tell) ?? []
    const [hasMoney, hasCount] = [Object.hasOwn(raw, 'money'), Object.hasOwn(raw, 'count')]
    if (hasMoney && hasCount)
      tell('unknown-key', within(path, 'count'), { key: 'count', known: 'money, budget' })
    if (!hasMoney && Object.hasOwn(raw, 'budget')) tell('missing', within(path, 'money'), { key: 'money' })
    if (hasMoney) {
      if (!Object.hasOwn(raw, 'budget')) tell('missing', within(path, 'budget'), { key: 'budget' })
      const budget = readPlace(valueAt(raw, 'budget'), within(path, 'budget'), places.budgets, tell)
      const money = readNumber(raw.money, within(path, 'money'), tell)
      return { kind, projects, money, budget: budget ?? 0 }
    }
    if (!hasCount) tell('missing', within(path, 'count'), { key: 'count' })
    const count = readCount(valueAt(raw, 'count'), within(path, 'count'), 0, limits.projects, tell)
    return { kind, projects, count }
  },
})

const grouped = (kind: 'excludes' | 'allOrNone'): Kinds<Said<Rule>>[string] => ({
  required: ['projects'],
  read: (raw, path, places, tell) => ({ kind, projects: group(raw, path, places, tell) ?? [] }),
})

const forced = (kind: 'in' | 'out'): Kinds<Said<Rule>>[string] => ({
  required: ['project'],
  read: (raw, path, { projects }, tell) => ({
    kind,
    project: readPlace(valueAt(raw, 'project'), within(path, 'project'), projects, tell) ?? 0,
  }),
})

const ruleKinds: Kinds<Said<Rule>> = {
  atLeast: bounded('atLeast'),
  atMost: bounded('atMost'),
  excludes: grouped('excludes'),
  requires: {
    required: ['project', 'needs'],
    read: (raw, path, { projects }, tell) => {
      const project = readPlace(valueAt(raw, 'project'), within(path, 'project'), projects, tell)
      const said = valueAt(raw, 'needs')
      const needs = Array.isArray(said)
        ? readPlaces(said, within(path, 'needs'), projects, tell)
        : [readPlace(said, within(path, 'needs'), projects, tell) ?? 0]
      return project === undefined ? undefined : { kind: 'requires', project, needs }
    },
  },
  allOrNone: grouped('allOrNone'),
  in: forced('in'),
  out: forced('out'),
}

const listed = <T>(
  raw: unknown,
  path: string,
  most: number,
  tell: Tell,
  read: (raw: unknown, at: string) => T,
) =>
  readList(raw, path, 0, most, tell).flatMap((item, i) => {
    const statement = read(item, within(path, i))
    return statement ? [statement as NonNullable<T>] : []
  })

export const readWeights = (raw: unknown, places: Places, tell: Tell): WeightStatement[] =>
  listed(raw, 'weights', limits.weights, tell, (item, at) =>
    readStatement(item, at, weightKinds, places, tell),
  )

export const readRules = (raw: unknown, places: Places, tell: Tell): Rule[] =>
  listed(raw, 'rules', limits.rules, tell, (item, at) => readStatement(item, at, ruleKinds, places, tell))

export const readSynergies = (raw: unknown, places: Places, tell: Tell): Synergy[] =>
  listed(raw, 'synergies', limits.synergies, tell, (item, at) => {
    const keys = { required: ['projects'], optional: ['id', 'atLeast', 'scores', 'costs'] }
    const object = readObject(item, at, keys, tell)
    if (!object) return undefined
    const projects = group(object, at, places, tell) ?? []
    const asked = valueAt(object, 'atLeast')
    const most = Math.max(1, projects.length)
    return {
      ...statementAt(object, at, tell),
      projects,
      atLeast: asked === undefined ? most : readCount(asked, within(at, 'atLeast'), 1, most, tell),
      scores: readNumbers(valueAt(object, 'scores'), within(at, 'scores'), places.criteria, tell),
      costs: readNumbers(valueAt(object, 'costs'), within(at, 'costs'), places.budgets, tell),
    }
  })
