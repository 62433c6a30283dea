import { type Actor, type JointProject, readDay } from '../../src/engine/network/index.ts'
import { type Random, randomFrom } from '../../src/engine/network/random.ts'

/** Finnish regions, and about how many in a thousand organisations are there. */
const regions = [
  ['Uusimaa', 270], ['Pirkanmaa', 100], ['Varsinais-Suomi', 88], ['Pohjois-Pohjanmaa', 75], ['Keski-Suomi', 52],
  ['Pohjois-Savo', 48], ['Satakunta', 42], ['Päijät-Häme', 38], ['Etelä-Pohjanmaa', 40], ['Pohjanmaa', 38],
  ['Lappi', 36], ['Kanta-Häme', 31], ['Pohjois-Karjala', 32], ['Kymenlaakso', 28], ['Etelä-Karjala', 24],
  ['Etelä-Savo', 26], ['Keski-Pohjanmaa', 14], ['Kainuu', 14], ['Ahvenanmaa', 4],
] as const // biome-ignore format: a table
const kinds = [
  'company',
  'company',
  'company',
  'company',
  'association',
  'municipality',
  'university',
  'developer',
]
const themes = [
  'energy',
  'health',
  'food',
  'manufacturing',
  'forest',
  'tourism',
  'digital',
  'circular',
  'mobility',
  'learning',
  'culture',
  'water',
]
/** Parties of a project: mostly few, one in twenty has twelve. */
const sizes = [2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 7, 8, 12]

/**
 * Actors and joint projects as regions have them. An actor has a region, a kind, a theme and how active it is (a few
 * are in very many projects: activity u^-0.3, 60 at the most). A project has a lead; each other party is of the lead's region and
 * theme (45 of 100), of its region (25), of its theme elsewhere (20) or anybody (10), by activity. One in twenty
 * actors is in no project. Projects begin from 2014 to 2025 and last one to four years.
 */
export function madeNetwork(actorCount: number, pairsWanted: number, seed = 1) {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const wheel = regions.flatMap(([name, share]) => Array<string>(share).fill(name))
  const people = Array.from({ length: actorCount }, (_, v) => ({
    id: `actor ${v}`,
    region: pick(wheel),
    kind: pick(kinds),
    theme: pick(themes),
    activity: random() < 0.05 ? 0 : Math.min(60, (1 - random()) ** -0.3),
  }))
  const drawers = new Map<string, () => number>()
  const among = (key: string, fits: (v: number) => boolean): number => {
    const drawer =
      drawers.get(key) ??
      byActivity(
        people.map((p, v) => (fits(v) ? p.activity : 0)),
        random,
      )
    drawers.set(key, drawer)
    return drawer()
  }
  const projects: JointProject[] = []
  const pairs = new Set<number>()
  while (pairs.size < pairsWanted) {
    const lead = among('any', () => true)
    const { region, theme } = people[lead]!
    const parties = new Set([lead])
    const size = pick(sizes)
    for (let tries = 0; parties.size < size && tries < 4 * size; tries++) {
      const chance = random()
      if (chance < 0.45)
        parties.add(
          among(`${region} ${theme}`, (v) => people[v]!.region === region && people[v]!.theme === theme),
        )
      else if (chance < 0.7) parties.add(among(region, (v) => people[v]!.region === region))
      else if (chance < 0.9) parties.add(among(theme, (v) => people[v]!.theme === theme))
      else parties.add(among('any', () => true))
    }
    const since = readDay('2014-01-01')! + Math.floor(random() * 4383)
    const members = [...parties]
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) pairs.add(Math.min(a, b) * actorCount + Math.max(a, b))
    })
    projects.push({
      id: `project ${projects.length}`,
      parties: members.map((v) => people[v]!.id),
      lead: people[lead]!.id,
      since,
      until: since + 365 + Math.floor(random() * 1096),
    })
  }
  const actors: Actor[] = people.map(({ id, region, kind, theme }) => ({
    id,
    attributes: { region, kind, theme },
  }))
  return { actors, projects }
}

/** Draws numbers by weights, from their running sums. */
function byActivity(weights: readonly number[], random: Random): () => number {
  let sum = 0
  const sums = weights.map((weight) => (sum += weight))
  return () => {
    const wanted = random() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}
