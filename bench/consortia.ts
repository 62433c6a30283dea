/**
 * How long the page of a consortium takes over what the database of DATABASE_URL holds: what is known of every
 * organisation read for the first time, the cover matrix with the best next partners again and again, the ranking of
 * all candidates alone, and the best small consortium with its proof, by the thread. The consortium is made in memory:
 * twelve demands, and five partners of the most projects. Times are those of a clock: nothing else should run.
 *   DATABASE_URL=postgres://... npm run bench -- consortia [TIMES]
 */
import { setTimeout as pause } from 'node:timers/promises'
import { nextPartners, readCall } from '../src/engine/network/cover/index.ts'
import type { Context } from '../src/kernel/context.ts'
import { connect } from '../src/kernel/db.ts'
import { createLog } from '../src/kernel/log.ts'
import { bestFor } from '../src/modules/consortia/best.ts'
import { knownTo } from '../src/modules/consortia/candidates.ts'
import { type Cover, coverOf } from '../src/modules/consortia/cover.ts'
import type { Kept } from '../src/modules/consortia/record.ts'

const [times = '30'] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const { db, close } = connect(process.env.DATABASE_URL ?? '', () => undefined)
const log = createLog('silent')
const ctx = { db, actor: { kind: 'visitor' }, now: new Date(), language: 'fi', log } as unknown as Context

function quantiles(kind: string, measured: number[]): void {
  const sorted = measured.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(0)
  say(`  ${kind.padEnd(40)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms (${sorted.length})`)
}

const began = performance.now()
const asked = [performance.now()]
let known = await knownTo(ctx)
asked.push(performance.now())
while (!known) {
  await pause(20)
  known = await knownTo(ctx)
}
say(
  `${known.size} organisations, ${[...known.values()].reduce((n, { facts }) => n + facts.length, 0)} facts of projects`,
)
say(
  `  read for the first time in ${(performance.now() - began).toFixed(0)} ms; who asked had waited ${(asked[1]! - asked[0]!).toFixed(0)} ms`,
)

const themes = [
  'robotiikka',
  'energiatehokkuus',
  'puurakentaminen',
  'matkailu',
  'biotalous',
  'hyvinvointi',
  'kiertotalous',
]
const read = readCall({
  demands: [
    ...themes.map((word, i) => ({ id: `theme${i}`, kind: 'competence', name: word, words: [word] })),
    { id: 'bed', kind: 'facility', name: 'testiympäristö', words: ['robotiikka', 'valmistus'] },
    { id: 'kind', kind: 'organisation-kind', name: 'yliopisto', codes: ['university'] },
    { id: 'regions', kind: 'anybody', name: 'viisi maakuntaa', counted: 'regions', need: 5 },
    { id: 'countries', kind: 'anybody', name: 'kolme maata', counted: 'countries', need: 3 },
    { id: 'lead', kind: 'role', name: 'koordinaattori', roles: ['coordinator'] },
  ],
})
if ('faults' in read) throw new Error(JSON.stringify(read.faults))
const partners = [...known.values()]
  .toSorted((a, b) => b.projects.length - a.projects.length)
  .slice(0, 5)
  .map(({ row }) => ({
    id: row.id,
    organisation: row.id,
    name: row.name,
    part: null,
    state: 'proposed' as const,
    share: null,
    capacity: null,
    signed: false,
  }))
const kept: Kept = {
  consortium: {
    id: '00000000-0000-7000-8000-000000000000',
    title: 'Robotiikka ja energia pienissä yrityksissä',
    aim: 'Kokeillaan robotteja pienten yritysten tuotannossa ja säästetään energiaa.',
    callName: null,
    lead: { id: partners[0]!.id, name: partners[0]!.name },
    least: 3,
    most: 12,
    mostEach: null,
    mostTogether: null,
  } as Kept['consortium'],
  demands: read.call.demands.map((d) => ({ ...d, by: '', at: new Date() })),
  exclusions: [],
  partners,
  choices: [],
  judgements: [],
  may: { gather: true, resume: false },
}

let cover: Cover | undefined
const pages: number[] = []
for (let i = 0; i < Number(times); i++) {
  const start = performance.now()
  cover = await coverOf(ctx, kept)
  pages.push(performance.now() - start)
}
if (!cover) throw new Error('nothing was read')
say(`${kept.demands.length} demands, ${partners.length} partners, ${cover.next.among} who could be asked`)
say(
  `  best: ${cover.next.suggestions.map(({ candidate }) => cover!.evidence.candidates[candidate]!.name).join(', ')}`,
)
quantiles('matrix and next partners, all of it', pages.slice(1))
const { evidence, ties, members, choices } = cover
const ranked = Array.from({ length: Number(times) }, () => {
  const start = performance.now()
  nextPartners({ evidence, ties, members, choices, most: 6 })
  return performance.now() - start
})
quantiles('next partners alone', ranked)

const start = performance.now()
let best = await bestFor(ctx, kept, cover)
say(`  the best consortium is asked of the thread in ${(performance.now() - start).toFixed(0)} ms`)
while (best.state === 'reckoning' && !best.answer) {
  await pause(10)
  best = await bestFor(ctx, kept, cover)
}
const { answer } = best
if (!answer) throw new Error('the thread has failed')
say(
  `  the best after ${(performance.now() - start).toFixed(0)} ms, with the thread's start: ${answer.best?.members.length ?? 0} partners, ` +
    `${answer.best?.proved ? 'proved' : 'not proved'}`,
)
while (best.state === 'reckoning') {
  await pause(10)
  best = await bestFor(ctx, kept, cover)
}
say(
  `  ${best.answer?.alternatives.length ?? 0} alternatives after ${(performance.now() - start).toFixed(0)} ms`,
)
// A thread that is warm: the same question of another day.
const again = performance.now()
const tomorrow: Cover = { ...cover, evidence: { ...cover.evidence, today: cover.evidence.today + 1 } }
best = await bestFor(ctx, kept, tomorrow)
while (best.state === 'reckoning' && !best.answer) {
  await pause(10)
  best = await bestFor(ctx, kept, tomorrow)
}
say(`  the best of a warm thread after ${(performance.now() - again).toFixed(0)} ms`)
await close()
process.exit(0)
