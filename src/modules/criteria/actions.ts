import { z } from 'zod'
import {
  changeTemplate,
  emptyTemplate,
  missingLanguages,
  readTemplate,
  type Template,
  type TemplateChange,
} from '../../engine/assessment/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { type Complaint, Refusal } from '../../kernel/refusal.ts'
import type { Rule } from '../../kernel/rule.ts'
import { languages } from '../../kernel/text.ts'
import { by } from '../people/index.ts'
import { clash, faultComplaint, missing, noName, nothingToSettle, untranslated } from './fault-text.ts'
import {
  archive,
  headOf,
  insertTemplate,
  insertVersion,
  type ListedTemplate,
  lockTemplate,
  type TemplateHead,
  type TemplateVersion,
  templatesIn,
  versionsOf,
  writeVersion,
} from './queries.ts'
import { shippedKeys, shippedTemplates } from './shipped.ts'

const office = by('coordinator', 'preparer')
const one = { template: z.uuid().describe('Id of the template.') }
type One = { template: string }
/** Where the template belongs; what belongs to the whole installation is changed by who holds the office everywhere. */
export const keeping: Rule<One, Context> = {
  ...office,
  in: async (ctx, { template }) => {
    const head = await headOf(ctx.db, template)
    return head?.ecosystem
  },
}
const texts = z
  .object({ fi: z.string().max(5_000), sv: z.string().max(5_000), en: z.string().max(5_000) })
  .partial()
  .strict()
const personOf = ({ actor }: Pick<Context, 'actor'>) => (actor.kind === 'person' ? actor.id : null)

export type ReadTemplateAnswer = { head: TemplateHead; versions: TemplateVersion[] }

async function found(ctx: Context, id: string): Promise<ReadTemplateAnswer> {
  const head = await headOf(ctx.db, id)
  if (!head) throw new Refusal('missing', 'criteria.missing', [missing])
  return { head, versions: await versionsOf(ctx.db, id) }
}

export const listTemplates = query({
  name: 'criteria.list',
  summary: {
    fi: 'Valintaperusteiden pohjat: omien ekosysteemien ja koko asennuksen',
    sv: 'Mallar för urvalskriterier: de egna ekosystemens och hela installationens',
    en: 'Templates of criteria: of one’s ecosystems and of the whole installation',
  },
  route: { method: 'GET', path: '/criteria' },
  input: z.object({ archived: z.stringbool().default(false) }),
  output: z.object({ items: z.array(z.custom<ListedTemplate>()) }),
  allow: office,
  run: async (ctx, { archived }) => {
    const held = ctx.actor.kind === 'person' ? ctx.actor.offices : []
    const mine = held.filter((o) => o.office === 'coordinator' || o.office === 'preparer')
    const all = ctx.actor.kind === 'system' || mine.some((o) => o.ecosystem === null)
    const ecosystems = mine.flatMap((o) => o.ecosystem ?? [])
    return { items: await templatesIn(ctx.db, all ? 'all' : ecosystems, archived) }
  },
})

export const readTemplateAction = query({
  name: 'criteria.read',
  summary: {
    fi: 'Yksi valintaperusteiden pohja kaikkine versioineen',
    sv: 'En mall för urvalskriterier med alla versioner',
    en: 'One template of criteria with all its versions',
  },
  route: { method: 'GET', path: '/criteria/{template}' },
  input: z.object(one),
  output: z.custom<ReadTemplateAnswer>(),
  // What belongs to the whole installation is read by every office that keeps templates.
  allow: {
    ...office,
    in: async (ctx, { template }) => (await headOf(ctx.db, template))?.ecosystem ?? undefined,
  },
  run: (ctx, { template }) => found(ctx, template),
})

const place = z
  .uuid()
  .nullable()
  .describe('Id of an ecosystem; without one it is for the whole installation.')

async function begin(
  ctx: Context<Tx>,
  ecosystem: string | null,
  template: Template,
): Promise<{ id: string }> {
  const id = newId(ctx.now.getTime())
  await insertTemplate(ctx.db, { id, ecosystem, template, person: personOf(ctx), at: ctx.now })
  ctx.changed({
    kind: 'criteria',
    id,
    before: null,
    after: { name: template.name, ...(ecosystem && { ecosystem }) },
  })
  return { id }
}

export const addTemplate = command({
  name: 'criteria.add',
  summary: {
    fi: 'Aloita valintaperusteiden pohja tyhjästä tai palvelun valmiista pohjasta',
    sv: 'Börja en mall för urvalskriterier från tomt eller från tjänstens färdiga mall',
    en: 'Begin a template of criteria, empty or from one that ships with the product',
  },
  route: { method: 'POST', path: '/criteria' },
  input: z.object({ ecosystem: place, name: texts, from: z.enum(shippedKeys).nullable().default(null) }),
  output: z.object({ id: z.string() }),
  allow: { ...office, in: (_ctx, { ecosystem }) => ecosystem },
  run: (ctx, { ecosystem, name, from }) => {
    const given = withoutBlank(name)
    if (!from && Object.keys(given).length === 0) throw new Refusal('invalid', 'criteria.no-name', [noName])
    const base = from ? shippedTemplates[from] : emptyTemplate(given)
    return begin(ctx, ecosystem, { ...base, name: { ...base.name, ...given } })
  },
})

export const copyTemplate = command({
  name: 'criteria.copy',
  summary: {
    fi: 'Aloita uusi pohja toisen kopiosta',
    sv: 'Börja en ny mall från en kopia',
    en: 'Begin a new template from a copy of another',
  },
  route: { method: 'POST', path: '/criteria/{template}/copy' },
  input: z.object({ ...one, ecosystem: place }),
  output: z.object({ id: z.string() }),
  allow: { ...office, in: (_ctx, { ecosystem }) => ecosystem },
  run: async (ctx, { template, ecosystem }) => {
    const { versions } = await found(ctx, template)
    return begin(ctx, ecosystem, versions[0]!.template)
  },
})

const withoutBlank = (t: z.output<typeof texts>) =>
  Object.fromEntries(
    Object.entries(t)
      .map(([l, said]) => [l, said?.trim()])
      .filter(([, said]) => said),
  )

const change = z
  .looseObject({ do: z.enum(['settings', 'put-general', 'put-scored', 'remove', 'move']) })
  .describe('One step: settings, put-general, put-scored, remove, move (src/engine/assessment/change.ts).')

/** A step is checked by what comes of it: only faults that it brings in are refused. */
function stepped(before: Template, step: TemplateChange): Template {
  const after = changeTemplate(before, step)
  if (!after) throw new Refusal('conflict', 'criteria.clash', [clash])
  const faults = faultsIn(after).filter((f) => f.why !== 'nothing-to-judge')
  if (faults.length > 0)
    throw new Refusal(
      'invalid',
      'criteria.invalid',
      faults.map((f) => faultComplaint(f)),
    )
  return after
}

export const faultsIn = (template: Template) => {
  const read = readTemplate(template)
  return 'faults' in read ? read.faults : []
}

export const changeCriteria = command({
  name: 'criteria.change',
  summary: {
    fi: 'Muuta valintaperusteiden pohjaa yksi askel kerrallaan; vahvistetusta versiosta alkaa uusi',
    sv: 'Ändra en mall för urvalskriterier ett steg i taget; av en fastställd version börjar en ny',
    en: 'Change a template of criteria by one step; of a settled version a new one begins',
  },
  route: { method: 'POST', path: '/criteria/{template}/change' },
  input: z.object({ ...one, change }),
  output: z.object({ version: z.int() }),
  allow: keeping,
  run: async (ctx, { template: id, change: step }) => {
    await lockTemplate(ctx.db, id)
    const newest = (await found(ctx, id)).versions[0]!
    const template = stepped(newest.template, step as unknown as TemplateChange)
    const version = newest.state === 'settled' ? newest.version + 1 : newest.version
    if (version > newest.version) await insertVersion(ctx.db, id, version, template, personOf(ctx), ctx.now)
    else await writeVersion(ctx.db, id, version, { template, at: ctx.now })
    ctx.changed({ kind: 'criteria', id, before: { version: newest.version }, after: { version, step } })
    return { version }
  },
})

export const settleTemplate = command({
  name: 'criteria.settle',
  summary: {
    fi: 'Vahvista pohjan versio: se ei enää muutu, ja haut voivat käyttää sitä',
    sv: 'Fastställ mallens version: den ändras inte mer, och utlysningar kan använda den',
    en: 'Settle a version of a template: it never changes again, and calls may use it',
  },
  route: { method: 'POST', path: '/criteria/{template}/settle' },
  input: z.object(one),
  output: z.object({ version: z.int() }),
  allow: keeping,
  run: async (ctx, { template: id }) => {
    await lockTemplate(ctx.db, id)
    const newest = (await found(ctx, id)).versions[0]!
    if (newest.state === 'settled')
      throw new Refusal('conflict', 'criteria.nothing-to-settle', [nothingToSettle])
    const faults = faultsIn(newest.template)
    if (faults.length > 0) throw new Refusal('invalid', 'criteria.invalid', faults.map(faultComplaint))
    // Applicants and assessors read it in their own language.
    const lacking = missingLanguages(newest.template, languages)
    if (lacking.length > 0)
      throw new Refusal('invalid', 'criteria.untranslated', [untranslated(lacking.slice(0, 5).join(', '))])
    await writeVersion(ctx.db, id, newest.version, { state: 'settled', at: ctx.now })
    const { version } = newest
    ctx.changed({ kind: 'criteria', id, before: { state: 'working' }, after: { state: 'settled', version } })
    return { version }
  },
})

export const exportTemplate = query({
  name: 'criteria.export',
  summary: {
    fi: 'Valintaperusteiden pohjan versio yhtenä JSON-tiedostona',
    sv: 'En version av mallen som en JSON-fil',
    en: 'A version of a template of criteria as one JSON file',
  },
  route: { method: 'GET', path: '/criteria/{template}/export' },
  input: z.object({ ...one, version: z.coerce.number().int().min(1).optional() }),
  output: z.custom<Template>(),
  allow: readTemplateAction.allow,
  run: async (ctx, { template, version }) => {
    const { versions } = await found(ctx, template)
    const asked = version ? versions.find((v) => v.version === version) : versions[0]
    if (!asked) throw new Refusal('missing', 'criteria.missing', [missing])
    return asked.template
  },
})

export const importTemplate = command({
  name: 'criteria.import',
  summary: {
    fi: 'Tuo valintaperusteiden pohja JSON-tiedostosta',
    sv: 'Importera en mall för urvalskriterier ur en JSON-fil',
    en: 'Bring in a template of criteria from a JSON file',
  },
  route: { method: 'POST', path: '/criteria/import' },
  input: z.object({ ecosystem: place, template: z.unknown() }),
  output: z.object({ id: z.string() }),
  allow: { ...office, in: (_ctx, { ecosystem }) => ecosystem },
  run: (ctx, { ecosystem, template }) => {
    const read = readTemplate(template)
    if ('faults' in read)
      throw new Refusal(
        'invalid',
        'criteria.invalid',
        read.faults.map((f): Complaint => faultComplaint(f)),
      )
    return begin(ctx, ecosystem, read.template)
  },
})

export const archiveTemplate = command({
  name: 'criteria.archive',
  summary: {
    fi: 'Arkistoi pohja tai palauta se: haut, jotka käyttävät sitä, eivät muutu',
    sv: 'Arkivera mallen eller återställ den: utlysningar som använder den ändras inte',
    en: 'Archive a template or take it back: calls that use it do not change',
  },
  route: { method: 'POST', path: '/criteria/{template}/archive' },
  input: z.object({ ...one, archived: z.boolean().default(true) }),
  output: z.object({}),
  allow: keeping,
  run: async (ctx, { template, archived }) => {
    const { head } = await found(ctx, template)
    await archive(ctx.db, template, archived ? ctx.now : null)
    const before = { archived: head.archivedAt !== null }
    ctx.changed({ kind: 'criteria', id: template, before, after: { archived } })
    return {}
  },
})
