/**
 * How fast signed-in pages answer while people work at a steady pace, reading and writing:
 *   npm run bench -- work [REQUESTS PER SECOND] [SECONDS]
 * Starts the product with the demo data and its own database, and lets ten coordinators in. The mix: seven reads of
 * ten (own page, list, project, imports, organisations, notifications) and three writes (comments, fields of drafts,
 * following, saved views), each write with its row in the audit.
 */
import { newId } from '../src/kernel/id.ts'
import { openTarget } from '../test/attack/target.ts'

const [rate = '50', seconds = '60'] = process.argv.slice(2)
const say = (text: string) => process.stdout.write(`${text}\n`)
const target = await openTarget({ demo: true })
const { url } = target.product

type Listed = { items: { id: string; code?: string; page?: string }[] }
const list = async (path: string) => ((await (await fetch(url + path)).json()) as Listed).items
const projects = await list('/api/projects?limit=200&q=kehittäminen')
const organisations = await list('/api/organisations?limit=200')
const people = await Promise.all(
  Array.from({ length: 10 }, (_, i) =>
    target.person(`Koordinaattori ${i + 1}`, [{ office: 'coordinator', ecosystem: target.ecosystems[i]! }]),
  ),
)

let seed = 11
const pick = <T>(from: readonly T[]): T => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return from[seed % from.length]!
}
const words = ['digi', 'yritysten kehittäminen', 'energia', 'matkailu', 'osaaminen', 'puu']
type Asked = { path: string; body?: object }
const kinds: readonly (readonly [kind: string, share: number, make: (person: number) => Asked])[] = [
  ['own page', 10, () => ({ path: '/workspace' })],
  [
    'list',
    20,
    () => ({ path: `/projects?q=${encodeURIComponent(pick(words))}&offset=${pick([0, 20, 40])}` }),
  ],
  ['project', 20, () => ({ path: pick(projects).page ?? '/projects' })],
  ['organisation', 10, () => ({ path: `/organisations/${pick(organisations).id}` })],
  ['imports', 5, () => ({ path: '/sources' })],
  ['notifications', 5, () => ({ path: '/notifications' })],
  [
    'comment +',
    10,
    (i) => ({
      path: '/api/comments',
      body: {
        kind: 'project',
        id: pick(projects).id,
        text: `Muistiinpano ${seed}`,
        ecosystem: target.ecosystems[i]!,
      },
    }),
  ],
  [
    'draft +',
    10,
    (i) => ({
      path: `/api/drafts/organisation.edit/${organisations[i * 3]!.id}`,
      body: {
        operation: newId(),
        fields: [{ name: `huomio-${seed}`, value: `Nimi ${seed}`, base: 0 }],
      },
    }),
  ],
  [
    'follow +',
    5,
    () => ({
      path: '/api/subject/follow',
      body: { kind: 'project', id: pick(projects).id, following: pick([true, false]) },
    }),
  ],
  [
    'saved view +',
    5,
    () => ({ path: '/api/saved', body: { name: `Näkymä ${seed}`, address: '/projects?q=digi' } }),
  ],
]
const mix = kinds.flatMap(([kind, share, make]) => Array.from({ length: share }, () => ({ kind, make })))

const times = new Map<string, number[]>()
const wrong = new Map<string, number>()
async function ask(): Promise<void> {
  const who = pick(people.map((_, i) => i))
  const { kind, make } = pick(mix)
  const { path, body } = make(who)
  const began = performance.now()
  const headers = { cookie: people[who]!.cookie, origin: url, 'accept-encoding': 'gzip' }
  const answer = await fetch(url + path, {
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  times.set(kind, [...(times.get(kind) ?? []), performance.now() - began])
  if (answer.status === 200) return
  const told = `${kind} ${answer.status} ${answer.status >= 500 ? text.slice(0, 100) : text.slice(0, 200)}`
  wrong.set(told, (wrong.get(told) ?? 0) + 1)
}

/** Seconds of processor that the server (not its database) has used: says the cost whatever else the machine does. */
const processor = async () => {
  const told = await (await fetch(`${url}/metrics`)).text()
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(told)?.[1])
}

const pace = async (forSeconds: number) => {
  const asked: Promise<void>[] = []
  const began = performance.now()
  for (let i = 0; i < Number(rate) * forSeconds; i++) {
    const due = began + (i * 1_000) / Number(rate)
    if (due > performance.now()) await new Promise((done) => setTimeout(done, due - performance.now()))
    asked.push(ask())
  }
  await Promise.all(asked)
  return (performance.now() - began) / 1_000
}

const row = (kind: string, of: readonly number[]) => {
  const sorted = [...of].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const cells = [0.5, 0.95, 0.99].map((s) => at(s).toFixed(1).padStart(8)).join('')
  say(`${kind.padEnd(16)}${String(sorted.length).padStart(7)}${cells}`)
}
try {
  await pace(5)
  const before = await processor()
  times.clear()
  wrong.clear()
  const took = await pace(Number(seconds))
  say(`${rate} requests a second for ${seconds} s by ${people.length} people, three of ten are writes`)
  say(`${''.padEnd(16)}  asked  p50 ms  p95 ms  p99 ms`)
  for (const [kind] of kinds) row(kind, times.get(kind) ?? [])
  row('all', [...times.values()].flat())
  say(
    `${((Number(rate) * Number(seconds)) / took).toFixed(1)} answered a second; not taken ${[...wrong.values()].reduce((a, b) => a + b, 0)}`,
  )
  const cost = ((await processor()) - before) * 1_000
  say(`processor time of the server ${(cost / (Number(rate) * Number(seconds))).toFixed(1)} ms a request`)
  for (const [told, n] of wrong) say(`  ${n} x ${told}`)
} finally {
  await target.stop()
}
