import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { stateAfter } from '../../kernel/machine.ts'
import { organisationMeant } from './consortium-input.ts'
import {
  endChoices,
  endJudgements,
  insertChoice,
  insertEvent,
  insertJudgement,
  insertPartner,
  partnersOf,
  setPartnerState,
} from './consortium-queries.ts'
import { demandsOf } from './demand-queries.ts'
import { complaint, fault, refuseAny } from './fault-text.ts'
import { acting, done, gathering, one, openConsortium, pathOf } from './rights.ts'
import { isIn, partnerMachine } from './rules.ts'

const organisation = z.string().trim().max(300).describe('The organisation: id, business id or whole name.')
const reason = z.string().trim().max(2000)

export const propose = command({
  name: 'consortium.propose',
  summary: {
    fi: 'Ota organisaatio konsortioon ehdolle',
    sv: 'Föreslå en organisation som partner i konsortiet',
    en: 'Propose an organisation as a partner of the consortium',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/partners' },
  input: z.object({
    ...one,
    organisation,
    unknown: z
      .boolean()
      .default(false)
      .describe('It is not in the registry: it stands with the name that is given.'),
    part: z.string().trim().max(200).default(''),
  }),
  output: z.object({ path: z.string(), partner: z.string() }),
  allow: gathering,
  run: (ctx, { consortium, ...said }) => takeInOne(ctx, consortium, said),
})

/** Takes one in as proposed, or back who had left or said no. */
export async function takeInOne(
  ctx: Context<Tx>,
  id: string,
  { organisation: typed, unknown, part }: { organisation: string; unknown: boolean; part: string },
): Promise<{ path: string; partner: string }> {
  const { most } = await openConsortium(ctx, id)
  refuseAny([typed === '' && complaint('noOrganisation', 'organisation')])
  const meant = unknown ? undefined : await organisationMeant(ctx.db, ctx.actor, typed, 'organisation')
  const partners = await partnersOf(ctx.db, id)
  const { at, by, person } = acting(ctx)
  const there = meant && partners.find((p) => p.organisation === meant.id)
  if (there && isIn(there.state)) throw fault('conflict', 'alreadyIn', 'organisation')
  if (partners.filter((p) => isIn(p.state)).length >= most) throw fault('conflict', 'full', 'organisation')
  const partner = there?.id ?? newId(at.getTime())
  const name = meant?.name ?? typed
  if (there) await setPartnerState(ctx.db, there.id, 'proposed', at)
  else
    await insertPartner(ctx.db, {
      id: partner,
      consortium: id,
      organisation: meant?.id ?? null,
      name,
      part: part || null,
      person,
      at,
    })
  const details = { partner, name }
  await insertEvent(ctx.db, {
    id: newId(at.getTime()),
    consortium: id,
    what: 'propose',
    details,
    person,
    by,
    at,
  })
  ctx.changed({
    kind: 'consortium-partner',
    id: partner,
    before: there ?? null,
    after: { name, state: 'proposed' },
  })
  return { path: pathOf(id), partner }
}

export const leaveOut = command({
  name: 'consortium.leave-out',
  summary: { fi: 'Jätä kumppani pois konsortiosta', sv: 'Lämna bort en partner', en: 'Leave a partner out' },
  input: z.object({ ...one, partner: z.uuid() }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, partner }) => {
    await openConsortium(ctx, id)
    const before = (await partnersOf(ctx.db, id)).find((p) => p.id === partner)
    if (!before) throw fault('missing', 'missing')
    const state = stateAfter(partnerMachine, before.state, 'leave')
    if (!state) throw fault('conflict', 'badState')
    const { at, by, person } = acting(ctx)
    await setPartnerState(ctx.db, partner, state, at)
    const details = { partner, name: before.name }
    await insertEvent(ctx.db, {
      id: newId(at.getTime()),
      consortium: id,
      what: 'leave',
      details,
      person,
      by,
      at,
    })
    ctx.changed({ kind: 'consortium-partner', id: partner, before, after: { state } })
    return { path: pathOf(id) }
  },
})

export const choosePartner = command({
  name: 'consortium.choose',
  summary: {
    fi: 'Kiinnitä organisaatio mukaan tai jätä se pois laskennasta perustellen, tai kumoa',
    sv: 'Fäst en organisation eller utelämna den med motivering, eller ångra',
    en: 'Pin an organisation or refuse it with a reason, or undo that',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/choices' },
  input: z.object({
    ...one,
    organisation: z.uuid(),
    choice: z.enum(['pinned', 'refused', 'none']),
    reason: reason.default(''),
  }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, organisation: given, choice, reason: why }) => {
    await openConsortium(ctx, id)
    refuseAny([choice !== 'none' && why === '' && complaint('noReason', 'reason')])
    const meant = await organisationMeant(ctx.db, ctx.actor, given, 'organisation')
    const own = newId(ctx.now.getTime())
    await endChoices(ctx.db, id, meant.id, ctx.now)
    if (choice !== 'none')
      await insertChoice(ctx.db, {
        id: own,
        consortium: id,
        organisation: meant.id,
        choice,
        reason: why,
        ...acting(ctx),
      })
    const after = choice === 'none' ? null : { choice, reason: why, consortium: id }
    ctx.changed({ kind: 'consortium-choice', id: own, before: { organisation: meant.id }, after })
    return { path: `${pathOf(id)}/organisations/${meant.id}` }
  },
})

export const judge = command({
  name: 'consortium.judge',
  summary: {
    fi: 'Arvioi perustellen, että organisaatio täyttää vaatimuksen, tai kumoa arvio',
    sv: 'Bedöm med motivering att en organisation uppfyller ett krav, eller ångra bedömningen',
    en: 'Judge with a reason that an organisation meets a demand, or undo the judgement',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/judgements' },
  input: z.object({
    ...one,
    organisation: z.uuid(),
    demand: z.uuid(),
    undo: z.boolean().default(false),
    reason: reason.default(''),
  }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, organisation: given, demand, undo, reason: why }) => {
    await openConsortium(ctx, id)
    refuseAny([!undo && why === '' && complaint('noReason', 'reason')])
    if (!(await demandsOf(ctx.db, id)).some((d) => d.id === demand)) throw fault('missing', 'missing')
    const meant = await organisationMeant(ctx.db, ctx.actor, given, 'organisation')
    const own = newId(ctx.now.getTime())
    await endJudgements(ctx.db, demand, meant.id, ctx.now)
    if (!undo)
      await insertJudgement(ctx.db, { id: own, demand, organisation: meant.id, reason: why, ...acting(ctx) })
    const after = undo ? null : { demand, reason: why, consortium: id }
    ctx.changed({ kind: 'consortium-judgement', id: own, before: { organisation: meant.id }, after })
    return { path: `${pathOf(id)}/organisations/${meant.id}` }
  },
})
