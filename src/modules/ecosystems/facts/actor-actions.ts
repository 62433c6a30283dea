import { z } from 'zod'
import { isValidBusinessId } from '../../../engine/matching/index.ts'
import { command, query } from '../../../kernel/action.ts'
import { roles } from '../record.ts'
import { keepers, key, mustBeThere, namesOf, written, wrong } from '../settings-actions.ts'
import { readSettings } from '../settings-queries.ts'
import { complaint } from './complaint.ts'
import { removePart, savePart } from './part.ts'
import { deleteActor, readActors, type StoredActor, saveActor } from './part-queries.ts'
import { isInOrder } from './rules.ts'

/** The roles in an ecosystem, and having signed its agreement. */
export const actorRoles = ['party', ...roles] as const

const names = z.record(z.string(), z.string())
const actor = z.object({
  id: z.uuid(),
  role: z.enum(actorRoles),
  name: names,
  businessId: z.string().nullable(),
  what: names.nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
})
export type ActorRecord = z.output<typeof actor>

export const listActors = query({
  name: 'actors.list',
  summary: {
    fi: 'Ekosysteemin toimijat rooleineen niistä huolehtiville',
    sv: 'Ett ekosystems aktörer med roller för dem som sköter dem',
    en: 'The actors of an ecosystem with their roles, for who looks after them',
  },
  input: z.object({ key }),
  output: z.object({ key: z.string(), name: names, items: z.array(actor) }),
  allow: keepers,
  run: async (ctx, asked) => {
    const e = await mustBeThere(readSettings(ctx.db, asked.key), asked.key)
    const items = (await readActors(ctx.db, e.id)) as ActorRecord[]
    return { key: e.key, name: e.name as Record<string, string>, items }
  },
})

export const saveActorAction = command({
  name: 'actors.save',
  summary: {
    fi: 'Lisää ekosysteemille toimija ja sen rooli tai muuta niitä',
    sv: 'Lägg till en aktör med en roll i ett ekosystem eller ändra en',
    en: 'Add an actor with a role to an ecosystem, or change one',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/actors' },
  input: z.object({
    key,
    id: z.uuid().optional().describe('The actor that is changed; without it a new one is added.'),
    name: namesOf(300),
    businessId: z.string().trim().max(20).default(''),
    role: z.enum(actorRoles),
    what: namesOf(500).default({ fi: '', sv: '', en: '' }),
    validFrom: z.iso.date().nullable().default(null),
    validTo: z.iso.date().nullable().default(null),
  }),
  output: z.object({ id: z.uuid() }),
  allow: keepers,
  run: async (ctx, input) =>
    savePart<StoredActor>(
      ctx,
      'ecosystem-actor',
      input,
      readActors,
      async () => {
        if (!input.name.fi) throw wrong('name.fi', (t) => t.nameMissing)
        if (input.businessId && !isValidBusinessId(input.businessId))
          throw complaint('businessId', (t) => t.businessIdWrong)
        const { validFrom, validTo } = input
        if (!isInOrder(validFrom ?? undefined, validTo ?? undefined))
          throw complaint('validTo', (t) => t.endsBeforeStart)
        const what = written(input.what)
        return {
          role: input.role,
          name: written(input.name),
          businessId: input.businessId || null,
          what: what.fi ? what : null,
          validFrom,
          validTo,
        }
      },
      saveActor,
    ),
})

export const removeActor = command({
  name: 'actors.remove',
  summary: {
    fi: 'Poista ekosysteemin toimija; se säilyy tapahtumalokissa',
    sv: 'Ta bort en aktör ur ett ekosystem; den finns kvar i händelseloggen',
    en: 'Take an actor out of an ecosystem; the audit keeps it',
  },
  input: z.object({ key, id: z.uuid() }),
  output: z.object({}),
  allow: keepers,
  run: (ctx, input) =>
    removePart(ctx, 'ecosystem-actor', input, readActors, (tx, was) => deleteActor(tx, was.id)),
})
