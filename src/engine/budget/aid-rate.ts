import { type Cents, decimalFromCents, sumOf } from './cents.ts'
import { type Fault, fault, type Place } from './fault.ts'
import { compareShare, knownRatio, mostWithin, type Percent } from './percent.ts'

/** The highest aid rate of a call, perhaps only for a cost model or a kind of partner. */
export type AidRate = { percent: Percent; costModel?: string | null; partnerKind?: string | null }

/**
 * The highest rate for a partner: the rate with most conditions that are all met, and among several such the lowest, so
 * that a call that says two things never gives the more. Undefined when none applies.
 */
export function aidRateFor(
  rates: readonly AidRate[],
  costModel: string,
  partnerKind?: string,
): Percent | undefined {
  const conditions = (rate: AidRate) => Number(rate.costModel != null) + Number(rate.partnerKind != null)
  const lower = (a: Percent, b: Percent) => {
    const [x, y] = [knownRatio(a), knownRatio(b)]
    return x.numerator * y.denominator < y.numerator * x.denominator
  }
  let best: AidRate | undefined
  for (const rate of rates) {
    if (rate.costModel != null && rate.costModel !== costModel) continue
    if (rate.partnerKind != null && rate.partnerKind !== partnerKind) continue
    const more = best ? conditions(rate) - conditions(best) : 1
    if (!best || more > 0 || (more === 0 && lower(rate.percent, best.percent))) best = rate
  }
  return best?.percent
}

/** A grant beside the most that it may be. `room` is what is left to ask for; below nothing when it is over. */
export type Aid = { grant: Cents; total: Cents; mostGrant: Cents; room: Cents; over: boolean }
export type PartnerAid = Aid & { partner: string; percent: Percent | undefined }
export type AidSums = { partners: readonly PartnerAid[]; all: Aid; faults: readonly Fault[] }

const aid = (grant: Cents, total: Cents, mostGrant: Cents): Aid => ({
  grant,
  total,
  mostGrant,
  room: mostGrant - grant,
  over: grant > mostGrant,
})

/** Grants beside costs, of each partner and of all: a financing plan, or what is about to be decided. */
export type AskedAid = {
  partners: readonly { partner: string; grant: Cents; cost: Cents }[]
  all: { grant: Cents; cost: Cents }
}

/**
 * Whether the grants asked for keep to the call's highest rates. `each` says of what the call demands it: of every
 * partner, or of the project as a whole, whose most is then the exact sum of the partners' shares, cut down to a whole
 * cent once. A grant is of the total cost, revenue deducted. Both are shown; only what is demanded is a fault. `least`
 * and `most` bound the grant of a project in this call, whatever its rate.
 */
export function checkAid(
  rule: {
    rates: readonly AidRate[]
    each: 'partner' | 'project'
    costModel: string
    least?: Cents
    most?: Cents
  },
  partnerKinds: ReadonlyMap<string, string>,
  plan: AskedAid,
): AidSums {
  const faults: Fault[] = []
  const tell = (code: Fault['code'], place: Place, { grant, total }: Aid, most: Cents, percent?: Percent) =>
    faults.push(
      fault(code, place, {
        grant: decimalFromCents(grant),
        most: decimalFromCents(most),
        total: decimalFromCents(total),
        over: decimalFromCents(grant - most),
        ...(percent !== undefined && { percent }),
      }),
    )
  const partners = plan.partners.map(({ partner, grant, cost }): PartnerAid => {
    const percent = aidRateFor(rule.rates, rule.costModel, partnerKinds.get(partner))
    const own = aid(grant, cost, percent === undefined ? 0n : mostWithin(percent, cost))
    const place = ['partners', partner]
    if (percent === undefined) faults.push(fault('no-rate', place))
    else if (rule.each === 'partner' && own.over) tell('rate-over', place, own, own.mostGrant, percent)
    return { partner, percent, ...own }
  })
  const byRate = rule.each === 'partner' ? sumOf(partners.map((p) => p.mostGrant)) : mostOfAll(partners)
  const most = rule.most !== undefined && rule.most < byRate ? rule.most : byRate
  const all = aid(plan.all.grant, plan.all.cost, most)
  if (rule.each === 'project' && all.grant > byRate) tell('rate-over', [], all, byRate)
  if (rule.most !== undefined && all.grant > rule.most) tell('grant-over', [], all, rule.most)
  if (rule.least !== undefined && all.grant < rule.least)
    faults.push(
      fault('grant-under', [], {
        grant: decimalFromCents(all.grant),
        least: decimalFromCents(rule.least),
        under: decimalFromCents(rule.least - all.grant),
      }),
    )
  return { partners, all, faults }
}

/** The partners' exact shares summed as one fraction, then cut down to a whole cent. */
function mostOfAll(partners: readonly PartnerAid[]): Cents {
  let [n, d] = [0n, 1n]
  for (const { percent, total } of partners) {
    if (percent === undefined || total <= 0n) continue
    const { numerator, denominator } = knownRatio(percent)
    n = n * denominator + total * numerator * d
    d *= denominator
  }
  return n / d
}

/**
 * Whether more than half of the total cost is met with public money. Procurement law then binds a private partner too
 * (rakennerahastot.fi/hankkeen-kustannukset).
 */
export const isMostlyPublic = ({ publicMoney, cost }: { publicMoney: Cents; cost: Cents }): boolean =>
  compareShare(publicMoney, cost, '50') > 0
