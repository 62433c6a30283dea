/**
 * The code lists: funds, periods, programmes, priorities, objectives, regions, municipalities, authorities,
 * project states, industries, the common indicators of the ERDF, and the rules of money: cost models, lines of a financing plan, ceilings of de minimis aid. They ship with the product under data/codes, every item with its source, and change only with
 * a release: a code that ends keeps its meaning, says until when it was valid and what followed it.
 *
 * Lists from elsewhere write the same thing in many ways; `fundOf`, `authorityOf` and the others turn a written
 * text into our code or say that they cannot. `placeOf` tells the region a decision stands for, and why when not.
 */
export {
  type Authority,
  type AuthorityArea,
  type AuthorityKind,
  authorities,
  type Code,
  type CodeSource,
  type CommonIndicator,
  commonIndicators,
  type Fund,
  funds,
  type Industry,
  industries,
  type Municipality,
  municipalities,
  type Objective,
  objectives,
  type Priority,
  type Programme,
  periods,
  priorities,
  programmes,
  type Region,
  regions,
  type Successor,
  statuses,
} from './lists.ts'
export { costModels, deMinimisRules, financingSources } from './money-rules.ts'
export { fundName, industryName, objectiveName, programmeName } from './names.ts'
export {
  authorityByCode,
  type Decided,
  municipalityByCode,
  municipalityRunBy,
  type NoRegion,
  type Place,
  placeOf,
  regionByCode,
  regionByNuts,
  regionOf,
  regionOfMunicipalities,
  regionOfText,
} from './places.ts'
export { periodOf, priorityOf, programmeOf } from './programme.ts'
export {
  type AuthorityUnit,
  authorityOf,
  fundOf,
  type ReadAuthority,
  statusOf,
} from './recognise.ts'
export { isValidOn } from './rules.ts'
