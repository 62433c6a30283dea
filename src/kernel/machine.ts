import type { Who } from './rule.ts'
import type { Language, Words } from './text.ts'

/**
 * A state machine as one literal table: which event leads from which states to which, and who may cause it. The
 * actions take their rules from it, the pictures in the product are drawn from it, and tests walk it cell by cell.
 */
export type Machine<S extends string, E extends string> = {
  first: S
  states: Readonly<Record<S, Words<string>>>
  events: Readonly<Record<E, MachineEvent<S>>>
}

export type MachineEvent<S extends string> = {
  says: Words<string>
  from: readonly S[]
  to: S
  /** The offices that may; 'system' where the clock does it. */
  by: readonly Who[]
  /** Whether a reason must be given and is kept. */
  reason?: true
}

/** The state that follows; undefined where the event cannot happen. */
export const stateAfter = <S extends string, E extends string>(
  machine: Machine<S, E>,
  state: S,
  event: E,
): S | undefined => (machine.events[event].from.includes(state) ? machine.events[event].to : undefined)

/** What can happen in a state, in the table's order. */
export const eventsFrom = <S extends string, E extends string>(machine: Machine<S, E>, state: S): E[] =>
  (Object.keys(machine.events) as E[]).filter((event) => machine.events[event].from.includes(state))

/** How many stand in each state, in the order of a life: "Sent 8 · To be completed 1". */
export const countsSaid = <S extends string>(
  states: Readonly<Record<S, Words<string>>>,
  counts: Readonly<Partial<Record<S, number>>>,
  language: Language,
): string =>
  (Object.keys(states) as S[])
    .filter((state) => counts[state])
    .map((state) => `${states[state][language]} ${counts[state]}`)
    .join(' · ')
