import { type Cents, centsFromDecimal, sumOf } from './cents.ts'
import { type Day, isDay, yearsLater } from './day.ts'
import type { Texts } from './reading.ts'
import { type Control, type Undertakings, undertakingsOf } from './undertaking.ts'

/** A ceiling for aid of minor importance: euros as "300000.00" to one undertaking over any so many years. */
export type DeMinimisRule = {
  code: string
  name: Texts
  ceiling: string
  years: number
  validFrom?: Day
  validTo?: Day
  source: string
  verified: boolean
}

/**
 * De minimis aid that was granted: its gross grant equivalent, and the day on which the right to it arose, whenever it
 * is paid (Article 3(3)). Only aid of one Member State is counted together. Aid to those who have merged is put under the
 * one that goes on, and aid to one that was split under the part that used it (Article 3(8) and (9)).
 */
export type GrantedAid = { organisation: string; day: Day; cents: Cents; reference?: string }

export type DeMinimisQuestion = {
  rule: DeMinimisRule
  /** The day on which the new aid would be granted. */
  day: Day
  /** Several partners that are one undertaking share its room. */
  asked: readonly { organisation: string; cents: Cents }[]
  aids: readonly GrantedAid[]
  controls: Iterable<Control>
  publicBodies?: ReadonlySet<string>
}

/** What one undertaking may have. */
export type DeMinimisRoom = {
  /** Those of its organisations that ask. */
  askers: readonly string[]
  /** All organisations that are known to belong to it. */
  members: readonly string[]
  /** Aids that take room, oldest first. */
  counted: readonly GrantedAid[]
  countedCents: Cents
  /** The day whose years back hold these aids: the day asked about, or a later one for which aid is granted already. */
  countedOn: Day
  /** How much could be granted on the day; never below nothing. */
  room: Cents
  asked: Cents
  /** How much old and new aid together are over the ceiling. */
  over: Cents
  fits: boolean
  /** The first day, from the day asked about on, when what is asked for fits; undefined when it never does. */
  freeFrom?: Day
}

/**
 * The first day on which an aid does not count any more. The years before a new grant are counted back from its day and
 * hold it: with three years, an aid of 1.3.2024 counts for a grant on 28.2.2027 and not for one on 1.3.2027. An aid of
 * 29.2.2024 counts until 28.2.2027 too, and not on 1.3.2027: three years have not gone by on 28 February.
 */
export const countsUntil = (aid: { day: Day }, rule: { years: number }): Day =>
  yearsLater(aid.day, rule.years)

/**
 * Room for de minimis aid, an answer for each undertaking that asks, in the order of asking. Source: Regulation (EU)
 * 2023/2831, Article 3(2): 300 000 euros to a single undertaking over any period of three years, by its recitals
 * counted on a rolling basis at every new grant. As it is any period, an aid already granted for a later day takes
 * room as well.
 * @throws RangeError for a day that is none, an amount below nothing, or a rule whose ceiling is no amount
 */
export function checkDeMinimis(question: DeMinimisQuestion): DeMinimisRoom[] {
  const { rule, day, asked, aids } = question
  const ceiling = centsFromDecimal(rule.ceiling)
  if (ceiling === undefined) throw new RangeError(`not an amount: ${rule.ceiling}`)
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  for (const { cents } of [...asked, ...aids])
    if (cents < 0n) throw new RangeError(`aid below nothing: ${cents}`)
  const undertakings = undertakingsOf(question.controls, question.publicBodies)
  const byUndertaking = grouped(aids, undertakings)
  return [...grouped(asked, undertakings)].map(([undertaking, own]) =>
    roomOf({ rule, day, ceiling }, own, byUndertaking.get(undertaking) ?? [], undertakings),
  )
}

function grouped<T extends { organisation: string }>(
  all: readonly T[],
  { of }: Undertakings,
): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const undertaking = of(one.organisation)
    const group = groups.get(undertaking)
    if (group) group.push(one)
    else groups.set(undertaking, [one])
  }
  return groups
}

type Terms = { rule: DeMinimisRule; day: Day; ceiling: Cents }
type Dated = GrantedAid & { end: Day }

function roomOf(
  { rule, day, ceiling }: Terms,
  own: DeMinimisQuestion['asked'],
  aids: readonly GrantedAid[],
  undertakings: Undertakings,
): DeMinimisRoom {
  const dated = aids
    .map((aid): Dated => ({ ...aid, end: countsUntil(aid, rule) }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const asked = sumOf(own.map((one) => one.cents))
  const { countedOn, countedCents } = fullest(dated, day, rule)
  const over = countedCents + asked - ceiling
  const free = asked > ceiling ? undefined : freeFrom(dated, day, rule, ceiling - asked)
  return {
    askers: [...new Set(own.map((one) => one.organisation))],
    members: undertakings.members(own[0]!.organisation),
    counted: dated.filter((aid) => counts(aid, countedOn)).map(({ end: _, ...aid }) => aid),
    countedCents,
    countedOn,
    room: countedCents > ceiling ? 0n : ceiling - countedCents,
    asked,
    over: over > 0n ? over : 0n,
    fits: over <= 0n,
    ...(free !== undefined && { freeFrom: free }),
  }
}

const counts = (aid: Dated, on: Day): boolean => aid.day <= on && on < aid.end

/** The day with most aid counted among those for which a grant of `day` counts: `day`, or one of a later aid. */
function fullest(aids: readonly Dated[], day: Day, rule: DeMinimisRule) {
  const end = countsUntil({ day }, rule)
  const later = aids.filter((aid) => aid.day > day && aid.day < end).map((aid) => aid.day)
  let best: { countedOn: Day; countedCents: Cents } | undefined
  for (const on of [day, ...later]) {
    const sum = sumOf(aids.filter((aid) => counts(aid, on)).map((aid) => aid.cents))
    if (!best || sum > best.countedCents) best = { countedOn: on, countedCents: sum }
  }
  return best!
}

/** Room grows only on days when an aid stops counting, so only they need a look. */
function freeFrom(aids: readonly Dated[], day: Day, rule: DeMinimisRule, most: Cents): Day | undefined {
  const days = [...new Set([day, ...aids.map((aid) => aid.end).filter((end) => end > day)])].sort()
  return days.find((on) => fullest(aids, on, rule).countedCents <= most)
}
