import { frontierOf } from '../src/engine/portfolio/frontier.ts'
import { instanceNames, instancesFolder, readInstance, valuesOf } from '../test/portfolio/instances.ts'

/**
 * Every published problem of ../shared/data/mobkp-instances, none left out: which sizes the portfolio engine ends, and
 * whether the values that it then has are those of the reference, every one. The limit is processor time, so that a
 * busy machine makes no difference.
 * `npm run bench -- portfolio-sizes [seconds] [pattern of a name]`
 */
const seconds = Number(process.argv[2] ?? 60)
const pattern = new RegExp(process.argv[3] ?? '')
const say = (line: string) => process.stdout.write(`${line}\n`)

type Outcome = { name: string; took: number; found: number; outcome: 'equal' | 'WRONG' | 'not ended' }

function solved(name: string): Outcome {
  const instance = readInstance(name)
  const before = process.cpuUsage()
  for (const { values, exact } of frontierOf(instance.programme)) {
    const { user, system } = process.cpuUsage(before)
    const took = (user + system) / 1e6
    if (!exact && took < seconds) continue
    const isEqual = valuesOf(values, instance.criteria).join() === instance.values.join()
    const found = values.length / instance.criteria
    return { name, took, found, outcome: exact ? (isEqual ? 'equal' : 'WRONG') : 'not ended' }
  }
  throw new Error('a search always ends with what it found')
}

if (!instancesFolder()) {
  say('The instances are not here: ../shared/data/mobkp-instances. Nothing was measured.')
} else {
  const outcomes: Outcome[] = []
  for (const name of instanceNames().filter((n) => pattern.test(n))) {
    const one = solved(name)
    outcomes.push(one)
    say(
      `${name.padEnd(34)}${String(one.found).padStart(6)} values${one.took.toFixed(2).padStart(8)} s  ${one.outcome}`,
    )
  }
  const sizes = new Map<string, Outcome[]>()
  for (const one of outcomes) {
    const size = one.name.replace(/_.*/, '')
    sizes.set(size, [...(sizes.get(size) ?? []), one])
  }
  const count = (of: readonly Outcome[], outcome: Outcome['outcome']) =>
    of.filter((one) => one.outcome === outcome).length
  say(`\n${'size'.padEnd(18)}ended  equal  not ended  longest of those that ended`)
  for (const [size, of] of [...sizes, ['all', outcomes] as const]) {
    const ended = of.filter((one) => one.outcome !== 'not ended')
    const longest = ended.length > 0 ? `${Math.max(...ended.map(({ took }) => took)).toFixed(2)} s` : '-'
    say(
      `${size.padEnd(18)}${String(ended.length).padStart(5)}${String(count(of, 'equal')).padStart(7)}${String(count(of, 'not ended')).padStart(11)}${longest.padStart(12)}`,
    )
  }
  say(`\n${seconds} s of processor time each`)
  if (count(outcomes, 'WRONG') > 0) process.exitCode = 1
}
