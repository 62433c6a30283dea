/**
 * A person's own page: whose turn it is, what they left half done, what is new, and the ecosystems where they hold an
 * office. It knows no other module's matters: each module puts its own there by a `TurnSource` (`Module.turns`,
 * kernel/turn.ts), and this one orders and shows them.
 */
export { home } from './actions.ts'
