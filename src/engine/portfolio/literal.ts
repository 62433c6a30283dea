/** A variable's value as one number: taken, or left. */
export type Literal = number
export const taken = (variable: number): Literal => 2 * variable
export const left = (variable: number): Literal => 2 * variable + 1
export const opposite = (literal: Literal): Literal => literal ^ 1
