import { torture } from '../test/drafts/torture.ts'

/**
 * Three people type in one long form, each in a browser of their own, while at random moments a browser, the server,
 * the database or the network is killed. Afterwards every character that was shown as saved is looked for.
 *   npm run bench -- drafts [KILLS] [SEED]
 */
const [kills = '50', seed = '1'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)
const began = performance.now()
const told = await torture(Number(kills), Number(seed), say)
const row = (what: string, value: number | string) => say(`${what.padEnd(46)}${String(value).padStart(10)}`)
row('kills', kills)
for (const [victim, times] of Object.entries(told.kills)) row(`  ${victim}`, times)
row('characters typed', told.characters)
row('characters shown as saved', told.acknowledged)
row('  of them lost', told.lost.length)
row('  of them overwritten without asking', told.overwritten.length)
row('words unsaved in a browser when it was killed', told.unsavedAtDeath)
row('  of them back when it was opened again', told.cameBack)
row('times a person was asked which text stays', told.asked)
row('changes kept in the history', told.changes)
row('seconds', Math.round((performance.now() - began) / 1000))
if (told.lost.length + told.overwritten.length > 0) {
  say(`lost: ${told.lost.join(' ')}\noverwritten: ${told.overwritten.join(' ')}`)
  process.exitCode = 1
}
