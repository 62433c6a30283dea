import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { type ShareLevel, shareLevels } from '../../kernel/share.ts'
import { organisationsNamed } from '../organisations/index.ts'
import { candidateNames } from './candidate-queries.ts'
import { canonicalOf } from './consortium-queries.ts'
import { complaint, fault, refuseAny } from './fault-text.ts'

const amount = z
  .string()
  .regex(/^\d{1,13}(\.\d{1,2})?$/)
  .nullable()
  .default(null)
const partners = z.number().int().min(1).max(200)

/** What people settle of a consortium. Amounts are decimal euros. */
export const settled = {
  title: z.string().trim().max(300),
  aim: z.string().trim().max(4000).default(''),
  callName: z.string().trim().max(300).default('').describe("Another's call, by its name."),
  callAddress: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
  deadline: z.coerce.date().nullable().default(null),
  programme: z.string().trim().max(200).default(''),
  budget: amount,
  lead: z.string().trim().max(300).default('').describe('Lead organisation: id, business id or name.'),
  least: partners.default(1),
  most: partners.default(20),
  mostEach: amount.describe('The most that one partner may ask for.'),
  mostTogether: amount,
  share: z.enum(shareLevels).default('agreement'),
}
const object = z.object(settled)
export type Settled = z.output<typeof object>

/** The organisation that is meant by an id, a business id or a whole name. */
export async function organisationMeant(
  db: Read,
  actor: Actor,
  typed: string,
  field: string,
): Promise<{ id: string; name: string }> {
  const found = isId(typed)
    ? [...(await candidateNames(db, actor, await canonicalOf(db, [typed])))].map(([id, name]) => ({
        id,
        name,
      }))
    : await organisationsNamed(db, actor, typed)
  if (found.length === 0) throw fault('invalid', 'noOrganisation', field)
  if (found.length > 1) throw fault('invalid', 'severalOrganisations', field)
  return found[0]!
}

/** What was said, checked, as it is kept. */
export async function readSettled(db: Read, actor: Actor, said: Settled) {
  refuseAny([
    said.title === '' && complaint('noTitle', 'title'),
    said.least > said.most && complaint('leastOverMost', 'least'),
  ])
  const lead = said.lead ? await organisationMeant(db, actor, said.lead, 'lead') : undefined
  return {
    title: said.title,
    aim: said.aim,
    callName: said.callName || null,
    callAddress: said.callAddress || null,
    deadline: said.deadline,
    programme: said.programme || null,
    budget: said.budget,
    lead: lead?.id ?? null,
    leadName: lead?.name ?? '',
    least: said.least,
    most: said.most,
    mostEach: said.mostEach,
    mostTogether: said.mostTogether,
    share: said.share as ShareLevel,
  }
}
