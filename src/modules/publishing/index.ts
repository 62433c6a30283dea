/**
 * What a public service has to tell of itself: how accessible it is, how it treats personal data, how its data can
 * be used, what it is and where to write. Words of the product; the operator adds the contact in the settings.
 */
export { type DataSet, dataSets } from './data-sets.ts'
export type { Told } from './prose.ts'
