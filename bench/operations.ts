/**
 * How fast the list of operations answers while visitors arrive at a steady pace, whether or not the ones before have
 * been answered; over all the projects of a running product:
 *   npm run bench -- operations [ADDRESS] [ARRIVALS PER SECOND] [SECONDS]
 * Each visit is another address: a page of the list, an order, a filter, words, in three languages. Ends with 1 where the
 * 95th percentile is 100 ms or more.
 */
const [address = 'http://localhost:3000', rate = '50', seconds = '20'] = process.argv.slice(2)

let seed = 11
const pick = <T>(from: readonly T[]): T => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return from[Math.floor(seed / 65_536) % from.length]!
}
const sorts = ['code', 'name', 'beneficiary', 'start', '-start', 'end', 'cost', '-cost', 'fund']
const words = ['digi', 'energia', 'matkailu', 'osaaminen', 'hyvinvointi', 'kehittäminen', 'yritys', 'puu']
const kinds: Readonly<Record<string, () => string>> = {
  page: () => `offset=${20 * (Math.floor(seed / 65_536) % 1000)}`,
  sorted: () => `sort=${pick(sorts)}&offset=${20 * (Math.floor(seed / 65_536) % 1000)}`,
  filtered: () =>
    `period=${pick(['2007-2013', '2014-2020'])}&fund=${pick(['ERDF', 'ESF'])}&offset=${20 * (Math.floor(seed / 65_536) % 100)}`,
  words: () => `q=${encodeURIComponent(pick(words))}&offset=${20 * (Math.floor(seed / 65_536) % 4)}`,
}

const times = new Map<string, number[]>()
let errors = 0
async function visit(): Promise<void> {
  const kind = pick(Object.keys(kinds))
  const path = `${pick(['', '/sv', '/en'])}/operations?${kinds[kind]!()}`
  const began = performance.now()
  const answer = await fetch(address + path, { headers: { 'accept-encoding': 'gzip' } }).catch(
    () => undefined,
  )
  await answer?.arrayBuffer()
  if (answer?.status !== 200) errors++
  times.set(kind, [...(times.get(kind) ?? []), performance.now() - began])
}

// The completeness of the whole list is counted once for a revision of the data, by whoever comes first.
await fetch(`${address}/operations`)
const began = performance.now()
const visits: Promise<void>[] = []
for (let i = 0; i < Number(rate) * Number(seconds); i++) {
  const due = began + (i * 1000) / Number(rate) - performance.now()
  if (due > 0) await new Promise((resolve) => setTimeout(resolve, due))
  visits.push(visit())
}
await Promise.all(visits)

const say = (text: string) => process.stdout.write(`${text}\n`)
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
say(
  `${rate} arrivals a second for ${seconds} s\n| /operations | visits | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|---|`,
)
const all = [...times.values()].flat()
for (const [kind, own] of [...times, ['all', all] as const]) {
  const sorted = [...own].sort((a, b) => a - b)
  say(
    `| ${kind} | ${sorted.length} | ${[0.5, 0.95, 0.99].map((s) => at(sorted, s).toFixed(0)).join(' | ')} |`,
  )
}
say(`errors ${errors}`)
const p95 = at(
  [...all].sort((a, b) => a - b),
  0.95,
)
process.exitCode = errors > 0 || p95 >= 100 ? 1 : 0

export {}
