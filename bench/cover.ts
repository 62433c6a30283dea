/**
 * How long consortia take: the best of 200 candidates for 15 demands, proved by HiGHS, over several seeds; a first one
 * at once; the next best partner among 10 000 candidates for 30 demands; the calls of 1 000 that fit one actor. Times are
 * those of the processor, so that what else the machine does changes little.
 *   npm run bench -- cover
 */
import {
  bestConsortium,
  nextPartners,
  type Opening,
  openingsReader,
  quickConsortium,
  readEvidence,
  tiesBetween,
} from '../src/engine/network/cover/index.ts'
import { loadCoverPrograms } from '../src/kernel/cover-programs.ts'
import { randomCall, randomCandidates, randomTies, today } from './cover-world.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const timed = <T>(run: () => T): { ms: number; result: T } => {
  const began = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(began)
  return { ms: (user + system) / 1_000, result }
}
const spread = (times: number[]): string => {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(0)
  return `median ${at(0.5)} ms, longest ${at(1)} ms`
}

const solve = await loadCoverPrograms()
// The first question also loads and compiles what is asked with: that is told apart.
const warm = timed(() => {
  const evidence = readEvidence(randomCall(6, 50), randomCandidates(20, 51), today)
  return bestConsortium({ evidence, ties: tiesBetween(evidence, []) }, solve)
})
say(`The first question of a process, 20 candidates and 6 demands: ${warm.ms.toFixed(0)} ms`)
for (const aim of ['fewest', 'weighted'] as const) {
  const [quick, proved]: [number[], number[]] = [[], []]
  let [unproved, same, sizes, infeasible] = [0, 0, '', 0]
  for (let seed = 1; seed <= 12; seed++) {
    const evidence = readEvidence(randomCall(15, seed), randomCandidates(200, seed + 100), today)
    const ties = tiesBetween(evidence, randomTies(evidence.candidates, 1_500, seed + 200))
    const question = { evidence, ties, aim }
    const first = timed(() => quickConsortium(question))
    const best = timed(() => bestConsortium(question, solve))
    quick.push(first.ms)
    proved.push(best.ms)
    const { best: found, contradiction } = best.result
    if (contradiction) infeasible++
    if (!found?.proved) unproved++
    if (found && first.result.join() === found.members.join()) same++
    sizes += ` ${found?.members.length ?? '-'}/${first.result.length}`
  }
  say(
    `200 candidates, 15 demands, ${aim}, 12 seeds (partners: best/at once${sizes}; ${infeasible} infeasible)`,
  )
  say(`  at once          ${spread(quick)}; the best in ${same} of 12`)
  say(`  proved by HiGHS  ${spread(proved)}; not proved ${unproved}`)
}

const call = randomCall(30, 7)
const many = randomCandidates(10_000, 8)
const ties = randomTies(many, 40_000, 9)
const facts = many.reduce((sum, { facts }) => sum + facts.length, 0)
const read = [1, 2, 3].map(() => timed(() => readEvidence(call, many, today)))
const evidence = read[0]!.result
const tied = timed(() => tiesBetween(evidence, ties))
const members: number[] = []
const steps: number[] = []
for (let step = 0; step < 10; step++) {
  const next = timed(() => nextPartners({ evidence, ties: tied.result, members, most: 20 }))
  steps.push(next.ms)
  members.push(next.result.suggestions[0]!.candidate)
}
say(`10 000 candidates with ${facts} facts, 40 000 ties, 30 demands`)
say(`  evidence read    ${spread(read.map(({ ms }) => ms))}; ties ${tied.ms.toFixed(0)} ms (once)`)
say(`  next partner     ${spread(steps)}; first ${steps[0]!.toFixed(0)} ms`)

const openings = Array.from({ length: 1_000 }, (_, o): Opening => {
  const open = randomCall(12, 1_000 + o)
  const none = open.demands.map(() => 0)
  return { id: `o${o}`, call: open, met: none, shown: none, partners: 0, regions: [], countries: [] }
})
const prepared = timed(() => openingsReader(openings))
const fits = many.slice(0, 20).map((actor) => timed(() => prepared.result(actor, today)))
say('1 000 openings of 12 demands')
say(`  read             ${prepared.ms.toFixed(0)} ms (once)`)
say(
  `  one actor        ${spread(fits.map(({ ms }) => ms))}; ${fits[0]!.result.length} of 1 000 fit the first one`,
)
