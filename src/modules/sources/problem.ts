/** What may be wrong with one cell or row. Words for each, with what to do, stand in text.ts. */
export const problemCodes = [
  // errors: the row is put aside to be mended
  'missing-title',
  'duplicate-code',
  'no-such-day',
  'date-out-of-range',
  'end-before-start',
  'other-currency',
  'number-too-large',
  'ambiguous-date',
  'ambiguous-number',
  'cannot-align',
  'several-alignments',
  'too-few-cells',
  'swallowed-lines',
  'unknown-currency',
  'formula',
  // warnings: the row is kept, the cell is left out and stays readable in the row
  'not-a-date',
  'month-only',
  'year-only',
  'not-a-number',
  'not-a-percent',
  'negative',
  'rounded',
  'name-is-number',
  'bad-identifier',
  'unknown-status',
  'bad-address',
  'moved',
  'unsure-partners',
  'unnamed-partners',
  // notes: mended for certain, nothing to do
  'realigned',
  'unpacked',
  'repeated-row',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export type Severity = 'error' | 'warning' | 'note'

const errors: ReadonlySet<ProblemCode> = new Set(problemCodes.slice(0, problemCodes.indexOf('not-a-date')))
const notes: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['realigned', 'unpacked', 'repeated-row'])

export const severityOf = (code: ProblemCode): Severity =>
  errors.has(code) ? 'error' : notes.has(code) ? 'note' : 'warning'

/** A problem in its cell: the row as the sheet numbers it, the column's header and the text as it stood. */
export type Problem = {
  code: ProblemCode
  row: number
  column?: string
  text?: string
  /** What else the words need: another column, another row, a currency. */
  other?: string
}

export const isError = (problem: Problem): boolean => severityOf(problem.code) === 'error'
