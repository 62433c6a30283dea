import { createHash } from 'node:crypto'
import type { Template } from '../../../engine/assessment/index.ts'
import { shippedTemplates } from '../../criteria/index.ts'
import { applicationOf } from './applying.ts'
import { periods } from './calling.ts'
import type { CallKey, Wanted } from './content.ts'
import type { Play, Step } from './play.ts'

const template: Template = shippedTemplates['ecosystem-agreement']

/** Says that nothing binds them. Ties may have come of what was decided before: each that is asked about is answered. */
export async function declare(play: Play, person: string, at: Date, wanted: Wanted): Promise<void> {
  const application = applicationOf(play, wanted)
  const asks = wanted.call !== 'decided'
  const own = asks
    ? await play.does<{ ties: readonly { key: string }[] }>(person, at, 'conflict.own', { application })
    : undefined
  const answers = (own?.ties ?? []).map(({ key }) => ({ tie: key, conflict: false }))
  await play.does(person, at, 'conflict.declare', { application, says: 'none', answers })
}

const chance = (of: string): number => createHash('sha256').update(of).digest()[0]!

/** Scores that look like two people's: mostly near each other, and of one criterion far apart. */
export function scoresOf({ content: { words } }: Play, { key }: Wanted, who: string) {
  const content = template.scored.filter((c) => c.group === 'content')
  const apart = content[chance(key) % content.length]!.key
  return Object.fromEntries(
    template.scored.map((c) => {
      const { most } = c.scale
      const least = c.group === 'horizontal' ? 1 : 2
      const shared = least + (chance(`${key}/${c.key}`) % (most - least + 1))
      const own = (chance(`${key}/${c.key}/${who}`) % 3) - 1
      const near = Math.min(most, Math.max(least, shared + own))
      const score = c.key !== apart ? near : who === 'assessor' ? most : least
      return [c.key, { score, reason: reasonFor(words.grounds, most, score) }]
    }),
  )
}

const reasonFor = (grounds: Readonly<Record<string, string>>, most: number, score: number): string =>
  (score === most ? grounds.high : score <= 2 ? grounds.low : '') ?? ''

type Sheet = ReturnType<typeof scoresOf>

/** What two agree on: the middle of their scores, up where it is between. */
function agreed({ content: { words } }: Play, one: Sheet, other: Sheet): Sheet {
  return Object.fromEntries(
    template.scored.map(({ key, scale }) => {
      const score = Math.ceil((one[key]!.score + other[key]!.score) / 2)
      return [key, { score, reason: reasonFor(words.grounds, scale.most, score) || words.grounds.agreed! }]
    }),
  )
}

/** The general criteria: all of them, or the first ones where the checks are still going on. */
export async function checkIt(play: Play, wanted: Wanted, at: Date, most?: number): Promise<void> {
  await checkBegun(play, wanted, at, (_, i) => (most === undefined || i < most ? 'pass' : undefined))
  if (most === undefined)
    await play.does('preparer', at, 'assessment.pass', { application: applicationOf(play, wanted) })
}

/** One general criterion is not met: it goes no further. */
export async function failIt(play: Play, wanted: Wanted, at: Date, criterion: string): Promise<void> {
  await checkBegun(play, wanted, at, (key) => (key === criterion ? 'fail' : 'pass'))
  await play.does('preparer', at, 'assessment.fail', { application: applicationOf(play, wanted) })
}

/** Begins the checks and notes what is found of each general criterion. */
async function checkBegun(
  play: Play,
  wanted: Wanted,
  at: Date,
  found: (criterion: string, i: number) => 'pass' | 'fail' | undefined,
): Promise<void> {
  const application = applicationOf(play, wanted)
  const { does, content } = play
  const { failed, check } = content.words.grounds
  await declare(play, 'preparer', at, wanted)
  await does('preparer', at, 'assessment.begin-check', { application })
  await does('preparer', at, 'assessment.check', {
    application,
    findings: template.general.flatMap(({ key }, i) => {
      const result = found(key, i)
      return result ? [{ criterion: key, result, ground: result === 'fail' ? failed! : check! }] : []
    }),
  })
}

/** Who assesses an application: two of three, and nobody whom the registry ties to it. */
export const assessorsOf = ({ organisation }: Wanted): readonly [string, string] =>
  organisation.key === 'yhdistys' ? ['second-assessor', 'deputy-assessor'] : ['assessor', 'second-assessor']

export const assignIt = (play: Play, wanted: Wanted, at: Date): Promise<unknown> =>
  play.does('preparer', at, 'assessment.assign', {
    application: applicationOf(play, wanted),
    people: assessorsOf(wanted).map((who) => play.kept[`person/${who}`]),
  })

export async function scoreIt(play: Play, wanted: Wanted, who: string, at: Date): Promise<void> {
  const application = applicationOf(play, wanted)
  await declare(play, who, at, wanted)
  await play.does(who, at, 'sheet.give', { application, scores: scoresOf(play, wanted, who) })
}

export const settleIt = (
  play: Play,
  wanted: Wanted,
  at: Date,
  [one, other]: readonly [string, string] = assessorsOf(wanted),
): Promise<unknown> =>
  play.does(one, at, 'assessment.settle', {
    application: applicationOf(play, wanted),
    scores: agreed(play, scoresOf(play, wanted, one), scoresOf(play, wanted, other)),
    summary: play.content.words.grounds.summary,
  })

/** In this one an assessor finds, when asked, that they are bound: a deputy steps in. */
const recusedIn = 'noise-map/esimerkkiamk'

async function stepAside(play: Play, wanted: Wanted, at: Date): Promise<void> {
  const application = applicationOf(play, wanted)
  const { does, kept, content } = play
  await does('second-assessor', at, 'conflict.declare', {
    application,
    says: 'conflict',
    point: 7,
    words: content.words.grounds.recusal,
  })
  await does('coordinator', at, 'conflict.name-deputy', {
    application,
    person: kept['person/second-assessor'],
    deputy: kept['person/deputy-assessor'],
  })
}

/** The whole assessment of the decided call, each step of all applications on days of its own. */
export const assessmentSteps = (play: Play, call: CallKey): Step[] => {
  const { closes } = periods[call]
  return play.content.wanted[call].map((one, i) => ({
    name: `${call}: assessed ${one.key}`,
    run: async (the) => {
      const spread = Math.floor(i / 6)
      await declare(the, 'coordinator', the.at(closes + 3 + spread, '09:30'), one)
      await checkIt(the, one, the.at(closes + 3 + spread, '10:15'))
      await assignIt(the, one, the.at(closes + 9, '09:00'))
      const recused = one.key === recusedIn
      if (recused) await stepAside(the, one, the.at(closes + 10, '08:40'))
      const pair = recused ? (['assessor', 'deputy-assessor'] as const) : assessorsOf(one)
      for (const [n, who] of pair.entries())
        await scoreIt(the, one, who, the.at(closes + 12 + spread + 3 * n, '13:00'))
      await settleIt(the, one, the.at(closes + 24 + spread, '14:30'), pair)
    },
  }))
}
