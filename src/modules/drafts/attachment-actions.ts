import { open } from 'node:fs/promises'
import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone, isAmong, type Rule } from '../../kernel/rule.ts'
import { canSee, type SharedRecord, shareLevels } from '../../kernel/share.ts'
import { type FoundSubject, seesSubject } from '../../kernel/subject.ts'
import type { Names } from '../../kernel/text.ts'
import { by, holds, isCoordinator } from '../people/index.ts'
import { addersOnly, mayBelong, placesFor, usualPlace } from './attachment-places.ts'
import {
  type Attachment,
  addedSince,
  attachmentById,
  attachmentSetting,
  attachmentSizes,
  attachmentsTo,
  countAt,
  insertAttachment,
  removeAttachment,
  saveAttachmentSetting,
} from './attachment-queries.ts'
import { attachmentText as text } from './attachment-text.ts'
import { type FileKind, fileKinds, kindOfContent, safeName, typeOf, usualKinds } from './attachment-types.ts'
import { dayMegabytes } from './rules.ts'

const subject = { kind: z.string().max(60), subject: z.string().max(100) }
const edge = 64 * 1024 // bytes read from each end to tell what a file is

const limits = z.object({
  kinds: z
    .array(z.enum(fileKinds))
    .min(1)
    .default([...usualKinds]),
  megabytes: z.coerce.number().int().min(1).max(1024).default(25),
  count: z.coerce.number().int().min(1).max(500).default(30).describe('Files beside one thing.'),
  dayMegabytes: z.coerce
    .number()
    .int()
    .min(1)
    .max(102_400)
    .default(dayMegabytes)
    .describe('What one person may add within 24 hours.'),
})

/** A setting that was written by an older version is read as far as it still means something. */
const limitsOf = async (db: Read) => limits.parse(limits.safeParse(await attachmentSetting(db)).data ?? {})

const megabyte = 1024 * 1024
const dayMs = 24 * 60 * 60 * 1000

/** Bytes that who asks may still add today; the product itself is not counted. */
async function leftToday({ db, actor, now }: Context, dayMegabytes: number): Promise<number> {
  if (actor.kind !== 'person') return Number.POSITIVE_INFINITY
  const added = await addedSince(db, actor.id, new Date(now.getTime() - dayMs))
  return Math.max(0, dayMegabytes * megabyte - added)
}

type Beside = { kind: string; subject: string }
const subjectOf = (ctx: Context, { kind, subject }: Beside): Promise<FoundSubject | undefined> =>
  ctx.subjects.get(kind)?.find(ctx.db, subject) ?? Promise.resolve(undefined)

/** Those who work in an ecosystem, for a thing that they can see; or whom the thing itself names. */
const mayAdd: Rule<Beside, Context> = {
  who: ['signed-in', 'system'],
  only: {
    says: { fi: text.fi.mayAdd, sv: text.sv.mayAdd, en: text.en.mayAdd },
    check: async (ctx, input) => {
      const about = await subjectOf(ctx, input)
      if (!about) return true
      if (about.seenBy) return about.seenBy(ctx.actor) && (about.keptBy?.(ctx.actor, ctx.now) ?? false)
      return isAmong(addersOnly.who, ctx.actor) && canSee(ctx.actor, about.record)
    },
  },
}

const maySeeSubject: Rule<Beside, Context> = {
  ...everyone,
  record: async (ctx, input) => {
    const about = await subjectOf(ctx, input)
    return about?.seenBy ? undefined : about?.record
  },
}

const recordOf = (a: Attachment): SharedRecord => ({
  share: a.share,
  ecosystem: a.ecosystem_id,
  organisation: a.organisation_id,
  person: a.person_id,
})

const item = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
  share: z.enum(shareLevels),
  scan: z.string(),
  thumbnail: z.boolean(),
  by: z.string().nullable(),
  at: z.date(),
  mine: z.boolean(),
})

/** Both the thing itself and the file must be seen; a thing that says who sees it says so of its files. */
async function seen(ctx: Context, id: string): Promise<{ file: Attachment; about: FoundSubject }> {
  const file = await attachmentById(ctx.db, id)
  const about = file && (await subjectOf(ctx, { kind: file.subject_kind, subject: file.subject_id }))
  // Who may not see it is not told that it is there.
  if (!file || !about || !seesSubject(ctx.actor, about)) throw missing
  if (!about.seenBy && !canSee(ctx.actor, recordOf(file))) throw missing
  return { file, about }
}

export const listAttachments = query({
  name: 'attachment.list',
  summary: {
    fi: 'Kohteen liitteet, jotka saa nähdä',
    sv: 'Bilagor till ett objekt som man får se',
    en: 'The files beside a thing, those that one may see',
  },
  route: { method: 'GET', path: '/attachments/of/{kind}/{subject}' },
  input: z.object(subject),
  output: z.object({
    items: z.array(item),
    own: z.boolean().describe('The thing itself says who sees its files: they have no share level.'),
  }),
  allow: maySeeSubject,
  run: async (ctx, { kind, subject: id }) => {
    const about = await subjectOf(ctx, { kind, subject: id })
    if (!about || !seesSubject(ctx.actor, about)) throw missing
    const rows = await attachmentsTo(ctx.db, about.seenBy ? 'all' : ctx.actor, { kind, id })
    return { items: rows.map((a) => itemOf(a, ctx, about)), own: about.seenBy !== undefined }
  },
})

const itemOf = (a: Attachment, ctx: Context, about: FoundSubject) => ({
  id: a.id,
  name: a.name,
  type: a.type,
  bytes: a.bytes,
  share: a.share,
  scan: a.scan,
  thumbnail: a.thumbnail_file_hash !== null,
  by: ctx.actor.kind === 'visitor' ? null : a.by,
  at: a.created_at,
  mine: about.seenBy
    ? (about.keptBy?.(ctx.actor, ctx.now) ?? false)
    : isCoordinator(ctx) || (ctx.actor.kind === 'person' && ctx.actor.id === a.person_id),
})

/** Asked before a file is let in: who may not add one does not fill the disk. */
export const attachmentRoom = query({
  name: 'attachment.room',
  summary: {
    fi: 'Saako kohteeseen lisätä liitteen, kuinka suuren ja minkälaisen',
    sv: 'Om man får lägga till en bilaga, hur stor och av vilket slag',
    en: 'Whether one may add a file to a thing, how large and of which kinds',
  },
  route: { method: 'GET', path: '/attachments/room/{kind}/{subject}' },
  input: z.object(subject),
  output: limits.extend({
    left: z.number().describe('Files that there is room for.'),
    bytes: z.number().describe('The largest file that may be added now.'),
    places: z
      .array(z.object({ id: z.string(), name: z.custom<Names>() }))
      .describe('The ecosystems to which the file may belong; an empty id is the whole installation.'),
    place: z.string().describe('The one that is meant when none is named.'),
  }),
  allow: mayAdd,
  run: async (ctx, { kind, subject: id }) => {
    const about = await subjectOf(ctx, { kind, subject: id })
    if (!about) throw missing
    const set = await limitsOf(ctx.db)
    const bytes = Math.min(set.megabytes * megabyte, await leftToday(ctx, set.dayMegabytes))
    const left = Math.max(0, set.count - (await countAt(ctx.db, { kind, id })))
    const place = usualPlace(ctx.actor, about.record.ecosystem) ?? ''
    const places = about.seenBy ? [] : await placesFor(ctx)
    return { ...set, left: bytes > 0 ? left : 0, bytes, places, place }
  },
})

export const addAttachment = command({
  name: 'attachment.add',
  summary: {
    fi: 'Lisää tallennettu tiedosto kohteen liitteeksi; tyyppi tunnistetaan sisällöstä',
    sv: 'Lägg till en sparad fil som bilaga; typen avgörs av innehållet',
    en: 'Put a stored file beside a thing; its type is told from its content',
  },
  route: { method: 'POST', path: '/attachments/of/{kind}/{subject}' },
  input: z.object({
    ...subject,
    name: z.string().min(1).max(500),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    share: z.enum(shareLevels).default('agreement'),
    ecosystem: z
      .uuid()
      .nullable()
      .optional()
      .describe('To which it belongs; without one, the whole installation. Left out: to that of the thing.'),
  }),
  output: z.object({ id: z.uuid(), name: z.string(), type: z.string(), path: z.string() }),
  allow: mayAdd,
  run: async (ctx, input) => {
    const about = await subjectOf(ctx, input)
    if (!about || !(await ctx.files.has(input.hash))) throw missing
    const apart = about.seenBy !== undefined
    if (!apart && input.ecosystem !== undefined && !mayBelong(ctx.actor, input.ecosystem))
      throw refuse('noOffice', (t) => t.noOffice)
    const set = await limitsOf(ctx.db)
    const { bytes, head, tail } = await endsOf(ctx.files.pathOf(input.hash))
    if (bytes > set.megabytes * megabyte) throw refuse('tooLarge', (t) => t.tooLarge(set.megabytes))
    if ((await countAt(ctx.db, { kind: input.kind, id: input.subject })) >= set.count)
      throw refuse('tooMany', (t) => t.tooMany(set.count))
    if (bytes > (await leftToday(ctx, set.dayMegabytes)))
      throw refuse('dayFull', (t) => t.dayFull(set.dayMegabytes))
    const kind = kindOfContent(head, tail, input.name)
    if (!kind || !(set.kinds as FileKind[]).includes(kind))
      throw refuse('wrongType', (t) => t.wrongType(input.name, set.kinds.join(', ')))
    const id = newId(ctx.now.getTime())
    const name = safeName(input.name, kind)
    const { actor } = ctx
    await insertAttachment(ctx.db, {
      id,
      subject_kind: input.kind,
      subject_id: input.subject,
      name,
      type: typeOf(kind),
      bytes,
      file_hash: input.hash,
      scan: ctx.scan ? 'waiting' : 'unchecked',
      share: apart ? 'own' : input.share,
      ecosystem_id: apart
        ? null
        : input.ecosystem === undefined
          ? usualPlace(actor, about.record.ecosystem)
          : input.ecosystem,
      organisation_id: !apart && actor.kind === 'person' ? (actor.organisations[0] ?? null) : null,
      person_id: actor.kind === 'person' ? actor.id : null,
      created_at: ctx.now,
    })
    await ctx.jobs.enqueue(ctx.db, 'attachments.look', { id })
    ctx.changed({
      kind: input.kind,
      id: input.subject,
      before: null,
      after: { attachment: id, name, share: input.share },
    })
    return { id, name, type: typeOf(kind), path: about.path }
  },
})

async function endsOf(path: string): Promise<{ bytes: number; head: Uint8Array; tail: Uint8Array }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const read = async (from: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(edge), 0, edge, from)
      return buffer.subarray(0, bytesRead)
    }
    return { bytes: size, head: await read(0), tail: await read(Math.max(0, size - edge)) }
  } finally {
    await file.close()
  }
}

export const getAttachment = query({
  name: 'attachment.get',
  summary: {
    fi: 'Mikä liite on ja missä sen sisältö on, sille joka saa sen nähdä',
    sv: 'Vad en bilaga är och var dess innehåll finns, för den som får se den',
    en: 'What a file is, and where its content is stored, for who may see it',
  },
  route: { method: 'GET', path: '/attachments/{id}' },
  input: z.object({ id: z.uuid() }),
  output: z.object({
    name: z.string(),
    type: z.string(),
    bytes: z.number(),
    hash: z.string(),
    thumbnail: z.string().nullable(),
  }),
  allow: everyone,
  run: async (ctx, { id }) => {
    const { file: a } = await seen(ctx, id)
    if (a.scan === 'waiting') throw refuse('waiting', (t) => t.waiting)
    if (a.scan === 'infected') throw refuse('infected', (t) => t.infected)
    return { name: a.name, type: a.type, bytes: a.bytes, hash: a.file_hash, thumbnail: a.thumbnail_file_hash }
  },
})

export const dropAttachment = command({
  name: 'attachment.remove',
  summary: {
    fi: 'Poista liite; sen sisältö säilytetään 30 päivää',
    sv: 'Ta bort en bilaga; innehållet bevaras i 30 dagar',
    en: 'Take a file away; its content is kept for 30 days',
  },
  route: { method: 'DELETE', path: '/attachments/{id}' },
  input: z.object({ id: z.uuid() }),
  output: z.object({ path: z.string() }),
  allow: {
    who: ['signed-in', 'system'],
    only: {
      says: { fi: text.fi.mayRemove, sv: text.sv.mayRemove, en: text.en.mayRemove },
      check: async (ctx, { id }) => {
        const a = await attachmentById(ctx.db, id)
        if (!a || ctx.actor.kind !== 'person') return true
        const about = await subjectOf(ctx, { kind: a.subject_kind, subject: a.subject_id })
        if (about?.seenBy) return !about.seenBy(ctx.actor) || (about.keptBy?.(ctx.actor, ctx.now) ?? false)
        return a.person_id === ctx.actor.id || holds(ctx.actor, ['coordinator'], a.ecosystem_id)
      },
    },
  },
  run: async (ctx, { id }) => {
    const { file: a, about } = await seen(ctx, id)
    await removeAttachment(ctx.db, id, ctx.actor.kind === 'person' ? ctx.actor.id : null, ctx.now)
    ctx.changed({
      kind: a.subject_kind,
      id: a.subject_id,
      before: { attachment: id, name: a.name },
      after: null,
    })
    return { path: about.path }
  },
})

export const attachmentLimits = query({
  name: 'attachment.limits',
  summary: {
    fi: 'Liitteiden rajat ja kuinka paljon liitteitä on',
    sv: 'Gränserna för bilagor och hur mycket bilagor det finns',
    en: 'The limits of attachments and how much of them there is',
  },
  route: { method: 'GET', path: '/settings/attachments' },
  input: z.object({}),
  output: limits.extend({
    known: z.array(z.enum(fileKinds)).describe('Every kind that can be taken.'),
    files: z.number(),
    bytes: z.number(),
    today: z.number().describe('Bytes added within 24 hours, by everybody.'),
  }),
  allow: by('administrator'),
  run: async (ctx) => ({
    ...(await limitsOf(ctx.db)),
    known: [...fileKinds],
    ...(await attachmentSizes(ctx.db, new Date(ctx.now.getTime() - dayMs))),
  }),
})

export const setAttachmentLimits = command({
  name: 'attachment.set-limits',
  summary: {
    fi: 'Määritä liitteiden sallitut tiedostolajit, koko ja määrä',
    sv: 'Ange vilka slag av bilagor som är tillåtna, hur stora och hur många',
    en: 'Say which kinds of files may be added, how large and how many',
  },
  route: { method: 'PUT', path: '/settings/attachments' },
  input: limits,
  output: limits,
  allow: by('administrator'),
  run: async (ctx, input) => {
    const before = await limitsOf(ctx.db)
    await saveAttachmentSetting(ctx.db, input)
    ctx.changed({ kind: 'setting', id: 'attachments', before, after: input })
    return input
  },
})

const missing = new Refusal('missing', 'attachment.missing', [
  { text: { fi: text.fi.missing, sv: text.sv.missing, en: text.en.missing } },
])

function refuse(reason: string, says: (t: (typeof text)['fi']) => string): Refusal {
  const word = reason.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
  return new Refusal(
    reason === 'waiting' || reason === 'infected' ? 'conflict' : 'invalid',
    `attachment.${word}`,
    [{ field: 'file', text: { fi: says(text.fi), sv: says(text.sv), en: says(text.en) } }],
  )
}
