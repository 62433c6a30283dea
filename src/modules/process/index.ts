/**
 * Process figures: how long calls, assessments and decisions take in each ecosystem, how many apply for one place and
 * how many are asked to complete, by the same definitions for all (`definitions` in rules.ts), counted each time from
 * what happened here. An ecosystem settles who sees its own; of fewer than five applications only those who handle them
 * are told. Each figure opens the list that it was counted from, and people say what explains it and what was learnt.
 */
export { text as processText } from './text.ts'
