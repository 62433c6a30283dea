import type { PageRequest } from '../../kernel/page.ts'
import { type ListedDataset, listStatistics } from '../statistics/index.ts'
import type { ComparedLevel } from './rules.ts'

/** Public datasets that speak of a level; for Finland's regions also those of NUTS 3, which can be turned into them. */
export async function datasetsAt(
  request: Pick<PageRequest, 'perform'>,
  level: ComparedLevel,
): Promise<ListedDataset[]> {
  const { items } = await request.perform(listStatistics, { limit: 1000 })
  const fits = (d: ListedDataset) =>
    d.version?.levels.some((l) => l === level || (level === 'region' && l === 'nuts3')) ?? false
  return items.filter((d) => d.share === 'public' && fits(d))
}
