/**
 * Whom the engine would have suggested for joint projects of the past: one partner is hidden, everybody who had been in
 * a project before is ranked by what was known before the first day, and the hidden one is or is not among the first
 * ten. Weights are chosen on one half of the projects and judged on the other. Beside it: the most active, the most
 * active of the region, and other ways. A partner that had never been in a project can be found by nobody; such are
 * counted in the rate "of all".
 *   npm run bench -- cover-backtest
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readOntology } from '../src/engine/likeness/index.ts'
import {
  type Candidate,
  nextPartners,
  readEvidence,
  type Tie,
  tiesBetween,
} from '../src/engine/network/cover/index.ts'
import { type Case, type Cases, casesOf, type Feature } from './cover-cases.ts'
import { danishProjects, finnishProjects } from './cover-history.ts'
import { crossValidated, isFound, learn, type Mix } from './cover-learning.ts'
import { hasData } from './matching-data.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const yso = path.join(import.meta.dirname, '../data/subjects/yso.tsv.gz')
const ontology = readOntology(gunzipSync(readFileSync(yso)).toString('utf8'))

/** Projects fall into halves by their place in the list, as if by lot, and the same in each run. */
const isTaught = ({ project }: Case): boolean => (project * 7_919) % 101 < 50

/** Wilson's 95 % interval of a share. */
function interval(found: number, of: number): string {
  const [p, z] = [found / of, 1.96]
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of)
  return `${(100 * (middle - half)).toFixed(1)} to ${(100 * (middle + half)).toFixed(1)}`
}

/** Whether the engine itself, with its own weights, has the hidden one among its first ten. */
function engineFinds({ history }: Cases) {
  let last = -1
  let ties: Tie[] = []
  return ({ project, start, members, candidates, hidden, features }: Case): boolean => {
    if (project !== last) {
      ties = history.before(project).flatMap((place) => tiesIn(history.projects[place]!))
      last = project
    }
    const known = candidates.map(
      (id, i): Candidate => ({
        id,
        name: id,
        facts: [],
        projects: Math.round(2 ** features.activity[i]! - 1),
        likeness: features.likeness[i]!,
        home: features.home[i]!,
      }),
    )
    const all = [...known, ...members.map((id): Candidate => ({ id, name: id, facts: [] }))]
    const limits = { least: 1, most: 200 }
    const evidence = readEvidence({ demands: [], limits, exclusions: [] }, all, start)
    const { suggestions } = nextPartners({
      evidence,
      ties: tiesBetween(evidence, ties),
      members: members.map((_, i) => known.length + i),
      most: 10,
    })
    return suggestions.some(({ candidate }) => candidate === hidden)
  }
}

const tiesIn = ({ members, start }: Cases['history']['projects'][number]): Tie[] =>
  members.flatMap((a, i) =>
    members.slice(i + 1).map((b) => ({ a, b, weight: 1 / (members.length - 1), last: start })),
  )

function report(name: string, found: Cases): void {
  const [taught, judged] = [found.cases.filter(isTaught), found.cases.filter((one) => !isTaught(one))]
  const joint = new Set(found.cases.map(({ project }) => project)).size
  const seen = found.cases.length / found.hidden
  say(`${name}: ${found.hidden} partners of joint projects hidden one by one`)
  say(
    `  ${found.cases.length} (${(100 * seen).toFixed(0)} %) had been in a project before, in ${joint} projects`,
  )
  say(
    `  ${taught.length} to choose weights, ${judged.length} to judge; the last among ${judged.at(-1)!.candidates.length}`,
  )
  say('  in the first ten of ...               found   95 % interval   of all')
  const line = (what: string, finds: (one: Case) => boolean) => {
    const hits = judged.filter(finds).length
    const rate = (100 * hits) / judged.length
    say(
      `  ${what.padEnd(38)}${rate.toFixed(1).padStart(5)}   ${interval(hits, judged.length).padEnd(14)}  ${(rate * seen).toFixed(1)}`,
    )
  }
  const by = (what: string, mix: Mix) => line(what, (one) => isFound(one, mix))
  by('most active (baseline)', { activity: 1 })
  by('most active of the region (baseline)', { home: 100, activity: 1 })
  by('common neighbours', { common: 1 })
  by('joint work by project size and age', { joint: 1 })
  by('likest earlier project', { likeness: 1 })
  by('random walk with restart', { walk: 1 })
  const mixes: [string, Feature[]][] = [
    ['learnt mix', ['likeness', 'joint', 'home', 'activity']],
    ['learnt mix with the walk', ['likeness', 'joint', 'home', 'activity', 'walk']],
  ]
  for (const [what, use] of mixes) {
    const tried = [1e-3, 1e-2].map((ridge) => ({ ridge, rate: crossValidated(taught, use, ridge) }))
    const { ridge, rate } = tried.sort((a, b) => b.rate - a.rate)[0]!
    const mix = learn(taught, use, ridge)
    by(what, mix)
    const weights = Object.entries(mix).map(([feature, weight]) => `${feature} ${weight.toFixed(2)}`)
    say(`    ${weights.join(', ')}; ${(100 * rate).toFixed(1)} by cross-validation where it was chosen`)
  }
  line('the engine (nextPartners)', engineFinds(found))
}

if (hasData()) report('Danish ERDF projects 2007-2013', casesOf(danishProjects(), ontology))
else say('Danish projects: the list is not beside the checkout.')
report('Finnish joint projects 2007-2016', casesOf(finnishProjects(), ontology))
