import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, type Rule, signedIn } from '../../kernel/rule.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import { allEcosystems, type EcosystemHead, ecosystemByKey, idOfKey } from '../ecosystems/index.ts'
import { by } from '../people/index.ts'
import { endKindRow, insertKind, type OwnKind, ownKindById, ownKinds } from './kind-queries.ts'
import { kindComplaint } from './kind-text.ts'

/** Those who decide what is asked and stated in an ecosystem. */
export const kindKeepers: Rule<{ key: string }> = {
  ...by('coordinator', 'preparer'),
  in: (ctx, { key }) => idOfKey(ctx.db, key),
}

const key = z.string().max(40).describe('Key of the ecosystem.')
const written = z.string().trim().max(80).default('')
export const threeNames = z.object({ fi: written, sv: written, en: written })

/** Only the languages that are written. */
export const writtenOnly = (names: Readonly<Record<'fi' | 'sv' | 'en', string>>): Names =>
  Object.fromEntries(Object.entries(names).filter(([, said]) => said !== ''))

export async function ecosystemAt(ctx: Context, asked: string): Promise<EcosystemHead> {
  const found = await ecosystemByKey(ctx.db, asked)
  if (!found) throw new Refusal('missing', 'tie.no-ecosystem', [kindComplaint('noEcosystem')])
  return found
}

export const listKinds = query({
  name: 'tie-kind.list',
  summary: {
    fi: 'Ekosysteemin omat yhteyslajit',
    sv: 'Ett ekosystems egna typer av kopplingar',
    en: 'The own kinds of ties of an ecosystem',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/tie-kinds' },
  input: z.object({ key }),
  output: z.object({ items: z.array(z.custom<OwnKind>()) }),
  allow: {
    ...everyone,
    record: async (ctx, asked) => {
      const found = await ecosystemByKey(ctx.db, asked.key)
      return found && { share: found.share as ShareLevel, ecosystem: found.id }
    },
  },
  run: async (ctx, asked) => ({ items: await ownKinds(ctx.db, [(await ecosystemAt(ctx, asked.key)).id]) }),
})

/** What the form of a tie offers its writer: the ecosystems where they work, with those ecosystems' own kinds. */
export const tieChoices = query({
  name: 'tie-kind.choices',
  summary: {
    fi: 'Omat ekosysteemit ja niiden yhteyslajit lomaketta varten',
    sv: 'Egna ekosystem och deras typer av kopplingar för en blankett',
    en: 'One’s own ecosystems and their kinds of ties, for a form',
  },
  input: z.object({}),
  output: z.object({ ecosystems: z.array(z.custom<EcosystemHead>()), own: z.array(z.custom<OwnKind>()) }),
  allow: signedIn,
  run: async (ctx) => {
    const { actor } = ctx
    const offices = actor.kind === 'person' ? actor.offices : []
    const all = await allEcosystems(ctx.db)
    const ecosystems = all.filter((e) => offices.some((o) => o.ecosystem === null || o.ecosystem === e.id))
    const kinds = await ownKinds(
      ctx.db,
      ecosystems.map((e) => e.id),
    )
    return { ecosystems, own: kinds.filter((k) => !k.endedAt) }
  },
})

const wrong = (what: Parameters<typeof kindComplaint>[0], field: string) =>
  new Refusal('invalid', `tie-kind.${what}`, [kindComplaint(what, field)])

export const addKind = command({
  name: 'tie-kind.add',
  summary: {
    fi: 'Lisää ekosysteemille oma yhteyslaji',
    sv: 'Lägg till en egen typ av koppling för ett ekosystem',
    en: 'Add a kind of tie of its own to an ecosystem',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/tie-kinds' },
  input: z.object({
    key,
    name: threeNames.describe('What the other is to this one.'),
    directed: z.boolean(),
    back: threeNames.optional().describe('What this one is to the other, where there is a direction.'),
  }),
  output: z.object({ id: z.uuid() }),
  allow: kindKeepers,
  run: async (ctx, input) => {
    const ecosystem = await ecosystemAt(ctx, input.key)
    if (!input.name.fi) throw wrong('noName', 'name.fi')
    if (input.directed && !input.back?.fi) throw wrong('noBack', 'back.fi')
    const standing = await ownKinds(ctx.db, [ecosystem.id])
    if (standing.some((k) => !k.endedAt && k.name.fi === input.name.fi)) throw wrong('sameName', 'name.fi')
    const kind = {
      id: newId(ctx.now.getTime()),
      ecosystem: ecosystem.id,
      name: writtenOnly(input.name),
      directed: input.directed,
      back: input.directed ? writtenOnly(input.back!) : null,
    }
    await insertKind(ctx.db, kind, ctx.actor.kind === 'person' ? ctx.actor.id : null, ctx.now)
    ctx.changed({ kind: 'network-tie-kind', id: kind.id, before: null, after: kind })
    return { id: kind.id }
  },
})

export const endKind = command({
  name: 'tie-kind.end',
  summary: {
    fi: 'Päätä oman yhteyslajin käyttö; ilmoitetut yhteydet pitävät sen',
    sv: 'Sluta använda en egen typ; de kopplingar som har uppgetts behåller den',
    en: 'End the use of an own kind; ties that were stated keep it',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/tie-kinds/{id}/end' },
  input: z.object({ key, id: z.uuid() }),
  output: z.object({}),
  allow: kindKeepers,
  run: async (ctx, input) => {
    const ecosystem = await ecosystemAt(ctx, input.key)
    const kind = await ownKindById(ctx.db, input.id)
    if (!kind || kind.endedAt || kind.ecosystem !== ecosystem.id)
      throw new Refusal('missing', 'tie-kind.missing', [kindComplaint('noKind')])
    await endKindRow(ctx.db, kind.id, ctx.now)
    const place = { ecosystem: kind.ecosystem }
    ctx.changed({
      kind: 'network-tie-kind',
      id: kind.id,
      before: { ended: false, ...place },
      after: { ended: true, ...place },
    })
    return {}
  },
})
