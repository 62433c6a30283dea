/** What one region has of one subject. */
export type Capability = {
  readonly subject: string
  readonly region: string
  readonly actors: ReadonlySet<string>
  readonly projects: number
  /** In cents. */
  readonly granted: bigint
}

export type CapabilityMap = {
  /** Subjects that any of the regions has, those with the most projects first. */
  readonly subjects: readonly string[]
  readonly cell: (subject: string, region: string) => Capability
  /**
   * Cells without an actor or a project, whose subject at least half of the regions have. A region that lacks more than
   * half of these subjects is left out: of it the data tell too little.
   */
  readonly gaps: readonly { readonly subject: string; readonly region: string; readonly strongest: string }[]
}

export type CapabilityInput = {
  readonly regions: readonly string[]
  readonly projects: readonly {
    readonly subject: string
    readonly region: string
    readonly projects: number
    readonly granted: bigint
  }[]
  readonly actors: readonly {
    readonly subject: string
    readonly region: string
    readonly actors: Iterable<string>
  }[]
}

/** Subjects by regions: who and how much there is of each in each, and where a subject is missing that others have. */
export function capabilityMap({ regions, projects, actors }: CapabilityInput): CapabilityMap {
  const within = new Set(regions)
  const cells = new Map<string, { actors: Set<string>; projects: number; granted: bigint }>()
  const subjects = new Map<string, number>()
  const at = (subject: string, region: string) => {
    const key = `${subject} ${region}`
    const known = cells.get(key) ?? { actors: new Set<string>(), projects: 0, granted: 0n }
    cells.set(key, known)
    return known
  }
  for (const one of projects) {
    if (!within.has(one.region)) continue
    const cell = at(one.subject, one.region)
    cell.projects += one.projects
    cell.granted += one.granted
    subjects.set(one.subject, (subjects.get(one.subject) ?? 0) + one.projects)
  }
  for (const one of actors) {
    if (!within.has(one.region)) continue
    const cell = at(one.subject, one.region)
    for (const actor of one.actors) cell.actors.add(actor)
    subjects.set(one.subject, subjects.get(one.subject) ?? 0)
  }
  const cell = (subject: string, region: string): Capability => ({
    subject,
    region,
    ...(cells.get(`${subject} ${region}`) ?? { actors: new Set<string>(), projects: 0, granted: 0n }),
  })
  const ranked = [...subjects].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([subject]) => subject)
  const isEmpty = (one: Capability): boolean => one.projects === 0 && one.actors.size === 0
  const common = ranked.flatMap((subject) => {
    const row = regions.map((region) => cell(subject, region))
    const having = row.filter((one) => !isEmpty(one))
    const strongest = having.toSorted((x, y) => y.projects - x.projects || y.actors.size - x.actors.size)[0]
    return strongest && having.length * 2 >= regions.length ? [{ row, strongest }] : []
  })
  const missing = new Map<string, number>()
  for (const { row } of common)
    for (const one of row) if (isEmpty(one)) missing.set(one.region, (missing.get(one.region) ?? 0) + 1)
  const gaps = common.flatMap(({ row, strongest }) =>
    row
      .filter((one) => isEmpty(one) && missing.get(one.region)! * 2 <= common.length)
      .map(({ subject, region }) => ({ subject, region, strongest: strongest.region })),
  )
  return { subjects: ranked, cell, gaps }
}
