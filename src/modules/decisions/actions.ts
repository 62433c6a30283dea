import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { type OwnLists, openOwnLists } from '../projects/index.ts'
import { putOnAgenda } from './agenda-actions.ts'
import { type Hand, propose, publishIt, sendBack, sign, takeInHand } from './deeds.ts'
import { inMeeting } from './meeting-deeds.ts'
import { becomeProject } from './project.ts'
import { bySigner, byTable } from './rights.ts'
import { termsShape } from './terms.ts'

const one = { decision: z.uuid().describe('Id of the decision, or of its application.') }
const done = z.object({ decision: z.string(), path: z.string() })
const signed = done.extend({ hash: z.string().describe('SHA-256 of what was signed.') })

export const proposeDecision = command({
  name: 'decision.propose',
  summary: {
    fi: 'Esitä hakemuksen ratkaisu kaupungin valittavaksi',
    sv: 'Föreslå avgörandet av en ansökan för stadens urval',
    en: 'Propose the outcome of an application to the city',
  },
  route: { method: 'POST', path: '/decisions/{decision}/proposal' },
  input: z.object({
    ...one,
    ...termsShape.shape,
    meeting: z
      .uuid()
      .nullable()
      .default(null)
      .describe('A meeting of the city that has not begun, on whose agenda it is put.'),
  }),
  output: done,
  allow: byTable('propose'),
  run: async (ctx, { decision, meeting, ...terms }) => {
    const hand = await takeInHand(ctx, decision, 'propose')
    const proposed = await propose(ctx, hand, terms)
    if (meeting) await putOnAgenda(ctx, meeting, proposed.decision, hand.head.ecosystem.id)
    return proposed
  },
})

const half = {
  ...one,
  ...termsShape.shape,
  meeting: z.uuid().nullable().default(null).describe('The meeting in which it is decided, if in one.'),
}

export const selectDecision = command({
  name: 'decision.select',
  summary: {
    fi: 'Allekirjoita kaupungin valinta',
    sv: 'Underteckna stadens urval',
    en: 'Sign the city’s selection',
  },
  route: { method: 'POST', path: '/decisions/{decision}/selection' },
  input: z.object(half),
  output: signed,
  allow: bySigner('select'),
  run: async (ctx, { decision, meeting, ...terms }) => {
    const hand = await takeInHand(ctx, decision, 'decide')
    return sign(ctx, hand, 'selection', terms, await inMeeting(ctx, meeting, 'selection', hand.head))
  },
})

export const takeDecision = command({
  name: 'decision.decide',
  summary: {
    fi: 'Allekirjoita liiton rahoituspäätös',
    sv: 'Underteckna förbundets finansieringsbeslut',
    en: 'Sign the council’s funding decision',
  },
  route: { method: 'POST', path: '/decisions/{decision}/decision' },
  input: z.object(half),
  output: signed,
  allow: bySigner('decide'),
  run: async (ctx, { decision, meeting, ...terms }) => {
    const hand = await takeInHand(ctx, decision, 'decide')
    return sign(ctx, hand, 'legal', terms, await inMeeting(ctx, meeting, 'legal', hand.head))
  },
})

const reason = z.string().max(5_000).describe('Why; it stays in the trail.')

/** What the ways back have in common: a reason, and everything signed since counts no more. */
const returning = (event: 'city-return' | 'council-return' | 'council-return-to-city' | 'reopen') => ({
  route: { method: 'POST' as const, path: `/decisions/{decision}/${event}` as const },
  input: z.object({ ...one, reason }),
  output: done,
  allow: byTable(event),
  run: async (ctx: Context<Tx>, { decision, reason: said }: { decision: string; reason: string }) =>
    sendBack(ctx, await takeInHand(ctx, decision, 'propose'), event, said),
})

export const cityReturn = command({
  name: 'decision.city-return',
  summary: {
    fi: 'Palauta asia kaupungilta valmisteluun',
    sv: 'Återremittera ärendet från staden för beredning',
    en: 'Return a matter from the city for preparation',
  },
  ...returning('city-return'),
})
export const councilReturn = command({
  name: 'decision.council-return',
  summary: {
    fi: 'Palauta asia liitosta valmisteluun',
    sv: 'Återremittera ärendet från förbundet för beredning',
    en: 'Return a matter from the council for preparation',
  },
  ...returning('council-return'),
})
export const councilReturnToCity = command({
  name: 'decision.council-return-to-city',
  summary: {
    fi: 'Palauta asia liitosta kaupungille',
    sv: 'Återsänd ärendet från förbundet till staden',
    en: 'Return a matter from the council to the city',
  },
  ...returning('council-return-to-city'),
})

export const publishDecision = command({
  name: 'decision.publish',
  summary: {
    fi: 'Julkaise päätös; myönteisestä syntyy hanke',
    sv: 'Publicera ett beslut; av ett positivt uppstår ett projekt',
    en: 'Publish a decision; a granted one becomes a project',
  },
  route: { method: 'POST', path: '/decisions/{decision}/publication' },
  input: z.object(one),
  output: done,
  allow: byTable('publish'),
  run: async (ctx, { decision }) => {
    const hand = await takeInHand(ctx, decision, 'propose')
    const lists = openOwnLists(ctx.db, ctx.now)
    const done = await publishHand(ctx, hand, lists)
    await lists.end()
    return done
  },
})

/** In one transaction: what is published, and the project that comes of it. */
export async function publishHand(ctx: Parameters<typeof publishIt>[0], hand: Hand, lists: OwnLists) {
  const mayPublish = hand.head.state === 'decided' && hand.signer.standing !== 'barred'
  return publishIt(ctx, hand, mayPublish ? await becomeProject(ctx, hand.head, lists) : null)
}

export const reopenDecision = command({
  name: 'decision.reopen',
  summary: {
    fi: 'Avaa päätös uudelleen uudelle kierrokselle',
    sv: 'Öppna ett beslut på nytt för en ny omgång',
    en: 'Reopen a decision for a new round',
  },
  ...returning('reopen'),
})
