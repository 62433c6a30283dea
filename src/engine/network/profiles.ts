/** What an actor's profile is about: numbers of terms, each once, and how much each weighs, above zero. */
export type Profile = { readonly terms: Int32Array; readonly weights: Float64Array }

export type AlikeProfile = {
  readonly actor: number
  /** Cosine of the two profiles, from 0 to 1. */
  readonly cosine: number
  /** Terms that both have, those that give most of the likeness first. */
  readonly shared: readonly number[]
}

/** Many profiles, by term: which actors have it. */
export type ProfileIndex = { readonly alike: (actor: number) => AlikeProfile[] }

/** Profiles that are compared by the cosine of their weights. */
export function indexProfiles(profiles: readonly Profile[]): ProfileIndex {
  const lengths = profiles.map(({ weights }) =>
    Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, 0)),
  )
  const byTerm = new Map<number, { actor: number; weight: number }[]>()
  profiles.forEach(({ terms, weights }, actor) => {
    terms.forEach((term, at) => {
      const entry = { actor, weight: weights[at]! }
      const having = byTerm.get(term)
      if (having) having.push(entry)
      else byTerm.set(term, [entry])
    })
  })
  return {
    alike(actor) {
      const { terms, weights } = profiles[actor]!
      const found = new Map<number, { term: number; part: number }[]>()
      terms.forEach((term, at) => {
        for (const other of byTerm.get(term) ?? []) {
          if (other.actor === actor) continue
          const parts = found.get(other.actor) ?? []
          parts.push({ term, part: weights[at]! * other.weight })
          found.set(other.actor, parts)
        }
      })
      return [...found]
        .map(([other, parts]) => ({
          actor: other,
          cosine: Math.min(
            1,
            parts.reduce((sum, { part }) => sum + part, 0) / (lengths[actor]! * lengths[other]!),
          ),
          shared: parts.sort((x, y) => y.part - x.part || x.term - y.term).map(({ term }) => term),
        }))
        .sort((x, y) => y.cosine - x.cosine || x.actor - y.actor)
    },
  }
}
