import { z } from 'zod'
import { limits } from './rules.ts'

const text = z.string().max(limits.field)
export const value = z.union([text, z.array(z.string().max(2_000)).max(500).readonly()])
export const address = {
  kind: z.string().min(1).max(100).describe('Which form, such as organisation.edit.'),
  subject: z.string().min(1).max(2_000).describe('The id of what it is about, or new.'),
}
const client = z.string().min(4).max(64).describe('One window of one browser.')

export const saving = z.object({
  ...address,
  draft: z.uuid().optional().describe('The draft that the form was opened with.'),
  operation: z.uuid().describe('Chosen by the sender: what is sent again with it is done once.'),
  person: z.uuid().optional().describe('Who typed: refused when somebody else is signed in by now.'),
  client: client.optional(),
  unsure: z
    .uuid()
    .optional()
    .describe('An earlier save that was sent and not answered; this one takes its place.'),
  fields: z
    .array(
      z.object({
        name: z.string().min(1).max(200),
        value,
        base: z.number().int().min(0).describe('The version that was typed onto; 0 before the draft.'),
        from: value.optional().describe("The text typed onto, where it is not that version's own."),
        sent: value.optional().describe('What the unsure save said of this field.'),
      }),
    )
    .min(1)
    .max(limits.fields),
})
export type Saving = z.output<typeof saving>

const held = z.object({
  name: z.string(),
  value: value.nullable(),
  version: z.number(),
  person: z.string(),
  by: z.string(),
  at: z.coerce.date(),
  onto: value
    .nullish()
    .describe('What stood in the record when the draft of the field began, where the form changes a record.'),
})
export type HeldItem = z.output<typeof held>

const clash = z.object({ name: z.string(), mine: value, theirs: held })
export type Clash = z.output<typeof clash>

export const saved = z.object({
  draft: z.uuid(),
  at: z.coerce.date(),
  seq: z.number(),
  fields: z.array(
    z.object({
      name: z.string(),
      version: z.number(),
      how: z.enum(['same', 'typed', 'merged']),
      value: value.nullable().describe('What the field is now.'),
    }),
  ),
  conflicts: z
    .array(clash)
    .describe('Kept, but set aside: somebody else changed the same words. Ask the person.'),
})
export type Saved = z.output<typeof saved>

const person = z.object({
  client: z.string(),
  person: z.string(),
  name: z.string(),
  field: z.string().nullable(),
})

export const draftState = z.object({
  id: z.uuid().nullable(),
  kind: z.string(),
  subject: z.string(),
  seq: z.number(),
  savedAt: z.date().nullable(),
  fields: z.array(held),
  conflicts: z.array(clash),
  people: z.array(person),
})
export type DraftState = z.output<typeof draftState>

export const following = z.object({
  ...address,
  draft: z.uuid().optional(),
  client,
  since: z.coerce.number().int().min(0),
  field: z.string().max(200).optional().describe('The field that the person is in.'),
  leaving: z.boolean().default(false),
})

export const byId = z.object({ id: z.uuid() })
