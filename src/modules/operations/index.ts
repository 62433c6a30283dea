/**
 * The list of operations: the public Finnish projects with the fourteen facts that Article 49(3) of Regulation (EU)
 * 2021/1060 asks of a managing authority's list, how complete they are, and the file that Kohesio takes. It mirrors what
 * the lists that were brought in say; the authority's own list is the one that counts. Nothing is filled in that no
 * list says, but for what follows from it by a rule that stands beside it.
 */
export { text as operationsText } from './text.ts'
