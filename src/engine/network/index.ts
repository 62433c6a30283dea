/**
 * Networks of actors. `sift` answers what of a network a question leaves and `countFacets` what each filter would
 * leave, the same in a browser and on the server; `writeDrawing` and `readDrawing` carry a network between the two.
 */
export {
  type Drawing,
  type DrawnActor,
  type DrawnNetwork,
  type DrawnTie,
  readDrawing,
  writeDrawing,
} from './drawing.ts'
export {
  countFacets,
  countTieKinds,
  type ManyValues,
  manyValues,
  type NetworkColumns,
  type NetworkQuestion,
  type Sifted,
  sift,
} from './sieve.ts'
