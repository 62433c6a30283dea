/**
 * The scripted attack, whole: every field of every action and form with every payload, every address, ids of every
 * table, forged secrets; on the real product with its own database:
 *   npm run bench -- attack [ONE IN SO MANY]
 * Prints what was tried and what was found; ends with 1 when anything was.
 */
import { verifyAudit } from '../src/kernel/audit-chain.ts'
import { attack } from '../test/attack/run.ts'
import { openTarget } from '../test/attack/target.ts'

const [share = '1'] = process.argv.slice(2)
const target = await openTarget()
const say = (text: string) => process.stdout.write(`${text}\n`)
let found = 0
try {
  const began = performance.now()
  const campaign = await attack(target, Number(share))
  say(`${'part'.padEnd(22)}  tries  refused  taken  found  p50 ms  p95 ms  max ms`)
  for (const { name, tally } of campaign) {
    const times = [...tally.times].sort((a, b) => a - b)
    const at = (part: number) =>
      (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(0)
    const of = (from: number, to: number) =>
      [...tally.statuses].filter(([s]) => s >= from && s < to).reduce((sum, [, n]) => sum + n, 0)
    const cells = [
      tally.requests,
      of(400, 500),
      of(200, 400),
      tally.findings.length,
      at(0.5),
      at(0.95),
      at(1),
    ]
    const widths = [7, 9, 7, 7, 8, 8, 8]
    say(`${name.padEnd(22)}${cells.map((c, i) => String(c).padStart(widths[i]!)).join('')}`)
    found += tally.findings.length
    const told = new Map(tally.findings.map((f) => [`${f.what}: ${f.where}`, f]))
    for (const f of [...told.values()].slice(0, 60)) say(`  ${f.what}: ${f.where} with ${f.with}: ${f.told}`)
  }
  const alive = (await fetch(`${target.product.url}/ready`)).status === 200
  const { entries, broken } = await verifyAudit(target.database.db)
  const faults = target.product.output().match(/"msg":"fault"/g)?.length ?? 0
  say(
    `server ${alive ? 'up' : 'DOWN'} after ${((performance.now() - began) / 1000).toFixed(0)} s; faults logged ${faults}; audit of ${entries} entries ${broken.length === 0 ? 'whole' : 'BROKEN'}`,
  )
  if (!alive || broken.length > 0 || faults > 0) found += 1
} finally {
  await target.stop()
}
process.exitCode = found > 0 ? 1 : 0
