import { z } from 'zod'
import { linkKinds } from '../../engine/conflict/index.ts'
import { command, query } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { readDay } from '../../kernel/time.ts'
import { organisationsNamed } from '../organisations/index.ts'
import { by } from '../people/index.ts'
import { canonicalOf, endLink, type FamilyLink, familyOf, insertLink } from './interest-queries.ts'
import { complaint } from './text.ts'

const organisation = z.uuid()
const missing = () => new Refusal('missing', 'family.no-organisation', [complaint('noOrganisation')])

/** To which organisations this one belongs, and which belong to it. */
export const listFamily = query({
  name: 'family.list',
  summary: {
    fi: 'Organisaation emot, tytäryhtiöt, omistajat ja ryhmä',
    sv: 'Organisationens moder- och dotterbolag, ägare och grupp',
    en: 'The parents, subsidiaries, owners and group of an organisation',
  },
  route: { method: 'GET', path: '/organisations/{organisation}/family' },
  input: z.object({ organisation }),
  output: z.object({ id: z.uuid(), name: z.string(), items: z.array(z.custom<FamilyLink>()) }),
  allow: by('coordinator', 'preparer', 'council-officer', 'city-decider'),
  run: async (ctx, input) => {
    const known = await canonicalOf(ctx.db, input.organisation)
    if (!known) throw missing()
    return { ...known, items: await familyOf(ctx.db, known.id) }
  },
})

export const addFamily = command({
  name: 'family.add',
  summary: {
    fi: 'Kirjaa, että organisaatio kuuluu toiselle tai samaan ryhmään',
    sv: 'Anteckna att en organisation hör till en annan eller till samma grupp',
    en: 'Record that an organisation belongs to another, or to one group with it',
  },
  route: { method: 'POST', path: '/organisations/{organisation}/family' },
  input: z.object({
    organisation,
    /** Whether the other stands above this one or below it; in a group they are equal. */
    side: z.enum(['above', 'below']),
    other: z.string().trim().max(300),
    kind: z.enum(linkKinds),
    share: z.string().trim().max(10).default(''),
    source: z.string().trim().min(1).max(500),
    starts: z.string().trim().max(20).default(''),
    ends: z.string().trim().max(20).default(''),
  }),
  output: z.object({ id: z.uuid() }),
  allow: by('coordinator', 'preparer'),
  run: async (ctx, input) => {
    const known = await canonicalOf(ctx.db, input.organisation)
    if (!known) throw missing()
    const found = await organisationsNamed(ctx.db, ctx.actor, input.other)
    if (found.length !== 1 || found[0]!.id === known.id)
      throw new Refusal('invalid', 'family.other', [
        complaint(found.length > 1 ? 'manyOrganisations' : 'noOrganisation', 'other'),
      ])
    const share = input.share.replace(',', '.')
    if (share && !(/^\d{1,3}(\.\d{1,2})?$/.test(share) && Number(share) <= 100))
      throw new Refusal('invalid', 'family.share', [complaint('noShare', 'share')])
    const days = { starts: readDay(input.starts), ends: readDay(input.ends) }
    for (const field of ['starts', 'ends'] as const)
      if (input[field] && !days[field])
        throw new Refusal('invalid', 'family.day', [complaint('noDay', field)])
    const other = found[0]!
    const id = newId(ctx.now.getTime())
    await insertLink(ctx.db, {
      id,
      upper_id: input.side === 'above' ? other.id : known.id,
      lower_id: input.side === 'above' ? known.id : other.id,
      kind: input.kind,
      share: share || null,
      source: input.source,
      starts_on: days.starts ?? null,
      ends_on: days.ends ?? null,
      person_id: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      at: ctx.now,
    })
    ctx.changed({
      kind: 'organisation-family',
      id,
      before: null,
      after: { organisation: known.name, other: other.name, kind: input.kind, source: input.source },
    })
    return { id }
  },
})

export const removeFamily = command({
  name: 'family.remove',
  summary: {
    fi: 'Poista organisaatioiden välinen kuuluvuus',
    sv: 'Ta bort ett samband mellan organisationer',
    en: 'Remove a link between organisations',
  },
  route: { method: 'DELETE', path: '/organisations/{organisation}/family/{id}' },
  input: z.object({ organisation, id: z.uuid() }),
  output: z.object({}),
  allow: by('coordinator', 'preparer'),
  run: async (ctx, { id }) => {
    if (!(await endLink(ctx.db, id, ctx.now)))
      throw new Refusal('missing', 'family.missing', [complaint('noLink')])
    ctx.changed({ kind: 'organisation-family', id, before: {}, after: null })
    return {}
  },
})
