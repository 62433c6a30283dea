import { isId } from '../../kernel/id.ts'
import type { Day } from '../../kernel/time.ts'

/** How one thing stands to another, as people judge it. `continues` and `depends-on` go from the first to the second. */
export const judgements = ['overlaps', 'complements', 'continues', 'depends-on', 'unrelated'] as const
export type Judgement = (typeof judgements)[number]

/** In whose name somebody judges: of an office in the ecosystem, or of the organisation that leads one of the projects. */
export const voices = ['office', 'lead'] as const
export type Voice = (typeof voices)[number]

export const thingKinds = ['project', 'application', 'idea'] as const

/** What is compared, judged and given subjects: a project, an application, or an idea of a portfolio. */
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

/** Two texts that share less are told of nowhere: one common word is no likeness. */
export const worthTelling = 0.02

/** Neighbours of one thing that are put before people to judge. */
export const judgedPerThing = 3

/** "project/ID" or "idea/ID/application/ID": two things as addresses and drafts name them; the other is most often a project. */
export const pairName = ({ kind, id }: ThingRef, other: ThingRef): string =>
  [kind, id, ...(other.kind === 'project' ? [] : [other.kind]), other.id].join('/')

/** The two things that such a name names; undefined where it names none. */
export function pairNamed(name: string): [thing: ThingRef, other: ThingRef] | undefined {
  const [kind, id = '', ...rest] = name.split('/')
  const [otherKind, other = ''] = rest.length === 1 ? ['project', rest[0]] : rest
  const known = (word: string | undefined) => thingKinds.find((one) => one === word)
  const [first, second] = [known(kind), known(otherKind)]
  return first && second && isId(id) && isId(other)
    ? [
        { kind: first, id },
        { kind: second, id: other },
      ]
    : undefined
}

/** The page where a pair is judged in an ecosystem, without a language. */
export const pairPath = (ecosystem: string, thing: ThingRef, other: ThingRef): string =>
  `/ecosystems/${ecosystem}/overlaps/${pairName(thing, other)}`

/** Whether everybody may see what is judged of two things: when both are projects that everybody sees. */
export const bothPublic = (...things: readonly { kind: string; share: string }[]): boolean =>
  things.every(({ kind, share }) => kind === 'project' && share === 'public')

/** The address of a concept of YSO. */
export const conceptAddress = (concept: string): string => `http://www.yso.fi/onto/yso/p${concept}`

/** What a title says of its matter: that it is invented for practice says nothing of that. */
export const comparedTitle = (title: string): string => title.replace(/\s*\((?:keksitty|harjoitus)\)$/, '')
