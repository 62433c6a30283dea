/**
 * Our measures of networks beside those of networkx (Debian's python3-networkx) on three graphs: the largest
 * difference of each, and the modularity of our communities as a ratio to its best Louvain of five seeds.
 *   npm run bench -- network-judge
 */
import { danishGraph, danishIsAtHand, inPieces, scaleFree } from '../test/network/graphs.ts'
import { judge, networkxIsThere } from '../test/network/judge.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
if (!networkxIsThere) {
  say('python3-networkx is not there: install it, then ask again')
  process.exit(1)
}
const graphs = [
  ['scale-free, 2 000 actors', scaleFree(2000, 3, 7)],
  ['weights, several parts, actors alone', inPieces(3)],
  ...(danishIsAtHand ? ([['Danish joint projects 2007-2013', danishGraph()]] as const) : []),
] as const
for (const [name, graph] of graphs) {
  const { differences, bridgesAgree, modularity } = judge(graph)
  say(`${name}: ${graph.size} actors, ${graph.edges} pairs`)
  for (const [measure, difference] of Object.entries(differences))
    say(`  ${measure.padEnd(24)} largest difference ${difference.toExponential(1)}`)
  say(`  ${'bridges'.padEnd(24)} ${bridgesAgree ? 'the same' : 'DIFFERENT'}`)
  const { ours, theirs, louvain } = modularity
  say(
    `  modularity ${ours.toFixed(6)} (by networkx ${theirs.toFixed(6)}), Louvain of networkx ${louvain.toFixed(6)}, ratio ${(ours / louvain).toFixed(4)}`,
  )
}
