import type { Candidate, DayNumber } from './candidate.ts'
import type { Call } from './demand.ts'
import { type Evidence, evidenceReader, meets, shown } from './evidence.ts'
import { noChoices, obstacleOf } from './obstacles.ts'
import { fillPoints } from './reasons.ts'
import { defaultWeights, type Weights } from './weights.ts'

/** A call or a consortium that looks for partners, with what those who are in meet already. */
export type Opening = {
  readonly id: string
  readonly call: Call
  /** By demand, of what it counts. */
  readonly met: readonly number[]
  readonly shown: readonly number[]
  /** How many are in, and where they come from. */
  readonly partners: number
  readonly regions: readonly string[]
  readonly countries: readonly string[]
}

/** One demand that an actor would meet: fills it, or shows what was only stated. */
export type Filled = { readonly demand: number; readonly how: 'fills' | 'proves'; readonly points: number }

export type Fit = {
  readonly opening: number
  /** The sum of the points of what it would fill. */
  readonly points: number
  /** What counts most first. */
  readonly filled: readonly Filled[]
  /** Demands that it meets and that are met without it. */
  readonly also: readonly number[]
}

/**
 * Which of many openings look for what one actor has, the best first. All their demands are read once, so that an
 * actor costs what its own facts say: some milliseconds for a thousand openings. Left out are those that cannot take it,
 * and those that anybody would do for.
 */
export function openingsReader(openings: readonly Opening[]) {
  const begins: number[] = []
  const demands = openings.flatMap(({ id, call }, o) => {
    begins.push((begins[o - 1] ?? 0) + (openings[o - 1]?.call.demands.length ?? 0))
    return call.demands.map((demand) => ({ ...demand, id: `${id}/${demand.id}` }))
  })
  const limits = { least: 1, most: 1 }
  const read = evidenceReader({ demands, limits, exclusions: [] })
  return (actor: Candidate, today: DayNumber, weights: Weights = defaultWeights): Fit[] => {
    const all = read([actor], today)
    const fits: Fit[] = []
    for (const [o, opening] of openings.entries()) {
      if (!canTake(opening, all)) continue
      const fit = fitOf(opening, o, all, begins[o]!, weights)
      if (fit.filled.some(({ demand }) => opening.call.demands[demand]!.asks.kind !== 'anybody'))
        fits.push(fit)
    }
    return fits.sort((a, b) => b.points - a.points || a.opening - b.opening)
  }
}

const canTake = ({ call, partners }: Opening, evidence: Evidence): boolean =>
  partners < call.limits.most && !obstacleOf({ ...evidence, call }, 0, noChoices)

function fitOf(
  opening: Opening,
  o: number,
  { bits, strength, candidates }: Evidence,
  begin: number,
  weights: Weights,
): Fit {
  const filled: Filled[] = []
  const also: number[] = []
  const { region, country } = candidates[0]!
  for (const [d, demand] of opening.call.demands.entries()) {
    const has = bits[begin + d]!
    if (!(has & meets)) continue
    const give = (how: Filled['how']) =>
      filled.push({ demand: d, how, points: fillPoints(demand, strength[begin + d]!, weights, how) })
    if (opening.met[d]! >= demand.need) {
      if (opening.shown[d]! < demand.need && has & shown) give('proves')
      else also.push(d)
    } else if (demand.counted === 'partners') give('fills')
    else {
      const [place, places] =
        demand.counted === 'regions' ? [region, opening.regions] : [country, opening.countries]
      if (place !== undefined && !places.includes(place)) give('fills')
      else also.push(d)
    }
  }
  filled.sort((a, b) => b.points - a.points || a.demand - b.demand)
  return { opening: o, points: filled.reduce((sum, { points }) => sum + points, 0), filled, also }
}
