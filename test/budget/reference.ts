import type { AidRate, CostModel, FinancingSource, Measured } from '../../src/engine/budget/index.ts'
import {
  type Fraction,
  fraction,
  hundredthsBelow,
  isLess,
  isSame,
  minus,
  nearestHundredth,
  over,
  parse,
  plus,
  sum,
  times,
  write,
  zero,
} from './fraction.ts'
import type { PlainBudget } from './made.ts'

/** Every figure of a budget under a name such as "p1/salaries/0", as two-decimal text; and what is over its limit. */
export type Figures = Map<string, string>

type Sheet = { line: (code: string) => Fraction[]; costs: Fraction[]; revenue: Fraction[] }

const hundred = parse('100')
const share = (percent: string): Fraction => over(parse(percent), hundred)
const columnsAdded = (rows: readonly Fraction[][], width: number): Fraction[] =>
  Array.from({ length: width }, (_, i) => sum(rows.map((row) => row[i]!)))

/** Gives hundredths to columns one at a time, each to the one that is furthest below its exact share. */
function dealt(amount: Fraction, weights: readonly Fraction[]): Fraction[] {
  const whole = sum(weights)
  const even = isSame(whole, zero)
  const exact = weights.map((weight) =>
    times(amount, even ? fraction(1n, BigInt(weights.length)) : over(weight, whole)),
  )
  const given = exact.map(hundredthsBelow)
  const cent = fraction(1n, 100n)
  while (isLess(sum(given), amount)) {
    let most = 0
    for (let i = 1; i < given.length; i++)
      if (isLess(minus(exact[most]!, given[most]!), minus(exact[i]!, given[i]!))) most = i
    given[most] = plus(given[most]!, cent)
  }
  return given
}

function sheetOf(model: CostModel, amounts: Map<string, string[]>, width: number): Sheet {
  const deducted = (code: string) => model.lines.some((l) => l.code === code && 'deducted' in l && l.deducted)
  const known = new Map<string, Fraction[]>()
  const line = (code: string): Fraction[] => {
    const value = known.get(code) ?? evaluate(code)
    known.set(code, value)
    return value
  }
  const evaluate = (code: string): Fraction[] => {
    const found = model.lines.find((l) => l.code === code)!
    if (found.kind === 'typed') return amounts.get(code)!.map(parse)
    if (found.kind === 'lump') {
      const typed = model.lines.filter((l) => l.kind === 'typed' && !deducted(l.code))
      return dealt(
        parse(found.amount),
        columnsAdded(
          typed.map((l) => line(l.code)),
          width,
        ),
      )
    }
    const base = columnsAdded(found.of.map(line), width)
    const exact = times(sum(base), share(found.percent))
    return dealt(model.rounding === 'down' ? hundredthsBelow(exact) : nearestHundredth(exact), base)
  }
  const added = (wanted: boolean) =>
    columnsAdded(
      model.lines.filter((l) => Boolean(deducted(l.code)) === wanted).map((l) => line(l.code)),
      width,
    )
  return { line, costs: added(false), revenue: added(true) }
}

const measured = (sheet: Sheet, what: Measured): Fraction =>
  what === 'total'
    ? minus(sum(sheet.costs), sum(sheet.revenue))
    : sum(what.map((code) => sum(sheet.line(code))))

/** Adds up a budget the other way. */
export function referenceBudget(model: CostModel, budget: PlainBudget): Figures {
  const width = Math.max(1, budget.years.length)
  const figures: Figures = new Map()
  const tell = (name: string, columns: readonly Fraction[]) => {
    columns.forEach((value, i) => {
      figures.set(`${name}/${i}`, write(value))
    })
    figures.set(`${name}/total`, write(sum(columns)))
  }
  const sheets = budget.partners.map((p) => ({
    partner: p.partner,
    sheet: sheetOf(model, p.amounts, width),
  }))
  const all: Sheet = {
    line: (code) =>
      columnsAdded(
        sheets.map(({ sheet }) => sheet.line(code)),
        width,
      ),
    costs: columnsAdded(
      sheets.map(({ sheet }) => sheet.costs),
      width,
    ),
    revenue: columnsAdded(
      sheets.map(({ sheet }) => sheet.revenue),
      width,
    ),
  }
  for (const { partner, sheet } of [...sheets, { partner: 'all', sheet: all }]) {
    for (const { code } of model.lines) tell(`${partner}/${code}`, sheet.line(code))
    tell(`${partner}/costs`, sheet.costs)
    tell(`${partner}/revenue`, sheet.revenue)
    tell(
      `${partner}/total`,
      sheet.costs.map((value, i) => minus(value, sheet.revenue[i]!)),
    )
    for (const limit of model.limits) {
      if ((limit.each === 'project') !== (partner === 'all')) continue
      if ('least' in limit) {
        const amount = measured(sheet, limit.what)
        if (isLess(amount, parse(limit.least))) figures.set(`${partner}/under/${limit.code}`, write(amount))
        continue
      }
      const base =
        'most' in limit ? parse(limit.most) : times(share(limit.percent), measured(sheet, limit.of))
      const amount = measured(sheet, limit.what)
      const most = isLess(base, zero) ? zero : base
      if (isLess(most, amount)) figures.set(`${partner}/over/${limit.code}`, write(amount))
    }
  }
  return figures
}

export type PlainPlan = { years: number[]; amounts: Map<string, Map<string, string[]>> }

/** Sets a plan beside the costs of `costs` the other way. */
export function referenceFinancing(
  sources: readonly FinancingSource[],
  budget: PlainBudget,
  costs: Figures,
  plan: PlainPlan,
): Figures {
  const figures: Figures = new Map()
  const byYears = plan.years.join() === budget.years.join()
  const totals = { grant: zero, public: zero, cost: zero, financing: zero }
  for (const { partner, isPublic } of budget.partners) {
    const rows = plan.amounts.get(partner)!
    const given = (wanted: (kind: string) => boolean) =>
      sum(sources.filter((s) => wanted(s.kind)).flatMap((s) => rows.get(s.code)!.map(parse)))
    const cost = parse(costs.get(`${partner}/total/total`)!)
    const grant = given((kind) => kind === 'grant')
    const open = given((kind) => kind === 'grant' || kind === 'public' || (isPublic && kind === 'own'))
    const financing = given(() => true)
    figures.set(`${partner}/difference`, write(minus(financing, cost)))
    figures.set(`${partner}/grant`, write(grant))
    figures.set(`${partner}/public`, write(open))
    if (byYears)
      for (let i = 0; i < Math.max(1, plan.years.length); i++) {
        const column = sum(sources.map((s) => parse(rows.get(s.code)![i]!)))
        figures.set(
          `${partner}/difference/${i}`,
          write(minus(column, parse(costs.get(`${partner}/total/${i}`)!))),
        )
      }
    totals.grant = plus(totals.grant, grant)
    totals.public = plus(totals.public, open)
    totals.cost = plus(totals.cost, cost)
    totals.financing = plus(totals.financing, financing)
  }
  figures.set('all/difference', write(minus(totals.financing, totals.cost)))
  figures.set('all/grant', write(totals.grant))
  figures.set('all/public', write(totals.public))
  const half = over(totals.cost, parse('2'))
  figures.set('all/mostly-public', String(isLess(half, totals.public)))
  return figures
}

/** The largest whole cents that are not above an amount, found by halving, not by dividing. */
function mostCents(limit: Fraction): Fraction {
  let [low, high] = [0n, 1n]
  while (!isLess(limit, fraction(high, 100n))) high *= 2n
  while (high - low > 1n) {
    const middle = (low + high) / 2n
    if (isLess(limit, fraction(middle, 100n))) high = middle
    else low = middle
  }
  return fraction(low, 100n)
}

/** The highest grants and whether those asked for are above them. */
export function referenceAid(
  rates: readonly AidRate[],
  each: 'partner' | 'project',
  model: string,
  budget: PlainBudget,
  costs: Figures,
  financing: Figures,
  cap: string,
): Figures {
  const figures: Figures = new Map()
  let exact = zero
  let cut = zero
  for (const { partner, kind } of budget.partners) {
    // All that fit, best first: those with more conditions, then the lower.
    const fitting = rates
      .filter((r) => (r.costModel ?? model) === model && (r.partnerKind ?? kind) === kind)
      .sort(
        (a, b) =>
          Object.keys(b).length - Object.keys(a).length ||
          (isLess(parse(a.percent), parse(b.percent)) ? -1 : 1),
      )
    const cost = parse(costs.get(`${partner}/total/total`)!)
    const allowed = fitting[0] && isLess(zero, cost) ? times(cost, share(fitting[0].percent)) : zero
    const grant = parse(financing.get(`${partner}/grant`)!)
    figures.set(`${partner}/most`, write(mostCents(allowed)))
    figures.set(`${partner}/over`, String(isLess(allowed, grant)))
    exact = plus(exact, allowed)
    cut = plus(cut, mostCents(allowed))
  }
  const byRate = each === 'partner' ? cut : mostCents(exact)
  const most = isLess(parse(cap), byRate) ? parse(cap) : byRate
  figures.set('all/most', write(most))
  figures.set('all/over', String(isLess(most, parse(financing.get('all/grant')!))))
  return figures
}
