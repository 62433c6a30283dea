import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { stateAfter } from '../../kernel/machine.ts'
import { insertEvent, insertPartner, partnersOf, setPartnerState } from './consortium-queries.ts'
import { fault } from './fault-text.ts'
import type { Consortium } from './record.ts'
import { isIn, partnerMachine } from './rules.ts'
import { setPartnerWords } from './wanted-queries.ts'

type Who = { organisation: string | null; name: string; words: string; person: string | null; by: string }

/**
 * Makes who would join a partner that is interested by its own word. One that was proposed or asked answers by it; who
 * is in further already, or finds no room, is told so.
 */
export async function joinAsInterested(
  ctx: Context<Tx>,
  consortium: Consortium,
  { organisation, name, words, person, by }: Who,
): Promise<string> {
  const at = ctx.now
  const partners = await partnersOf(ctx.db, consortium.id)
  const there = organisation ? partners.find((p) => p.organisation === organisation) : undefined
  const room = partners.filter((p) => isIn(p.state)).length < consortium.most
  if (!room && !(there && isIn(there.state))) throw fault('conflict', 'full')
  const partner = there?.id ?? newId(at.getTime())
  if (!there)
    await insertPartner(ctx.db, {
      id: partner,
      consortium: consortium.id,
      organisation,
      name,
      part: null,
      person,
      at,
    })
  // One that was left out is proposed again before it answers.
  const from = there?.state === 'left' ? 'proposed' : (there?.state ?? 'proposed')
  const state = stateAfter(partnerMachine, from, 'interest')
  if (!state) throw fault('conflict', 'alreadyIn')
  await setPartnerState(ctx.db, partner, state, at)
  await setPartnerWords(ctx.db, partner, words)
  const details = { partner, name }
  const event = { id: newId(at.getTime()), consortium: consortium.id, what: 'interest', details }
  await insertEvent(ctx.db, { ...event, person, by, at })
  ctx.changed({
    kind: 'consortium-partner',
    id: partner,
    before: there ?? null,
    after: { name, state, consortium: consortium.id },
  })
  return partner
}
