/**
 * Ecosystems: the networks, agreements and regions that develop together, each with its frame (priorities,
 * emphases, work packages), the roles of those who take part, its money, targets and ties. Five systems and the
 * sixteen ecosystem agreements ship with the product; every fact in them names the page it was read in.
 */
export {
  ecosystemFrame,
  ecosystemHead,
  findEcosystems,
  get as getEcosystem,
  list as listEcosystems,
  namesOfEcosystems,
} from './actions.ts'

export { EcosystemLanes } from './lanes-view.tsx'

export { loadShippedEcosystems } from './load.ts'
export {
  type Dimension,
  type Ecosystem,
  type EcosystemMoney,
  type EcosystemSource,
  type FrameValue,
  roles as ecosystemRoles,
} from './record.ts'
export { roleName } from './role-names.ts'
export { NamesFields, namesFrom, noNames } from './settings-parts.tsx'
export { idOfKey } from './settings-queries.ts'
export {
  allEcosystems,
  type EcosystemHead,
  ecosystemByKey,
  frameValuesOf,
  type ValueOfFrame,
} from './subject-queries.ts'
