import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import type { Rule } from '../../kernel/rule.ts'
import { free, mayTakePart, standingsOf, unbarred } from '../conflicts/index.ts'
import { placeOf, sheetHolder } from './judged-queries.ts'

type One = { application: string }
type Only = NonNullable<Rule<One, Context>['only']>

/** Office work in an assessment prepares the decision: checks, who assesses, what is looked at before the proposal. */
export const freeToPrepare = free<One>('propose', (_asking, { application }) => application)

/** Who assesses and by when is settled before anything is opened: one need not have declared, but not be barred. */
export const notBarred = unbarred<One>('propose', (_asking, { application }) => application)

export const isFree = (ctx: Context, application: string, act: 'assess' | 'propose'): Promise<boolean> =>
  mayTakePart(ctx, application, act)

/** For each of some people and applications, what stands between the person and assessing it. */
export async function assessingStandings(
  db: Read,
  people: readonly string[],
  applications: readonly string[],
  now: Date,
): Promise<(person: string, application: string) => 'free' | 'must-declare' | 'must-answer' | 'barred'> {
  if (people.length === 0 || applications.length === 0) return () => 'must-declare'
  const standings = await standingsOf(db, people, applications, now)
  return (person, application) => standings.of(person, application, 'assess').is
}

/** Whoever holds a sheet of the application that still counts, and is free of conflicts in it. */
export const assesses = async (ctx: Context, { application }: One): Promise<boolean> => {
  if (ctx.actor.kind !== 'person') return ctx.actor.kind === 'system'
  return (await sheetHolder(ctx.db, application, ctx.actor.id)) && (await isFree(ctx, application, 'assess'))
}

/** One that is not there is left to the action, which says so. */
const isThere = async (ctx: Context, { application }: One) =>
  (await placeOf(ctx.db, application)) !== undefined

export const freeAssessor: Only = {
  says: {
    fi: 'hakemukselle nimetty arvioija, jonka esteettömyys on vahvistettu',
    sv: 'bedömare som utsetts för ansökan och vars jävfrihet är bekräftad',
    en: 'assigned to the application and free of conflict',
  },
  check: async (ctx, input) => !(await isThere(ctx, input)) || assesses(ctx, input),
}

/** Who assesses it, or whose office prepares the decision; free of conflicts either way. */
export const freeEither: Only = {
  says: {
    fi: 'arvioijana hakemukselle nimetty; kaikilla esteettömyys vahvistettu',
    sv: 'som bedömare utsedd för ansökan; jävfriheten bekräftad för alla',
    en: 'as an assessor: assigned to the application; everybody: free of conflict',
  },
  check: async (ctx, input) => {
    if (!(await isThere(ctx, input)) || (await assesses(ctx, input))) return true
    const { actor } = ctx
    const inOffice =
      actor.kind === 'person' && actor.offices.some((o) => ['preparer', 'council-officer'].includes(o.office))
    return inOffice && isFree(ctx, input.application, 'propose')
  },
}
