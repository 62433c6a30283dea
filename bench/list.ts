/**
 * How long the list of projects takes, facets and counts included, over what the server holds:
 *   npm run bench -- list [ADDRESS] [QUERIES]
 * Every query is another: words of real titles in the form they stand in, pairs of them, one letter left out of one in
 * ten, filters and amounts, any page. One after another, so the time is the server's own and not a queue's.
 */
const [address = 'http://localhost:3000', queries = '300'] = process.argv.slice(2)

type Listed = { items: { name: string }[]; total: number }
const ask = async (query: string): Promise<Listed> =>
  (await (await fetch(`${address}/api/projects?${query}`)).json()) as Listed

let seed = 11
const random = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed % below
}
const { total } = await ask('limit=1')
const titles: string[] = []
for (let i = 0; i < 20; i++)
  titles.push(
    ...(await ask(`limit=50&sort=name&offset=${random(Math.max(1, total - 50))}`)).items.map((p) => p.name),
  )
const words = titles.flatMap((t) => t.match(/\p{L}{4,}/gu) ?? [])
const word = () => words[random(words.length)]!
const misspelt = (w: string) => w.slice(0, 2) + w.slice(3)

const makers: readonly (readonly [kind: string, share: number, make: () => Record<string, string>])[] = [
  ['one word', 30, () => ({ q: word() })],
  ['two words', 20, () => ({ q: `${word()} ${word()}` })],
  ['misspelt', 10, () => ({ q: misspelt(word()) })],
  ['word and filter', 20, () => ({ q: `${word()} >${random(300) * 1000}`, fund: 'ERDF' })],
  [
    'filters',
    20,
    () => ({
      year: String(2007 + random(10)),
      status: 'ended',
      priority: String(1 + random(4)),
      sort: '-realised',
    }),
  ],
]
const mix = makers.flatMap(([kind, share, make]) => Array.from({ length: share }, () => ({ kind, make })))
const times = new Map<string, number[]>(makers.map(([kind]) => [kind, []]))
for (let i = 0; i < Number(queries); i++) {
  const { kind, make } = mix[random(mix.length)]!
  const query = new URLSearchParams({ ...make(), offset: String(random(5) * 20) }).toString()
  const began = performance.now()
  await ask(query)
  times.get(kind)!.push(performance.now() - began)
}
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const row = (kind: string, of: readonly number[]) => {
  const sorted = [...of].sort((a, b) => a - b)
  process.stdout.write(
    `${kind.padEnd(18)}${String(sorted.length).padStart(6)}${[0.5, 0.95, 1].map((s) => at(sorted, s).toFixed(1).padStart(9)).join('')}\n`,
  )
}
process.stdout.write(`${total} projects at ${address}\n${''.padEnd(18)}     n   p50 ms   p95 ms   max ms\n`)
for (const [kind, of] of times) row(kind, of)
row('all', [...times.values()].flat())

export {}
