import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { listOf, many, paging } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, isAmong } from '../../kernel/rule.ts'
import { canSee, type ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import { organisationsWith } from '../organisations/index.ts'
import { offices } from '../people/index.ts'
import { searchFor } from '../search/index.ts'
import { look } from './look.ts'
import { countEcosystems, type EcosystemFilters, readEcosystems, readSources, readTiesTo } from './queries.ts'
import {
  type Ecosystem,
  ecosystemKinds,
  ecosystemRecord,
  ecosystemSource,
  sourcesOf,
  tieFrom,
} from './record.ts'
import { founders, keepers } from './settings-actions.ts'
import { idOfKey, readLook, shareOf } from './settings-queries.ts'
import { allEcosystems, type EcosystemHead, ecosystemByKey, frameValuesOf } from './subject-queries.ts'
import { text } from './text.ts'

type Asked = {
  q?: string | undefined
  /** A search that is made already, in place of `q`. */
  tsquery?: string | undefined
  kind?: readonly string[]
  region?: readonly string[]
  parent?: string | undefined
  limit: number
  offset: number
}

/** The ecosystems that the actor sees and that the filters and words let through, and how many they are. */
export async function findEcosystems(
  db: Read,
  asked: Asked,
  actor: Actor = { kind: 'visitor' },
): Promise<{ items: Ecosystem[]; total: number }> {
  const filters: EcosystemFilters = {
    ...(asked.kind && { kind: asked.kind }),
    ...(asked.region && { region: asked.region }),
    parent: asked.parent,
    tsquery: asked.tsquery,
  }
  if (asked.q?.trim()) {
    const total = await countEcosystems(db, {}, actor)
    const finds = async (tsquery: string) => (await countEcosystems(db, { tsquery }, actor)) > 0
    filters.tsquery = (await searchFor(db, asked.q, finds, total))?.tsquery ?? ''
  }
  return {
    items: await readEcosystems(db, filters, asked.limit, asked.offset, actor),
    total: await countEcosystems(db, filters, actor),
  }
}

export const list = query({
  name: 'ecosystems.list',
  summary: {
    fi: 'Ekosysteemit ja ekosysteemisopimukset: kehykset, toimijat, rahoitus ja yhteydet',
    sv: 'Ekosystem och ekosystemavtal: ramar, aktörer, finansiering och kopplingar',
    en: 'Ecosystems and ecosystem agreements with their frames, actors, money and ties',
  },
  route: { method: 'GET', path: '/ecosystems' },
  input: z.object({
    q: z
      .string()
      .max(500)
      .optional()
      .describe('Words of the name, the frame, the actors or the description.'),
    kind: many(z.enum(ecosystemKinds)),
    region: many(z.string().max(10)).describe('Region (maakunta), such as MK06.'),
    parent: z.string().max(40).optional().describe('Only what belongs to this ecosystem, such as ic16.'),
    ...paging,
    limit: paging.limit.default(100),
  }),
  output: listOf(ecosystemRecord).extend({
    may: z.object({ found: z.boolean() }).describe('Whether who asks may make a new one.'),
  }),
  allow: everyone,
  run: async (ctx, input) => ({
    ...(await findEcosystems(ctx.db, input, ctx.actor)),
    may: { found: isAmong(founders.who, ctx.actor, null) },
  }),
})

export const get = query({
  name: 'ecosystems.get',
  summary: {
    fi: 'Yksi ekosysteemi tunnuksellaan, siihen kuuluvat tiedot ja tietojen lähteet',
    sv: 'Ett ekosystem enligt dess kod, det som hör till det och uppgifternas källor',
    en: 'One ecosystem by its key, with what belongs to it and the sources of its facts',
  },
  route: { method: 'GET', path: '/ecosystems/{key}' },
  input: z.object({ key: z.string().max(40) }),
  output: z.object({
    ecosystem: ecosystemRecord,
    children: z.array(ecosystemRecord),
    tiesFrom: z.array(tieFrom).describe('Others that name this one in their ties.'),
    sources: z.record(z.string(), ecosystemSource),
    organisations: z
      .record(z.string(), z.string())
      .describe('Business id to the organisation in the registry, for those that are there.'),
    look: look.describe('Its own colour, sign and contact.'),
    may: z
      .object({ change: z.boolean(), members: z.boolean() })
      .describe('Whether who asks may change its settings, and see who holds an office in it.'),
  }),
  allow: { ...everyone, record: (ctx, { key }) => shareOf(ctx.db, key) },
  run: async (ctx, { key }) => {
    const [ecosystem] = await readEcosystems(ctx.db, { key }, 1, 0, ctx.actor)
    if (!ecosystem) throw missing(key)
    const children = await readEcosystems(ctx.db, { parent: key }, 100, 0, ctx.actor)
    const sources = await readSources(ctx.db, sourcesOf(ecosystem))
    const actors = [...ecosystem.roles, ...(ecosystem.agreement?.parties ?? [])]
    const businessIds = actors.flatMap((a) => a.businessId ?? [])
    const organisations = await organisationsWith(ctx.db, 'fi-business-id', businessIds)
    const where = await idOfKey(ctx.db, key)
    const may = {
      change: isAmong(keepers.who, ctx.actor, where),
      members: isAmong(offices, ctx.actor, where),
    }
    const tiesFrom = await readTiesTo(ctx.db, key, ctx.actor)
    return { ecosystem, children, tiesFrom, sources, organisations, look: await readLook(ctx.db, key), may }
  },
})

/** What other pages of an ecosystem need of it. */
export const ecosystemHead = query({
  name: 'ecosystems.head',
  summary: {
    fi: 'Ekosysteemin tunniste ja nimet',
    sv: 'Ett ekosystems id och namn',
    en: 'The id and the names of an ecosystem, by its key',
  },
  input: z.object({ key: z.string().max(40) }),
  output: z.custom<EcosystemHead>(),
  allow: everyone,
  run: async (ctx, { key }) => {
    const found = await ecosystemByKey(ctx.db, key)
    const record = found && { share: found.share as ShareLevel, ecosystem: found.id }
    if (!record || !canSee(ctx.actor, record)) throw missing(key)
    return found
  },
})

/** All that the actor sees, for lists to choose from. */
export const namesOfEcosystems = query({
  name: 'ecosystems.names',
  summary: {
    fi: 'Ekosysteemien tunnisteet ja nimet',
    sv: 'Ekosystemens id och namn',
    en: 'The ids and the names of the ecosystems',
  },
  input: z.object({}),
  output: z.object({ items: z.array(z.custom<EcosystemHead>()) }),
  allow: everyone,
  run: async (ctx) => ({
    items: (await allEcosystems(ctx.db)).filter((e) =>
      canSee(ctx.actor, { share: e.share as ShareLevel, ecosystem: e.id }),
    ),
  }),
})

/** The priorities, emphases and other values that something of the ecosystem may be about. */
export const ecosystemFrame = query({
  name: 'ecosystems.frame',
  summary: {
    fi: 'Ekosysteemin kehyksen arvot',
    sv: 'Värdena i ett ekosystems ram',
    en: 'The values of the frame of an ecosystem',
  },
  input: z.object({ key: z.string().max(40) }),
  output: z.object({ values: z.array(z.object({ value: z.string(), name: z.custom<Names>() })) }),
  allow: everyone,
  run: async (ctx, { key }) => {
    const found = await ecosystemByKey(ctx.db, key)
    if (!found || !canSee(ctx.actor, { share: found.share as ShareLevel, ecosystem: found.id }))
      throw missing(key)
    return { values: await frameValuesOf(ctx.db, found.id) }
  },
})

const missing = (key: string): Refusal =>
  new Refusal('missing', 'ecosystem.missing', [
    { text: { fi: text.fi.notFound(key), sv: text.sv.notFound(key), en: text.en.notFound(key) } },
  ])

export const actions = [list, get, ecosystemHead, namesOfEcosystems, ecosystemFrame]
