import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Rule } from '../../kernel/rule.ts'
import { idOfKey } from '../ecosystems/index.ts'
import { personOf } from '../talk/index.ts'
import { meetingMachine } from './meeting-rules.ts'
import { type Organ, organsOf, putOrgan } from './organ-queries.ts'
import { missing } from './reading.ts'

const place = { ecosystem: z.string().max(100).describe('Key of the ecosystem.') }
const inPlace = (ctx: Context, { ecosystem }: { ecosystem: string }) => idOfKey(ctx.db, ecosystem)

const organ = z.object({
  quorum: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .nullable()
    .describe('How many deciders must be present; when empty, more than half of the members.'),
  ground: z.string().max(300).describe('Where that is said.'),
})

export const readOrgans = query({
  name: 'meeting.organs',
  summary: {
    fi: 'Milloin ekosysteemin toimielimet ovat päätösvaltaisia',
    sv: 'När ekosystemets organ är beslutföra',
    en: 'When the organs of an ecosystem have a quorum',
  },
  route: { method: 'GET', path: '/ecosystems/{ecosystem}/organs' },
  input: z.object(place),
  output: z.object({ selection: z.custom<Organ>(), legal: z.custom<Organ>() }),
  allow: { who: meetingMachine.events.call.by, in: inPlace },
  run: async (ctx, { ecosystem }) => {
    const id = await idOfKey(ctx.db, ecosystem)
    if (!id) throw missing()
    return organsOf(ctx.db, id)
  },
})

/** Who keeps the meetings, but nobody who only prepares for them. */
const keepers: Rule<{ ecosystem: string }, Context> = {
  who: ['coordinator', 'city-decider', 'council-officer'],
  in: inPlace,
}

export const saveOrgans = command({
  name: 'meeting.save-organs',
  summary: {
    fi: 'Muuta, kuinka monen on oltava läsnä, jotta toimielin voi päättää',
    sv: 'Ändra hur många som ska vara närvarande för att organet ska kunna besluta',
    en: 'Change how many must be present for an organ to decide',
  },
  route: { method: 'PUT', path: '/ecosystems/{ecosystem}/organs' },
  input: z.object({ ...place, selection: organ, legal: organ }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, { ecosystem, ...said }) => {
    const person = personOf(ctx)
    const id = await idOfKey(ctx.db, ecosystem)
    if (!id) throw missing()
    const before = await organsOf(ctx.db, id)
    for (const part of ['selection', 'legal'] as const) {
      const { quorum, ground } = said[part]
      await putOrgan(ctx.db, id, part, { quorum, ground: ground.trim() }, person.id, ctx.now)
    }
    ctx.changed({ kind: 'meeting-organ', id, before, after: { ...said, ecosystem: id } })
    return {}
  },
})
