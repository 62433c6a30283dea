import type { Context } from '../../kernel/context.ts'
import type { Rule } from '../../kernel/rule.ts'
import { isAmong } from '../../kernel/rule.ts'
import { no } from './fault-text.ts'
import { ecosystemOf, headById, membersOf, type PartKind, selectionOfPart } from './queries.ts'
import { keepers } from './rules.ts'

export type One = { selection: string }
const says = {
  inIt: {
    fi: 'valmistelee kokouksen tai on kutsuttu siihen',
    sv: 'bereder mötet eller är kallad till det',
    en: 'prepares the meeting or is called to it',
  },
  runs: {
    fi: 'valmistelee kokouksen tai on sen puheenjohtaja',
    sv: 'bereder mötet eller är dess ordförande',
    en: 'prepares the meeting or chairs it',
  },
}

/** What somebody is in a meeting: who keeps it by office, and their seat in it. */
export async function placeIn(ctx: Pick<Context, 'db' | 'actor'>, selection: string) {
  const { actor, db } = ctx
  const keeps = actor.kind === 'system' || isAmong(keepers, actor, await ecosystemOf(db, selection))
  const self = actor.kind === 'person' ? actor.id : undefined
  const seat = (await membersOf(db, selection)).find((m) => m.person === self)
  return { keeps, seat, runs: keeps || seat?.role === 'chair' }
}

type Place = Awaited<ReturnType<typeof placeIn>>

/** A rule for the people of a meeting, whatever their office elsewhere; `from` says which meeting is asked for. */
const among = <I>(
  kind: keyof typeof says,
  passes: (place: Place) => boolean,
  from: (ctx: Context, input: I) => Promise<string | undefined>,
): Rule<I, Context> => ({
  who: ['signed-in', 'system'],
  only: {
    says: says[kind],
    check: async (ctx, input) => {
      const selection = await from(ctx, input)
      const head = selection && (await headById(ctx.db, selection))
      // What is not there, and what one has no part in, are refused in the same words.
      if (!selection || !head) throw no('missing', 'missing')
      const place = await placeIn(ctx, selection)
      if (!place.keeps && (!place.seat || head.state === 'preparing')) throw no('missing', 'missing')
      return passes(place)
    },
    why: async () => no('not-yours', 'forbidden'),
  },
})

const own = async (_ctx: Context, { selection }: One) => selection

/** For a draft of one's own beside a meeting: whoever prepares it or sits in it. */
export const draftsInIt: Rule<{ subject: string }> = {
  who: ['signed-in'],
  only: {
    says: says.inIt,
    check: async (asking, { subject }) => {
      const { keeps, seat } = await placeIn(asking, subject)
      return keeps || seat !== undefined
    },
  },
}

/** Whoever prepares the meeting or is called to it: from the call on, members see it. */
export const inIt = among<One>('inIt', () => true, own)
export const inItBy = <K extends PartKind>(kind: K) =>
  among<Record<K, string>>(
    'inIt',
    () => true,
    (ctx, input) => selectionOfPart(ctx.db, kind, input[kind]),
  )

/** Whoever prepares the meeting or chairs it. */
export const runsIt = among<One>('runs', ({ runs }) => runs, own)
export const runsItBy = <K extends PartKind>(kind: K) =>
  among<Record<K, string>>(
    'runs',
    ({ runs }) => runs,
    (ctx, input) => selectionOfPart(ctx.db, kind, input[kind]),
  )

/** Whoever prepares meetings in the ecosystem. */
export const keepsIt: Rule<One, Context> = {
  who: [...keepers, 'system'],
  in: (ctx, { selection }) => ecosystemOf(ctx.db, selection),
}
export const keepsItBy = <K extends PartKind>(kind: K): Rule<Record<K, string>, Context> => ({
  who: [...keepers, 'system'],
  in: async (ctx, input) => {
    const selection = await selectionOfPart(ctx.db, kind, input[kind])
    return selection && ecosystemOf(ctx.db, selection)
  },
})
