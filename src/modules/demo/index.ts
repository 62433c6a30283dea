/**
 * The demo: real public lists that a new database is filled with, so that the first look shows the product at work.
 * Others may ask for it to be loaded and how far the loading is.
 */
export { demoProgress, wantDemo } from './actions.ts'
