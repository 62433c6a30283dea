/**
 * How the values of an indicator become one figure:
 * `sum` adds up all values of all projects and periods;
 * `unique` counts each enterprise once, however many projects and periods report it;
 * `ratio` divides the sum of numerators by the sum of denominators;
 * `stock` adds up the newest value of each project (jobs that there are, hectares in use);
 * `last` is the mean of the newest value of each project (a grade, an index).
 */
export const aggregations = ['sum', 'unique', 'ratio', 'stock', 'last'] as const
export type Aggregation = (typeof aggregations)[number]

/** What a unique count is broken down by. */
export const disaggregations = ['size', 'region', 'kind'] as const
export type Disaggregation = (typeof disaggregations)[number]

export type Definition = {
  aggregation: Aggregation
  /** Decimals with which figures are shown; they are computed exactly. */
  decimals: number
}
