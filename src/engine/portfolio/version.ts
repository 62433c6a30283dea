/**
 * Moves when the same problem could get another answer, or the same answer in another form: a record of a meeting names
 * the version that computed it.
 */
export const engineVersion = '1'
