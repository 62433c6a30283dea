/** Choose some of the variables: the greatest sum of gains that keeps every row. All numbers are whole. */
export type IntegerProgram = {
  readonly variables: number
  readonly gains: Float64Array
  /** The sum of coefficients of what is chosen is at most the bound. */
  readonly rows: readonly { readonly coefficients: Float64Array; readonly bound: number }[]
}

/** The best choice; `none` where no choice keeps the rows; `open` where that could not be settled. */
export type IntegerAnswer = { readonly best: Uint8Array } | 'none' | 'open'

/**
 * Solves integer programs: a port, so that the engine needs no package. An answer is relied on as a proof: `best` must
 * keep the rows exactly and none may be greater, and `none` must hold of the whole numbers as they are given.
 */
export type IntegerPrograms = (program: IntegerProgram) => IntegerAnswer
