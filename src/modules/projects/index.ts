/**
 * Projects: each is a fold over what the lists say of it, so every value knows its list, file and row and what it
 * replaced. Others may find, count and sum projects here; only applying a list changes them.
 */
export { get as getProject, list as listProjects } from './actions.ts'
export { cubeOf } from './cube.ts'
export {
  type CubeRow,
  countFacets,
  type FacetCounts,
  type FacetFilters,
  type FacetName,
  facetNames,
  narrowed,
  type Sums,
  sumBy,
  unknownValue,
  valuesOf,
} from './facets.ts'
export { projectPath } from './item.ts'
export { facetLabel } from './labels.ts'
export { findProjects, type ProjectPage, topProjects } from './list.ts'
export { anyMatch as anyProject, type ListedProject, partnersOf } from './list-queries.ts'
export { amountBounds, type ProjectStatus, projectStatuses } from './rules.ts'
export { type ProjectItem, projectFilters, projectList } from './schemas.ts'
export { StatusTag } from './status-tag.tsx'
