/** What one row of one list says of a project: plain JSON. Amounts are decimal strings, days "2026-03-05". */
export type StatementValues = {
  code?: string
  title?: string
  titles?: Readonly<Record<string, string>>
  language?: string
  summary?: string
  fund?: string
  programme?: string
  period?: string
  priority?: string
  objective?: string
  authority?: string
  status?: string
  start?: string
  end?: string
  lead?: StatementParty
  partners?: readonly StatementParty[]
  granted?: string
  realised?: string
  plannedPublic?: string
  realisedPublic?: string
  totalCost?: string
  eu?: string
  currency?: string
  rate?: string
  exchangeRate?: string
  region?: string
  nuts?: string
  municipalities?: readonly string[]
  point?: string
  interventionField?: string
  url?: string
  updated?: string
}

export type StatementParty = {
  name: string
  ids?: readonly { scheme: string; value: string }[]
  kind?: string
  place?: string
  postcode?: string
}
