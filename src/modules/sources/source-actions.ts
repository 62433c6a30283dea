import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { listOf, paging } from '../../kernel/list.ts'
import { everyone } from '../../kernel/rule.ts'
import { canSee, shareLevels } from '../../kernel/share.ts'
import { ofImport } from './place.ts'
import { type ImportHead, importById } from './queries.ts'
import { appliedImports, workOn } from './source-queries.ts'
import { missingImport } from './transitions.ts'

const name = z.string().nullable().exactOptional()
const names = z.object({ fi: name, sv: name, en: name })

/** A list in the picture, as everybody may see it: never who brought it in, never its rows. */
const sourceSchema = z.object({
  id: z.uuid(),
  title: names,
  publisher: z.string().optional(),
  url: z.string().optional(),
  asOf: z.string().nullable(),
  asOfIsApproximate: z.boolean(),
  fileName: z.string(),
  fileHash: z.string(),
  rows: z.number(),
  rejected: z.number(),
  appliedAt: z.date().nullable(),
  share: z.enum(shareLevels).describe('How widely it and its projects are shared.'),
})

const sourceOf = (head: ImportHead): z.input<typeof sourceSchema> => ({
  id: head.id,
  title: head.list.title,
  ...(head.list.publisher && { publisher: head.list.publisher }),
  ...(head.list.url && { url: head.list.url }),
  asOf: head.asOf,
  asOfIsApproximate: head.list.asOfAbout ?? false,
  fileName: head.fileName,
  fileHash: head.fileHash,
  rows: head.counts.rows ?? 0,
  rejected: head.counts.rejected ?? 0,
  appliedAt: head.appliedAt,
  share: head.share,
})

export const listSources = query({
  name: 'source.list',
  summary: {
    fi: 'Luettelot, joista tilannekuva muodostuu, uusin ensin',
    sv: 'Förteckningar som lägesbilden bygger på, de nyaste först',
    en: 'The lists that the picture is made of, newest first',
  },
  route: { method: 'GET', path: '/sources' },
  input: z.object(paging),
  output: listOf(sourceSchema),
  allow: everyone,
  run: async (ctx, { limit, offset }) => {
    const { items, total } = await appliedImports(ctx.db, ctx.actor, limit, offset)
    return { items: items.map(sourceOf), total }
  },
})

export const getSource = query({
  name: 'source.get',
  summary: {
    fi: 'Yksi tilannekuvan luettelo',
    sv: 'En av lägesbildens förteckningar',
    en: 'One list that the picture is made of',
  },
  route: { method: 'GET', path: '/sources/{id}' },
  input: z.object({ id: z.uuid() }),
  output: sourceSchema,
  allow: everyone,
  run: async (ctx, { id }) => {
    const found = await importById(ctx.db, id)
    if (found?.state !== 'applied' || !canSee(ctx.actor, found)) throw missingImport()
    return sourceOf(found)
  },
})

export const importProgress = query({
  name: 'import.progress',
  summary: {
    fi: 'Tuodun luettelon käsittelyn eteneminen',
    sv: 'Hur långt behandlingen av en importerad förteckning har kommit',
    en: 'How far the work on a dropped list is',
  },
  route: { method: 'GET', path: '/imports/{id}/progress' },
  input: z.object({ id: z.uuid() }),
  output: z.object({ state: z.string(), step: z.string(), done: z.number(), total: z.number().nullable() }),
  allow: ofImport,
  run: async (ctx, { id }) => {
    const found = await importById(ctx.db, id)
    if (!found) throw missingImport()
    const work = await workOn(ctx.db, found)
    return { state: found.state, step: work?.step ?? '', done: work?.done ?? 0, total: work?.total ?? null }
  },
})
