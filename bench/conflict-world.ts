import type { Application, Day, Period, Register } from '../src/engine/conflict/index.ts'

type Writable<T> = { [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }
type Matter = Omit<Application, 'parties' | 'people'> & {
  parties: Application['parties'][number][]
  people: Application['people'][number][]
}

/** A made register before anything is planted in it: every number in it comes from the seed. */
export type World = {
  day: Day
  register: Writable<Register>
  /** Those whose ties are looked for. */
  people: string[]
  applications: Matter[]
  /** Canonical organisations that are parties of applications, and which. */
  parties: string[]
  applicationsOf: (organisation: string) => string[]
  id: (kind: string) => string
  /** A whole number from 0 up to below the given. */
  below: (n: number) => number
  pick: <T>(list: readonly T[]) => T
  organisation: (canonical?: string) => string
}

export type Sizes = { people: number; applications: number; organisations: number; projects: number }

/** Mulberry32: the same numbers on every machine. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const always: Period = { startsOn: null, endsOn: null }
export const from = (startsOn: Day | null, endsOn: Day | null): Period => ({ startsOn, endsOn })

export function makeWorld(seed: number, sizes: Sizes): World {
  const random = numbers(seed)
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  let made = 0
  const id = (kind: string) => `${kind}-${String(++made).padStart(6, '0')}`
  const register: World['register'] = {
    organisations: [],
    links: [],
    ties: [],
    projects: [],
    deeds: [],
    kinships: [],
    declarations: [],
    answers: [],
  }
  const organisation = (canonical?: string) => {
    const own = id('organisation')
    register.organisations.push({ id: own, canonical: canonical ?? own, source: 'registry' })
    return own
  }
  const people = Array.from({ length: sizes.people }, () => id('person'))
  const noise = Array.from({ length: sizes.organisations }, () => organisation())
  const parties = noise.slice(0, sizes.applications * 3)
  const strangers = noise.slice(parties.length)
  const calls = Array.from({ length: Math.ceil(sizes.applications / 20) }, () => id('call'))
  const listed = new Map<string, string[]>()
  const applications = Array.from({ length: sizes.applications }, (_, n): Matter => {
    const own = id('application')
    // A few parties are in many applications, as universities and cities are.
    const of = [...new Set([parties[n * 3]!, parties[n * 3 + 1]!, pick(parties.slice(0, 40)), pick(parties)])]
    for (const party of of) listed.set(party, [...(listed.get(party) ?? []), own])
    return {
      id: own,
      call: calls[n % calls.length]!,
      settledAt: null,
      parties: of.map((party, at) => ({
        id: id('party'),
        source: 'application',
        organisation: party,
        role: at === 0 ? 'lead' : pick(['partner', 'subcontractor', 'gains'] as const),
      })),
      people: [{ id: id('named'), source: 'application', person: id('stranger'), role: 'staff' }],
    }
  })
  // Projects of parties with organisations in which none of the people is: none of them ties anybody.
  for (let n = 0; n < sizes.projects; n++) {
    const year = 2008 + below(19)
    register.projects.push({
      id: id('project'),
      source: 'list',
      ...from(`${year}-01-01`, `${year + 2}-12-31`),
      parties: [pick(parties), pick(strangers), pick(strangers), pick(strangers)],
      people: [id('stranger')],
    })
  }
  // Families of strangers, and strangers at parties.
  for (let n = 0; n < sizes.organisations / 10; n++)
    register.links.push({
      id: id('link'),
      source: 'business register',
      ...always,
      kind: pick(['parent', 'owner', 'municipal', 'group'] as const),
      upper: pick(strangers),
      lower: pick(strangers),
      share: 20 + below(80),
    })
  for (let n = 0; n < sizes.people * 5; n++)
    register.ties.push({
      id: id('tie'),
      source: 'registry',
      ...from('2015-01-01', null),
      person: id('stranger'),
      organisation: pick(parties),
      role: pick(['employment', 'board'] as const),
    })
  return {
    day: '2026-11-22',
    register,
    people,
    applications,
    parties: parties.filter((party) => listed.has(party)),
    applicationsOf: (party) => listed.get(party) ?? [],
    id,
    below,
    pick,
    organisation,
  }
}
