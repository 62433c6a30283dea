import { z } from 'zod'
import { tsvector } from '../../../engine/language/index.ts'
import { command, query } from '../../../kernel/action.ts'
import { newId } from '../../../kernel/id.ts'
import { bumpRevision } from '../../../kernel/revision.ts'
import { shareLevels } from '../../../kernel/share.ts'
import { dayIn } from '../../../kernel/time.ts'
import { regions } from '../../codes/index.ts'
import { countWords } from '../../search/index.ts'
import { wordOf } from '../frame-rules.ts'
import { searchTexts } from '../load.ts'
import { insertEcosystem } from '../load-queries.ts'
import { type Ecosystem, ecosystemKinds } from '../record.ts'
import {
  founders,
  keepers,
  key,
  mustBeThere,
  namesOf,
  rewritten,
  written,
  wrong,
} from '../settings-actions.ts'
import { idOfKey, lockSettings, stampEdited } from '../settings-queries.ts'
import { settingsText } from '../settings-text.ts'
import { type About, nextPosition, readAbout, setShare, writeAbout } from './about-queries.ts'
import { complaint } from './complaint.ts'
import { isInOrder, readPartialDay } from './rules.ts'

/** Addresses that mean something else under /ecosystems. */
const reserved = new Set(['new'])
const goodKey = /^[a-z0-9-]{2,40}$/

export const foundEcosystem = command({
  name: 'ecosystems.found',
  summary: {
    fi: 'Perusta ekosysteemi, jolla on oma työtila',
    sv: 'Grunda ett ekosystem med en egen arbetsyta',
    en: 'Make an ecosystem with a workspace of its own',
  },
  route: { method: 'POST', path: '/ecosystems' },
  input: z.object({
    name: namesOf(200),
    summary: namesOf(1000),
    kind: z.enum(ecosystemKinds),
    key: z.string().trim().max(60).default('').describe('The name in addresses; made from the name without.'),
    share: z.enum(shareLevels).default('agreement'),
  }),
  output: z.object({ id: z.uuid(), key: z.string() }),
  allow: founders,
  run: async (ctx, input) => {
    if (!input.name.fi) throw wrong('name.fi', (t) => t.nameMissing)
    if (!input.summary.fi) throw wrong('summary.fi', (t) => t.summaryMissing)
    const asked = input.key || wordOf(input.name.fi)
    if (!goodKey.test(asked)) throw complaint('key', (t) => t.keyWrong)
    if (reserved.has(asked) || (await idOfKey(ctx.db, asked)))
      throw complaint('key', (t) => t.keyTaken(asked))
    const id = newId(ctx.now.getTime())
    const record: Ecosystem = {
      key: asked,
      kind: input.kind,
      featured: input.kind !== 'agreement',
      name: written(input.name),
      summary: written(input.summary),
      description: written(input.summary),
      regions: [],
      roles: [],
      frame: [],
      money: [],
      facts: [],
      links: [],
    }
    const texts = searchTexts(record)
    await insertEcosystem(ctx.db, id, record, await nextPosition(ctx.db), tsvector(texts), ctx.now)
    await setShare(ctx.db, id, input.share)
    const words = countWords()
    words.add(texts)
    await words.write(ctx.db)
    await bumpRevision(ctx.db)
    const after = { key: asked, kind: input.kind, name: record.name, share: input.share }
    ctx.changed({ kind: 'ecosystem', id, before: null, after })
    return { id, key: asked }
  },
})

const about = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.record(z.string(), z.string()),
  kind: z.enum(ecosystemKinds),
  short: z.record(z.string(), z.string()).nullable(),
  description: z.record(z.string(), z.string()),
  starts: z.string().nullable(),
  ends: z.string().nullable(),
  regions: z.array(z.string()),
  signed: z.string().nullable(),
  validTo: z.string().nullable(),
})
export type AboutRecord = z.output<typeof about>

export const getAbout = query({
  name: 'ecosystems.about',
  summary: {
    fi: 'Ekosysteemin laji, kausi, alue ja kuvaus niistä huolehtiville',
    sv: 'Ett ekosystems slag, period, område och beskrivning för dem som sköter dem',
    en: 'The kind, period, area and description of an ecosystem, for who looks after them',
  },
  input: z.object({ key }),
  output: about,
  allow: keepers,
  run: async (ctx, asked) => (await mustBeThere(readAbout(ctx.db, asked.key), asked.key)) as AboutRecord,
})

const time = z.string().max(20).default('').describe('5.3.2026, 3/2026 and 2026 all work.')

export const changeAbout = command({
  name: 'ecosystems.change-about',
  summary: {
    fi: 'Muuta ekosysteemin lajia, kautta, aluetta ja kuvausta',
    sv: 'Ändra ett ekosystems slag, period, område och beskrivning',
    en: 'Change the kind, period, area and description of an ecosystem',
  },
  route: { method: 'PUT', path: '/ecosystems/{key}/about' },
  input: z.object({
    key,
    kind: z.enum(ecosystemKinds),
    short: namesOf(40),
    description: namesOf(5000),
    starts: time,
    ends: time,
    regions: z.array(z.enum(regions.map((r) => r.code))).default([]),
    signed: z.iso.date().nullable().default(null),
    validTo: z.iso.date().nullable().default(null),
  }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, input) => {
    const e = await mustBeThere(lockSettings(ctx.db, input.key), input.key)
    const before = (await readAbout(ctx.db, input.key))!
    if (!input.description.fi) throw complaint('description.fi', (t) => t.descriptionMissing)
    const partial = (field: 'starts' | 'ends'): string | null => {
      if (!input[field].trim()) return null
      const read = readPartialDay(input[field])
      if (!read) throw complaint(field, (t) => t.notPartial)
      return read
    }
    const [starts, ends] = [partial('starts'), partial('ends')]
    if (!isInOrder(starts ?? undefined, ends ?? undefined)) throw complaint('ends', (t) => t.endsBeforeStart)
    if (!isInOrder(input.signed ?? undefined, input.validTo ?? undefined))
      throw complaint('validTo', (t) => t.endsBeforeStart)
    const short = written(input.short)
    const after: Omit<About, 'id' | 'key' | 'name'> = {
      kind: input.kind,
      short: short.fi ? short : null,
      description: written(input.description),
      starts,
      ends,
      regions: input.regions,
      signed: input.signed,
      validTo: input.validTo,
    }
    const told = { title: settingsText.fi.editedHere, day: dayIn(ctx.now) }
    await rewritten(ctx, input.key, async () => {
      const source = await stampEdited(ctx.db, e, 'facts_edited_at', told, ctx.now)
      await writeAbout(ctx.db, before, after, source)
    })
    const { id, key: _, name, ...was } = before
    ctx.changed({ kind: 'ecosystem', id, before: was, after })
    return {}
  },
})
