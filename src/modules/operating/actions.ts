import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { isId, newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { allows, everyone, isAmong, type Rule } from '../../kernel/rule.ts'
import { type ShareLevel, shareLevels } from '../../kernel/share.ts'
import { inEach, type Names } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import {
  type EcosystemHead,
  ecosystemByKey,
  ecosystemRoles,
  frameValuesOf,
  idOfKey,
  type ValueOfFrame,
} from '../ecosystems/index.ts'
import { by, offices } from '../people/index.ts'
import { type Item, kinds, states } from './content.ts'
import { contentOf } from './content-of.ts'
import { complaint, type Reason, refuse, refuseAll, writersOnly } from './fault-text.ts'
import {
  type By,
  currentItems,
  endItem,
  firstOf,
  insertItem,
  type Linked,
  linkedOf,
  lockCurrent,
  reviewItem,
  rolesOf,
  versionsOf,
} from './queries.ts'
import { dayTyped, faultsOf, hasField, yearLater } from './rules.ts'

/** Those who keep the operating model of an ecosystem. */
export const keepers: Rule<{ key: string }> = {
  ...by('administrator', 'coordinator', 'preparer'),
  in: (ctx, { key }) => idOfKey(ctx.db, key),
}

/** Good practices are shared by all who hold an office there, and changed by who shared them; the rest is the keepers'. */
export const writers: Rule<{ key: string; kind?: string | undefined; entry?: string | undefined }> = {
  ...by(...offices),
  in: (ctx, { key }) => idOfKey(ctx.db, key),
  only: {
    says: inEach((l) => writersOnly[l]),
    check: async (ctx, { key: asked, kind, entry }) => {
      if (isAmong(keepers.who, ctx.actor, await idOfKey(ctx.db, asked))) return true
      if (!entry) return kind === 'practice'
      const first = isId(entry) ? await firstOf(ctx.db, entry) : undefined
      return first?.kind === 'practice' && ctx.actor.kind === 'person' && first.person === ctx.actor.id
    },
    why: () => complaint('keepersOnly'),
  },
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
function shown(ctx: Context, ecosystem: string, items: readonly Item[]): Item[] {
  if (isAmong(offices, ctx.actor, ecosystem)) return [...items]
  return items.map((item) => ({
    ...item,
    byWhom: '',
    person: null,
    reason: null,
    reviewedBy: null,
    endedBy: null,
  }))
}

const organisationsIn = (items: readonly Item[]): string[] =>
  items.flatMap(({ content: { parties = [], organisation } }) =>
    [...parties, ...(organisation ? [organisation] : [])].flatMap((one) => one.organisation ?? []),
  )

const linked = z
  .record(z.string(), z.custom<Linked>())
  .describe('Where the ids in the contents lead: organisations as they are known now.')

export const listOperating = query({
  name: 'operating.list',
  summary: {
    fi: 'Ekosysteemin toimintamalli: toimintatavat, sopimukset ja pohjat, vastuut, roolit',
    sv: 'Ett ekosystems verksamhetsmodell: arbetssätt, avtal och mallar, ansvar, roller',
    en: 'The operating model of an ecosystem: ways of working, contracts and templates, responsibilities, roles',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/operating' },
  input: z.object({ key }),
  output: z.object({
    ecosystem: z.custom<EcosystemHead>(),
    items: z.array(z.custom<Item>()),
    linked,
    themes: z.array(z.custom<ValueOfFrame>()).describe('Values of the frame that roles are held in.'),
    keeps: z.boolean().describe('Whether you keep it.'),
    shares: z.boolean().describe('Whether you may share good practices.'),
  }),
  allow: readers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const items = await currentItems(ctx.db, ctx.actor, ecosystem.id)
    return {
      ecosystem,
      items: shown(ctx, ecosystem.id, items),
      linked: await linkedOf(ctx.db, ctx.actor, organisationsIn(items)),
      themes: await frameValuesOf(ctx.db, ecosystem.id),
      keeps: isAmong(keepers.who, ctx.actor, ecosystem.id),
      shares: isAmong(writers.who, ctx.actor, ecosystem.id),
    }
  },
})

export const getOperating = query({
  name: 'operating.get',
  summary: {
    fi: 'Yksi toimintamallin kohta ja sen aiemmat versiot',
    sv: 'En punkt i verksamhetsmodellen och dess tidigare versioner',
    en: 'One thing of an operating model, and its earlier versions',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/operating/{entry}' },
  input: z.object({ key, entry: z.uuid() }),
  output: z.object({
    ecosystem: z.custom<EcosystemHead>(),
    versions: z.array(z.custom<Item>()).describe('The newest first; it has ended where it is out of use.'),
    linked,
    themes: z.array(z.custom<ValueOfFrame>()),
    template: z.custom<Item>().optional().describe('The template that a contract was made from.'),
    keeps: z.boolean(),
    changes: z.boolean().describe('Whether you may change it.'),
  }),
  allow: readers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const versions = await versionsOf(ctx.db, ctx.actor, ecosystem.id, asked.entry)
    if (!versions[0]) throw refuse('missing', 'noItem')
    const made = versions[0].content.template
    const [template] = made ? await versionsOf(ctx.db, ctx.actor, ecosystem.id, made) : []
    return {
      ecosystem,
      versions: shown(ctx, ecosystem.id, versions),
      linked: await linkedOf(ctx.db, ctx.actor, organisationsIn(versions)),
      themes: await frameValuesOf(ctx.db, ecosystem.id),
      ...(template && { template }),
      keeps: isAmong(keepers.who, ctx.actor, ecosystem.id),
      changes: await allows(writers, ctx, { key: ecosystem.key, entry: asked.entry }),
    }
  },
})

const line = (most: number) => z.string().trim().max(most).default('')
const three = (most: number) =>
  z.object({ fi: line(most), sv: line(most), en: line(most) }).default({ fi: '', sv: '', en: '' })
const day = line(20).describe('A day, such as 5.3.2026 or 2026-03-05.')

const said = {
  title: three(200).describe('Name; of a role the value chain in which it is held, if any.'),
  text: three(10_000),
  owner: line(200).describe('Of a way of working: the office or organisation that sees to it.'),
  version: line(40),
  state: line(20).describe('Contract: draft, signed, ended. Template: draft, in-use, ended.'),
  parties: line(5_000).describe('Of a contract: names or business ids, one a line.'),
  signed: day,
  template: line(60).describe('Of a contract: the entry of the template that it was made from.'),
  record: line(300).describe('Where the contract itself is kept: a web address or a register number.'),
  holder: line(200).describe('The office that answers.'),
  organisation: line(300).describe('Name or business id.'),
  deputy: line(200),
  role: line(30),
  theme: line(100).describe("A value of the frame, as 'dimension/code'."),
  starts: day,
  ends: day,
  place: line(300).describe('Of a good practice, as the three after it: where it was done.'),
  audience: line(300).describe('For whom.'),
  result: line(2_000).describe('What came of it.'),
  ask: line(300).describe('How one asks about it.'),
  review: day.describe('Of a way of working: by when it is gone through again; a year hence where empty.'),
}

export const saveOperating = command({
  name: 'operating.save',
  summary: {
    fi: 'Lisää toimintamalliin kohta tai tee siitä uusi versio',
    sv: 'Lägg till en punkt i verksamhetsmodellen eller gör en ny version av den',
    en: 'Add a thing to an operating model, or make a new version of it',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/operating' },
  input: z.object({
    key,
    entry: z.uuid().optional().describe('The thing that is changed; without it a new one is added.'),
    kind: z.enum(kinds),
    ...said,
    share: z.enum(shareLevels).default('agreement'),
    reason: line(500).describe('What changed and why, for the history.'),
  }),
  output: z.object({ entry: z.uuid() }),
  allow: writers,
  run: async (ctx, { key: asked, entry, share, reason, ...input }) => {
    const ecosystem = await ecosystemAt(ctx, asked)
    const was = entry ? await lockCurrent(ctx.db, ecosystem.id, entry) : undefined
    if (entry && !was) throw refuse('conflict', 'itemEnded')
    const kind = was?.kind ?? input.kind
    const known = kind === 'contract' || kind === 'template' ? states[kind] : []
    refuseAll(faultsOf(kind, input, known, ecosystemRoles))
    const content = await contentOf(ctx, ecosystem.id, kind, input, was?.content)
    const reviewOn = hasField(kind, 'review') ? (dayTyped(input.review) ?? yearLater(dayIn(ctx.now))) : null
    const id = newId(ctx.now.getTime())
    const after = {
      id,
      entry: was?.entry ?? id,
      ecosystem: ecosystem.id,
      kind,
      content,
      share,
      reviewOn,
      reason: reason || null,
    }
    const writer = byOf(ctx)
    if (was) await endItem(ctx.db, was.id, writer)
    await insertItem(ctx.db, after, writer)
    ctx.changed({
      kind: 'operating-item',
      id: after.entry,
      before: was ? { ...was.content, share: was.share, ecosystem_id: ecosystem.id } : null,
      after: { ...content, share, ecosystem_id: ecosystem.id },
    })
    if (share === 'public' || was?.share === 'public') await bumpRevision(ctx.db)
    return { entry: after.entry }
  },
})

const byOf = ({ actor, now }: Context): By => ({
  person: actor.kind === 'person' ? actor.id : null,
  name: actor.kind === 'person' ? actor.name : 'Talkoot',
  at: now,
})

/** The version that holds, or why there is none. */
async function current(ctx: Context<Tx>, asked: { key: string; entry: string }, why: Reason) {
  const ecosystem = await ecosystemAt(ctx, asked.key)
  const item = await lockCurrent(ctx.db, ecosystem.id, asked.entry)
  if (!item) throw refuse('conflict', why)
  return { ecosystem, item }
}

export const reviewOperating = command({
  name: 'operating.review',
  summary: {
    fi: 'Totea toimintatapa tarkistetuksi: se on yhä voimassa sellaisenaan',
    sv: 'Konstatera att ett arbetssätt är genomgånget: det gäller som det är',
    en: 'Say that a way of working has been gone through and still holds as it is',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/operating/{entry}/review' },
  input: z.object({ key, entry: z.uuid() }),
  output: z.object({ next: z.string().describe('By when it is gone through again.') }),
  allow: keepers,
  run: async (ctx, asked) => {
    const { ecosystem, item } = await current(ctx, asked, 'itemEnded')
    if (item.kind !== 'way') throw refuse('invalid', 'notReviewed')
    const next = yearLater(dayIn(ctx.now))
    await reviewItem(ctx.db, item.id, next, byOf(ctx))
    ctx.changed({
      kind: 'operating-item',
      id: item.entry,
      before: { reviewOn: item.reviewOn, ecosystem_id: ecosystem.id },
      after: { reviewOn: next, ecosystem_id: ecosystem.id },
    })
    if (item.share === 'public') await bumpRevision(ctx.db)
    return { next }
  },
})

export const endOperating = command({
  name: 'operating.end',
  summary: {
    fi: 'Poista toimintamallin kohta käytöstä; se säilyy historiassa',
    sv: 'Ta en punkt i verksamhetsmodellen ur bruk; den finns kvar i historiken',
    en: 'Take a thing of an operating model out of use; it stays in the history',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/operating/{entry}/end' },
  input: z.object({ key, entry: z.uuid() }),
  output: z.object({}),
  allow: writers,
  run: async (ctx, asked) => {
    const { ecosystem, item } = await current(ctx, asked, 'itemEnded')
    await endItem(ctx.db, item.id, byOf(ctx))
    ctx.changed({
      kind: 'operating-item',
      id: item.entry,
      before: { ended: false, ecosystem_id: ecosystem.id },
      after: { ended: true, ecosystem_id: ecosystem.id },
    })
    if (item.share === 'public') await bumpRevision(ctx.db)
    return {}
  },
})

/** A role with its ecosystem, and the value of the frame in which it is held. */
export type RoleHeld = { item: Item; key: string; name: Names; theme: readonly ValueOfFrame[] }

export const rolesOfOrganisation = query({
  name: 'operating.roles',
  summary: {
    fi: 'Organisaation kirjatut roolit ekosysteemeissä ja niiden teemoissa',
    sv: 'En organisations inskrivna roller i ekosystem och deras teman',
    en: 'The roles that an organisation has been stated to hold in ecosystems and their themes',
  },
  route: { method: 'GET', path: '/organisations/{id}/ecosystem-roles' },
  input: z.object({ id: z.uuid() }),
  output: z.object({ items: z.array(z.custom<RoleHeld>()) }),
  allow: everyone,
  run: async (ctx, { id }) => {
    const held = await rolesOf(ctx.db, ctx.actor, id)
    const items: RoleHeld[] = []
    for (const { key: at, name, ecosystem, ...item } of held) {
      const [told] = shown(ctx, ecosystem, [item])
      const values = item.content.theme ? await frameValuesOf(ctx.db, ecosystem) : []
      items.push({ item: told!, key: at, name, theme: values.filter((v) => v.value === item.content.theme) })
    }
    return { items }
  },
})
