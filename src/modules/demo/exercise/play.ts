import { createHash } from 'node:crypto'
import { type Action, perform } from '../../../kernel/action.ts'
import type { Person } from '../../../kernel/actor.ts'
import type { Stage } from '../../../kernel/context.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type Day, dayIn, instantOf } from '../../../kernel/time.ts'
import { actorOfPerson } from '../../people/index.ts'
import type { Content } from './content.ts'

/** What the exercise remembers of what it has made: ids by name. */
export type Kept = Record<string, string>

export type Play = {
  stage: Stage
  content: Content
  /** The day of the first start, on which everything else hangs. */
  day: Day
  kept: Kept
  /** The first step after a stop in the middle: what it finds done already is no fault. */
  again: boolean
  /** A time so many days from the first start, by Finnish clocks. */
  at: (days: number, clock?: string) => Date
  /** Does something as a person, in their own office, at a time. */
  does: <T = unknown>(person: string, at: Date, action: string, input: object) => Promise<T>
  /** The same with an action that is not asked for by its name. */
  acts: (person: string, at: Date, action: Action, input: object) => Promise<unknown>
  /** An id that is the same however often the exercise is begun. */
  idOf: (name: string) => string
}

/** One piece of the exercise: it has been done whole, or is done again. */
export type Step = { name: string; run: (play: Play) => Promise<void> }

/** An id of the exercise that was begun on a day: the same name has the same one. */
export function exerciseId(day: Day, name: string): string {
  const hex = createHash('sha256').update(`${day}/${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Nothing of the past is planned for now: clocks of calls that are over, mails of what was said long ago. */
const past: Stage['jobs'] = { enqueue: async () => '', emit: async () => undefined }

export function openPlay(stage: Stage, content: Content, day: Day, kept: Kept): Play {
  const actions = new Map((stage.catalogue ?? []).map((a) => [a.name, a as Action]))
  const actors = new Map<string, Person>()
  const start = instantOf(day, '12:00').getTime()
  const longAgo = new Date(start - 15 * 86_400_000)
  const play: Play = {
    stage,
    content,
    day,
    kept,
    again: false,
    at: (days, clock = '09:00') => instantOf(dayIn(new Date(start + days * 86_400_000)), clock),
    idOf: (name) => exerciseId(day, name),
    does: async <T>(person: string, at: Date, name: string, input: object): Promise<T> => {
      const action = actions.get(name)
      if (!action) throw new Error(`nothing is called ${name}`)
      return (await play.acts(person, at, action, input)) as T
    },
    acts: async (person, at, action, input) => {
      const actor = actors.get(person) ?? (await actorOf(stage, kept[`person/${person}`]!, at))
      actors.set(person, actor)
      const jobs = at < longAgo ? past : stage.jobs
      try {
        return await perform(action, { ...stage, actor, way: 'job', now: at, language: 'fi', jobs }, input)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        if (play.again) return undefined
        throw new Error(`${person} ${action.name}: ${told(error)}`, { cause: error })
      }
    },
  }
  return play
}

const told = ({ reason, complaints }: Refusal): string =>
  `${reason} ${complaints.map(({ field, text }) => `${field ?? ''} ${text.fi}`).join('; ')}`

async function actorOf(stage: Stage, id: string, at: Date): Promise<Person> {
  const actor = await actorOfPerson(stage.database, id, at)
  if (!actor) throw new Error(`nobody has the id ${id}`)
  return actor
}
