import { z } from 'zod'
import { tsvector } from '../../engine/language/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import type { Rule } from '../../kernel/rule.ts'
import { shareLevels } from '../../kernel/share.ts'
import { formatDecimal } from '../../kernel/text.ts'
import { by } from '../people/index.ts'
import { countWords } from '../search/index.ts'
import { contrastOnPaper, readColour, wantedContrast } from './colour.ts'
import { searchTexts } from './load.ts'
import { contact } from './look.ts'
import { readEcosystems } from './queries.ts'
import {
  idOfKey,
  lockSettings,
  readLook,
  readSettings,
  type Settings,
  writeLexemes,
  writeSettings,
} from './settings-queries.ts'
import { settingsText as text } from './settings-text.ts'

type Words = (typeof text)['fi']

/** One complaint about a field, in the three languages. */
export const wrong = (field: string, say: (t: Words) => string): Refusal =>
  new Refusal('invalid', `ecosystem.${field}`, [
    { field, text: { fi: say(text.fi), sv: say(text.sv), en: say(text.en) } },
  ])

const missing = (key: string): Refusal =>
  new Refusal('missing', 'ecosystem.missing', [
    { text: { fi: text.fi.notFound(key), sv: text.sv.notFound(key), en: text.en.notFound(key) } },
  ])

/** Those who look after an ecosystem: its coordinators, and administrators. */
export const keepers: Rule<{ key: string }> = {
  ...by('administrator', 'coordinator'),
  in: (ctx, { key }) => idOfKey(ctx.db, key),
}

/** Those who look after the whole installation: a new ecosystem belongs to none yet. */
export const founders: Rule = { ...by('administrator', 'coordinator'), in: () => null }

export const key = z.string().max(40).describe('Key of the ecosystem.')

/** A name in three languages; Finnish is required, the others fall back to it in sight. */
export const namesOf = (limit: number) =>
  z.object({
    fi: z.string().trim().max(limit),
    sv: z.string().trim().max(limit).default(''),
    en: z.string().trim().max(limit).default(''),
  })

/** Only the languages that are written. */
export const written = ({ fi, sv, en }: { fi: string; sv: string; en: string }) => ({
  fi,
  ...(sv && { sv }),
  ...(en && { en }),
})

export async function mustBeThere<T>(found: Promise<T | undefined>, asked: string): Promise<T> {
  const there = await found
  if (!there) throw missing(asked)
  return there
}

const settingsRecord = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.record(z.string(), z.string()),
  summary: z.record(z.string(), z.string()),
  colour: z.string().nullable(),
  contact: contact.nullable(),
  share: z.enum(shareLevels),
  editedAt: z.date().nullable(),
  logo: z.object({ hash: z.string(), width: z.number(), height: z.number() }).nullable(),
})
export type SettingsRecord = z.output<typeof settingsRecord>

export const getSettings = query({
  name: 'ecosystems.settings',
  summary: {
    fi: 'Mitä ekosysteemi on itse määrittänyt: nimet, tiivistelmä, väri, yhteystieto, jakotaso',
    sv: 'Vad ekosystemet själv har bestämt: namn, sammandrag, färg, kontaktuppgift, delningsnivå',
    en: 'What an ecosystem has settled for itself: names, summary, colour, contact, share level',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/settings' },
  input: z.object({ key }),
  output: settingsRecord,
  allow: keepers,
  run: async (ctx, asked) => {
    const found = await mustBeThere(readSettings(ctx.db, asked.key), asked.key)
    const { logo } = await readLook(ctx.db, asked.key)
    return { ...(found as SettingsRecord), logo }
  },
})

export const changeSettings = command({
  name: 'ecosystems.change-settings',
  summary: {
    fi: 'Muuta ekosysteemin nimiä, tiivistelmää, väriä, yhteystietoa ja jakotasoa',
    sv: 'Ändra ekosystemets namn, sammandrag, färg, kontaktuppgift och delningsnivå',
    en: 'Change the names, summary, colour, contact and share level of an ecosystem',
  },
  route: { method: 'PUT', path: '/ecosystems/{key}/settings' },
  input: z.object({
    key,
    name: namesOf(200),
    summary: namesOf(1000),
    colour: z.string().max(20).default(''),
    contact: z
      .object({
        name: z.string().trim().max(200).default(''),
        email: z.string().trim().max(200).default(''),
        phone: z.string().trim().max(50).default(''),
      })
      .default({ name: '', email: '', phone: '' }),
    share: z.enum(shareLevels),
    seen: z.iso
      .datetime()
      .or(z.literal(''))
      .optional()
      .describe(
        'When the settings that were looked at were last changed: another change since is told, not lost.',
      ),
  }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, input) => {
    const before = await mustBeThere(lockSettings(ctx.db, input.key), input.key)
    if (input.seen !== undefined && input.seen !== (before.editedAt?.toISOString() ?? '')) {
      throw wrong('', (t) => t.changedMeanwhile)
    }
    if (!input.name.fi) throw wrong('name.fi', (t) => t.nameMissing)
    if (!input.summary.fi) throw wrong('summary.fi', (t) => t.summaryMissing)
    const { name, email, phone } = input.contact
    if (email && !/^\S+@\S+\.\S+$/.test(email)) throw wrong('contact.email', (t) => t.noAddress)
    const given = { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) }
    const after: Omit<Settings, 'id' | 'key' | 'editedAt'> = {
      name: written(input.name),
      summary: written(input.summary),
      colour: colourOf(input.colour),
      contact: Object.keys(given).length > 0 ? given : null,
      share: input.share,
    }
    await rewritten(ctx, input.key, () => writeSettings(ctx.db, before.id, after, ctx.now))
    const { id, key: _, editedAt, ...was } = before
    ctx.changed({ kind: 'ecosystem', id, before: was, after })
    return {}
  },
})

function colourOf(written: string): string | null {
  if (!written.trim()) return null
  const colour = readColour(written)
  if (!colour) throw wrong('colour', (t) => t.noColour)
  const reached = contrastOnPaper(colour)
  if (reached < wantedContrast) {
    // Cut, never rounded up: 4.49 must not be told as 4.5.
    const told = Math.floor(reached * 10) / 10
    throw new Refusal('invalid', 'ecosystem.colour', [
      {
        field: 'colour',
        text: {
          fi: text.fi.tooPale(formatDecimal(told, 'fi', 1)),
          sv: text.sv.tooPale(formatDecimal(told, 'sv', 1)),
          en: text.en.tooPale(formatDecimal(told, 'en', 1)),
        },
      },
    ])
  }
  return colour
}

/** Makes a change and lets the search and the pages that are kept ready know of it. */
export async function rewritten<T>(
  ctx: Context<Tx>,
  ecosystem: string,
  change: () => Promise<T>,
): Promise<T> {
  const system = { kind: 'system', name: 'settings' } as const
  const read = async () => (await readEcosystems(ctx.db, { key: ecosystem }, 1, 0, system))[0]!
  const words = countWords()
  words.remove(searchTexts(await read()))
  const done = await change()
  const texts = searchTexts(await read())
  words.add(texts)
  await writeLexemes(ctx.db, (await idOfKey(ctx.db, ecosystem))!, tsvector(texts))
  await words.write(ctx.db)
  await bumpRevision(ctx.db)
  return done
}
