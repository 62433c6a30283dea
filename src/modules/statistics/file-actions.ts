import { z } from 'zod'
import { type Dataset, type Fault, periodsOf } from '../../engine/statistics/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type ShareLevel, shareLevels } from '../../kernel/share.ts'
import { languages, type Names } from '../../kernel/text.ts'
import { keepers } from './actions.ts'
import { sayFault } from './fault-text.ts'
import { keepFile } from './keeping.ts'
import type { NewDataset } from './queries.ts'
import { readStatistics } from './reading.ts'
import { complaint, refuse } from './refusal-text.ts'
import { digestOf, levelsIn, shortTitles, spanOf } from './rules.ts'

/** What may be said of a dataset besides its source's own words. */
export const about = {
  title: z
    .object({ fi: z.string().max(500), sv: z.string().max(500), en: z.string().max(500) })
    .partial()
    .default({})
    .describe('Its name; without it the source’s label.'),
  publisher: z.string().max(300).default(''),
  licence: z.string().max(300).default('CC BY 4.0'),
  share: z.enum(shareLevels).default('public'),
  ecosystem: z.uuid().nullable().default(null).describe('Where it belongs, when it is not public.'),
}

const file = z.object({
  name: z.string().min(1).max(300),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  language: z.enum(languages).default('fi').describe('The language of names that do not say theirs.'),
  ...about,
})

/** What was read of a file, before it is kept. */
export type FilePreview = {
  title: Names
  table: string | null
  publisher: string
  updated: string | null
  dimensions: { id: string; name: Names; categories: number }[]
  levels: string[]
  first: string | null
  last: string | null
  series: number
  cells: number
  emptyCells: number
}

/** Reads a stored file, or refuses with what is wrong and where. */
export async function datasetInFile(
  { files }: Pick<Context, 'files'>,
  { name, hash, language }: { name: string; hash: string; language: (typeof languages)[number] },
): Promise<Dataset> {
  if (!(await files.has(hash)))
    throw new Refusal('missing', 'statistics.no-file', [complaint('noFile', undefined, 'file')])
  const reading = await readStatistics({ path: files.pathOf(hash), name }, language)
  if ('dataset' in reading) return reading.dataset
  throw faulty(reading.faults)
}

const faulty = (faults: readonly Fault[]): Refusal =>
  new Refusal(
    'invalid',
    `statistics.${faults[0]?.what ?? 'not-statistics'}`,
    faults.slice(0, 5).map((fault) => ({ field: 'file', text: sayFault(fault) })),
  )

export const previewOf = (dataset: Dataset): FilePreview => ({
  title: shortTitles(dataset.title),
  table: dataset.table ?? null,
  publisher: dataset.source ?? '',
  updated: dataset.updated ?? null,
  dimensions: dataset.dimensions.map(({ id, name, categories }) => ({
    id,
    name,
    categories: categories.length,
  })),
  levels: levelsIn(dataset.dimensions),
  ...spanOf(dataset.dimensions),
  series: dataset.series.length,
  cells: dataset.series.length * periodsOf(dataset.dimensions).length,
  emptyCells: dataset.series.reduce((n, { values }) => n + values.filter((v) => v === '').length, 0),
})

type Title = { [L in keyof Names]?: string | undefined }

/** What is kept of a dataset besides its versions: what a person says, else what the source says. */
export function aboutOf(
  ctx: Pick<Context, 'actor'>,
  dataset: Pick<Dataset, 'title' | 'description' | 'source' | 'table' | 'language'>,
  said: { title: Title; publisher: string; licence: string; share: ShareLevel; ecosystem: string | null },
  fallback: string,
): Omit<NewDataset, 'origin' | 'address' | 'slice' | 'nightly'> {
  if (said.share !== 'public' && said.ecosystem === null) throw refuse('noPlace', undefined, 'ecosystem')
  const told = Object.fromEntries(Object.entries(said.title).filter(([, text]) => text?.trim()))
  const source = shortTitles(dataset.title)
  return {
    title:
      Object.keys(told).length > 0 ? told : Object.values(source).some(Boolean) ? source : { en: fallback },
    description: dataset.description ?? {},
    publisher: said.publisher || (dataset.source ?? ''),
    licence: said.licence,
    table: dataset.table ?? null,
    ecosystem: said.ecosystem,
    share: said.share,
    person: ctx.actor.kind === 'person' ? ctx.actor.id : null,
  }
}

export const previewStatisticsFile = query({
  name: 'statistics.preview-file',
  summary: {
    fi: 'Mitä tilastotiedostossa on ennen kuin se tallennetaan',
    sv: 'Vad en statistikfil innehåller innan den sparas',
    en: 'What a file of statistics holds, before it is kept',
  },
  input: file,
  output: z.custom<FilePreview>(),
  allow: keepers,
  run: async (ctx, input) => previewOf(await datasetInFile(ctx, input)),
})

export const addStatisticsFile = command({
  name: 'statistics.add-file',
  summary: {
    fi: 'Tuo tilasto tiedostosta',
    sv: 'Läs in statistik ur en fil',
    en: 'Bring in a dataset from a file',
  },
  input: file,
  output: z.object({ id: z.string(), outcome: z.enum(['new', 'changed', 'same']) }),
  allow: keepers,
  run: async (ctx, input) => {
    const dataset = await datasetInFile(ctx, input)
    const own: NewDataset = {
      ...aboutOf(ctx, dataset, input, input.name),
      origin: 'file',
      address: null,
      slice: null,
      nightly: false,
    }
    const kept = await keepFile(ctx.db, ctx.now, dataset, own, {
      file: { name: input.name, sha256: input.hash },
    })
    if (kept.outcome !== 'same') {
      const after = { table: own.table, file: input.name, digest: digestOf(dataset) }
      ctx.changed({ kind: 'statistic_dataset', id: kept.id, before: null, after })
    }
    return kept
  },
})
