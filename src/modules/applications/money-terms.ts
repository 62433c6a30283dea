import {
  type AidRate,
  type Cents,
  type CostModel,
  centsFromDecimal,
  type DeMinimisRule,
  type FinancingSource,
  readAidRates,
  readCostModels,
} from '../../engine/budget/index.ts'
import { type Day, dayIn } from '../../kernel/time.ts'
import type { CallSettings } from '../calls/index.ts'
import { deMinimisRules, financingSources } from '../codes/index.ts'

/** What a call says of money: how costs are made up, what may be granted, where the rest comes from. */
export type Terms = {
  models: readonly CostModel[]
  rates: readonly AidRate[]
  sources: readonly FinancingSource[]
  /** The ceiling of de minimis aid, where the call gives such. */
  deMinimis: DeMinimisRule | undefined
  leastGrant: Cents | undefined
  mostGrant: Cents | undefined
  leastPartners: number
  /** The day on which aid would be granted at the earliest. */
  day: Day
}

/** A model or rate that cannot be read is none: a call is checked before it opens. */
export function termsOf(settings: CallSettings, now: Date): Terms {
  const models = readCostModels(settings.costModels)
  const rates = readAidRates(
    settings.rates.map(({ costModel, applicant, most }) => ({
      percent: most,
      ...(costModel && { costModel }),
      ...(applicant && { partnerKind: applicant }),
    })),
  )
  const day = dayIn(now)
  const cents = (decimal: string | null) => (decimal === null ? undefined : centsFromDecimal(decimal))
  return {
    models: models.ok ? models.value : [],
    rates: rates.ok ? rates.value : [],
    sources: financingSources,
    deMinimis: settings.deMinimis ? ruleOn(day) : undefined,
    leastGrant: cents(settings.leastGrant),
    mostGrant: cents(settings.mostGrant),
    leastPartners: settings.leastPartners,
    day,
  }
}

const ruleOn = (day: Day): DeMinimisRule | undefined =>
  deMinimisRules.find((r) => (!r.validFrom || r.validFrom <= day) && (!r.validTo || day <= r.validTo))
