import {
  type Control,
  checkDeMinimis,
  type DeMinimisRule,
  type GrantedAid,
} from '../../src/engine/budget/index.ts'
import { diceOf } from './made.ts'

const firstDay = Date.UTC(2018, 0, 1)
/** Ten years and some: every made aid, and every day on which one could count. */
const days = 5000
const textOf = (number: number): string => new Date(firstDay + number * 86_400_000).toISOString().slice(0, 10)

/** The same date so many years later, as the calendar of the platform rolls 29 February over. */
function later(number: number, years: number): number {
  const date = new Date(firstDay + number * 86_400_000)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return (date.getTime() - firstDay) / 86_400_000
}

/** Days around leap days and year ends are made more often than chance would. */
const edges = [
  '2020-02-28',
  '2020-02-29',
  '2020-03-01',
  '2023-02-28',
  '2023-03-01',
  '2024-02-29',
  '2024-03-01',
].map((text) => (Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8)) - firstDay) / 86_400_000)

/** Who is reached from an organisation by ties none of which touches a public body, found by walking. */
function reached(from: string, ties: readonly Control[], publicBodies: ReadonlySet<string>): Set<string> {
  const found = new Set([from])
  for (let grew = true; grew; ) {
    grew = false
    for (const [a, b] of ties) {
      if (publicBodies.has(a) || publicBodies.has(b) || found.has(a) === found.has(b)) continue
      found.add(a).add(b)
      grew = true
    }
  }
  return found
}

export type ComparedHistory = { aids: number; ties: number; asks: number; differences: string[] }

/**
 * One made history of aid, by the product and day by day: every day of thirteen years holds what was granted in the
 * years before it, and a grant fits a day when no day on which it counts goes over.
 */
export function compareHistory(seed: number): ComparedHistory {
  const dice = diceOf(seed)
  const someDay = () => (dice.chance(0.25) ? dice.of(edges) : dice.below(3600))
  const organisations = Array.from({ length: 1 + dice.below(7) }, (_, i) => `o${i}`)
  const ties = Array.from(
    { length: dice.below(6) },
    (): Control => [dice.of(organisations), dice.of(organisations)],
  )
  const publicBodies = new Set(organisations.filter(() => dice.chance(0.1)))
  const cents = () => dice.of([0, 1, 99_99, 10_000_00, 150_000_00, 300_000_00, dice.below(120_000_00)])
  const made = Array.from({ length: dice.below(12) }, () => ({
    organisation: dice.of(organisations),
    number: someDay(),
    cents: cents(),
  }))
  const years = dice.of([3, 3, 3, 1, 2])
  const ceiling = dice.of([300_000_00, 300_000_00, 200_000_00, 100_000_00])
  const rule: DeMinimisRule = {
    code: 'made',
    name: { fi: 'x', sv: 'x', en: 'x' },
    ceiling: (ceiling / 100).toFixed(2),
    years,
    source: 'made',
    verified: false,
  }
  const asked = Array.from({ length: 1 + dice.below(3) }, () => ({
    organisation: dice.of(organisations),
    cents: cents(),
  }))
  const day = someDay()
  const answers = checkDeMinimis({
    rule,
    day: textOf(day),
    asked: asked.map((one) => ({ ...one, cents: BigInt(one.cents) })),
    aids: made.map(
      (aid): GrantedAid => ({
        organisation: aid.organisation,
        day: textOf(aid.number),
        cents: BigInt(aid.cents),
      }),
    ),
    controls: ties,
    publicBodies,
  })

  const differences: string[] = []
  const same = (what: string, ours: unknown, reference: unknown) => {
    if (ours !== reference) differences.push(`${what}: ${ours}, reference ${reference}`)
  }
  const left = new Set(asked.map((one) => one.organisation))
  for (const { organisation } of asked) {
    if (!left.has(organisation)) continue
    const undertaking = reached(organisation, ties, publicBodies)
    for (const member of undertaking) left.delete(member)
    const answer = answers.find((a) => a.askers.includes(organisation))
    if (!answer) {
      differences.push(`no answer for ${organisation}`)
      continue
    }
    const wanted = asked.filter((one) => undertaking.has(one.organisation)).reduce((s, o) => s + o.cents, 0)
    const used = new Array<number>(days).fill(0)
    for (const aid of made) {
      if (!undertaking.has(aid.organisation)) continue
      for (let d = aid.number; d < later(aid.number, years); d++) used[d]! += aid.cents
    }
    const most = (from: number) => {
      let top = 0
      for (let d = from; d < Math.min(days, later(from, years)); d++) if (used[d]! > top) top = used[d]!
      return top
    }
    const counted = most(day)
    // The nearest later day that has no room for it, seen from each day.
    const next = new Array<number>(days + 1).fill(days)
    for (let d = days - 1; d >= 0; d--) next[d] = used[d]! + wanted > ceiling ? d : next[d + 1]!
    let free = wanted > ceiling ? days : day
    while (free < days && next[free]! < Math.min(days, later(free, years))) free++
    same('members', answer.members.join(), [...undertaking].sort().join())
    same('counted', answer.countedCents, BigInt(counted))
    same(
      'counted aids',
      answer.counted.reduce((s, a) => s + a.cents, 0n),
      BigInt(counted),
    )
    same('room', answer.room, BigInt(Math.max(0, ceiling - counted)))
    same('over', answer.over, BigInt(Math.max(0, counted + wanted - ceiling)))
    same('fits', answer.fits, counted + wanted <= ceiling)
    same('free from', answer.freeFrom, free === days ? undefined : textOf(free))
  }
  same(
    'answers',
    answers.length,
    new Set(asked.map((o) => [...reached(o.organisation, ties, publicBodies)].sort().join())).size,
  )
  return { aids: made.length, ties: ties.length, asks: answers.length, differences }
}
