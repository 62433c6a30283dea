/**
 * How fast pages come while visitors arrive at a steady pace, whether or not the ones before have been answered:
 *   npm run bench -- web [ADDRESS] [ARRIVALS PER SECOND] [SECONDS]
 * The mix: home, searches, facets, project, organisation and region pages, in three languages, compressed.
 */
const [address = 'http://localhost:3000', rate = '100', seconds = '60'] = process.argv.slice(2)

type Listed = { items: { page?: string; id: string; code?: string }[] }
const list = async (path: string) => ((await (await fetch(address + path)).json()) as Listed).items

const words = [
  'digi',
  'yritysten kehittäminen',
  'hanke',
  'energia',
  'matkailu',
  'osaaminen',
  'puu',
  'hyvinvointi',
]
const projects = await list('/api/projects?limit=200&q=kehittäminen')
const organisations = await list('/api/organisations?limit=200')
const regions = ['MK06', 'MK05', 'MK17', 'MK19', 'MK01', 'MK11', 'MK13', 'MK07']
const facets = [
  'fund=ERDF',
  'status=running',
  'year=2008',
  'theme=energy',
  'fund=ESF&sort=-realised',
  'amount=3',
]

let seed = 7
const pick = <T>(from: readonly T[]): T => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return from[seed % from.length]!
}
const makers: readonly (readonly [kind: string, share: number, make: () => string])[] = [
  ['home', 20, () => pick(['/', '/sv', '/en'])],
  ['search', 25, () => `/projects?q=${encodeURIComponent(pick(words))}&offset=${pick([0, 20, 40, 60])}`],
  ['facets', 15, () => `/projects?${pick(facets)}&offset=${pick([0, 20, 100, 400])}`],
  ['project', 20, () => pick(['', '/sv', '/en']) + (pick(projects).page ?? '/projects')],
  ['organisation', 10, () => `/organisations/${pick(organisations).id}`],
  ['region', 10, () => `/regions/${pick(regions)}`],
]
const mix = makers.flatMap(([kind, share, make]) => Array.from({ length: share }, () => ({ kind, make })))

const times = new Map<string, number[]>()
let errors = 0
let largest = 0

async function visit(): Promise<void> {
  const { kind, make } = pick(mix)
  const began = performance.now()
  try {
    const answer = await fetch(address + make(), { headers: { 'accept-encoding': 'gzip' } })
    const bytes = (await answer.arrayBuffer()).byteLength
    if (bytes > largest) largest = bytes
    if (answer.status !== 200) errors++
  } catch {
    errors++
  }
  const took = performance.now() - began
  times.set(kind, [...(times.get(kind) ?? []), took])
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const visits: Promise<void>[] = []
const began = performance.now()
const total = Number(rate) * Number(seconds)
for (let i = 0; i < total; i++) {
  const due = began + (i * 1000) / Number(rate)
  if (due > performance.now()) await wait(due - performance.now())
  visits.push(visit())
}
await Promise.all(visits)

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const row = (kind: string, of: readonly number[]) => {
  const sorted = [...of].sort((a, b) => a - b)
  const cells = [0.5, 0.95, 0.99].map((s) => `${at(sorted, s).toFixed(1).padStart(8)}`)
  process.stdout.write(`${kind.padEnd(14)}${String(sorted.length).padStart(7)}${cells.join('')}\n`)
}
process.stdout.write(
  `${rate} arrivals a second for ${seconds} s at ${address}\n${''.padEnd(14)}  pages  p50 ms  p95 ms  p99 ms\n`,
)
for (const [kind] of makers) row(kind, times.get(kind) ?? [])
row('all', [...times.values()].flat())
process.stdout.write(
  `errors ${errors}; ${(total / ((performance.now() - began) / 1000)).toFixed(1)} answered a second\n`,
)

export {}
