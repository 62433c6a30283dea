import { type Evidence, meets, shown } from './evidence.ts'

/** What those who are in meet together, by demand; one more partner changes it in as many steps as there are demands. */
export type Tally = {
  readonly members: readonly number[]
  /** How many of what is counted meet each demand, and how many of them by evidence that is shown. */
  readonly met: Uint16Array
  readonly shown: Uint16Array
  /** The regions or countries that count already, by demand; what is counted as partners has none. */
  readonly places: readonly Set<number>[]
  readonly shownPlaces: readonly Set<number>[]
}

export function tallyOf(evidence: Evidence, members: readonly number[]): Tally {
  const { demands } = evidence.call
  const tally: Tally = {
    members,
    met: new Uint16Array(demands.length),
    shown: new Uint16Array(demands.length),
    places: demands.map(() => new Set<number>()),
    shownPlaces: demands.map(() => new Set<number>()),
  }
  for (const c of members)
    for (const d of demands.keys()) {
      const place = placeOf(evidence, d, c)
      if (brings(evidence, tally, d, c)) {
        tally.met[d]!++
        tally.places[d]!.add(place)
      }
      if (proves(evidence, tally, d, c)) {
        tally.shown[d]!++
        tally.shownPlaces[d]!.add(place)
      }
    }
  return tally
}

/** What a partner adds to a count by: itself (-2), its region or its country (-1 where that is not known). */
export function placeOf({ call, regions, countries }: Evidence, d: number, c: number): number {
  const { counted } = call.demands[d]!
  return counted === 'partners' ? -2 : counted === 'regions' ? regions[c]! : countries[c]!
}

/** Whether one more partner adds one to what a demand counts. */
export function brings(evidence: Evidence, { places }: Tally, d: number, c: number): boolean {
  if (!(evidence.bits[d * evidence.candidates.length + c]! & meets)) return false
  return isNew(placeOf(evidence, d, c), places[d]!)
}

/** The same of evidence that is shown. */
export function proves(evidence: Evidence, { shownPlaces }: Tally, d: number, c: number): boolean {
  const bits = evidence.bits[d * evidence.candidates.length + c]!
  if (!(bits & meets) || !(bits & shown)) return false
  return isNew(placeOf(evidence, d, c), shownPlaces[d]!)
}

const isNew = (place: number, places: ReadonlySet<number>): boolean =>
  place === -2 || (place !== -1 && !places.has(place))
