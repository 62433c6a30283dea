import type { Day } from '../../kernel/time.ts'

/** How one thing stands to a project, as people judge it. `continues` and `depends-on` go from the first to the second. */
export const judgements = ['overlaps', 'complements', 'continues', 'depends-on', 'unrelated'] as const
export type Judgement = (typeof judgements)[number]

export const thingKinds = ['project', 'application'] as const

/** What is compared, judged and given subjects: a project, or an application. */
export type ThingRef = { kind: (typeof thingKinds)[number]; id: string }

/** Who, where and when: what two things may share besides words. */
export type Circumstances = {
  actors: readonly { id: string; name: string }[]
  regions: readonly string[]
  starts: Day | null
  ends: Day | null
}

export const nothingKnown: Circumstances = { actors: [], regions: [], starts: null, ends: null }

export const sharedActors = (a: Circumstances, b: Circumstances): { id: string; name: string }[] =>
  b.actors.filter(({ id }, at, all) => {
    const first = all.findIndex((other) => other.id === id) === at
    return first && a.actors.some((other) => other.id === id)
  })

export const sharedRegions = (a: Circumstances, b: Circumstances): string[] =>
  b.regions.filter((region) => a.regions.includes(region))

/** The time in which both run; undefined where either has no dates or they do not meet. */
export function sharedTime(a: Circumstances, b: Circumstances): { from: Day; to: Day } | undefined {
  if (!a.starts || !a.ends || !b.starts || !b.ends) return undefined
  const from = [a.starts, b.starts].sort()[1]!
  const to = [a.ends, b.ends].sort()[0]!
  return from <= to ? { from, to } : undefined
}

/** The same name from whichever side two things are looked at. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Two texts that share less than this of what they are about are not worth anybody's judgement. */
export const worthJudging = 0.07

/** Neighbours of one thing that are put before people to judge. */
export const judgedPerThing = 3

/** The page where a pair is judged in an ecosystem, without a language. */
export const pairPath = (ecosystem: string, { kind, id }: ThingRef, project: string): string =>
  `/ecosystems/${ecosystem}/overlaps/${kind}/${id}/${project}`

/** The address of a concept of YSO. */
export const conceptAddress = (concept: string): string => `http://www.yso.fi/onto/yso/p${concept}`

/** What a title says of its matter: that it is invented for practice says nothing of that. */
export const comparedTitle = (title: string): string => title.replace(/\s*\(keksitty\)$/, '')
