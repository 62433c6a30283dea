/** Two organisations of which one controls the other, in a way that Article 2(2) of Regulation (EU) 2023/2831 names. */
export type Control = readonly [string, string]

/** Tells which organisations are one undertaking. */
export type Undertakings = {
  /** The undertaking an organisation belongs to: the same text for all that are one. */
  of: (organisation: string) => string
  /** All organisations of the undertaking, in the order of their texts; at least the one asked for. */
  members: (organisation: string) => string[]
}

/**
 * Organisations joined by control are a single undertaking, through however many others (Article 2(2)). A public body
 * joins nothing: those who have no tie but to the same public body stay apart (its recitals), and so does the body itself.
 * Disjoint sets with halved paths; the order of the ties changes nothing.
 */
export function undertakingsOf(
  controls: Iterable<Control>,
  publicBodies: ReadonlySet<string> = new Set(),
): Undertakings {
  const parent = new Map<string, string>()
  const root = (organisation: string): string => {
    let at = organisation
    for (;;) {
      const above = parent.get(at) ?? at
      if (above === at) return at
      const next = parent.get(above) ?? above
      parent.set(at, next)
      at = next
    }
  }
  const known = new Set<string>()
  for (const [one, other] of controls) {
    if (publicBodies.has(one) || publicBodies.has(other)) continue
    known.add(one).add(other)
    // The root is the first by its text, so that an undertaking has one name however its ties came.
    const [first, second] = [root(one), root(other)].sort()
    if (first !== second) parent.set(second!, first!)
  }
  const members = new Map<string, string[]>()
  for (const organisation of [...known].sort()) {
    const of = root(organisation)
    const found = members.get(of)
    if (found) found.push(organisation)
    else members.set(of, [organisation])
  }
  return { of: root, members: (organisation) => [...(members.get(root(organisation)) ?? [organisation])] }
}
