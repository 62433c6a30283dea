import { z } from 'zod'
import { levels } from '../../engine/statistics/index.ts'
import { query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import { listOf, many, paging } from '../../kernel/list.ts'
import { everyone } from '../../kernel/rule.ts'
import { by, holds } from '../people/index.ts'
import { named } from './naming.ts'
import { type DatasetRow, listDatasets, type Narrowing } from './queries.ts'
import { refuse } from './refusal-text.ts'
import { isStale, origins } from './rules.ts'
import { type Figures, seenDataset, valuesOf } from './values.ts'
import { attemptsOf, latestVersion, versionById, versionsOf } from './version-queries.ts'

/** Who brings datasets in, refreshes and removes them. */
export const keepers = by('administrator', 'coordinator')
export const keeps = ({ actor }: Pick<Context, 'actor'>): boolean =>
  actor.kind === 'system' || holds(actor, ['administrator', 'coordinator'])

/** A dataset of a list: what it is, from where, and how fresh. */
export type ListedDataset = DatasetRow & { stale: boolean; path: string }

export const datasetPath = (id: string): string => `/statistics/${id}`

const listed = (row: DatasetRow, now: Date): ListedDataset => ({
  ...row,
  stale: isStale(row, now),
  path: datasetPath(row.id),
})

/** The datasets that a reader may see, by title. */
export async function datasets(
  db: Read,
  actor: Actor,
  now: Date,
  narrowing: Narrowing = {},
  { limit = 1000, offset = 0 } = {},
): Promise<{ items: ListedDataset[]; total: number }> {
  const { items, total } = await listDatasets(db, actor, narrowing, limit, offset)
  return { items: items.map((row) => listed(row, now)), total }
}

export const datasetList = z.object({
  q: z.string().max(500).optional().describe('Words of a title, publisher or table.'),
  level: z.enum(levels).optional().describe('Only those that speak of territories of this level.'),
  origin: z.enum(origins).optional(),
  ...paging,
})

export const listStatistics = query({
  name: 'statistics.list',
  summary: {
    fi: 'Tilastot, niiden lähde, aluetaso ja tuoreus',
    sv: 'Statistik, dess källa, områdesnivå och aktualitet',
    en: 'Datasets of official statistics with source, level and freshness',
  },
  route: { method: 'GET', path: '/statistics' },
  input: datasetList,
  output: listOf(z.custom<ListedDataset>()),
  allow: everyone,
  run: (ctx, { limit, offset, ...narrowing }) =>
    datasets(ctx.db, ctx.actor, ctx.now, narrowing, { limit, offset }),
})

const one = { id: z.uuid().describe('Id of the dataset.') }
const versionId = z.uuid().optional().describe('Id of a version; the latest without it.')

/** A dataset whole but its figures. */
export type ShownDataset = {
  dataset: ListedDataset
  version:
    | (Pick<
        NonNullable<Awaited<ReturnType<typeof latestVersion>>>,
        'id' | 'number' | 'updated' | 'fetchedAt' | 'provenance'
      > & {
        title: object
        source: string | null
        notes: readonly string[]
        dimensions: ReturnType<typeof named>
      })
    | null
  versions: Awaited<ReturnType<typeof versionsOf>>
  /** For those who keep datasets; nobody else sees them. */
  attempts: Awaited<ReturnType<typeof attemptsOf>>
}

export const getStatistics = query({
  name: 'statistics.get',
  summary: {
    fi: 'Yksi tilasto: muuttujat, versiot ja alkuperä',
    sv: 'En statistik: variabler, versioner och ursprung',
    en: 'One dataset: dimensions, versions and provenance',
  },
  route: { method: 'GET', path: '/statistics/{id}' },
  input: z.object({ ...one, version: versionId }),
  output: z.custom<ShownDataset>(),
  allow: everyone,
  run: async (ctx, { id, version }) => {
    const dataset = await seenDataset(ctx.db, ctx.actor, id)
    const found = version ? await versionById(ctx.db, version) : await latestVersion(ctx.db, id)
    if (version && found?.dataset !== id) throw refuse('missingVersion')
    return {
      dataset: listed(dataset, ctx.now),
      version: found
        ? {
            id: found.id,
            number: found.number,
            updated: found.updated,
            fetchedAt: found.fetchedAt,
            provenance: found.provenance,
            title: found.header.title,
            source: found.header.source ?? null,
            notes: found.header.notes,
            dimensions: named(found.header.dimensions),
          }
        : null,
      versions: await versionsOf(ctx.db, id),
      attempts: keeps(ctx) ? await attemptsOf(ctx.db, id) : [],
    }
  },
})

/** "Alue:MK05,MK07" narrows a dimension to categories; the code of a dimension may itself have colons. */
export function codesOf(where: readonly string[]): Record<string, string[]> {
  const codes: Record<string, string[]> = Object.create(null)
  for (const part of where) {
    const at = part.lastIndexOf(':')
    if (at <= 0) throw refuse('noDimension', part)
    const id = part.slice(0, at)
    codes[id] = [...(codes[id] ?? []), ...part.slice(at + 1).split(',')]
  }
  return codes
}

export const statisticValues = query({
  name: 'statistics.values',
  summary: {
    fi: 'Tilaston luvut rajattuina: alue, aika, arvo ja merkki',
    sv: 'Statistikens tal enligt urval: område, tid, värde och tecken',
    en: 'Figures of a dataset, narrowed: territory, period, value and flag',
  },
  route: { method: 'GET', path: '/statistics/{id}/values' },
  input: z.object({
    ...one,
    version: versionId,
    where: many(z.string().max(20_000)).describe(
      'A dimension and categories of it: Alue:MK05,MK07. May be repeated.',
    ),
    level: z
      .enum(levels)
      .optional()
      .describe('Only territories of this level; codes of another are refused.'),
  }),
  output: z.custom<Figures>(),
  allow: everyone,
  run: (ctx, { id, version, where, level }) =>
    valuesOf(ctx.db, ctx.actor, { dataset: id, version, codes: codesOf(where), level }),
})
