import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9-]{1,40}$/)
export const names = z.object({
  fi: z.string().exactOptional(),
  sv: z.string().exactOptional(),
  en: z.string().exactOptional(),
})
/** An exact decimal: "120000.00", "-3", "0.25". */
export const decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/)
export const code = z.string().max(40)

/** A statement about the weights, with ids of criteria: as the engine's problem has it. */
export const weightStatement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('atLeast'), a: id, b: id }),
  z.object({ kind: z.literal('bounds'), criterion: id, min: decimal.optional(), max: decimal.optional() }),
  z.object({ kind: z.literal('ratio'), a: id, b: id, min: decimal.optional(), max: decimal.optional() }),
  z.object({ kind: z.literal('rank'), order: z.array(id).min(1).max(20) }),
])
export type WeightStatementSaid = z.output<typeof weightStatement>

/** Whether one statement takes the place of another of the same speaker: a new rank order, new bounds of a criterion. */
export const takesPlaceOf = (said: WeightStatementSaid, before: WeightStatementSaid): boolean =>
  (said.kind === 'rank' && before.kind === 'rank') ||
  (said.kind === 'bounds' && before.kind === 'bounds' && said.criterion === before.criterion)

const group = { projects: z.array(code).min(1).max(2_000) }
/** What every portfolio must keep, with codes of candidates. */
const ruleSaid = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['atLeast', 'atMost']), ...group, count: z.number().int().min(0).max(2_000) }),
  z.object({ kind: z.enum(['moneyAtLeast', 'moneyAtMost']), ...group, money: decimal, budget: id }),
  z.object({ kind: z.enum(['excludes', 'allOrNone']), ...group }),
  z.object({ kind: z.literal('requires'), project: code, needs: z.array(code).min(1).max(2_000) }),
])
const rule = z.object({ id, name: names, off: z.boolean().default(false), said: ruleSaid })
export type SelectionRule = z.output<typeof rule>

const synergy = z.object({
  id,
  name: names,
  off: z.boolean().default(false),
  ...group,
  atLeast: z.number().int().min(1).optional(),
  scores: z.record(id, decimal).default({}),
  costs: z.record(id, decimal).default({}),
})
export type SelectionSynergy = z.output<typeof synergy>

/** What is prepared for a meeting, and may be changed in it by who runs it. */
export const settings = z.object({
  criteria: z.array(z.object({ id, name: names, note: z.string().default('') })).max(20),
  budgets: z.array(z.object({ id, name: names, limit: decimal })).max(20),
  rules: z.array(rule).max(200),
  synergies: z.array(synergy).max(100),
  /** Items of the agenda, in their order. */
  agenda: z.array(z.string().min(1).max(500)).max(100),
  /** Scores are given on this scale. */
  scale: z.object({ low: decimal, high: decimal }),
})
export type SelectionSettings = z.output<typeof settings>
