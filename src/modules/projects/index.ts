/**
 * Projects: each is a fold over what the lists say of it, so every value knows its list, file and row and what it
 * replaced. Others may find, count and sum projects here; only applying a list changes them.
 */
export { list as listProjects } from './actions.ts'
export {
  type CubeRow,
  type FacetCounts,
  type FacetFilters,
  type FacetName,
  facetNames,
  narrowed,
  type Sums,
  unknownValue,
  valuesOf,
} from './facets.ts'
export type { Folded } from './fold.ts'
export { codeOf, projectPath } from './item.ts'
export { projectItems } from './items.ts'
export { facetLabel } from './labels.ts'
export { anyProject, findProjects, type ProjectPage, topProjects } from './list.ts'
export type { ListedProject } from './list-queries.ts'
export { type OwnLists, openOwnLists, withdrawOwnList } from './own-statement.ts'
export type { ProjectStatus } from './rules.ts'
export { type ProjectItem, projectFilters, projectList } from './schemas.ts'
export { closedAmong, type Sight, sightOf, totalOf } from './sight.ts'
export { seen } from './sight-queries.ts'
export { StatusTag } from './status-tag.tsx'
export { projectSubject } from './subject-queries.ts'
export { toldOf } from './told.ts'
export { totalsSeen } from './totals-queries.ts'
