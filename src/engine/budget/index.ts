/**
 * The money of an application, exact to the cent: a partner's budget from a cost model, the financing plan that must
 * meet it, the aid rate, room for de minimis aid, and the amounts that people type. Cost models, sources, rates and
 * ceilings are data that a reader checks; there is no rule of a fund in the code. All amounts are whole cents (bigint)
 * of one currency, nothing is ever a floating-point number, and each figure is rounded in one place that its docstring
 * names. Pure and small: the server checks a submission with it, and a form in the browser shows the same sums while
 * somebody types. Sums are there whatever is wrong; what is wrong comes beside them as a code, a place and the values
 * that a sentence needs.
 *
 *   readAmounts -> addUpBudget -> addUpFinancing -> checkAid       all of them: countTyped -> balanceOf -> sayBalance
 *                                                   checkDeMinimis
 */

export {
  type Aid,
  type AidRate,
  type AidSums,
  aidRateFor,
  checkAid,
  isMostlyPublic,
  type PartnerAid,
} from './aid-rate.ts'
export { type Balance, type BalanceWords, balanceOf, sayBalance } from './balance.ts'
export { addUpBudget, type Budget, type BudgetSums, type PartnerSums, widthOf } from './budget.ts'
export { type Cents, centsFromDecimal, decimalFromCents } from './cents.ts'
export { type Commitment, type CommitmentDifference, checkCommitments } from './commitments.ts'
export type { CostLine, CostModel, Limit, Measured } from './cost-model.ts'
export {
  checkDeMinimis,
  countsUntil,
  type DeMinimisQuestion,
  type DeMinimisRoom,
  type DeMinimisRule,
  type GrantedAid,
} from './de-minimis.ts'
export type { Fault, FaultCode, Place, Read } from './fault.ts'
export {
  addUpFinancing,
  type Financed,
  type FinancingPlan,
  type FinancingSource,
  type FinancingSums,
  type PartnerFinanced,
} from './financing.ts'
export { limitIn } from './limits.ts'
export type { Sums, TypedAmounts } from './partner-budget.ts'
export { compareShare, mostWithin, type Percent, percentOf, type Rounding, shareText } from './percent.ts'
export { readCostModel, readCostModels } from './read-cost-model.ts'
export { readAidRates, readDeMinimisRules, readFinancingSources } from './read-rules.ts'
export type { Texts } from './reading.ts'
export type { Row } from './row.ts'
export { spread } from './spread.ts'
export { type AmountFault, readAmount, readPercent, type TypedAmount } from './typed-amount.ts'
export { type CellFault, readAmounts } from './typed-budget.ts'
export {
  countTyped,
  type MoneyTable,
  type MoneyTerms,
  type TypedMoney,
  type UnreadCell,
} from './typed-money.ts'
export { type Control, type Undertakings, undertakingsOf } from './undertaking.ts'
