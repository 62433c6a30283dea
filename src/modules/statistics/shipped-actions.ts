import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { languages } from '../../kernel/text.ts'
import { instantOf } from '../../kernel/time.ts'
import { aboutOf, datasetInFile } from './file-actions.ts'
import { keepFile } from './keeping.ts'
import { origins, type Slice } from './rules.ts'

/**
 * One of the datasets that ship with the product. It knows the address from which it can be refreshed, but is not
 * fetched by itself: a new installation sends nothing out until somebody says so.
 */
export const addShippedStatistics = command({
  name: 'statistics.add-shipped',
  summary: {
    fi: 'Lisää tuotteen mukana tuleva tilasto',
    sv: 'Lägg till en statistik som följer med produkten',
    en: 'Add a dataset that ships with the product',
  },
  input: z.object({
    name: z.string(),
    hash: z.string(),
    title: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
    publisher: z.string(),
    licence: z.string(),
    origin: z.enum(origins),
    address: z.url().nullable().default(null),
    language: z.enum(languages).default('fi'),
    fetchedAt: z.iso.date().describe('The day on which the file was read at its source.'),
  }),
  output: z.object({ id: z.string(), outcome: z.string() }),
  allow: systemOnly,
  run: async (ctx, { name, hash, origin, address, language, fetchedAt, ...said }) => {
    const dataset = await datasetInFile(ctx, { name, hash, language })
    const time = dataset.dimensions.find(({ role }) => role === 'time')?.id
    const slice: Slice | null =
      origin === 'pxweb'
        ? {
            query: dataset.dimensions.map(({ id, categories }) => ({
              code: id,
              filter: 'item',
              values: categories.map(({ code }) => code),
            })),
            ...(time && { follows: time }),
          }
        : null
    const own = {
      ...aboutOf(ctx, dataset, { ...said, share: 'public', ecosystem: null }, name),
      origin,
      address,
      slice,
      nightly: false,
    }
    const kept = await keepFile(ctx.db, instantOf(fetchedAt, '12:00'), dataset, own, {
      ...(address && { address }),
      file: { name, sha256: hash },
    })
    ctx.changed({ kind: 'statistic_dataset', id: kept.id, before: null, after: { file: name } })
    return { id: kept.id, outcome: kept.outcome }
  },
})
