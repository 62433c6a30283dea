import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { entryActOf } from '../../kernel/entries.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { everyone, isAmong, type Rule } from '../../kernel/rule.ts'
import { type ShareLevel, shareLevels } from '../../kernel/share.ts'
import { type EcosystemHead, ecosystemByKey, idOfKey } from '../ecosystems/index.ts'
import { cooperationIn } from '../network/index.ts'
import { by, offices } from '../people/index.ts'
import { type Item, kinds } from './content.ts'
import { items } from './queries.ts'
import { refuse, refuseAll } from './refusing.ts'
import { contentOf, faultsOf } from './rules.ts'

/** Those who keep the impact chain of an ecosystem. */
export const keepers: Rule<{ key: string }> = {
  ...by('administrator', 'coordinator', 'preparer'),
  in: (ctx, { key }) => idOfKey(ctx.db, key),
}

const key = z.string().max(40).describe('Key of the ecosystem.')

const readers: Rule<{ key: string }> = {
  ...everyone,
  record: async (ctx, asked) => {
    const found = await ecosystemByKey(ctx.db, asked.key)
    return found && { share: found.share as ShareLevel, ecosystem: found.id }
  },
}

async function ecosystemAt(ctx: Context, asked: string): Promise<EcosystemHead> {
  const found = await ecosystemByKey(ctx.db, asked)
  if (!found) throw refuse('missing', 'noEcosystem')
  return found
}

/** Names of people are for those who hold an office in the ecosystem. */
function shown(ctx: Context, ecosystem: string, versions: readonly Item[]): Item[] {
  if (isAmong(offices, ctx.actor, ecosystem)) return [...versions]
  return versions.map((item) => ({ ...item, byWhom: '', person: null, reason: null, endedBy: null }))
}

/** A half-year of cooperation. */
export type Together = Awaited<ReturnType<typeof cooperationIn>>[number]

const ecosystem = z.custom<EcosystemHead>()
const keeps = z.boolean().describe('Whether you keep the chain.')

export const chainAction = query({
  name: 'impact.chain',
  summary: {
    fi: 'Ekosysteemin vaikuttavuusketjun väitteet ja klinikat',
    sv: 'Påståendena och klinikerna i ett ekosystems effektkedja',
    en: 'The claims and clinics of the impact chain of an ecosystem',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/impact' },
  input: z.object({ key }),
  output: z.object({
    ecosystem,
    items: z.array(z.custom<Item>()),
    together: z
      .array(z.custom<Together>())
      .describe('By half-year, counted from the network: who work together, and how many pairs there are.'),
    keeps,
  }),
  allow: readers,
  run: async (ctx, asked) => {
    const found = await ecosystemAt(ctx, asked.key)
    return {
      ecosystem: found,
      items: shown(ctx, found.id, await items.current(ctx.db, ctx.actor, found.id)),
      together: await cooperationIn(ctx, found.key),
      keeps: isAmong(keepers.who, ctx.actor, found.id),
    }
  },
})

export const itemAction = query({
  name: 'impact.get',
  summary: {
    fi: 'Yksi vaikuttavuusketjun väite tai klinikka ja sen aiemmat versiot',
    sv: 'Ett påstående eller en klinik i effektkedjan och dess tidigare versioner',
    en: 'One claim or clinic of an impact chain, and its earlier versions',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/impact/{entry}' },
  input: z.object({ key, entry: z.uuid() }),
  output: z.object({
    ecosystem,
    versions: z
      .array(z.custom<Item>())
      .describe('The newest first; it has ended where it is out of the chain.'),
    chain: z
      .array(z.custom<Item>())
      .describe('The claims that hold, to which it leads and which lead to it.'),
    keeps,
  }),
  allow: readers,
  run: async (ctx, asked) => {
    const found = await ecosystemAt(ctx, asked.key)
    const versions = await items.versions(ctx.db, ctx.actor, found.id, asked.entry)
    if (versions.length === 0) throw refuse('missing', 'noItem')
    return {
      ecosystem: found,
      versions: shown(ctx, found.id, versions),
      chain: shown(ctx, found.id, await items.current(ctx.db, ctx.actor, found.id)),
      keeps: isAmong(keepers.who, ctx.actor, found.id),
    }
  },
})

const line = (most: number) => z.string().trim().max(most).default('')
const three = (most: number) =>
  z.object({ fi: line(most), sv: line(most), en: line(most) }).default({ fi: '', sv: '', en: '' })
const entries = z.array(z.uuid()).max(50).default([])

export const saveAction = command({
  name: 'impact.save',
  summary: {
    fi: 'Lisää vaikuttavuusketjuun väite tai klinikka, tai tee siitä uusi versio',
    sv: 'Lägg till ett påstående eller en klinik i effektkedjan, eller gör en ny version',
    en: 'Add a claim or a clinic to an impact chain, or make a new version of it',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/impact' },
  input: z.object({
    key,
    entry: z.uuid().optional().describe('What is changed; without it a new one is added.'),
    kind: z.enum(kinds),
    title: three(300),
    text: three(10_000),
    evidence: line(20).describe('measured, reported, story or none.'),
    horizon: line(20).describe('When the effect is seen: year, three, five or later.'),
    audience: line(300),
    measure: line(300),
    value: line(300),
    source: line(500),
    collector: line(300),
    contributes: entries.describe('Entries of claims of the same or a later level.'),
    permissionBy: line(300),
    permissionOn: line(20),
    permissionRecord: line(300),
    held: line(20).describe('Of a clinic: the day, such as 5.3.2026 or 2026-03-05.'),
    present: line(1_000),
    decided: line(5_000),
    claims: entries.describe('Of a clinic: entries of the claims that it went through.'),
    share: z.enum(shareLevels).default('agreement'),
    reason: line(500).describe('What changed and why, for the history.'),
  }),
  output: z.object({ entry: z.uuid() }),
  allow: keepers,
  run: async (ctx, { key: asked, entry, kind: typed, share, reason, ...said }) => {
    const found = await ecosystemAt(ctx, asked)
    const was = entry ? await items.lock(ctx.db, found.id, entry) : undefined
    if (entry && !was) throw refuse('conflict', 'itemEnded')
    const kind = was?.kind ?? typed
    const now = await items.current(ctx.db, ctx.actor, found.id)
    const among = new Map(now.map((item) => [item.entry, item.kind]))
    refuseAll(faultsOf(kind, said, { share, among, itself: entry }))
    const content = contentOf(kind, said)
    const id = newId(ctx.now.getTime())
    const after = {
      id,
      entry: was?.entry ?? id,
      owner: found.id,
      kind,
      content,
      share,
      reason: reason || null,
    }
    const act = entryActOf(ctx)
    if (was) await items.end(ctx.db, was.id, act)
    await items.insert(ctx.db, after, act)
    ctx.changed({
      kind: 'impact-item',
      id: after.entry,
      before: was ? { ...was.content, share: was.share, ecosystem_id: found.id } : null,
      after: { ...content, share, ecosystem_id: found.id },
    })
    if (share === 'public' || was?.share === 'public') await bumpRevision(ctx.db)
    return { entry: after.entry }
  },
})

export const endAction = command({
  name: 'impact.end',
  summary: {
    fi: 'Poista väite tai klinikka ketjusta; se säilyy historiassa',
    sv: 'Ta bort ett påstående eller en klinik ur kedjan; den finns kvar i historiken',
    en: 'Take a claim or a clinic out of the chain; it stays in the history',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/impact/{entry}/end' },
  input: z.object({ key, entry: z.uuid() }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, asked) => {
    const found = await ecosystemAt(ctx, asked.key)
    const item = await items.lock(ctx.db, found.id, asked.entry)
    if (!item) throw refuse('conflict', 'itemEnded')
    await items.end(ctx.db, item.id, entryActOf(ctx))
    ctx.changed({
      kind: 'impact-item',
      id: item.entry,
      before: { ended: false, ecosystem_id: found.id },
      after: { ended: true, ecosystem_id: found.id },
    })
    if (item.share === 'public') await bumpRevision(ctx.db)
    return {}
  },
})
