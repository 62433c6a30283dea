import { z } from 'zod'
import type { Language } from '../../kernel/text.ts'
import { nameIn, type PictureActor } from './picture.ts'

/** What every answer about the network says of an actor. */
export const actorHead = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  region: z.string().nullable(),
  country: z.string().nullable(),
  roles: z.array(z.string()),
  community: z.number().int().nullable(),
})

export const headOf = (actor: PictureActor, language: Language): z.output<typeof actorHead> => ({
  id: actor.id,
  name: nameIn(actor, language),
  kind: actor.kind,
  region: actor.region,
  country: actor.country,
  roles: actor.roles,
  community: actor.community,
})
