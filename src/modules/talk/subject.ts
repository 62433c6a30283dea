import { z } from 'zod'
import type { Person } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { SharedRecord } from '../../kernel/share.ts'
import { type FoundSubject, type Subject, seesSubject } from '../../kernel/subject.ts'
import { by } from '../people/index.ts'
import { complaint } from './error-text.ts'

/** Members and those with more to do; who only watches (viewer) or runs the machine (administrator) does not speak. */
export const speakers = by(
  'coordinator',
  'preparer',
  'assessor',
  'city-decider',
  'council-officer',
  'project-manager',
  'member',
)

export const subjectInput = {
  kind: z.string().max(40).describe('Kind of what is spoken of, such as project or topic.'),
  id: z.string().max(100).describe('Its id.'),
}

/** What is spoken of, wherever it lives; undefined when there is none of that kind and id. */
export const subjectOf = (ctx: Context, { kind, id }: Subject): Promise<FoundSubject | undefined> =>
  ctx.subjects.get(kind)?.find(ctx.db, id) ?? Promise.resolve(undefined)

/** For a rule's `record`. What says itself who sees it is left to `seenSubject`. */
export async function subjectRecord(ctx: Context, subject: Subject): Promise<SharedRecord | undefined> {
  const found = await subjectOf(ctx, subject)
  return found?.seenBy ? undefined : found?.record
}

/** The subject when the actor sees it; refuses in the same words when it is not there, so that nothing is told. */
export async function seenSubject(ctx: Context, subject: Subject): Promise<FoundSubject> {
  const found = await subjectOf(ctx, subject)
  if (!found || !seesSubject(ctx.actor, found))
    throw new Refusal('missing', 'subject.missing', [complaint('noSubject')])
  return found
}

/** Who asks, where only a person can: the product itself follows nothing and is told nothing. */
export function personOf(ctx: Context): Person {
  if (ctx.actor.kind !== 'person') throw new Refusal('forbidden', 'talk.not-a-person')
  return ctx.actor
}
