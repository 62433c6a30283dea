import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { everyone, type Rule } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { otherMeant, type ReadTie, readTie, statesIn, tieInput } from './tie-input.ts'
import { tellOfTie } from './tie-news.ts'
import {
  answerTie,
  type End,
  endTieRow,
  insertTie,
  livingTies,
  organisationById,
  ownOrganisations,
  type Tie,
  tieById,
  tiesOf,
} from './tie-queries.ts'
import { endsOf, isSameTie, sidesAsked, type Told } from './tie-rules.ts'
import { standsAlready, tieComplaint, tieText } from './tie-text.ts'
import { tieSaid } from './tie-words.ts'

const nameOf = (actor: Actor): string => (actor.kind === 'person' ? actor.name : 'Talkoot')
const idOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null)

/** What a reader may do with a tie, and how much of it they are told. */
export type ShownTie = Tie & { mayAnswer: boolean; mayEnd: boolean }

/** Names of people are for those who may act on the tie; others are told whose word it is. */
function shown(tie: Tie, actor: Actor, own: readonly string[]): ShownTie {
  const mayAnswer = !tie.ended_at && sidesAsked(sidesOf(tie)).some((side) => own.includes(side))
  const inside =
    own.includes(tie.from.id) ||
    own.includes(tie.to.id) ||
    statesIn(actor, tie.ecosystem?.id) ||
    (tie.person_id !== null && tie.person_id === idOf(actor))
  const people = inside ? {} : { by_whom: '', answered_by: null, ended_by: null, person_id: null }
  return { ...tie, ...people, mayAnswer, mayEnd: inside && !tie.ended_at }
}

const sidesOf = (tie: Tie) => ({ from: tie.from.id, to: tie.to.id, organisation: tie.organisation })

async function foundOrganisation(ctx: Context, id: string): Promise<End> {
  const found = await organisationById(ctx.db, ctx.actor, id)
  if (!found) throw new Refusal('missing', 'tie.no-organisation', [tieComplaint('noOrganisation')])
  return found
}

async function foundTie(ctx: Context, id: string): Promise<Tie> {
  const tie = await tieById(ctx.db, ctx.actor, id)
  if (!tie) throw new Refusal('missing', 'tie.missing', [tieComplaint('noTie')])
  return tie
}

async function livingTie(ctx: Context, id: string): Promise<Tie> {
  const tie = await foundTie(ctx, id)
  if (tie.ended_at) throw new Refusal('conflict', 'tie.ended', [tieComplaint('tieEnded')])
  return tie
}

export const listTies = query({
  name: 'tie.list',
  summary: {
    fi: 'Organisaation ilmoitetut yhteydet siltä osin kuin ne saa nähdä',
    sv: 'En organisations uppgivna kopplingar så långt man får se dem',
    en: 'The stated ties of an organisation, as far as you may see them',
  },
  route: { method: 'GET', path: '/organisations/{organisation}/ties' },
  input: z.object({
    organisation: z.uuid(),
    ended: z.stringbool().or(z.boolean()).default(false).describe('Whether ended ones are told too.'),
  }),
  output: z.object({
    organisation: z.custom<End>(),
    items: z.array(z.custom<ShownTie>()),
    mine: z.boolean().describe('Whether you belong to the organisation.'),
  }),
  allow: everyone,
  run: async (ctx, input) => {
    const organisation = await foundOrganisation(ctx, input.organisation)
    const own = await ownOrganisations(ctx.db, ctx.actor)
    const items = await tiesOf(ctx.db, ctx.actor, organisation.id, { ended: input.ended })
    return {
      organisation,
      items: items.map((tie) => shown(tie, ctx.actor, own)),
      mine: own.includes(organisation.id),
    }
  },
})

export const getTie = query({
  name: 'tie.get',
  summary: { fi: 'Yksi ilmoitettu yhteys', sv: 'En uppgiven koppling', en: 'One stated tie' },
  route: { method: 'GET', path: '/ties/{id}' },
  input: z.object({ id: z.uuid() }),
  output: z.custom<ShownTie>(),
  allow: everyone,
  run: async (ctx, { id }) =>
    shown(await foundTie(ctx, id), ctx.actor, await ownOrganisations(ctx.db, ctx.actor)),
})

/** Coordinators and preparers of the ecosystem, and the people of either side. */
const mayState: Rule<{ organisation: string; other: string; ecosystem?: string | undefined }, Context> = {
  who: ['signed-in', 'system'],
  only: {
    says: inEach((l) => tieText[l].mayState),
    check: async (ctx, { organisation, other, ecosystem }) => {
      if (statesIn(ctx.actor, ecosystem)) return true
      const own = await ownOrganisations(ctx.db, ctx.actor)
      const self = await organisationById(ctx.db, ctx.actor, organisation)
      if (own.length === 0) return false
      return own.includes(self?.id ?? '') || own.includes((await otherMeant(ctx.db, ctx.actor, other)).id)
    },
    why: () => tieComplaint('choosePlace', 'ecosystem'),
  },
}

export const stateTie = command({
  name: 'tie.state',
  summary: {
    fi: 'Ilmoita kahden organisaation yhteys: laji, aika, tiiviys',
    sv: 'Uppge en koppling mellan två organisationer: typ, tid, hur tät den är',
    en: 'State a tie between two organisations: kind, period, closeness',
  },
  route: { method: 'POST', path: '/ties' },
  input: z.object({
    organisation: z.uuid().describe('The side from which the tie is told.'),
    other: z.string().trim().max(300).describe('The other side: id, business id or name.'),
    ...tieInput,
  }),
  output: z.object({
    id: z.uuid(),
    state: z.enum(['waiting', 'confirmed']).describe('Confirmed at once where you speak for both sides.'),
  }),
  allow: mayState,
  run: async (ctx, input) => {
    const self = await foundOrganisation(ctx, input.organisation)
    const other = await otherMeant(ctx.db, ctx.actor, input.other)
    if (other.id === self.id)
      throw new Refusal('invalid', 'tie.with-itself', [tieComplaint('withItself', 'other')])
    const read = await readTie(ctx.db, ctx.actor, input)
    const own = await ownOrganisations(ctx.db, ctx.actor)
    const standing = await sameLiving(ctx, self.id, other.id, read)
    if (standing) return confirmStanding(ctx, standing, self.id, own)
    return insertStated(ctx, self, other, read, own)
  },
})

const toldOf = (tie: Tie): Told => ({
  from: tie.from.id,
  to: tie.to.id,
  kind: tie.kind,
  own: tie.own?.id ?? null,
  directed: tie.directed,
})

async function sameLiving(ctx: Context<Tx>, self: string, other: string, read: ReadTie) {
  const { said, directed } = read
  const told = { ...endsOf(said, self, other), kind: said.kind, own: said.own, directed }
  return (await livingTies(ctx.db, self, other)).find((tie) => isSameTie(toldOf(tie), told))
}

/** What the other side has stated is confirmed by being stated again; what one's own side has, stands. */
async function confirmStanding(ctx: Context<Tx>, standing: Tie, self: string, own: readonly string[]) {
  if (standing.answer !== 'confirmed' && sidesAsked(sidesOf(standing)).some((s) => own.includes(s))) {
    await settle(ctx, standing, 'confirmed', null)
    return { id: standing.id, state: 'confirmed' as const }
  }
  const seen = await tieById(ctx.db, ctx.actor, standing.id)
  const told = (l: 'fi' | 'sv' | 'en') => (seen ? tieSaid(seen, self, l) : tieText[l].states.waiting)
  throw new Refusal('conflict', 'tie.stands', [standsAlready(told)])
}

/**
 * Writes a tie down. It is the word of the organisation that who states it belongs to; of both, it is confirmed at
 * once. A coordinator who belongs to neither speaks for neither: then one of the two is enough to confirm it, since
 * neither of them has made it up.
 */
async function insertStated(
  ctx: Context<Tx>,
  self: End,
  other: End,
  { said, directed: _, ...rest }: ReadTie,
  own: readonly string[],
  replaces?: string,
) {
  const { from, to } = endsOf(said, self.id, other.id)
  const mine = [self.id, other.id].filter((id) => own.includes(id))
  const id = newId(ctx.now.getTime())
  const tie = {
    id,
    from_id: from,
    to_id: to,
    kind: said.kind,
    kind_id: said.own,
    ...rest,
    source: 'stated' as const,
    source_id: null,
    organisation_id: mine[0] ?? null,
    person_id: idOf(ctx.actor),
    by_whom: nameOf(ctx.actor),
    at: ctx.now,
    ...(replaces && { replaces_id: replaces }),
  }
  await insertTie(ctx.db, tie)
  ctx.changed({ kind: 'network-tie', id, before: null, after: tie })
  if (mine.length === 2) {
    const by = { by: nameOf(ctx.actor), person: idOf(ctx.actor), note: null, at: ctx.now }
    await answerTie(ctx.db, id, { answer: 'confirmed', ...by })
  } else await tellOfTie(ctx, (await tieById(ctx.db, { kind: 'system', name: 'tie' }, id))!)
  if (rest.share === 'public') await bumpRevision(ctx.db)
  return { id, state: mine.length === 2 ? ('confirmed' as const) : ('waiting' as const) }
}

/** The people of the sides whose word is asked: never those of who stated it, unless they belong to both. */
const mayAnswer: Rule<{ id: string }, Context> = {
  who: ['signed-in'],
  only: {
    says: inEach((l) => tieText[l].mayAnswer),
    check: async (ctx, { id }) => {
      const tie = await tieById(ctx.db, ctx.actor, id)
      if (!tie) return true
      const own = await ownOrganisations(ctx.db, ctx.actor)
      return sidesAsked(sidesOf(tie)).some((side) => own.includes(side))
    },
  },
}

export const answerOfTie = command({
  name: 'tie.answer',
  summary: {
    fi: 'Vahvista tai kiistä yhteys toisena osapuolena',
    sv: 'Bekräfta eller bestrid en koppling som den andra parten',
    en: 'Confirm or deny a tie as its other side',
  },
  route: { method: 'POST', path: '/ties/{id}/answer' },
  input: z.object({
    id: z.uuid(),
    answer: z.enum(['confirmed', 'denied']),
    note: z.string().trim().max(500).default(''),
  }),
  output: z.object({}),
  allow: mayAnswer,
  run: async (ctx, { id, answer, note }) => {
    await settle(ctx, await livingTie(ctx, id), answer, note || null)
    return {}
  },
})

async function settle(ctx: Context<Tx>, tie: Tie, answer: 'confirmed' | 'denied', note: string | null) {
  await answerTie(ctx.db, tie.id, {
    answer,
    by: nameOf(ctx.actor),
    person: idOf(ctx.actor),
    note,
    at: ctx.now,
  })
  const place = { ecosystem_id: tie.ecosystem?.id ?? null }
  ctx.changed({
    kind: 'network-tie',
    id: tie.id,
    before: { answer: tie.answer, note: tie.answer_note, ...place },
    after: { answer, note, ...place },
  })
  if (tie.share === 'public') await bumpRevision(ctx.db)
}

/** Who stated it, the people of both sides, and those who state ties in its ecosystem. */
export const mayEnd: Rule<{ id: string }, Context> = {
  who: ['signed-in', 'system'],
  only: {
    says: inEach((l) => tieText[l].mayEnd),
    check: async (ctx, { id }) => {
      const tie = await tieById(ctx.db, ctx.actor, id)
      if (!tie || tie.ended_at) return true
      return shown(tie, ctx.actor, await ownOrganisations(ctx.db, ctx.actor)).mayEnd
    },
  },
}

export const endTie = command({
  name: 'tie.end',
  summary: {
    fi: 'Päätä yhteys; se säilyy historiassa',
    sv: 'Avsluta en koppling; den finns kvar i historiken',
    en: 'End a tie; it stays in the history',
  },
  route: { method: 'POST', path: '/ties/{id}/end' },
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  allow: mayEnd,
  run: async (ctx, { id }) => {
    await ended(ctx, await livingTie(ctx, id))
    return {}
  },
})

async function ended(ctx: Context<Tx>, tie: Tie): Promise<void> {
  if (!(await endTieRow(ctx.db, tie.id, nameOf(ctx.actor), ctx.now)))
    throw new Refusal('conflict', 'tie.ended', [tieComplaint('tieEnded')])
  const place = { ecosystem_id: tie.ecosystem?.id ?? null }
  ctx.changed({
    kind: 'network-tie',
    id: tie.id,
    before: { ended: false, ...place },
    after: { ended: true, ...place },
  })
  if (tie.share === 'public') await bumpRevision(ctx.db)
}

export const changeTie = command({
  name: 'tie.change',
  summary: {
    fi: 'Muuta yhteyttä: entinen päättyy, uusi odottaa vahvistusta',
    sv: 'Ändra en koppling: den gamla avslutas, den nya väntar på bekräftelse',
    en: 'Change a tie: the one before ends, the new one waits for confirmation',
  },
  route: { method: 'PUT', path: '/ties/{id}' },
  input: z.object({
    id: z.uuid(),
    organisation: z.uuid().describe('The side from which the tie is told.'),
    ...tieInput,
  }),
  output: z.object({ id: z.uuid(), state: z.enum(['waiting', 'confirmed']) }),
  allow: mayEnd,
  run: async (ctx, input) => {
    const tie = await livingTie(ctx, input.id)
    const self = await foundOrganisation(ctx, input.organisation)
    const other = tie.from.id === self.id ? tie.to : tie.from
    const read = await readTie(ctx.db, ctx.actor, input)
    await ended(ctx, tie)
    const standing = await sameLiving(ctx, self.id, other.id, read)
    const own = await ownOrganisations(ctx.db, ctx.actor)
    if (standing) return confirmStanding(ctx, standing, self.id, own)
    return insertStated(ctx, self, other, read, own, tie.id)
  },
})
