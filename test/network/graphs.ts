import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import {
  type Actor,
  type Graph,
  graphOf,
  type JointProject,
  readDay,
  type Tie,
  tiesFromProjects,
} from '../../src/engine/network/index.ts'
import { randomFrom } from '../../src/engine/network/random.ts'

const danishFile = '../shared/data/dk-structural-funds-2007-2013/erdf-2007-2013.csv.gz'
export const danishIsAtHand = existsSync(danishFile)

/** Danish projects 2007-2013: the lead by its number, partners by the names in the text, split at full stops. */
export function danishProjects(): { actors: Actor[]; projects: JointProject[] } {
  const rows = parse(gunzipSync(readFileSync(danishFile)), { columns: true, bom: true }) as Record<
    string,
    string
  >[]
  const actors = new Map<string, Actor>()
  const projects = rows.map((row, at): JointProject => {
    const lead = `cvr ${row.cvr}`
    const partners = (row.parter ?? '')
      .split('.')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name.length > 2)
    const region = row.region ?? ''
    actors.set(lead, { id: lead, attributes: { name: row.navn ?? '', region } })
    for (const name of partners)
      if (!actors.has(name)) actors.set(name, { id: name, attributes: { name, region } })
    const [since, until] = [dayIn(row.start_dato), dayIn(row.slut_dato)]
    return {
      id: `dk ${at}`,
      lead,
      parties: [...new Set([lead, ...partners])],
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
    }
  })
  return { actors: [...actors.values()], projects }
}

/** The joint projects of the list, or the first so many of it. */
export function danishGraph(most = Number.POSITIVE_INFINITY): Graph {
  const { actors, projects: all } = danishProjects()
  const projects = all.slice(0, most)
  const placeOf = new Map(actors.map((actor, at) => [actor.id, at]))
  return graphOf(actors, tiesFromProjects(placeOf, projects).ties)
}

const dayIn = (text = ''): number | undefined => readDay(text.split('.').reverse().join('-'))

const named = (size: number): Actor[] => Array.from({ length: size }, (_, v) => ({ id: `n${v}` }))
const tie = (a: number, b: number, weight: number): Tie => ({ a: `n${a}`, b: `n${b}`, kind: 'made', weight })

/** Newcomers tie themselves to those who have many ties (Barabasi, Albert, Science 286 (1999) 509-512); weight 1. */
export function scaleFree(size: number, each: number, seed: number): Graph {
  const random = randomFrom(seed)
  const ends = Array.from({ length: each }, (_, v) => v)
  const ties: Tie[] = []
  for (let v = each; v < size; v++) {
    const chosen = new Set<number>()
    while (chosen.size < each) chosen.add(ends[Math.floor(random() * ends.length)]!)
    for (const w of chosen) {
      ties.push(tie(v, w, 1))
      ends.push(v, w)
    }
  }
  return graphOf(named(size), ties)
}

/** Weights from 1/8 to 8, some parallel ties, parts of different sizes that are not tied to each other, and actors alone. */
export function inPieces(seed: number): Graph {
  const random = randomFrom(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const ties: Tie[] = []
  const pieces = [
    [0, 200, 500],
    [200, 90, 140],
    [290, 30, 29],
    [320, 3, 3],
  ] as const
  for (const [first, size, count] of pieces)
    for (let at = 0; at < count; at++) {
      const a = below(size)
      const b = (a + 1 + below(size - 1)) % size
      ties.push(tie(first + a, first + b, 2 ** (below(7) - 3) * (1 + below(3))))
    }
  return graphOf(named(340), ties)
}
