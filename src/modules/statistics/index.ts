/**
 * Official statistics: datasets of statistical offices, kept with table, query, units, notes, licence and every version
 * that a source has published. Others read figures by their door and never by the tables:
 *
 * - `datasets` lists what a reader may see, with the levels of territory that each speaks of.
 * - `valuesOf` gives figures narrowed by codes: by territory and period, as decimal text with the source's digits, null
 *   where missing (never zero), with the source's flag, the level of its territory and the version's id. With `level`
 *   it refuses codes of another level, so that levels are never mixed silently.
 * - `headOf` gives what a dataset has without its figures: dimensions, territories with their levels, the version.
 * - `latest` gives the newest figure of each combination with its period.
 *
 * Name the version's id where a result is stored: a newer version is then announced, never silently used.
 */

export {
  datasets,
  getStatistics,
  type ListedDataset,
  listStatistics,
  type ShownDataset,
  statisticValues,
} from './actions.ts'
export { unitNames, unitText } from './category-names.ts'
export { figureText } from './figure.ts'
export { addStatisticsFile as importStatistics } from './file-actions.ts'
export { levelText } from './level-text.ts'
export { shippedStatistics } from './shipped.ts'
export { type Ask, type Figure, type Figures, type Head, headOf, latest, valuesOf } from './values.ts'
