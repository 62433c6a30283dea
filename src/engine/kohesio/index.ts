/**
 * The form in which the European Commission's Kohesio takes operations (one line each, 33 fields), and what keeps a
 * line out of it. `faultsOf` says everything that is wrong with a row, so that nothing invalid is written; the same
 * check reads files back. The form is that of 2014-2020: rows of 2021-2027 wait for the Commission's next version.
 */
export {
  cellsUnder,
  type Fault,
  type FaultKind,
  faultsOf,
  faultsOfHeader,
} from './check.ts'
export { type FieldName, type FormCells, formDay, formFields, kohesioFunds } from './form.ts'
