/**
 * The last minute of a call: many people with their drafts open, typing; some of them send, some in the very last second,
 * some just after it.
 *   npm run bench -- deadline [PEOPLE] [SENDING] [SECONDS]
 * Starts the product with its own database and a mail server for the receipts. Each person has an application of their
 * own, filled in by the requests that the page makes. Afterwards everything that was said to be saved is looked for.
 */

import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../src/config.ts'
import { openHouse } from '../src/house.ts'
import { transaction } from '../src/kernel/db.ts'
import { createLog } from '../src/kernel/log.ts'
import { inTurns } from '../test/attack/campaign.ts'
import { openTarget } from '../test/attack/target.ts'
import { startMailServer } from '../test/journeys/mail-server.ts'
import { Applicant, type Book, type Kind } from './deadline-applicant.ts'
import { openCall } from './deadline-call.ts'
import { look } from './deadline-check.ts'
import { costOf } from './deadline-cost.ts'

const [people = 300, sending = 60, seconds = 60] = process.argv.slice(2).map(Number)
const lateToo = Math.round(sending / 6)
const say = (text: string) => process.stdout.write(`${text}\n`)
let seed = 17
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const mail = await startMailServer()
const env = { TALKOOT_MAIL: mail.setting, TALKOOT_MAIL_FROM: 'Talkoot <talkoot@example.fi>' }
const target = await openTarget({ env })
const { url, dataFolder } = target.product
const house = await openHouse(readConfig({ TALKOOT_DATA: dataFolder }), createLog('silent'), 'command', 2)
try {
  const call = await openCall(target)
  const book: Book = { times: [], errors: [] }
  const applicants = await Promise.all(
    Array.from({ length: people }, async (_, i) => {
      const who = await target.person(`Hakija ${i}`, [])
      const email = { email: `hakija.${i}@example.fi` }
      await target.database.db.updateTable('person').set(email).where('id', '=', who.id).execute()
      return new Applicant(i, who, url, book)
    }),
  )
  const began = performance.now()
  // Those who send last have everything; of the others some sections stand open.
  const sends = applicants.slice(-sending)
  const afterwards = applicants.slice(0, lateToo)
  const fill = async (one: Applicant) => {
    await one.begin(call)
    await one.fill(sends.includes(one) || afterwards.includes(one) ? [] : ['declarations', 'continuation'])
  }
  await inTurns(
    applicants.map((one) => () => fill(one)),
    4,
  )
  if (book.errors.length > 0) throw new Error(`could not be filled in: ${book.errors.slice(0, 5).join('\n')}`)
  say(
    `${people} applications filled in, ${book.times.length} saves, ${Math.round((performance.now() - began) / 1_000)} s`,
  )

  const lead = 15_000
  const deadline = Date.now() + lead + seconds * 1_000
  const closes = new Date(deadline)
  await transaction(target.database.db, async (tx) => {
    await tx.updateTable('call').set({ closes_at: closes }).where('code', '=', call).execute()
    await house.queue.jobs.enqueue(tx, 'calls.clock', {}, { startAfter: closes })
  })
  // A third in the minute, a third in its last ten seconds, a third in the very last one.
  const before = (i: number) =>
    i % 3 === 0
      ? 11_000 + random() * (seconds - 11) * 1_000
      : i % 3 === 1
        ? 1_000 + random() * 9_000
        : 5 + random() * 995
  const after = () => 5 + random() * 3_000
  const end = deadline + 5_000
  const write = async (one: Applicant, until = end) => one.work(until, random)
  const sender = async (one: Applicant, i: number) => {
    const at = deadline - before(i)
    await write(one, at - 4_500)
    await one.submitAt(at)
    // Every sixth of them changes something in time once more, and sends it too late to replace the first version.
    if (i % 6 !== 0 || Date.now() > deadline - 1_000) return
    await one.save('need', [['strategy', `Vielä muutos ${one.n}, ehkä myöhässä.`]])
    await one.submitAt(deadline + after(), false)
  }
  const latecomer = async (one: Applicant) => {
    const at = deadline + after()
    await write(one, at - 4_500)
    await one.submitAt(at)
  }
  const work = [
    ...applicants.slice(lateToo, -sending).map((one) => write(one)),
    ...sends.map(sender),
    ...afterwards.map(latecomer),
  ]
  // The first quarter of a minute brings everybody to their places.
  await pause(lead)
  book.times.length = 0
  const start = await costOf(url, dataFolder)
  await Promise.all(work)
  const stop = await costOf(url, dataFolder)
  for (const one of applicants) one.leave()
  await table(book, start, stop)
  const found = await look(target, applicants, deadline)
  const { inTime, late, refused, wrong } = found.submits
  say(`${'values said to be saved'.padEnd(46)}${String(found.values).padStart(8)}`)
  say(`${'  of them lost'.padEnd(46)}${String(found.lost.length).padStart(8)}`)
  say(`${'sent in time and kept'.padEnd(46)}${String(inTime).padStart(8)}`)
  say(`${'first sent after the deadline, kept as late'.padEnd(46)}${String(late).padStart(8)}`)
  say(`${'replacing after the deadline, refused'.padEnd(46)}${String(refused).padStart(8)}`)
  say(`${'  judged wrongly'.padEnd(46)}${String(wrong.length).padStart(8)}`)
  for (let i = 0; i < 100 && mail.received.length < inTime + late; i++) await pause(200)
  say(`${'receipts that came by mail'.padEnd(46)}${String(mail.received.length).padStart(8)}`)
  for (const told of [...book.errors, ...found.lost, ...wrong].slice(0, 20)) say(`  ${told}`)
  if (book.errors.length + found.lost.length + wrong.length > 0) process.exitCode = 1
} finally {
  await house.close()
  await target.stop()
  await mail.stop()
}

type Cost = Awaited<ReturnType<typeof costOf>>

async function table({ times, errors }: Book, from: Cost, to: Cost): Promise<void> {
  const kinds: Kind[] = ['save', 'follow', 'task list', 'section page', 'check page', 'submit']
  const row = (name: string, of: readonly number[]) => {
    const sorted = [...of].sort((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
    const cells = [0.5, 0.95, 0.99, 1].map((share) => at(share).toFixed(0).padStart(8)).join('')
    say(`${name.padEnd(16)}${String(sorted.length).padStart(8)}${cells}`)
  }
  say(`${''.padEnd(16)}   asked  p50 ms  p95 ms  p99 ms  max ms`)
  for (const kind of kinds)
    row(
      kind,
      times.filter((t) => t.kind === kind).map((t) => t.took),
    )
  row(
    'all',
    times.map((t) => t.took),
  )
  const span = to.at - from.at
  const share = (a: number, b: number) => `${(((b - a) / span) * 100).toFixed(0)} %`
  say(
    `${(times.length / span).toFixed(0)} requests a second; errors ${errors.length}; of one processor: server ${share(from.server, to.server)}, database ${share(from.database, to.database)}, this generator ${share(from.generator, to.generator)}; memory of the server ${to.memory.toFixed(0)} MB`,
  )
  const each = (a: number, b: number) => (((b - a) * 1_000) / times.length).toFixed(1)
  say(
    `processor time for a request: server ${each(from.server, to.server)} ms, database ${each(from.database, to.database)} ms`,
  )
}
