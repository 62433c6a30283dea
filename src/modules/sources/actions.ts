import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { listOf, paging } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone } from '../../kernel/rule.ts'
import { shareLevels } from '../../kernel/share.ts'
import { by } from '../people/index.ts'
import { chosenPlace, intoPlace, keptBy, ofImport, refuseClosedEverywhere } from './place.ts'
import { profileOf } from './profile.ts'
import { deleteProfile, savedProfiles, saveProfile } from './profile-queries.ts'
import { builtInProfiles } from './profiles.ts'
import {
  clearRows,
  deleteUnapplied,
  type ImportHead,
  type ImportLayout,
  importById,
  insertImport,
  listImports,
  storedRows,
  updateImport,
} from './queries.ts'
import { choicesSchema, importSchema, readingSchema, rowSchema } from './schemas.ts'
import { text } from './text.ts'
import { missingImport, moveImport } from './transitions.ts'

const byId = z.object({ id: z.uuid() })
const answerOf = (found: ImportHead | undefined): ImportHead => {
  if (!found) throw missingImport()
  return found
}

export const receiveImport = command({
  name: 'import.receive',
  summary: {
    fi: 'Ota luettelo vastaan: sarakkeet tunnistetaan, ja rivit luetaan, jos mikään ei jää epäselväksi',
    sv: 'Ta emot en förteckning: kolumnerna känns igen, och raderna läses om inget är oklart',
    en: 'Take in a dropped file: its columns are recognised, and with goOn its rows read when nothing is unclear',
  },
  input: z.object({
    name: z.string().min(1).max(300).describe('The name of the file as it was dropped.'),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the file, already stored.'),
    bytes: z.coerce.number().int().min(0),
    goOn: z.stringbool().or(z.boolean()).default(false),
    apply: z
      .boolean()
      .default(false)
      .describe('Apply the list as soon as it is read, without a look at the preview.'),
    asOf: z.iso.date().optional().describe('The day the list speaks of.'),
    ecosystem: z
      .uuid()
      .nullable()
      .optional()
      .describe(
        'For which ecosystem; left empty, for the whole installation. Not needed by who coordinates one.',
      ),
    share: z
      .enum(shareLevels)
      .default('public')
      .describe('How widely the list and its projects are shared; one of the whole installation is public.'),
    reading: readingSchema.default({}),
    choices: choicesSchema.default({}),
  }),
  output: z.object({ id: z.uuid(), attempt: z.uuid() }),
  allow: intoPlace,
  run: async (ctx, input) => {
    const ecosystem = chosenPlace(ctx, input.ecosystem)
    refuseClosedEverywhere(input.share, ecosystem)
    if (!(await ctx.files.has(input.hash))) {
      throw new Refusal('missing', 'imports.no-file', [
        { field: 'file', text: { fi: text.fi.noFile, sv: text.sv.noFile, en: text.en.noFile } },
      ])
    }
    if (input.choices.profile) await requireProfile(ctx.db, input.choices.profile)
    const id = newId(ctx.now.getTime())
    const attempt = newId(ctx.now.getTime())
    const layout: ImportLayout = {
      reading: input.reading,
      choices: input.choices,
      attempt,
      goOn: input.goOn || input.apply,
      ...(input.apply && { apply: true }),
      ...(input.asOf && { asOfFrom: 'person' }),
    }
    await insertImport(ctx.db, {
      id,
      fileName: input.name,
      fileHash: input.hash,
      fileBytes: input.bytes,
      layout,
      actorName: ctx.actor.kind === 'visitor' ? null : ctx.actor.name,
      createdAt: ctx.now,
      ecosystem,
      share: input.share,
    })
    const jobId = await ctx.jobs.enqueue(ctx.db, 'sources.read-import', { importId: id, attempt })
    await updateImport(ctx.db, id, { jobId, ...(input.asOf && { asOf: input.asOf }) })
    const { name: fileName, hash: fileHash, bytes: fileBytes } = input
    const after = { state: 'received', fileName, fileHash, fileBytes, ecosystem, share: input.share }
    ctx.changed({ kind: 'import', id, before: null, after })
    return { id, attempt }
  },
})

async function requireProfile(db: Parameters<typeof savedProfiles>[0], name: string): Promise<void> {
  const names = [...(await savedProfiles(db)), ...builtInProfiles].map((p) => p.name)
  if (names.includes(name)) return
  const list = names.join(', ')
  throw new Refusal('invalid', 'imports.unknown-profile', [
    {
      field: 'profile',
      text: {
        fi: text.fi.noProfile(name, list),
        sv: text.sv.noProfile(name, list),
        en: text.en.noProfile(name, list),
      },
    },
  ])
}

export const reviseImport = command({
  name: 'import.revise',
  summary: {
    fi: 'Kerro sarakkeiden merkitys, valuutta, päivämäärien muoto tai luettelon päivä ja lue luettelo uudelleen',
    sv: 'Ange kolumnernas betydelse, valutan, datumformen eller förteckningens dag och läs den på nytt',
    en: 'State what columns mean, the currency, the date form or the day of a list, and read it again',
  },
  input: byId.extend({
    goOn: z.stringbool().or(z.boolean()).default(true),
    asOf: z.iso.date().optional(),
    reading: readingSchema.optional(),
    choices: choicesSchema.default({}),
    saveAs: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .optional()
      .describe('Remember the columns as a profile of this name.'),
  }),
  output: z.object({ id: z.uuid(), attempt: z.uuid() }),
  allow: ofImport,
  run: async (ctx, input) => {
    const found = answerOf(await importById(ctx.db, input.id))
    const attempt = newId(ctx.now.getTime())
    const columns = { ...found.layout.choices.columns, ...input.choices.columns }
    const choices = { ...found.layout.choices, ...input.choices, columns }
    const layout: ImportLayout = {
      reading: input.reading ?? found.layout.reading,
      choices,
      attempt,
      goOn: input.goOn,
      ...(input.asOf ? { asOfFrom: 'person' } : found.layout.asOfFrom === 'person' && { asOfFrom: 'person' }),
    }
    if (input.saveAs && found.layout.plan) {
      await saveProfile(ctx.db, newId(ctx.now.getTime()), remembered(input.saveAs, found, choices), ctx.now)
      layout.choices = { ...choices, profile: input.saveAs }
    }
    await moveImport(ctx.db, input.id, 'staging')
    await clearRows(ctx.db, input.id)
    const jobId = await ctx.jobs.enqueue(ctx.db, 'sources.read-import', { importId: input.id, attempt })
    await updateImport(ctx.db, input.id, {
      layout,
      failure: null,
      stagedRows: 0,
      jobId,
      ...(input.asOf && { asOf: input.asOf }),
    })
    ctx.changed({
      kind: 'import',
      id: input.id,
      before: { state: found.state, asOf: found.asOf, ...found.layout.choices },
      after: { state: 'staging', asOf: input.asOf ?? found.asOf, ...layout.choices },
    })
    return { id: input.id, attempt }
  },
})

/** The columns as they stand now, with what the person has just stated, as a profile. */
function remembered(name: string, found: ImportHead, choices: ImportLayout['choices']) {
  const mapping = found.layout.plan!.mapping
  return profileOf(name, {
    ...mapping,
    columns: mapping.columns.map((c) => {
      const stated = choices.columns?.[c.header]
      const scale = choices.scales?.[c.header]
      return { ...c, ...(stated !== undefined && { field: stated }), ...(scale !== undefined && { scale }) }
    }),
    ...(choices.currency && { currency: choices.currency }),
    ...(choices.dayOrder && { dayOrder: choices.dayOrder }),
    ...(choices.decimal && { decimal: choices.decimal }),
  })
}

export const getImport = query({
  name: 'import.get',
  summary: {
    fi: 'Yksi tuotu luettelo: lukutapa, tila, määrät ja avoimet kysymykset',
    sv: 'En importerad förteckning: hur den läses, läge, antal och öppna frågor',
    en: 'One dropped list: how it is read, its state, counts and open questions',
  },
  route: { method: 'GET', path: '/imports/{id}' },
  input: byId,
  output: importSchema,
  allow: ofImport,
  run: async (ctx, { id }) => answerOf(await importById(ctx.db, id)),
})

export const listImportsAction = query({
  name: 'import.list',
  summary: {
    fi: 'Koordinoimiesi ekosysteemien luettelot, uusin ensin',
    sv: 'Förteckningarna i de ekosystem som du koordinerar, de nyaste först',
    en: 'The lists that were dropped in for the ecosystems that you coordinate, newest first',
  },
  route: { method: 'GET', path: '/imports' },
  input: z.object(paging),
  output: listOf(importSchema),
  allow: by('coordinator'),
  run: (ctx, { limit, offset }) => listImports(ctx.db, keptBy(ctx.actor), limit, offset),
})

export const importRows = query({
  name: 'import.rows',
  summary: {
    fi: 'Tuodun luettelon rivit: hylätyt, huomautetut tai kaikki',
    sv: 'Rader i en importerad förteckning: de förkastade, de med anmärkning eller alla',
    en: 'Rows of a dropped list: the rejected ones, those with any problem, or all',
  },
  route: { method: 'GET', path: '/imports/{id}/rows' },
  input: byId.extend({
    which: z.enum(['rejected', 'problems', 'all']).default('problems'),
    after: z.coerce.number().int().min(0).default(0).describe('The row after which to begin.'),
    limit: paging.limit,
  }),
  output: z.object({ items: z.array(rowSchema) }),
  allow: ofImport,
  run: async (ctx, { id, which, after, limit }) => {
    answerOf(await importById(ctx.db, id))
    const items = await storedRows(ctx.db, id, which, after, limit)
    return { items: items as z.input<typeof rowSchema>[] }
  },
})

export const confirmImport = command({
  name: 'import.confirm',
  summary: {
    fi: 'Ota luettu ja tarkastettu luettelo käyttöön',
    sv: 'Ta en läst och granskad förteckning i bruk',
    en: 'Apply a list that has been read and looked at',
  },
  route: { method: 'POST', path: '/imports/{id}/confirm' },
  input: byId,
  output: byId,
  allow: ofImport,
  run: async (ctx, { id }) => {
    const { state } = await moveImport(ctx.db, id, 'applying')
    ctx.changed({ kind: 'import', id, before: { state }, after: { state: 'applying' } })
    await ctx.jobs.emit(ctx.db, 'import.confirmed', { importId: id })
    return { id }
  },
})

export const withdrawImport = command({
  name: 'import.withdraw',
  summary: {
    fi: 'Vedä koko käyttöön otettu luettelo takaisin',
    sv: 'Dra tillbaka en hel förteckning som tagits i bruk',
    en: 'Take a whole applied list back',
  },
  route: { method: 'POST', path: '/imports/{id}/withdraw' },
  input: byId,
  output: byId,
  allow: ofImport,
  run: async (ctx, { id }) => {
    const { state } = await moveImport(ctx.db, id, 'withdrawing')
    ctx.changed({ kind: 'import', id, before: { state }, after: { state: 'withdrawing' } })
    await ctx.jobs.emit(ctx.db, 'import.withdrawn', { importId: id })
    return { id }
  },
})

export const listProfiles = query({
  name: 'profile.list',
  summary: {
    fi: 'Tunnistettavat luettelolajit: palvelun tuntemat ja tallennetut',
    sv: 'Slag av förteckningar som känns igen: de som tjänsten kan och de som sparats',
    en: 'The kinds of list that are recognised: those the product knows and those people have saved',
  },
  route: { method: 'GET', path: '/profiles' },
  input: z.object({}),
  output: listOf(
    z.object({
      name: z.string(),
      title: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
      builtIn: z.boolean(),
      signature: z.array(z.string()),
      reasons: z.array(z.string()),
    }),
  ),
  allow: everyone,
  run: async (ctx) => {
    const saved = await savedProfiles(ctx.db)
    const items = [...saved, ...builtInProfiles].map((p, i) => ({
      name: p.name,
      title: p.title,
      builtIn: i >= saved.length,
      signature: p.signature,
      reasons: p.reasons ?? [],
    }))
    return { items, total: items.length }
  },
})

export const forgetProfile = command({
  name: 'profile.forget',
  summary: {
    fi: 'Unohda tallennettu luettelolaji',
    sv: 'Glöm ett sparat slag av förteckning',
    en: 'Forget a saved kind of list',
  },
  route: { method: 'DELETE', path: '/profiles/{name}' },
  input: z.object({ name: z.string() }),
  output: z.object({ name: z.string() }),
  allow: by('coordinator'),
  run: async (ctx, { name }) => {
    if (!(await deleteProfile(ctx.db, name))) throw missingImport()
    ctx.changed({ kind: 'profile', id: name, before: { profile: name }, after: null })
    return { name }
  },
})

/** Drops a file that was not applied, with its rows: nothing of it stays. */
export const discardImport = command({
  name: 'import.discard',
  summary: {
    fi: 'Hylkää tuotu luettelo, jota ei ole otettu käyttöön',
    sv: 'Förkasta en importerad förteckning som inte tagits i bruk',
    en: 'Forget a dropped list that has not been applied',
  },
  route: { method: 'DELETE', path: '/imports/{id}' },
  input: byId,
  output: byId,
  allow: ofImport,
  run: async (ctx, { id }) => {
    const found = await importById(ctx.db, id)
    if (!(await deleteUnapplied(ctx.db, id))) throw missingImport()
    const before = { state: found?.state, fileName: found?.fileName, fileHash: found?.fileHash }
    ctx.changed({ kind: 'import', id, before, after: null })
    return { id }
  },
})
