import type { Actor } from '../../kernel/actor.ts'
import { takes } from '../calls/index.ts'
import { holds, type Office } from '../people/index.ts'
import { type Application, type Level, levels } from './application.ts'

/** What the actor may do in the application as one of its people; undefined for everybody else. */
export const levelOf = (actor: Actor, { rights }: Pick<Application, 'rights'>): Level | undefined =>
  actor.kind === 'person' ? rights.find((right) => right.person === actor.id)?.level : undefined

export const isAtLeast = (level: Level | undefined, wanted: Level): boolean =>
  level !== undefined && levels.indexOf(level) >= levels.indexOf(wanted)

/** The offices of the ecosystem that see what was sent; who assesses is joined here by the module of assessments. */
export const officesThatSee = ['coordinator', 'preparer', 'council-officer'] as const satisfies Office[]

/** Whether the actor handles the applications of the ecosystem. */
export const isOfficer = (actor: Actor, ecosystem: string): boolean =>
  actor.kind === 'system' || holds(actor, officesThatSee, ecosystem)

/**
 * Who sees an application at all: its own people, always; the offices of its ecosystem once it has been sent, and then
 * the versions that were sent, never what is being written.
 */
export const maySeeApplication = (actor: Actor, application: Application): boolean =>
  actor.kind === 'system' ||
  levelOf(actor, application) !== undefined ||
  (application.version !== null && isOfficer(actor, application.call.ecosystem))

/** Which sections can be written in now, and why, and until when. */
export type Opened = {
  sections: 'all' | readonly string[]
  why: 'begun' | 'late' | 'replace' | 'completion' | 'withdrawn' | 'closed'
  until: Date | null
}

/**
 * What is open is judged by the time alone. What was begun before the deadline can be finished after it, late; what was
 * sent in time can be replaced until it; a request for completion opens what it names to the last moment of its day.
 */
export function openedOf(application: Application, now: Date): Opened {
  const { state, completion, call, step } = application
  const none = (why: 'withdrawn' | 'closed', until: Date | null = null): Opened => ({
    sections: [],
    why,
    until,
  })
  if (state === 'withdrawn') return none('withdrawn')
  if (state === 'reopened')
    return completion && now <= completion.dueAt
      ? { sections: completion.sections, why: 'completion', until: completion.dueAt }
      : none('closed', completion?.dueAt)
  const taking = takes(call, step, now)
  const { until } = taking
  if (taking.state === 'now') return { sections: 'all', why: state === 'draft' ? 'begun' : 'replace', until }
  const begunInTime = until !== null && application.createdAt < until
  if (taking.state === 'late' && state === 'draft' && begunInTime)
    return { sections: 'all', why: 'late', until }
  return none('closed', until)
}

export const isOpen = ({ sections }: Opened, section: string): boolean =>
  sections === 'all' || sections.includes(section)
export const isAnyOpen = ({ sections }: Opened): boolean => sections === 'all' || sections.length > 0
