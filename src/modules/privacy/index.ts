/**
 * Personal data: contact persons with a ground and a day of review; a copy of one's own data; people who are forgotten
 * after a grace period, while what they did stays under an id that leads to nobody; and how long each kind of record is
 * kept, with a report of what would go before it goes.
 */

export { forgotten } from './personal-columns.ts'
export { applyRetention } from './retention-actions.ts'
