/**
 * Ecosystems: the networks, agreements and regions that develop together, each with its frame (priorities,
 * emphases, work packages), the roles of those who take part, its money, targets and ties. Five systems and the
 * sixteen ecosystem agreements ship with the product; every fact in them names the page it was read in.
 */
export { findEcosystems, list as listEcosystems } from './actions.ts'

export { EcosystemLanes } from './lanes-view.tsx'

export { loadShippedEcosystems } from './load.ts'
export type { Dimension, Ecosystem, EcosystemMoney, EcosystemSource, FrameValue } from './record.ts'
