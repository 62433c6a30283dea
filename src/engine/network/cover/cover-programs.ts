/** The sum of coefficients (one each, where none are given) of what is chosen of these places is within the bounds. */
export type CoverRow = {
  readonly places: readonly number[]
  readonly coefficients?: readonly number[]
  readonly least?: number
  readonly most?: number
}

/** Choose some of the variables: the least sum of costs that keeps every row. All numbers are whole. */
export type CoverProgram = {
  readonly variables: number
  readonly costs: Float64Array
  readonly rows: readonly CoverRow[]
  /** A choice of the first variables that may be good; it need not keep the rows. */
  readonly start?: Float64Array
}

/** The best choice; what was found when it was stopped, with the cost below which there is nothing; or no choice. */
export type CoverAnswer =
  | { readonly best: Uint8Array }
  | { readonly stopped: Uint8Array | undefined; readonly least: number }
  | 'none'

/**
 * Solves covering programs: a port, so that the engine needs no package. An answer is relied on as a proof: `best`
 * must keep the rows exactly and none may cost less, and `none` must hold of the whole numbers as they are given.
 */
export type CoverPrograms = (program: CoverProgram) => CoverAnswer
