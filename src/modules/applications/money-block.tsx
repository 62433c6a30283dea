import { DeMinimisBlock } from './de-minimis-view.tsx'
import type { MoneyProps } from './money-props.ts'
import { BudgetBlock, FinancingBlock } from './money-view.tsx'

/** A money block of a form, filled in or to be read. */
export function MoneyBlock(props: MoneyProps) {
  if (props.question.kind === 'budget') return <BudgetBlock {...props} />
  if (props.question.kind === 'financing') return <FinancingBlock {...props} />
  return <DeMinimisBlock {...props} />
}
