import { type Day, daysInYear } from './day.ts'
import { emptyColumns, type TieColumns } from './ties.ts'

/** A project and its parties, once each; the lead is one of them, if it is known. */
export type JointProject = {
  readonly id: string
  readonly parties: readonly string[]
  readonly lead?: string
  readonly since?: Day
  readonly until?: Day
}

export type ProjectionOptions = {
  /** The day that ages are counted to. Without it nothing fades. */
  readonly now?: Day
  /** Years in which the weight of an ended project halves. */
  readonly halfLife?: number
  /** A project of more parties than this ties them to its lead alone. 500 unless told. */
  readonly mostParties?: number
}

export type Projection = {
  /** One tie a pair and project, of kind `lead` between the lead and a partner, of kind `partners` between two partners. */
  readonly ties: TieColumns
  /** Projects above the size: they tie their parties to the lead alone, or nobody where no lead is known. */
  readonly tooLarge: readonly string[]
}

const [lead, partners] = [0, 1]

/**
 * Ties from projects. A project of n parties ties each pair by 1 / (n - 1) (Newman, Scientific collaboration networks
 * II, Phys. Rev. E 64 (2001) 016132, eq. 2), so that a party has a strength of 1 from each project with others in it,
 * however many they are. With a half-life, an ended project weighs half after so many years.
 * @throws RangeError for a party that is not there or comes twice, a lead that is no party, a half-life not above zero
 */
export function tiesFromProjects(
  placeOf: ReadonlyMap<string, number>,
  projects: readonly JointProject[],
  { now, halfLife, mostParties = 500 }: ProjectionOptions = {},
): Projection {
  if (halfLife !== undefined && !(halfLife > 0)) throw new RangeError('the half-life is not above zero')
  const isLarge = ({ parties }: JointProject): boolean => parties.length > mostParties
  const ids = projects.map((project) => project.id)
  const pairs = projects.reduce((sum, project) => sum + pairsOf(project, isLarge(project)), 0)
  const ties = emptyColumns(pairs, ['lead', 'partners'], ids)
  let at = 0
  projects.forEach((project, number) => {
    const places = placesOf(placeOf, project)
    const weight = fadedBy(project, now, halfLife) / (places.length - 1)
    const first = project.lead === undefined ? -1 : placeOf.get(project.lead)!
    const put = (a: number, b: number): void => {
      ties.a[at] = a
      ties.b[at] = b
      ties.kind[at] = a === first || b === first ? lead! : partners!
      ties.weight[at] = weight
      if (project.since !== undefined) ties.since[at] = project.since
      if (project.until !== undefined) ties.until[at] = project.until
      ties.evidence[at++] = number
    }
    if (isLarge(project)) {
      for (const b of places) if (first >= 0 && b !== first) put(first, b)
    } else {
      for (let i = 0; i < places.length; i++)
        for (let j = i + 1; j < places.length; j++) put(places[i]!, places[j]!)
    }
  })
  return { ties, tooLarge: projects.filter(isLarge).map((project) => project.id) }
}

function pairsOf({ parties, lead }: JointProject, isLarge: boolean): number {
  const n = parties.length
  if (isLarge) return lead === undefined ? 0 : n - 1
  return (n * (n - 1)) / 2
}

function placesOf(placeOf: ReadonlyMap<string, number>, { id, parties, lead }: JointProject): number[] {
  const places = parties.map((party) => {
    const place = placeOf.get(party)
    if (place === undefined) throw new RangeError(`project ${id} names an actor that is not there: ${party}`)
    return place
  })
  if (new Set(places).size < places.length) throw new RangeError(`project ${id} names a party twice`)
  if (lead !== undefined && !parties.includes(lead))
    throw new RangeError(`the lead of project ${id} is no party`)
  return places
}

/** What is left of a tie's weight, from 0 to 1: 2 ^ -(years since the last day / half-life). */
function fadedBy({ until }: JointProject, now: Day | undefined, halfLife: number | undefined): number {
  if (now === undefined || halfLife === undefined || until === undefined) return 1
  return 2 ** -(Math.max(0, now - until) / daysInYear / halfLife)
}
