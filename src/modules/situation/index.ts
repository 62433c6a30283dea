/**
 * Situation pictures: what is known of the country, of a region or of an ecosystem on one page, composed of tiles. A job
 * makes them every morning with the eyes of those whom each is for, so a picture shows nothing that its readers may not
 * ask; a page only reads what was made. What a picture showed is kept for each state of the data and never changed. Each
 * figure has a page of its own that says how it is counted, from which sources, and what it was before.
 */
export { makePictures } from './making.ts'
