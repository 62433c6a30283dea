import { tsquery } from '../../engine/language/index.ts'

/** The name of an organisation as somebody types it, the last word perhaps unfinished, as a tsquery. */
export const leadQuery = (name: string): string => tsquery(name, 'all', { typing: true }).tsquery
