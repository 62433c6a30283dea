import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { centsOf } from '../../kernel/money.ts'
import { mostRanked, type RankedTerm } from '../../kernel/search.ts'
import { fundOf } from '../codes/index.ts'
import { type Search, searchFor } from '../search/index.ts'
import { countFacets, type FacetCounts, type FacetFilters, facetNames, keysOf } from './facets.ts'
import { keptFound } from './kept-found.ts'
import { type ListedProject, listProjects, type Order, type SortName } from './list-queries.ts'
import { type Chosen, isNarrowed, type Narrowing } from './narrowing-queries.ts'
import { organisationWithIdentifier } from './organisation-queries.ts'
import type { ProjectFilterInput, ProjectListInput } from './schemas.ts'
import { type Sight, sightOf, totalOf } from './sight.ts'
import { type TypedFilters, typedFilters, yearsBetween } from './typed-filters.ts'

/** What is being looked for, read once: rows, counts, sums and exports all follow from it. */
export type ProjectSearch = {
  narrowing: Narrowing
  filters: FacetFilters
  order: Order
  typed: TypedFilters
  /** Spellings that were taken along because those typed were not found. */
  instead: string[]
  /** Other names of what the words mean, looked for too. */
  also: string[]
  /** Whether all the words had to be there. */
  everyWord: boolean
  /** Who looks, and at what. */
  sight: Sight
}

const codeShape = /^[A-Za-z]{1,3}\d{4,9}$/
const identifierShape = /^(?:FI)?\d{7}-?\d$/i

/** Reads what was asked for: words, typed filters, the facets of the address. */
async function readSearch(db: Read, actor: Actor, input: ProjectFilterInput): Promise<ProjectSearch> {
  const sight = await sightOf(db, actor)
  const typed = typedFilters(input.q ?? '')
  const narrowing: Narrowing = {
    lead: input.lead,
    leadName: typed.leadName,
    partnerName: typed.partnerName,
    code: typed.code,
    organisation: input.organisation,
    minCents: centsOrNone(input.min) ?? typed.minCents,
    maxCents: centsOrNone(input.max) ?? typed.maxCents,
  }
  const search: ProjectSearch = {
    narrowing,
    filters: mergedFilters(input, typed.filters),
    order: input.sort
      ? { by: input.sort.replace('-', '') as SortName, down: input.sort.startsWith('-') }
      : byMoney,
    typed,
    instead: [],
    also: [],
    everyWord: true,
    sight,
  }
  if (typed.text !== '') await readWords(db, search, input)
  return search
}

/** A code or a business id finds what it names; other words are searched for in every inflected form. */
async function readWords(db: Read, search: ProjectSearch, asked: ProjectFilterInput): Promise<void> {
  const words = search.typed.text
  if (codeShape.test(words)) {
    const code = words.toUpperCase()
    if ((await keptFound(db, search.sight, { code })).size > 0) {
      search.narrowing.code = code
      return
    }
  }
  if (identifierShape.test(words)) {
    const organisation = await organisationWithIdentifier(db, search.sight.actor, words)
    if (organisation) {
      search.narrowing.organisation ??= organisation
      return
    }
  }
  const { sight } = search
  // What the whole search finds is asked first, since it is counted next; what narrows it decides nothing on words.
  const finds = async (tsquery: string) =>
    (await keptFound(db, sight, { ...search.narrowing, tsquery })).size > 0 || anyProject(db, sight, tsquery)
  const found = await searchFor(db, words, finds, totalOf(sight), { meanings: asked.meanings !== 'off' })
  search.narrowing.tsquery = found?.tsquery ?? ''
  search.instead = found?.instead ?? []
  search.also = found?.also ?? []
  search.everyWord = found?.everyWord ?? true
  if (found && asked.sort === undefined) search.order = { terms: found.terms }
}

export type CountedSearch = ProjectSearch & { counts: FacetCounts; chosen: Chosen }

/** Reads and counts a search; how many it finds decides whether a rank orders it. */
export async function countSearch(db: Read, actor: Actor, input: ProjectFilterInput): Promise<CountedSearch> {
  const search = await readSearch(db, actor, input)
  const { sight, filters, narrowing } = search
  const found = isNarrowed(narrowing) ? await keptFound(db, sight, narrowing) : undefined
  const counts = countFacets(sight.cube, filters, found)
  const chosen = { filters, keys: keysOf(sight.cube, filters, found), sight }
  return { ...search, order: orderOf(search, counts.total), counts, chosen }
}

export type ProjectPage = CountedSearch & { rows: ListedProject[] }

/** Finds, counts and orders projects: what the list page and REST stand on. */
export async function findProjects(db: Read, actor: Actor, input: ProjectListInput): Promise<ProjectPage> {
  const search = await countSearch(db, actor, input)
  const { narrowing, chosen, order, counts } = search
  const rows = counts.total > input.offset ? await listProjects(db, narrowing, chosen, order, input) : []
  return { ...search, rows }
}

/**
 * Words that nearly everything has do not rank it. A search that took any of its words ranks those that have the
 * rarest of them.
 */
function orderOf({ order, everyWord }: Pick<ProjectSearch, 'order' | 'everyWord'>, total: number): Order {
  if (!('terms' in order) || total <= mostRanked) return order
  return everyWord ? byMoney : { ...order, among: rarestOf(order.terms) }
}

const rarestOf = (terms: readonly RankedTerm[]): string | undefined =>
  terms.reduce<RankedTerm | undefined>((best, t) => (best && best.worth >= t.worth ? best : t), undefined)
    ?.query

const byMoney: Order = { by: 'granted', down: true }

/** The best of what a search made elsewhere finds among the projects, and how many it finds: without facets. */
export async function topProjects(
  db: Read,
  sight: Sight,
  search: Pick<Search, 'tsquery' | 'terms' | 'everyWord'>,
  limit: number,
): Promise<{ rows: ListedProject[]; total: number }> {
  const narrowing = { tsquery: search.tsquery }
  const { total } = countFacets(sight.cube, {}, await keptFound(db, sight, narrowing))
  const order = orderOf({ order: { terms: search.terms }, everyWord: search.everyWord }, total)
  return {
    total,
    rows:
      total === 0
        ? []
        : await listProjects(db, narrowing, { filters: {}, sight }, order, { limit, offset: 0 }),
  }
}

/** Whether anything that the reader sees matches. What is found is kept: the search that asks goes on to count it. */
export const anyProject = async (db: Read, sight: Sight, tsquery: string): Promise<boolean> =>
  (await keptFound(db, sight, { tsquery })).size > 0

const centsOrNone = (text: string | undefined): bigint | undefined =>
  text === undefined ? undefined : centsOf(text)

function mergedFilters(input: ProjectFilterInput, typed: FacetFilters): FacetFilters {
  const merged: FacetFilters = {}
  for (const facet of facetNames) {
    // A fund is known by its Finnish, Swedish and English letters alike.
    const asked = facet === 'fund' ? input.fund.map((f) => fundOf(f) ?? f) : input[facet]
    const values = [...asked, ...(typed[facet] ?? [])]
    if (values.length > 0) merged[facet] = values
  }
  if (input.from !== undefined || input.to !== undefined) {
    const span = yearsBetween(input.from ?? 1950, Math.max(input.from ?? 1950, input.to ?? 2100))
    merged.year = [...(merged.year ?? []), ...span]
  }
  return merged
}
