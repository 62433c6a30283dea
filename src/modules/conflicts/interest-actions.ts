import { z } from 'zod'
import { type Relation, type Role, relations, roles } from '../../engine/conflict/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Rule, signedIn } from '../../kernel/rule.ts'
import { readDay } from '../../kernel/time.ts'
import { organisationsNamed } from '../organisations/index.ts'
import { endInterest, insertInterest, interestsOf, type OwnInterest } from './interest-queries.ts'
import { complaint } from './text.ts'

/** One's own alone; the product itself has no interests. */
const self = (ctx: Pick<Context, 'actor'>): string => {
  if (ctx.actor.kind === 'person') return ctx.actor.id
  throw new Refusal('forbidden', 'conflict.nobody', [complaint('nobody')])
}
const own: Rule = { ...signedIn, who: ['signed-in'] }

const relationCodes = Object.keys(relations) as [Relation, ...Relation[]]

/** What somebody has told of their own places in organisations, and of those of people near to them. */
export const listInterests = query({
  name: 'interest.list',
  summary: {
    fi: 'Omat sidonnaisuudet: paikat organisaatioissa ja läheisten paikat',
    sv: 'Egna bindningar: platser i organisationer och närståendes platser',
    en: 'One’s own interests: places in organisations, and those of people near',
  },
  route: { method: 'GET', path: '/account/interests' },
  input: z.object({}),
  output: z.object({ items: z.array(z.custom<OwnInterest>()) }),
  allow: own,
  run: async (ctx) => ({ items: await interestsOf(ctx.db, self(ctx)) }),
})

const day = z.string().trim().max(20).default('')

export const addInterest = command({
  name: 'interest.add',
  summary: {
    fi: 'Ilmoita sidonnaisuus: oma tai läheisen paikka organisaatiossa',
    sv: 'Anmäl en bindning: egen eller närståendes plats i en organisation',
    en: 'Tell of an interest: a place in an organisation, one’s own or of somebody near',
  },
  route: { method: 'POST', path: '/account/interests' },
  inPerson: true,
  input: z.object({
    organisation: z.string().trim().max(300),
    relation: z.enum(['', ...relationCodes]).default(''),
    role: z.enum(['', ...roles]).default(''),
    starts: day,
    ends: day,
  }),
  output: z.object({ id: z.uuid() }),
  allow: own,
  run: async (ctx, input) => {
    const person_id = self(ctx)
    const found = await organisationsNamed(ctx.db, ctx.actor, input.organisation)
    if (found.length === 0)
      throw new Refusal('invalid', 'interest.no-organisation', [complaint('noOrganisation', 'organisation')])
    if (found.length > 1)
      throw new Refusal('invalid', 'interest.many', [complaint('manyOrganisations', 'organisation')])
    if (!input.relation && !input.role)
      throw new Refusal('invalid', 'interest.no-role', [complaint('noRole', 'role')])
    const [starts, ends] = [dayIn(input.starts, 'starts'), dayIn(input.ends, 'ends')]
    if (starts && ends && ends < starts)
      throw new Refusal('invalid', 'interest.days', [complaint('endsBefore', 'ends')])
    const id = newId(ctx.now.getTime())
    await insertInterest(ctx.db, {
      id,
      person_id,
      relation: input.relation || null,
      role: (input.role || null) as Role | null,
      organisation_id: found[0]!.id,
      starts_on: starts,
      ends_on: ends,
      declared_at: ctx.now,
    })
    ctx.changed({ kind: 'interest', id, before: null, after: { organisation: found[0]!.name } })
    return { id }
  },
})

function dayIn(typed: string, field: string): string | null {
  if (!typed) return null
  const read = readDay(typed)
  if (!read) throw new Refusal('invalid', 'interest.day', [complaint('noDay', field)])
  return read
}

/** Takes an interest off one's list. What was found by it stays where it was declared and minuted. */
export const removeInterest = command({
  name: 'interest.remove',
  summary: {
    fi: 'Poista oma sidonnaisuusilmoitus',
    sv: 'Ta bort en egen anmälan om bindning',
    en: 'Take one of one’s own interests back',
  },
  route: { method: 'DELETE', path: '/account/interests/{id}' },
  inPerson: true,
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  allow: own,
  run: async (ctx, { id }) => {
    const ended = await endInterest(ctx.db, self(ctx), id, ctx.now)
    if (!ended) throw new Refusal('missing', 'interest.missing', [complaint('noInterest')])
    ctx.changed({ kind: 'interest', id, before: {}, after: null })
    return {}
  },
})
