/**
 * The pages on which people are invited, found and given their offices. What they do is done by the actions of
 * `people`; they stand apart from it, since what is typed in them is kept by `drafts`, which itself stands on people.
 */
export { newInvitation } from './member-drafts.ts'
