import { conflictsIn } from '../src/engine/conflict/index.ts'
import { decoys } from './conflict-decoys.ts'
import { tryConflicts } from './conflict-trial.ts'

/**
 * The conflict engine on a made register with planted ties and decoys: recall, precision, evidence, time.
 * `npm run bench -- conflicts [of each kind] [seed]`
 */
const each = Number(process.argv[2] ?? 500)
const seed = Number(process.argv[3] ?? 2003)
const say = (line: string) => process.stdout.write(`${line}\n`)
const sizes = { people: 1500, applications: 300, organisations: 20_000, projects: 30_000 }

const trial = tryConflicts(seed, each, sizes)
const { register, applications, people, day } = trial.world
say(
  `seed ${seed}: ${register.organisations.length} organisations, ${register.links.length} links between them,`,
)
say(
  `${register.ties.length} places of people, ${register.projects.length} projects; ${each} decoys of each of`,
)
say(
  `${Object.keys(decoys).length} sorts; ${people.length} people against ${applications.length} applications\n`,
)
say(`${'kind'.padEnd(20)}planted    ties   found   shown  judged   recall`)
for (const row of trial.rows) {
  const figures = [row.planted, row.ties, row.found, row.shown, row.judged]
  const recall = `${((100 * row.found) / row.ties).toFixed(1)} %`
  say(`${row.kind.padEnd(19)}${figures.map((n) => String(n).padStart(8)).join('')}${recall.padStart(9)}`)
}
const sum = (of: 'ties' | 'found' | 'shown' | 'judged') => trial.rows.reduce((all, row) => all + row[of], 0)
const precision = (100 * (trial.ties.length - trial.surplus.length)) / trial.ties.length
say(`\nties found ${trial.ties.length}: recall ${((100 * sum('found')) / sum('ties')).toFixed(2)} %,`)
say(`precision ${precision.toFixed(2)} % (${trial.surplus.length} that nothing planted explains),`)
say(`without evidence or with a record that does not exist: ${trial.unproved.length}`)
for (const tie of trial.surplus.slice(0, 5)) say(`  surplus: ${tie.key}`)

const some = people.slice(0, 60)
const times = Array.from({ length: 9 }, () => {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const conflicts = conflictsIn(register, day)
  const read = performance.now()
  const ties = conflicts.tiesBetween(some, applications).length
  const { user, system } = process.cpuUsage(cpu)
  return { read: read - began, looked: performance.now() - read, processor: (user + system) / 1000, ties }
})
const middle = (of: 'read' | 'looked' | 'processor') =>
  times
    .map((t) => t[of])
    .sort((a, b) => a - b)
    [times.length >> 1]!.toFixed(0)
say(`\n${some.length} people x ${applications.length} applications, median of ${times.length}: register read`)
say(`in ${middle('read')} ms, ${times[0]!.ties} ties in ${middle('looked')} ms;`)
say(`processor time of both ${middle('processor')} ms`)
const whole = sum('found') === sum('ties') && sum('shown') === sum('ties') && sum('judged') === sum('ties')
process.exitCode = whole && trial.surplus.length === 0 && trial.unproved.length === 0 ? 0 : 1
