/** Where in the data: keys and positions from the outside in, such as ['items', 0, 'lines', 2, 'percent']. */
export type Place = readonly (string | number)[]

/** Every reason for which data, a budget or a plan is not right. A caller words each in its languages. */
export type FaultCode =
  // Data that was read
  | 'not-an-object'
  | 'not-a-list'
  | 'not-a-text'
  | 'not-a-code'
  | 'not-a-day'
  | 'not-a-yes-or-no'
  | 'not-a-percentage'
  | 'not-an-amount'
  | 'not-a-count'
  | 'not-one-of'
  | 'missing'
  | 'unknown-key'
  | 'empty'
  | 'duplicate'
  | 'unknown-line'
  | 'deducted-line'
  | 'circular'
  | 'no-note'
  // Budgets and plans
  | 'unknown-partner'
  | 'unknown-source'
  | 'computed-line'
  | 'wrong-columns'
  | 'negative'
  | 'revenue-over-cost'
  | 'over-limit'
  | 'under-limit'
  | 'sum-differs'
  | 'rate-over'
  | 'grant-over'
  | 'grant-under'
  | 'no-rate'

/** One thing that is wrong: what, where, and the values its sentence needs (amounts as "1234.50"). */
export type Fault = { code: FaultCode; place: Place; values: Readonly<Record<string, string>> }

export const fault = (code: FaultCode, place: Place, values: Record<string, string> = {}): Fault => ({
  code,
  place,
  values,
})

/** What came of reading data: the value, or everything that is wrong with it. */
export type Read<T> = { ok: true; value: T } | { ok: false; faults: readonly Fault[] }
