import { frontierOf } from '../src/engine/portfolio/frontier.ts'
import { instanceNames, instancesFolder, readInstance, valuesOf } from '../test/portfolio/instances.ts'

/**
 * The portfolio engine on published problems with known answers (../shared/data/mobkp-instances): whether it finds
 * every value of a non-dominated portfolio and no other, and how much processor time it takes. Of each kind and number of criteria
 * it goes on to larger ones until two have not ended within the limit.
 * `npm run bench -- portfolio [seconds] [part of a name]`
 */
const seconds = Number(process.argv[2] ?? 60)
const part = process.argv[3] ?? ''
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Seconds of a C++ solver (dynamic programming with bounds, one thread) on instances of the same kind and size. */
const reference: Record<string, number> = {
  'random-2D-100': 0.52,
  'random-2D-150': 5.3,
  'random-3D-40': 1.06,
  'random-3D-50': 9.5,
  'random-3D-60': 52,
  'random-4D-30': 0.54,
  'random-4D-40': 12.5,
  'random-5D-25': 1.2,
  'random-5D-30': 3.9,
  'random-6D-25': 8.9,
}

function solved(name: string): { seconds: number; found: number; ended: boolean; equal: boolean } {
  const instance = readInstance(name)
  const began = process.cpuUsage()
  const passed = () => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  }
  for (const { values, exact } of frontierOf(instance.programme)) {
    const found = values.length / instance.criteria
    if (!exact && passed() < seconds) continue
    const [took, got] = [passed(), valuesOf(values, instance.criteria)]
    return { seconds: took, found, ended: exact, equal: got.join() === instance.values.join() }
  }
  throw new Error('a search always ends with what it found')
}

if (!instancesFolder()) {
  say('The instances are not here: ../shared/data/mobkp-instances. Nothing was measured.')
} else {
  const late = new Map<string, number>()
  const total = { ended: 0, equal: 0, late: 0, 'not tried': 0 }
  let ratios = 0
  let compared = 0
  solved('random-3D-30_4') // the first one pays for the compiler
  for (const name of instanceNames().filter((n) => n.includes(part))) {
    const kind = name.replace(/-\d+_.*/, '')
    if ((late.get(kind) ?? 0) >= 2) {
      total['not tried']++
      continue
    }
    const { seconds: took, found, ended, equal } = solved(name)
    if (ended) total.ended++
    else {
      total.late++
      late.set(kind, (late.get(kind) ?? 0) + 1)
    }
    if (ended && equal) total.equal++
    const size = name.replace(/_.*/, '')
    const known = ended ? reference[size] : undefined
    if (known) {
      ratios += Math.log(known / took)
      compared++
    }
    const against = known ? `${(known / took).toFixed(1).padStart(7)} x faster` : ''
    const outcome = ended ? (equal ? 'equal' : 'WRONG') : 'late'
    say(
      `${name.padEnd(34)}${String(found).padStart(6)} values${took.toFixed(2).padStart(8)} s  ${outcome}${against}`,
    )
    if (ended && !equal) process.exitCode = 1
  }
  say(
    `\n${Object.entries(total)
      .map(([what, n]) => `${n} ${what}`)
      .join(', ')}; limit ${seconds} s`,
  )
  if (compared > 0)
    say(`geometric mean against the C++ solver: ${Math.exp(ratios / compared).toFixed(1)} x faster`)
}
