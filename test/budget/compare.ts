import {
  addUpBudget,
  addUpFinancing,
  type CostModel,
  centsFromDecimal,
  checkAid,
  decimalFromCents,
  type Fault,
  type FinancingSums,
  isMostlyPublic,
  readAmounts,
  readCostModel,
  type Sums,
  widthOf,
} from '../../src/engine/budget/index.ts'
import {
  asTyped,
  type Dice,
  diceOf,
  madeAmount,
  madeBudget,
  madeModel,
  madeRates,
  madeSources,
  type PlainBudget,
} from './made.ts'
import {
  type Figures,
  type PlainPlan,
  referenceAid,
  referenceBudget,
  referenceFinancing,
} from './reference.ts'

export type Compared = {
  model: string
  partners: number
  lines: number
  years: number
  figures: number
  /** Names of figures with what the product and what the reference says. */
  differences: string[]
}

/** Reads plain amounts as if they had been typed in a form, each in some way of writing. */
function typed(dice: Dice, amounts: Map<string, string[]>, width: number) {
  const read = readAmounts([...amounts.keys()], width, (row, column) =>
    asTyped(dice, amounts.get(row)![column]!),
  )
  if (read.faults.length > 0) throw new Error(`could not read ${JSON.stringify(read.faults[0]!.typed)}`)
  return read.amounts
}

function budgetFigures(model: CostModel, sums: ReturnType<typeof addUpBudget>): Figures {
  const figures: Figures = new Map()
  const tell = (who: string, { lines, costs, revenue, total }: Sums) => {
    for (const [name, row] of [
      ...model.lines.map((line) => [line.code, lines.get(line.code)!] as const),
      ['costs', costs] as const,
      ['revenue', revenue] as const,
      ['total', total] as const,
    ]) {
      row.columns.forEach((cents, i) => {
        figures.set(`${who}/${name}/${i}`, decimalFromCents(cents))
      })
      figures.set(`${who}/${name}/total`, decimalFromCents(row.total))
    }
  }
  for (const partner of sums.partners) tell(partner.partner, partner)
  tell('all', sums.all)
  for (const { code, place, values } of sums.faults)
    if (code === 'over-limit' || code === 'under-limit')
      figures.set(
        `${place.length === 4 ? place[1] : 'all'}/${code.split('-')[0]}/${place.at(-1)}`,
        values.amount!,
      )
  return figures
}

/** A plan that meets the costs, or misses them by a little, with grants near what they may be. */
function madePlan(dice: Dice, budget: PlainBudget, costs: Figures): PlainPlan {
  const years = dice.chance(0.5) ? budget.years : []
  const columns = years.length === 0 ? ['total'] : years.map((_, i) => String(i))
  const amounts = new Map(
    budget.partners.map(({ partner }) => {
      const rows = new Map(madeSources.map((s) => [s.code, [] as string[]]))
      for (const column of columns) {
        // Only the making of a plan is done in whole cents; neither calculation sees them.
        const cost = BigInt(costs.get(`${partner}/total/${column}`)!.replace('.', ''))
        const grant = cost > 0n ? (cost * BigInt(dice.below(1001))) / 1000n : 0n
        const municipal = dice.chance(0.5) ? (cost - grant) / 3n : 0n
        const slip = dice.chance(0.3) ? BigInt(dice.below(5)) : 0n
        const own = cost - grant - municipal + slip
        const given = [grant, municipal > 0n ? municipal : 0n, 0n, own > 0n ? own : 0n]
        madeSources.forEach((s, i) => {
          const text = s.code === 'private' && dice.chance(0.1) ? madeAmount(dice) : plain(given[i]!)
          rows.get(s.code)!.push(text)
        })
      }
      return [partner, rows] as const
    }),
  )
  return { years, amounts }
}
const plain = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`

function financingFigures(plan: FinancingSums): Figures {
  const figures: Figures = new Map()
  for (const [who, one] of [
    ...plan.partners.map((p) => [p.partner, p] as const),
    ['all', plan.all] as const,
  ]) {
    figures.set(`${who}/difference`, decimalFromCents(one.difference))
    figures.set(`${who}/grant`, decimalFromCents(one.grant))
    figures.set(`${who}/public`, decimalFromCents(one.publicMoney))
    if (who !== 'all')
      one.differences?.forEach((cents, i) => {
        figures.set(`${who}/difference/${i}`, decimalFromCents(cents))
      })
  }
  figures.set('all/mostly-public', String(isMostlyPublic(plan.all)))
  return figures
}

const differing = (kind: string, ours: Figures, reference: Figures): string[] =>
  [...new Set([...ours.keys(), ...reference.keys()])]
    .filter((name) => ours.get(name) !== reference.get(name))
    .map((name) => `${kind} ${name}: ${ours.get(name)}, reference ${reference.get(name)}`)

/** What is said to be wrong must be just what the figures show to be wrong. */
const faultDifferences = (
  faults: readonly Fault[],
  code: Fault['code'],
  wrong: readonly string[],
): string[] =>
  faults.filter((f) => f.code === code).length === wrong.length
    ? []
    : [`faults ${code}: told ${faults.filter((f) => f.code === code).length}, reference ${wrong.length}`]

/** One made budget, calculated by the product from what is typed, and by the reference from plain decimal text. */
export function compareBudget(seed: number, shipped: readonly CostModel[]): Compared {
  const dice = diceOf(seed)
  const model = dice.chance(0.4) ? dice.of(shipped) : madeModel(dice)
  const readable = readCostModel(model)
  if (!readable.ok) throw new Error(`seed ${seed}: ${JSON.stringify(readable.faults)}`)
  const budget = madeBudget(dice, model)
  const width = widthOf(budget.years)
  const sums = addUpBudget(model, {
    years: budget.years,
    partners: budget.partners.map((p) => ({ partner: p.partner, amounts: typed(dice, p.amounts, width) })),
  })
  const costs = referenceBudget(model, budget)
  const ours = budgetFigures(model, sums)

  const plan = madePlan(dice, budget, costs)
  const financed = addUpFinancing(
    madeSources,
    {
      years: plan.years,
      partners: dice.shuffle(budget.partners).map(({ partner, isPublic }) => ({
        partner,
        isPublic,
        amounts: typed(dice, plan.amounts.get(partner)!, widthOf(plan.years)),
      })),
    },
    sums,
  )
  const financing = referenceFinancing(madeSources, budget, costs, plan)

  const cap = madeAmount(dice)
  const rule = {
    most: centsFromDecimal(cap)!,
    rates: madeRates(dice, model),
    each: dice.of(['partner', 'project'] as const),
    costModel: model.code,
  }
  const aid = checkAid(rule, new Map(budget.partners.map((p) => [p.partner, p.kind])), financed)
  const aidFigures: Figures = new Map()
  for (const [who, one] of [...aid.partners.map((p) => [p.partner, p] as const), ['all', aid.all] as const]) {
    aidFigures.set(`${who}/most`, decimalFromCents(one.mostGrant))
    aidFigures.set(`${who}/over`, String(one.over))
  }
  const aidReference = referenceAid(rule.rates, rule.each, model.code, budget, costs, financing, cap)
  const wrongSums = [...financing].filter(
    ([name, value]) =>
      /^p\d+\/difference(\/\d+)?$/.test(name) &&
      value !== '0.00' &&
      (plan.years.length > 1 || !name.endsWith('/0')),
  )
  return {
    model: model.code,
    partners: budget.partners.length,
    lines: model.lines.length,
    years: width,
    figures: costs.size + financing.size + aidReference.size,
    differences: [
      ...differing('budget', ours, costs),
      ...differing('financing', financingFigures(financed), financing),
      ...differing('aid', aidFigures, aidReference),
      ...faultDifferences(
        financed.faults,
        'sum-differs',
        wrongSums.map(([name]) => name),
      ),
    ],
  }
}
