import { z } from 'zod'
import type { Dimension } from '../../engine/statistics/index.ts'
import { command, inquiry } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Names } from '../../kernel/text.ts'
import { keepers } from './actions.ts'
import { type TableAddress, tableAddress } from './addresses.ts'
import type { Asking, Failed } from './asking.ts'
import { eurostatTable, fetchDataset, pxOutline } from './fetching.ts'
import { about, aboutOf, type FilePreview, previewOf } from './file-actions.ts'
import { named } from './naming.ts'
import { languageOf, type PxTable } from './pxweb.ts'
import { insertDataset } from './queries.ts'
import { refuse } from './refusal-text.ts'
import { sayTrouble } from './trouble-text.ts'

const address = z.string().max(2_000).describe('Of a PxWeb table or of Eurostat’s data.')

/** So many figures are fetched as one dataset; what a source gives at once is less, and asked for in parts. */
const mostFetched = 1_000_000

const found = (typed: string): TableAddress => {
  const table = tableAddress(typed)
  if (!table) throw refuse('noAddress', undefined, 'address')
  return table
}

const asking = (ctx: Omit<Context, 'db'>): Asking => ({
  files: ctx.files,
  outward: ctx.outward ?? { allowPrivate: false },
  now: ctx.now,
})

const failed = ({ trouble }: Failed): Refusal =>
  new Refusal('invalid', `statistics.${trouble}`, [{ field: 'address', text: sayTrouble(trouble) }])

/** A table as it is at its source, from which a slice is chosen. */
export type Outline = {
  origin: TableAddress['origin']
  address: string
  table: string
  title: Names
  dimensions: Dimension[]
}

/**
 * What can be chosen of a table. It asks the source while somebody waits, so only those who keep datasets may.
 */
export const outlineStatistics = inquiry({
  name: 'statistics.outline',
  summary: {
    fi: 'Mitä lähteen taulukosta voi valita',
    sv: 'Vad som kan väljas ur källans tabell',
    en: 'What can be chosen of a table at its source',
  },
  input: z.object({ address }),
  output: z.custom<Outline>(),
  allow: keepers,
  run: async (ctx, input) => {
    const table = found(input.address)
    if (table.origin === 'pxweb') {
      const outline = await pxOutline(asking(ctx), table.address)
      if ('trouble' in outline) throw failed(outline)
      const language = pxLanguage(table.address)
      const title = { [language]: outline.title }
      return {
        ...table,
        title,
        dimensions: pxDimensions(outline, language),
      }
    }
    const outline = await eurostatTable(asking(ctx), table.address, table.table)
    if ('trouble' in outline) throw failed(outline)
    return { ...table, title: outline.title, dimensions: named(outline.dimensions) }
  },
})

const pxLanguage = (at: string) => {
  const language = languageOf(at)
  return language === 'sv' || language === 'en' ? language : 'fi'
}

const pxDimensions = (table: PxTable, language: 'fi' | 'sv' | 'en'): Dimension[] =>
  named(
    table.variables.map((v) => ({
      id: v.code,
      name: { [language]: v.text },
      ...(v.time && { role: 'time' as const }),
      categories: v.values.map((code, i) => ({ code, name: { [language]: v.valueTexts[i]! } })),
    })),
  )

const slice = z.object({
  query: z
    .array(
      z.object({
        code: z.string().min(1).max(200),
        filter: z.string().max(200).default('item'),
        values: z.array(z.string().max(200)).max(20_000),
      }),
    )
    .max(50),
  follows: z.string().max(200).optional().describe('The dimension of time whose new periods are taken in.'),
})
const chosen = z.object({ address, slice })

/** A table's address with a slice of it, checked against how much a source gives at once. */
function wanted(input: z.output<typeof chosen>) {
  const table = found(input.address)
  const empty = input.slice.query.find(({ values }) => values.length === 0)
  if (empty) throw refuse('emptyChoice', empty.code, empty.code)
  const cells = input.slice.query.reduce((n, { values }) => n * values.length, 1)
  if (cells > mostFetched) throw refuse('largeChoice', undefined, 'address')
  const { query, follows } = input.slice
  return { ...table, slice: { query, ...(follows && { follows }) } }
}

export const previewStatistics = inquiry({
  name: 'statistics.preview-address',
  summary: {
    fi: 'Mitä valinta tuo lähteestä ennen kuin se tallennetaan',
    sv: 'Vad urvalet ger från källan innan det sparas',
    en: 'What a slice brings from its source, before it is kept',
  },
  input: chosen,
  output: z.custom<FilePreview>(),
  allow: keepers,
  run: async (ctx, input) => {
    const came = await fetchDataset(asking(ctx), wanted(input))
    if ('trouble' in came) throw failed(came)
    return previewOf(came.dataset)
  },
})

export const addStatistics = command({
  name: 'statistics.add',
  summary: {
    fi: 'Lisää tilasto osoitteesta; luvut haetaan heti ja sen jälkeen joka yö',
    sv: 'Lägg till statistik från en adress; talen hämtas genast och sedan varje natt',
    en: 'Add a dataset from an address; its figures are fetched at once and then every night',
  },
  route: { method: 'POST', path: '/statistics' },
  input: chosen.extend({ ...about, nightly: z.boolean().default(true) }),
  output: z.object({ id: z.string() }),
  allow: keepers,
  run: async (ctx, input) => {
    const { origin, address: at, table, slice: asked } = wanted(input)
    const publisher = input.publisher || new URL(at).hostname
    const own = aboutOf(ctx, { title: {}, table, language: 'fi' }, { ...input, publisher }, table)
    const id = await insertDataset(ctx.db, ctx.now, {
      ...own,
      origin,
      address: at,
      slice: asked,
      nightly: input.nightly,
    })
    await ctx.jobs.enqueue(ctx.db, 'statistics.fetch', { dataset: id })
    ctx.changed({ kind: 'statistic_dataset', id, before: null, after: { address: at, slice: asked } })
    return { id }
  },
})
