/** What kind of thing a field's cells hold: it decides how they are recognised, parsed and realigned. */
export type FieldKind =
  | 'code'
  | 'name'
  | 'text'
  | 'term'
  | 'date'
  | 'span'
  | 'amount'
  | 'rate'
  | 'percent'
  | 'currency'
  | 'identifier'
  | 'organisation'
  | 'place'
  | 'postcode'
  | 'partners'
  | 'url'
  | 'nuts'
  | 'point'

/** Every field a column may be mapped to. The order is the order in which people are offered them. */
export const fields = {
  code: 'code',
  title: 'name',
  titleOther: 'name',
  summary: 'text',
  summaryOther: 'text',
  fund: 'term',
  programme: 'term',
  period: 'term',
  priority: 'term',
  specificObjective: 'term',
  authority: 'organisation',
  status: 'term',
  startDate: 'date',
  endDate: 'date',
  startAndEnd: 'span',
  expectedEndDate: 'date',
  lead: 'organisation',
  leadId: 'identifier',
  leadKind: 'term',
  leadPlace: 'place',
  leadPostcode: 'postcode',
  region: 'place',
  municipalities: 'place',
  partners: 'partners',
  granted: 'amount',
  realised: 'amount',
  plannedPublic: 'amount',
  realisedPublic: 'amount',
  totalCost: 'amount',
  euAmount: 'amount',
  rate: 'percent',
  currency: 'currency',
  exchangeRate: 'rate',
  sourceUrl: 'url',
  updated: 'date',
  nuts: 'nuts',
  latLong: 'point',
  interventionField: 'term',
} as const satisfies Record<string, FieldKind>

export type Field = keyof typeof fields
export const fieldNames = Object.keys(fields) as Field[]
export const isField = (text: string): text is Field => Object.hasOwn(fields, text)
export const kindOfField = (field: Field): FieldKind => fields[field]

export const amountFields = [
  'granted',
  'realised',
  'plannedPublic',
  'realisedPublic',
  'totalCost',
  'euAmount',
] as const
export type AmountField = (typeof amountFields)[number]
