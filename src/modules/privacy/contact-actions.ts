import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, type Rule } from '../../kernel/rule.ts'
import { by, holds } from '../people/index.ts'
import {
  type ContactRow,
  contactById,
  contactsOf,
  deleteContact,
  insertContact,
  type Place,
  placeName,
  shareOfPlace,
  updateContact,
} from './contact-queries.ts'
import { type Ground, grounds } from './rules.ts'

const place = {
  organisation: z.uuid().optional(),
  ecosystem: z.uuid().optional(),
}

const shown = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Only for those who keep the contacts. */
  kept: z.object({ ground: z.enum(grounds), published: z.boolean(), reviewOn: z.string() }).optional(),
})
export type Contact = z.output<typeof shown>

/** Who keeps contacts: a coordinator of that ecosystem; of an organisation any coordinator, and an administrator. */
export const keeps = (
  { actor }: Pick<Context, 'actor'>,
  where: { ecosystem?: string | undefined },
): boolean => actor.kind === 'system' || holds(actor, ['coordinator', 'administrator'], where.ecosystem)

const placeOf = ({
  organisation,
  ecosystem,
}: {
  organisation?: string | undefined
  ecosystem?: string | undefined
}): Place => {
  if (organisation && !ecosystem) return { organisation }
  if (ecosystem && !organisation) return { ecosystem }
  throw new Refusal('invalid', 'contact.place', [
    {
      text: {
        fi: 'Kerro joko organisaatio tai ekosysteemi, jonka yhteyshenkilö on.',
        sv: 'Ange antingen organisationen eller ekosystemet vars kontaktperson det är.',
        en: 'Say either the organisation or the ecosystem whose contact it is.',
      },
    },
  ])
}

/** The contacts of an ecosystem are seen by those who see the ecosystem. */
const ofPlace: Rule<{ ecosystem?: string | undefined }> = {
  ...everyone,
  record: async (ctx, { ecosystem }) => {
    const share = ecosystem && (await shareOfPlace(ctx.db, ecosystem))
    return share ? { share, ecosystem } : undefined
  },
}

/** The contacts of one place, to be read there: no search leads to them and no export has them. */
export const listContacts = query({
  name: 'contact.list',
  summary: {
    fi: 'Organisaation tai ekosysteemin julkaistut yhteyshenkilöt',
    sv: 'En organisations eller ett ekosystems publicerade kontaktpersoner',
    en: 'Published contact persons of one organisation or ecosystem',
  },
  input: z.object(place),
  output: z.object({ place: z.string(), keeps: z.boolean(), items: z.array(shown) }),
  allow: ofPlace as Rule<unknown>,
  run: async (ctx, input) => {
    const where = placeOf(input)
    const name = await placeName(ctx.db, ctx.actor, where)
    if (name === undefined) throw new Refusal('missing', 'contact.no-place')
    const mine = keeps(ctx, input)
    const rows = await contactsOf(ctx.db, where, !mine)
    // Who has read whose contact data can be told afterwards; what is public is read by anybody.
    if (rows.length > 0 && ctx.actor.kind === 'person')
      ctx.log.info({ reader: ctx.actor.id, contacts: rows.map((r) => r.id), ...where }, 'contact data read')
    return { place: name, keeps: mine, items: rows.map((row) => told(row, mine)) }
  },
})

const told = (row: ContactRow, mine: boolean): z.input<typeof shown> => ({
  id: row.id,
  name: row.name,
  title: row.title,
  email: row.email,
  phone: row.phone,
  ...(mine && {
    kept: {
      ground: row.ground as Ground,
      published: row.published,
      reviewOn: row.review_on,
    },
  }),
})

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .transform((v) => v || null)

/** A contact that is there already decides where it is; a new one says it. */
const inPlace: Rule<{ id?: string | undefined; ecosystem?: string | undefined }> = {
  ...by('coordinator', 'administrator'),
  in: async (ctx, { id, ecosystem }) => {
    const row = id ? await contactById(ctx.db, id) : undefined
    return row ? (row.ecosystem_id ?? undefined) : ecosystem
  },
}

export const saveContact = command({
  name: 'contact.save',
  summary: {
    fi: 'Kirjaa yhteyshenkilö, tietojen käsittelyperuste ja tarkistuspäivä',
    sv: 'Anteckna en kontaktperson, grunden för behandlingen och dagen för granskning',
    en: 'Write a contact person down, with the ground on which it is kept and a day of review',
  },
  input: z.object({
    id: z.uuid().optional(),
    ...place,
    name: z.string().trim().min(1).max(200),
    title: text(200),
    email: text(200).pipe(z.email().nullable()),
    phone: text(60),
    ground: z.enum(grounds),
    published: z.stringbool().or(z.boolean()).default(false),
    reviewOn: z.iso.date(),
  }),
  output: z.object({ id: z.uuid() }),
  allow: inPlace as Rule<unknown>,
  run: async (ctx, input) => {
    const fields = {
      name: input.name,
      title: input.title,
      email: input.email,
      phone: input.phone,
      ground: input.ground,
      published: input.published,
      review_on: input.reviewOn,
      updated_at: ctx.now,
    }
    if (input.id) {
      const was = await contactById(ctx.db, input.id)
      if (!was) throw new Refusal('missing', 'contact.missing')
      await updateContact(ctx.db, input.id, { ...fields, reminded_on: null })
      ctx.changed(change(input.id, was, { ...was, ...fields }))
      return { id: input.id }
    }
    const where = placeOf(input)
    const row = {
      id: newId(ctx.now.getTime()),
      person_id: null,
      organisation_id: 'organisation' in where ? where.organisation : null,
      ecosystem_id: 'ecosystem' in where ? where.ecosystem : null,
      ...fields,
      created_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      created_at: ctx.now,
    }
    await insertContact(ctx.db, row)
    ctx.changed(change(row.id, null, row))
    return { id: row.id }
  },
})

export const removeContact = command({
  name: 'contact.remove',
  summary: {
    fi: 'Poista yhteyshenkilö',
    sv: 'Ta bort en kontaktperson',
    en: 'Remove a contact person',
  },
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  allow: inPlace as Rule<unknown>,
  run: async (ctx, { id }) => {
    const was = await contactById(ctx.db, id)
    if (!was) throw new Refusal('missing', 'contact.missing')
    await deleteContact(ctx.db, id)
    ctx.changed(change(id, was, null))
    return {}
  },
})

type Told = Omit<ContactRow, 'reminded_on' | 'created_at' | 'updated_at' | 'created_by'>

const change = (id: string, before: Told | null, after: Told | null) => {
  const state = (row: Told | null) =>
    row && {
      name: row.name,
      title: row.title,
      email: row.email,
      phone: row.phone,
      ground: row.ground,
      published: row.published,
      reviewOn: row.review_on,
      organisation: row.organisation_id,
      ecosystem: row.ecosystem_id,
    }
  return { kind: 'contact', id, before: state(before), after: state(after) }
}
