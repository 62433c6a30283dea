import { type BudgetSums, widthOf } from './budget.ts'
import { type Cents, decimalFromCents, sumOf } from './cents.ts'
import { type Fault, fault, type Place } from './fault.ts'
import type { TypedAmounts } from './partner-budget.ts'
import type { Texts } from './reading.ts'
import { addRows, emptyRow, fitted, type Row, subtractRow } from './row.ts'

/**
 * Where money of a project comes from. The grant is what the call gives; own money is public when the partner that puts
 * it in is a public body.
 */
export type FinancingSource = {
  code: string
  name: Texts
  kind: 'grant' | 'public' | 'private' | 'own'
  source: string
  verified: boolean
}

/** A financing plan as it is typed: by the budget's years, or in all where `years` is empty. */
export type FinancingPlan = {
  years: readonly number[]
  partners: readonly {
    partner: string
    /** Whether the partner is a public body. */
    isPublic: boolean
    /** For the code of a source its cents. */
    amounts: TypedAmounts
  }[]
}

/** One partner's plan, or all of them together. */
export type Financed = {
  sources: ReadonlyMap<string, Row>
  financing: Row
  /** Total cost that must be met, of the budget. */
  cost: Cents
  /** Financing less cost: above nothing there is too much money, below it some is missing. */
  difference: Cents
  /** The same by years; undefined where plan and budget are not both by the same years. */
  differences?: readonly Cents[]
  grant: Cents
  /** Grant, other public money, and own money of public bodies. */
  publicMoney: Cents
}
export type PartnerFinanced = Financed & { partner: string }
export type FinancingSums = {
  partners: readonly PartnerFinanced[]
  all: Financed
  faults: readonly Fault[]
}

/**
 * Sets each partner's financing beside its total cost. A plan is right when every difference is nothing, to the cent.
 * Partners come in the order of the budget; one without a plan is financed with nothing.
 */
export function addUpFinancing(
  sources: readonly FinancingSource[],
  plan: FinancingPlan,
  budget: BudgetSums,
): FinancingSums {
  const width = widthOf(plan.years)
  const sameYears = plan.years.join() === budget.years.join()
  const faults: Fault[] = []
  const plans = new Map<string, FinancingPlan['partners'][number]>()
  const costs = new Set(budget.partners.map((p) => p.partner))
  for (const one of plan.partners) {
    const place = ['partners', one.partner]
    if (!costs.has(one.partner)) faults.push(fault('unknown-partner', place, { partner: one.partner }))
    else if (plans.has(one.partner)) faults.push(fault('duplicate', place, { code: one.partner }))
    plans.set(one.partner, one)
    faults.push(...typedFaults(sources, one.amounts, width, place))
  }
  const partners = budget.partners.map(({ partner, total }): PartnerFinanced => {
    const own = plans.get(partner)
    const rows = new Map(sources.map((s) => [s.code, fitted(own?.amounts.get(s.code), width)]))
    const isPublic = (kind: FinancingSource['kind']) =>
      kind === 'grant' || kind === 'public' || (kind === 'own' && own?.isPublic === true)
    const money = (wanted: (kind: FinancingSource['kind']) => boolean) =>
      sumOf(sources.filter((s) => wanted(s.kind)).map((s) => rows.get(s.code)!.total))
    const financed = financedOf(
      rows,
      sameYears ? total : inAll(total),
      width,
      money((kind) => kind === 'grant'),
      money(isPublic),
    )
    faults.push(...differenceFaults(financed, ['partners', partner]))
    return { partner, ...financed }
  })
  const rows = new Map(
    sources.map((s) => [
      s.code,
      addRows(
        partners.map((p) => p.sources.get(s.code)!),
        width,
      ),
    ]),
  )
  const all = financedOf(
    rows,
    sameYears ? budget.all.total : inAll(budget.all.total),
    width,
    sumOf(partners.map((p) => p.grant)),
    sumOf(partners.map((p) => p.publicMoney)),
  )
  return { partners, all, faults }
}

/** A cost that is compared in all only. */
const inAll = (row: Row): Row => ({ columns: [], total: row.total })

function financedOf(
  sources: ReadonlyMap<string, Row>,
  cost: Row,
  width: number,
  grant: Cents,
  publicMoney: Cents,
): Financed {
  const financing = sources.size > 0 ? addRows(sources.values(), width) : emptyRow(width)
  return {
    sources,
    financing,
    cost: cost.total,
    difference: financing.total - cost.total,
    ...(cost.columns.length > 0 && { differences: subtractRow(financing, cost).columns }),
    grant,
    publicMoney,
  }
}

function differenceFaults({ difference, differences, financing, cost }: Financed, place: Place): Fault[] {
  const differs = (at: Place, cents: Cents, values: Record<string, string> = {}) =>
    cents === 0n ? [] : [fault('sum-differs', at, { difference: decimalFromCents(cents), ...values })]
  const whole = { financing: decimalFromCents(financing.total), cost: decimalFromCents(cost) }
  return [
    ...differs(place, difference, whole),
    ...((differences?.length ?? 0) > 1
      ? differences!.flatMap((cents, i) => differs([...place, 'years', i], cents))
      : []),
  ]
}

function typedFaults(
  sources: readonly FinancingSource[],
  amounts: TypedAmounts,
  width: number,
  place: Place,
): Fault[] {
  const known = new Set(sources.map((s) => s.code))
  return [...amounts].flatMap(([code, columns]) => {
    const at = [...place, 'sources', code]
    if (!known.has(code)) return fault('unknown-source', at, { source: code })
    if (columns.length !== width)
      return fault('wrong-columns', at, { columns: `${columns.length}`, wanted: `${width}` })
    return columns.flatMap((cents, i) =>
      cents < 0n ? fault('negative', [...at, i], { amount: decimalFromCents(cents) }) : [],
    )
  })
}
