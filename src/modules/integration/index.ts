/**
 * Ways for other systems: tokens by which a program uses the API as a person, within the narrower of the person's
 * offices and the token's scopes; and webhooks, which tell an address outside what was done, signed, tried again when
 * it does not answer, and never sent into the operator's own network. The API shell asks here who a token acts as.
 */

export { createPace, tokenPace } from './pace.ts'
export { resealWebhooks } from './reseal-queries.ts'
export { actorOfToken } from './token-actor.ts'
