/**
 * Official statistics as plain data: datasets of dimensions, categories and figures, read from the forms in which
 * statistical offices publish them (JSON-stat 1.x and 2.0, PxWeb, Eurostat's TSV, SDMX-CSV) and compared version with
 * version. Figures are decimal text with the source's digits and never binary numbers; a missing or secret figure is an
 * empty one with the source's flag, never zero. What is wrong with a file is told as faults, not thrown. Territories have
 * levels, which are told and never mixed silently.
 */
export { type Comparison, compared, type FigureChange, isReclassified, isSame } from './comparing.ts'
export {
  type Category,
  type Cell,
  cellsOf,
  type Dataset,
  type Dimension,
  type Fault,
  type FaultKind,
  type Header,
  type Label,
  periodsOf,
  placeOf,
  placesOf,
  positionsOf,
  type Reading,
  type Series,
  seriesDimensions,
  timeAt,
} from './dataset.ts'
export { decimalText } from './decimal.ts'
export { eurostatTsv } from './eurostat-tsv.ts'
export { type FlagMeaning, flagMeanings, isConfidential, isUncertain, meaningsOf } from './flags.ts'
export { jsonStatDatasets, readJsonStat } from './json-stat.ts'
export { isPeriod } from './roles.ts'
export { isSdmxHeading, sdmxCsv } from './sdmx-csv.ts'
export {
  type Converted,
  type Level,
  levelling,
  levels,
  levelsOf,
  type MunicipalityCode,
  municipalityOn,
  nutsOfRegion,
  nutsVersions,
  nutsVersionsOf,
  type RegionCodes,
  regionOfNuts,
} from './territory.ts'
export { jsonStatText } from './writing-json-stat.ts'
