/**
 * The public picture: the pages that look across modules (situation, regions, authorities, search) and where each of
 * their figures comes from. Sums are made in memory from the cube of projects; leads and lists come from summary
 * tables that are refreshed with every import, so no page counts projects while a reader waits.
 */
export { figures as sumFigures } from './actions.ts'
export { type Feed, rssOf } from './feed.ts'
export { type FigureName, figureNames, originPath } from './figures.ts'
export { findOrganisations } from './organisation-actions.ts'
export { organisationList } from './organisation-schemas.ts'
export { provenanceText } from './provenance-text.ts'
export { trace as traceFigure } from './trace.ts'
