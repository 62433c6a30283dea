import { bestConsortium, readEvidence, tiesBetween } from '../src/engine/network/cover/index.ts'
import { loadCoverPrograms } from '../src/kernel/cover-programs.ts'
import { randomCall, randomCandidates, randomTies, today } from './cover-world.ts'
const solve = await loadCoverPrograms()
for (const aim of ['fewest', 'weighted'] as const)
for (let seed = 1; seed <= 6; seed++) {
  const evidence = readEvidence(randomCall(15, seed), randomCandidates(200, seed + 100), today)
  const ties = tiesBetween(evidence, randomTies(evidence.candidates, 1_500, seed + 200))
  const t: string[] = []
  bestConsortium({ evidence, ties, aim }, (p) => { const b = performance.now(); const a = solve(p); t.push(`${p.variables}v ${p.rows.length}r ${(performance.now()-b).toFixed(0)}ms`); return a })
  console.log(aim, seed, t.join(' | '))
}
