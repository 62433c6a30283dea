import { z } from 'zod'
import type { Dataset } from '../../engine/statistics/index.ts'
import { query } from '../../kernel/action.ts'
import { everyone } from '../../kernel/rule.ts'
import { named } from './naming.ts'
import { refuse } from './refusal-text.ts'
import { seenDataset } from './values.ts'
import { everySeries, latestVersion, versionById } from './version-queries.ts'

/** A version whole, for a file of it. */
export const wholeStatistics = query({
  name: 'statistics.whole',
  summary: {
    fi: 'Tilaston versio kokonaan tiedostoa varten',
    sv: 'En hel version av statistiken för en fil',
    en: 'A whole version of a dataset, for a file',
  },
  input: z.object({ id: z.uuid(), version: z.uuid().optional() }),
  output: z.object({ dataset: z.custom<Dataset>(), number: z.number() }),
  allow: everyone,
  run: async (ctx, { id, version }) => {
    const dataset = await seenDataset(ctx.db, ctx.actor, id)
    const found = version ? await versionById(ctx.db, version) : await latestVersion(ctx.db, id)
    if (found?.dataset !== id) throw refuse(version ? 'missingVersion' : 'notFetched')
    const series = []
    for await (const one of everySeries(ctx.db, found.id)) series.push(one)
    const { header } = found
    const title = { ...header.title, ...dataset.title } as Dataset['title']
    return {
      dataset: { ...header, title, dimensions: named(header.dimensions), series },
      number: found.number,
    }
  },
})
