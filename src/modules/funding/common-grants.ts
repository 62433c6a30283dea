import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import { searchFor } from '../search/index.ts'
import { anyOpportunity, opportunities, opportunityById } from './opportunity-queries.ts'
import {
  type Filters,
  filters,
  listAnswer,
  oneAnswer,
  opportunityError,
  type SortKey,
  searchAnswer,
  sortKeys,
} from './standard.ts'
import { complaint } from './text.ts'

/** The largest page that is sent; who asks for more is told by `pageSize` that it is this. */
const largest = 1_000
const wholeFrom1 = z.coerce.number().int().min(1).max(2_147_483_647)
const paging = {
  page: wholeFrom1.default(1).describe('The page to return'),
  pageSize: wholeFrom1.default(100).describe(`The number of items to return per page, ${largest} at most`),
}
type Paging = { page: number; pageSize: number }

const cut = ({ page, pageSize }: Paging) => {
  const limit = Math.min(pageSize, largest)
  return { limit, offset: (page - 1) * limit }
}
const infoOf = ({ page, pageSize }: Paging, totalItems: number) => {
  const size = Math.min(pageSize, largest)
  return { page, pageSize: size, totalItems, totalPages: Math.ceil(totalItems / size) }
}

const errors = opportunityError

export const listOpportunities = query({
  name: 'opportunities.list',
  summary: {
    fi: 'Rahoitusmahdollisuudet CommonGrants 0.4 -muodossa, viimeksi muuttuneet ensin',
    sv: 'Finansieringsmöjligheter enligt CommonGrants 0.4, de senast ändrade först',
    en: 'Funding opportunities by CommonGrants 0.4, those changed last first',
  },
  route: { method: 'GET', path: '/common-grants/opportunities', errors },
  input: z.object(paging),
  output: listAnswer,
  allow: everyone,
  run: async (ctx, asked) => {
    const sort = { by: 'lastModifiedAt', down: true } as const
    const { items, total } = await opportunities(ctx.db, {
      today: dayIn(ctx.now),
      baseUrl: ctx.baseUrl,
      sort,
      ...cut(asked),
    })
    return { status: 200, message: 'Success', items, paginationInfo: infoOf(asked, total) }
  },
})

export const readOpportunity = query({
  name: 'opportunities.get',
  summary: {
    fi: 'Yksi rahoitusmahdollisuus CommonGrants 0.4 -muodossa',
    sv: 'En finansieringsmöjlighet enligt CommonGrants 0.4',
    en: 'One funding opportunity by CommonGrants 0.4',
  },
  route: { method: 'GET', path: '/common-grants/opportunities/{oppId}', errors },
  input: z.object({ oppId: z.uuid().describe('The ID of the opportunity to view') }),
  output: oneAnswer,
  allow: everyone,
  run: async (ctx, { oppId }) => {
    const data = await opportunityById(ctx.db, oppId, dayIn(ctx.now), ctx.baseUrl)
    if (!data) throw new Refusal('missing', 'opportunity.missing', [complaint('missing')])
    return { status: 200, message: 'Success', data }
  },
})

export const searchOpportunities = query({
  name: 'opportunities.search',
  summary: {
    fi: 'Hae rahoitusmahdollisuuksia CommonGrants 0.4 -muodossa',
    sv: 'Sök finansieringsmöjligheter enligt CommonGrants 0.4',
    en: 'Search funding opportunities by CommonGrants 0.4',
  },
  route: { method: 'POST', path: '/common-grants/opportunities/search', errors },
  input: z.object({
    search: z.string().max(500).optional().describe('Opportunity search query'),
    filters: filters.default({}),
    sorting: z
      .object({
        sortBy: z.string().max(200),
        customSortBy: z.string().max(200).optional(),
        sortOrder: z.enum(['asc', 'desc']).default('desc'),
      })
      .default({ sortBy: 'lastModifiedAt', sortOrder: 'desc' })
      .describe(`By one of ${sortKeys.join(', ')}`),
    pagination: z.object(paging).default({ page: 1, pageSize: 100 }),
  }),
  output: searchAnswer,
  allow: everyone,
  run: async (ctx, asked) => {
    const today = dayIn(ctx.now)
    const { baseUrl } = ctx
    const { sort, sortInfo } = sortOf(asked.sorting)
    const usable = usableFilters(asked.filters)
    const words = asked.search?.trim()
    const { total: everything } = await opportunities(ctx.db, { today, baseUrl, sort, limit: 0, offset: 0 })
    const search =
      words && (await searchFor(ctx.db, words, (q) => anyOpportunity(ctx.db, q, today), everything))
    const { items, total } = await opportunities(ctx.db, {
      today,
      baseUrl,
      tsquery: words ? (search ? search.tsquery : '') : undefined,
      filters: usable.filters,
      sort,
      ...cut(asked.pagination),
    })
    return {
      status: 200,
      message: 'Success',
      items,
      paginationInfo: infoOf(asked.pagination, total),
      sortInfo,
      filterInfo: {
        filters: usable.filters,
        ...(usable.errors.length > 0 && { errors: usable.errors }),
      },
    }
  },
})

type Sorting = { sortBy: string; customSortBy?: string | undefined; sortOrder: 'asc' | 'desc' }

/** A key that nobody sorts by is no fault: the usual order is used, and the answer says so. */
function sortOf({ sortBy, customSortBy, sortOrder }: Sorting) {
  const known = (sortKeys as readonly string[]).includes(sortBy) && sortBy !== 'custom'
  const by = (known ? sortBy : 'lastModifiedAt') as Exclude<SortKey, 'custom'>
  const asked = sortBy === 'custom' ? `custom (${customSortBy ?? ''})` : sortBy
  return {
    sort: { by, down: sortOrder === 'desc' },
    sortInfo: {
      sortBy: by,
      sortOrder,
      ...(!known && { errors: [`Nothing is sorted by ${asked}; sorted by ${by}`] }),
    },
  }
}

/** The filters that are used, and why the others are not. */
function usableFilters({ customFilters, ...asked }: Filters): { filters: Filters; errors: string[] } {
  const errors = Object.keys(customFilters ?? {}).map((name) => `There is no custom filter ${name}`)
  const used = Object.entries(asked).filter(([name, filter]) => {
    if (!filter || typeof filter.value !== 'object' || !('min' in filter.value)) return filter !== undefined
    const { min, max } = filter.value
    const mixed = typeof min === 'object' && typeof max === 'object' && min.currency !== max.currency
    if (mixed) errors.push(`${name} has two currencies and was left out`)
    return !mixed
  })
  return { filters: Object.fromEntries(used) as Filters, errors }
}
