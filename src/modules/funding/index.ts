/**
 * The catalogue of other funders' money: programmes and calls of the EU, the state, regions and foundations, each with
 * where it was read and when that was last checked. Coordinators keep it, by hand or from files, and are told when an
 * entry grows old. Here too is everything open for application in the words of CommonGrants 0.4, for machines: the
 * catalogue's entries and the calls of this installation.
 */
export { readFunding } from './actions.ts'
export { importFunding } from './import-actions.ts'
