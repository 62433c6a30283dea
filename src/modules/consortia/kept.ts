import type { Context } from '../../kernel/context.ts'
import { isAmong } from '../../kernel/rule.ts'
import { choicesOf, judgementsOf, partnersOf } from './consortium-queries.ts'
import { demandsOf, exclusionsOf } from './demand-queries.ts'
import type { Kept } from './record.ts'
import { gatherers, mayGather, seenConsortium } from './rights.ts'

/**
 * Everything that is kept of a consortium that the actor sees. What partners ask for and have time for, and whom people
 * pinned or refused and why, is for those who gather.
 */
export async function keptOf({ db, actor }: Pick<Context, 'db' | 'actor'>, id: string): Promise<Kept> {
  const consortium = await seenConsortium({ db, actor }, id)
  const mine =
    isAmong(gatherers.who, actor, consortium.ecosystem.id) && (await mayGather(db, actor, consortium))
  const ended = consortium.state === 'ended'
  const partners = await partnersOf(db, id)
  return {
    consortium,
    demands: await demandsOf(db, id),
    exclusions: await exclusionsOf(db, id),
    partners: mine ? partners : partners.map((p) => ({ ...p, share: null, capacity: null })),
    choices: mine ? await choicesOf(db, id) : [],
    judgements: await judgementsOf(db, id),
    may: { gather: mine && !ended, resume: mine && ended },
  }
}
