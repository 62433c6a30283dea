import costModelsFile from '../../../data/codes/cost-models.json' with { type: 'json' }
import deMinimisFile from '../../../data/codes/de-minimis.json' with { type: 'json' }
import financingSourcesFile from '../../../data/codes/financing-sources.json' with { type: 'json' }
import type { CostModel, DeMinimisRule, FinancingSource } from '../../engine/budget/index.ts'

// The files' shapes are proved by money-rules.test.ts, so that starting the product does not pay for it.
const items = <T>(file: { items: readonly unknown[] }) => file.items as readonly T[]

/** Cost models of the programme 2021–2027. One that is verified in part says in its note what is not. */
export const costModels = items<CostModel>(costModelsFile)
/** The usual lines of a financing plan. */
export const financingSources = items<FinancingSource>(financingSourcesFile)
/** Ceilings of de minimis aid. */
export const deMinimisRules = items<DeMinimisRule>(deMinimisFile)
