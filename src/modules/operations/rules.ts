import { centsOf, decimalOf } from '../../kernel/money.ts'
import type { Day } from '../../kernel/time.ts'
import type { Folded } from '../projects/index.ts'

/**
 * The facts of an operation that is published, by the points of Article 49(3) of Regulation (EU) 2021/1060. Two are never
 * shown: (b) a natural person's name, which must go after two years and is therefore left out from the first, and (c)
 * the number of a fishing vessel, which belongs to a fund that Finland's programme does not have.
 */
export const operationFields = [
  { point: 'a', field: 'beneficiary' },
  { point: 'b', field: 'person' },
  { point: 'c', field: 'vessel' },
  { point: 'd', field: 'name' },
  { point: 'e', field: 'purpose' },
  { point: 'f', field: 'start' },
  { point: 'g', field: 'end' },
  { point: 'h', field: 'totalCost' },
  { point: 'i', field: 'fund' },
  { point: 'j', field: 'objective' },
  { point: 'k', field: 'rate' },
  { point: 'l', field: 'location' },
  { point: 'm', field: 'beneficiaryLocation' },
  { point: 'n', field: 'intervention' },
] as const
export type OperationField = (typeof operationFields)[number]['field']

/** Points that no operation shows here. */
export const leftOut = ['person', 'vessel'] as const satisfies readonly OperationField[]
export type CountedField = Exclude<OperationField, (typeof leftOut)[number]>
export const countedFields = operationFields
  .map((f) => f.field)
  .filter((f): f is CountedField => f !== 'person' && f !== 'vessel')

/** A project's row as the list of operations reads it. */
export type OperationRow = {
  id: string
  registry: string
  code: string
  title: string
  period: string | null
  fund: string | null
  programme: string | null
  priority: string | null
  objective: string | null
  start_on: Day | null
  end_on: Day | null
  total_cost: string | null
  eu_amount: string | null
  currency: string | null
  region: string | null
  region_from: string | null
  lead_name: string | null
  lead_personal: boolean
}

/** What an operation's place is known by, the most exact first. A region that only the authority tells is none. */
export type Location = {
  point: string | null
  municipalities: readonly string[]
  nuts: string | null
  region: string | null
  /** As the list writes it, where it is none of these. */
  text: string | null
}

/** An operation's facts; null where no list says it. */
export type OperationFacts = {
  beneficiary: string | null
  name: string
  purpose: string | null
  start: Day | null
  end: Day | null
  totalCost: string | null
  fund: string | null
  objective: string | null
  /** Percent of the total cost, "47.50". */
  rate: string | null
  location: Location | null
  beneficiaryLocation: string | null
  intervention: string | null
}

/** The facts that a project's row and its lists give. */
export function factsOf(p: OperationRow, told: Folded['values'] | undefined): OperationFacts {
  return {
    beneficiary: p.lead_personal ? null : p.lead_name,
    name: p.title,
    purpose: told?.summary ?? null,
    start: p.start_on,
    end: p.end_on,
    totalCost: p.total_cost,
    fund: p.fund,
    objective: p.objective,
    rate: rateOf(p, told?.rate),
    location: locationOf(p, told),
    beneficiaryLocation: p.lead_personal ? null : placeOfLead(told),
    intervention: told?.interventionField ?? null,
  }
}

/**
 * The Union co-financing rate: as a list says it, else the Union's part of the total cost where a list gives both. That
 * part is not known from "EU and state money", which the Finnish lists give as one sum.
 */
function rateOf(p: Pick<OperationRow, 'eu_amount' | 'total_cost'>, said: string | undefined): string | null {
  if (said !== undefined) return said
  if (p.eu_amount === null || p.total_cost === null) return null
  const [eu, total] = [centsOf(p.eu_amount), centsOf(p.total_cost)]
  if (total <= 0n || eu < 0n || eu > total) return null
  return decimalOf((eu * 10_000n * 2n + total) / (total * 2n))
}

function locationOf(
  p: Pick<OperationRow, 'region' | 'region_from'>,
  told: Folded['values'] | undefined,
): Location | null {
  const found: Location = {
    point: told?.point ?? null,
    municipalities: told?.municipalities ?? [],
    nuts: told?.nuts ?? null,
    region: p.region_from === 'list' || p.region_from === 'municipality' ? p.region : null,
    text: told?.region ?? null,
  }
  const known = found.point ?? found.municipalities[0] ?? found.nuts ?? found.region ?? found.text
  return known === null || known === undefined ? null : found
}

const placeOfLead = (told: Folded['values'] | undefined): string | null =>
  [told?.lead?.postcode, told?.lead?.place].filter(Boolean).join(' ') || null

/**
 * How many of the facts that a list could say of it are there. A natural person's operation has neither the name nor
 * the place of a beneficiary to publish.
 */
export function completenessOf(facts: OperationFacts, personal: boolean): { filled: number; of: number } {
  const asked = personal
    ? countedFields.filter((f) => f !== 'beneficiary' && f !== 'beneficiaryLocation')
    : countedFields
  return { filled: asked.filter((f) => facts[f] !== null).length, of: asked.length }
}
