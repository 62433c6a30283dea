/**
 * The demo: real public lists that a new database is filled with, so that the first look shows the product at work.
 * Others may ask for it to be loaded and how far the loading is. After the lists comes the exercise: three calls whose
 * whole road is made by the product's own actions, and the tour that leads a newcomer along it (`TourNotice`).
 */
export { demoProgress, wantDemo } from './actions.ts'
export { TourNotice } from './tour-page.tsx'
