/** What an actor has done or says that it can do: a subject, how it is known, and how often where that is counted. */
export type Shown<Ground> = { readonly subject: string; readonly weight: number; readonly ground: Ground }

/** Somebody who wants to do something, by the subjects that it is about. */
export type Seeker = {
  readonly actor: string
  readonly region: string | null
  readonly subjects: readonly string[]
}

export type Doer<Ground> = {
  readonly actor: string
  readonly region: string | null
  readonly shows: readonly Shown<Ground>[]
}

/** One who has done what another wants to do, with what shows it. */
export type Teacher<Ground> = {
  readonly actor: string
  readonly score: number
  /** Of another region: what is learnt travels. */
  readonly across: boolean
  /** What shows it, the most telling first. */
  readonly grounds: readonly Ground[]
}

/**
 * From whom a seeker could learn: those of other regions first, then by what they show of the wanted subjects. A subject
 * counts for more the fewer show it: its weight is times ln(1 + doers / doers of it) (inverse document frequency,
 * Sparck Jones 1972).
 */
export function teachersOf<Ground>(
  seeker: Seeker,
  doers: readonly Doer<Ground>[],
  most = 3,
): Teacher<Ground>[] {
  const wanted = new Set(seeker.subjects)
  const showing = new Map<string, number>()
  for (const { shows } of doers)
    for (const subject of new Set(shows.map((one) => one.subject)))
      showing.set(subject, (showing.get(subject) ?? 0) + 1)
  const worth = ({ subject, weight }: Shown<Ground>): number =>
    weight * Math.log(1 + doers.length / (showing.get(subject) ?? 1))
  return doers
    .flatMap((doer): Teacher<Ground>[] => {
      const shown = doer.shows.filter(({ subject }) => wanted.has(subject))
      if (doer.actor === seeker.actor || shown.length === 0) return []
      return [
        {
          actor: doer.actor,
          score: shown.reduce((sum, one) => sum + worth(one), 0),
          across: seeker.region !== null && doer.region !== null && seeker.region !== doer.region,
          grounds: shown.toSorted((x, y) => worth(y) - worth(x)).map(({ ground }) => ground),
        },
      ]
    })
    .sort((x, y) => Number(y.across) - Number(x.across) || y.score - x.score || (x.actor < y.actor ? -1 : 1))
    .slice(0, most)
}
