import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { isAmong } from '../../kernel/rule.ts'
import type { FoundSubject, SubjectKind } from '../../kernel/subject.ts'
import { readPeople } from '../people/index.ts'
import { standingsAmong } from './conflicted.ts'
import { candidatesOf, type Head, headById, membersOf, recusalsIn, selectionOfPart } from './queries.ts'
import { keepers } from './rules.ts'
import { clockOf } from './source-queries.ts'

export const candidateKind = 'selection-candidate'

/** Whether somebody has a part in the meeting: they keep it, or sit in it and have been called. */
async function partIn(db: Read, { id, state, ecosystem }: Head): Promise<(actor: Actor) => boolean> {
  const seated = new Set(state === 'preparing' ? [] : (await membersOf(db, id)).map((m) => m.person))
  return (actor) => actor.kind === 'person' && (isAmong(keepers, actor, ecosystem.id) || seated.has(actor.id))
}

/** What both kinds say alike: who keeps the meeting puts files beside it, and once it is closed nobody says more. */
function found(
  { id, state, ecosystem }: Head,
  { title, path, seenBy }: Pick<FoundSubject, 'title' | 'path'> & { seenBy: (actor: Actor) => boolean },
): FoundSubject {
  const closed = state === 'closing' || state === 'closed'
  return {
    title,
    path: `/selections/${id}${path}`,
    record: { share: 'agreement', ecosystem: ecosystem.id },
    seenBy,
    keptBy: (actor) => !closed && seenBy(actor) && isAmong(keepers, actor, ecosystem.id),
    closed,
  }
}

/** The meeting as it is spoken of: by who keeps it, and by its members once they are called. */
export const selectionSubject: SubjectKind = {
  kind: 'selection',
  find: async (db, id) => {
    const head = await headById(db, id)
    return head && found(head, { title: head.name, path: '', seenBy: await partIn(db, head) })
  },
}

/**
 * A candidate as it is spoken of in its meeting: by those in it who have declared and are free of conflict there.
 * Afterwards whoever did not step aside may read what was said.
 */
export const candidateSubject: SubjectKind = {
  kind: candidateKind,
  find: async (db, id) => {
    const selection = await selectionOfPart(db, 'candidate', id)
    const head = selection && (await headById(db, selection))
    if (!head) return undefined
    const candidate = (await candidatesOf(db, head.id)).find((c) => c.id === id)!
    const takesPart = await partIn(db, head)
    const barred = new Set(
      (await recusalsIn(db, head.id)).filter((r) => r.candidate === id).map((r) => r.person),
    )
    if (head.state !== 'closed') {
      const now = await clockOf(db)
      const roles = new Map((await membersOf(db, head.id)).map((m) => [m.person, m.role]))
      const people = (await readPeople(db, now)).filter(({ actor }) => takesPart(actor))
      const seated = people.map(({ actor }) => {
        const role = roles.get(actor.id)
        return { person: actor.id, ...(role && { role }) }
      })
      for (const { person, is } of await standingsAmong(db, seated, [candidate], now))
        if (is !== 'free') barred.add(person)
    }
    return found(head, {
      title: candidate.title,
      path: `/candidates/${encodeURIComponent(candidate.code)}`,
      seenBy: (actor) => takesPart(actor) && actor.kind === 'person' && !barred.has(actor.id),
    })
  },
}
