import type { DemoPerson } from '../people/index.ts'
import { codes } from './exercise/calling.ts'
import type { TourState } from './queries.ts'

export const chapters = ['apply', 'assess', 'decide', 'after', 'gather'] as const
export type Chapter = (typeof chapters)[number]

/** The three promises of the product, where a step shows one. */
export type Promised = 'kept' | 'free' | 'origin'

export type TourStep = {
  key: string
  chapter: Chapter
  /** Who one is there; nobody: what everybody sees. */
  person?: DemoPerson
  /** Where it happens: a path without its language. */
  path: (places: Readonly<Record<string, string>>) => string
  promise?: Promised
  /** Whether it has been done; of what is only looked at, nothing is known. */
  did?: (state: TourState) => boolean
}

const of = (one: string) => (places: Readonly<Record<string, string>>) => places[one] ?? ''
const beyond = (states: readonly string[], state: string | undefined): boolean =>
  state !== undefined && !states.includes(state)

/** The road from a call to a project, in the order in which it is walked. */
export const tourSteps = [
  { key: 'call', chapter: 'apply', path: () => `/calls/${codes.open}` },
  {
    key: 'write',
    chapter: 'apply',
    person: 'lead',
    path: (p) => `/applications/${of('write')(p)}`,
    promise: 'kept',
    did: (s) => s.typed || s.sent,
  },
  {
    key: 'send',
    chapter: 'apply',
    person: 'submitter',
    path: (p) => `/applications/${of('write')(p)}/submit`,
    did: (s) => s.sent,
  },
  {
    key: 'check',
    chapter: 'assess',
    person: 'preparer',
    path: (p) => `/applications/${of('check')(p)}`,
    did: (s) => beyond(['waiting', 'checking'], s.assessments.check),
  },
  {
    key: 'score',
    chapter: 'assess',
    person: 'assessor',
    path: (p) => `/applications/${of('score')(p)}/assessment`,
    did: (s) => beyond(['scoring', 'checking', 'waiting'], s.assessments.score),
  },
  {
    key: 'conflict',
    chapter: 'assess',
    person: 'assessor',
    path: (p) => `/applications/${of('conflict')(p)}/conflict`,
    promise: 'free',
  },
  {
    key: 'agree',
    chapter: 'assess',
    person: 'second-assessor',
    path: (p) => `/applications/${of('agree')(p)}/assessment`,
    did: (s) => s.assessments.agree === 'settled',
  },
  {
    key: 'propose',
    chapter: 'decide',
    person: 'preparer',
    path: (p) => `/decisions/${of('propose')(p)}`,
    promise: 'free',
    did: (s) => beyond(['preparing'], s.decisions.propose),
  },
  {
    key: 'select',
    chapter: 'decide',
    person: 'city-decider',
    path: (p) => `/meetings/${of('meeting')(p)}`,
    did: (s) => beyond(['preparing', 'with-city'], s.decisions.select),
  },
  {
    key: 'decide',
    chapter: 'decide',
    person: 'council-officer',
    path: (p) => `/decisions/${of('decide')(p)}`,
    did: (s) => s.decisions.decide === 'published',
  },
  { key: 'register', chapter: 'after', path: () => '/register?exercise=1' },
  {
    key: 'refusal',
    chapter: 'after',
    person: 'council-officer',
    path: (p) => `/decisions/${of('refused')(p)}/letter`,
  },
  {
    key: 'project',
    chapter: 'after',
    person: 'coordinator',
    path: () => `/projects/talkoot/${codes.decided}-1`,
    promise: 'origin',
  },
  { key: 'audit', chapter: 'after', person: 'administrator', path: () => '/administration/audit' },
  {
    key: 'gather',
    chapter: 'gather',
    person: 'network-coordinator',
    // Without the lists there is no consortium, since its actors come from them.
    path: (p) => (p.consortium ? `/consortia/${p.consortium}` : '/consortia'),
    promise: 'origin',
  },
  { key: 'openings', chapter: 'gather', person: 'member', path: () => '/openings' },
] as const satisfies readonly TourStep[]

export type StepKey = (typeof tourSteps)[number]['key']
export const stepsIn = (chapter: Chapter): readonly (TourStep & { key: StepKey })[] =>
  tourSteps.filter((step) => step.chapter === chapter)
