/**
 * Forms as data: what is asked, in which order and under which condition; whether what was answered will do; and what
 * differs between two versions. Knows no database, no page and no clock. A form is read from data and written as a
 * file here (`readForm`, `writeForm`), changed by small steps that can be undone (`change`), and its answers are flat
 * fields (`fieldsOf`), which are the fields of drafts. The money blocks are asked here and counted elsewhere.
 */
export {
  answersTo,
  answerTo,
  asked,
  filledRows,
  holds,
  isFilled,
  questionsIn,
  questionsOf,
  rowsOf,
} from './asked.ts'
export { isMoneyBlock, isTableBlock, type Table, tableOf } from './blocks.ts'
export { type Change, type Changed, change, changeKinds, placeOf } from './change.ts'
export { countCharacters } from './characters.ts'
export {
  type AnswerComplaint,
  type CheckedSection,
  checkForm,
  checkSection,
  type Hooks,
  type SectionState,
} from './check.ts'
export type { AnswerCode, ValueComplaint } from './check-value.ts'
export { withChoices } from './choices.ts'
export { readDay } from './day.ts'
export {
  type Answers,
  type Asked,
  type Block,
  type Choice,
  type ChoiceList,
  type Column,
  type Condition,
  choiceLists,
  type Form,
  type MoneyBlock,
  moneyBlocks,
  type Question,
  type Reuse,
  reuses,
  type Section,
  type Shape,
  shapes,
  type TableBlock,
  type Texts,
  tableBlocks,
} from './definition.ts'
export { differences, type FormDifference, sameForm } from './difference.ts'
export { type BlockFields, beforeOf, cellOf, type Field, fieldsOf, rowsField } from './fields.ts'
export { type FormLanguage, type MissingText, missingTexts } from './missing.ts'
export { compareDecimals, isDecimal, readMoney, readNumber } from './number.ts'
export { type ReadForm, readForm, writeForm } from './reading.ts'
export {
  type Complaint as FormComplaint,
  type ComplaintCode,
  keyForm,
  limits as formLimits,
} from './reading-parts.ts'
