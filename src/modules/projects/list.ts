import type { Read } from '../../kernel/db.ts'
import { centsOf } from '../../kernel/money.ts'
import { fundOf } from '../codes/index.ts'
import { type Search, searchFor } from '../search/index.ts'
import { cubeOf } from './cube.ts'
import { type CubeRow, countFacets, type FacetCounts, type FacetFilters, facetNames } from './facets.ts'
import { keptFound } from './kept-found.ts'
import {
  anyMatch,
  countMatching,
  foundByKey,
  isNarrowed,
  type ListedProject,
  listProjects,
  type Narrowing,
  type Order,
  type SortName,
} from './list-queries.ts'
import { organisationWithIdentifier } from './organisation-queries.ts'
import type { ProjectFilterInput, ProjectListInput } from './schemas.ts'
import { type TypedFilters, typedFilters, yearsBetween } from './typed-filters.ts'

/** What is being looked for, read once: rows, counts, sums and exports all follow from it. */
export type ProjectSearch = {
  narrowing: Narrowing
  filters: FacetFilters
  order: Order
  typed: TypedFilters
  /** Spellings that were taken along because those typed were not found. */
  instead: string[]
  /** Whether all the words had to be there. */
  everyWord: boolean
  cube: CubeRow[]
}

const codeShape = /^[A-Za-z]{1,3}\d{4,9}$/
const identifierShape = /^(?:FI)?\d{7}-?\d$/i

/** Reads what was asked for: words, typed filters, the facets of the address. */
async function readSearch(db: Read, input: ProjectFilterInput): Promise<ProjectSearch> {
  const { cube } = await cubeOf(db)
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
    everyWord: true,
    cube,
  }
  if (typed.text !== '') await readWords(db, search, input.sort !== undefined)
  return search
}

/** A code or a business id finds what it names; other words are searched for in every inflected form. */
async function readWords(db: Read, search: ProjectSearch, sorted: boolean): Promise<void> {
  const words = search.typed.text
  if (codeShape.test(words)) {
    const code = words.toUpperCase()
    if ((await foundByKey(db, { code })).size > 0) {
      search.narrowing.code = code
      return
    }
  }
  if (identifierShape.test(words)) {
    const organisation = await organisationWithIdentifier(db, words)
    if (organisation) {
      search.narrowing.organisation ??= organisation
      return
    }
  }
  const total = search.cube.reduce((n, r) => n + r.projects, 0)
  const found = await searchFor(db, words, (tsquery) => anyMatch(db, tsquery), total)
  search.narrowing.tsquery = found?.tsquery ?? ''
  search.instead = found?.instead ?? []
  search.everyWord = found?.everyWord ?? true
  if (found && !sorted) search.order = { terms: found.terms }
}

export type CountedSearch = ProjectSearch & { counts: FacetCounts }

/** Reads and counts a search; how many it finds decides whether a rank orders it. */
export async function countSearch(db: Read, input: ProjectFilterInput): Promise<CountedSearch> {
  const search = await readSearch(db, input)
  const found = isNarrowed(search.narrowing) ? await keptFound(db, search.narrowing) : undefined
  const counts = countFacets(search.cube, search.filters, found)
  return { ...search, order: orderOf(search, counts.total), counts }
}

export type ProjectPage = CountedSearch & { rows: ListedProject[] }

/** Finds, counts and orders projects: what the list page and REST stand on. */
export async function findProjects(db: Read, input: ProjectListInput): Promise<ProjectPage> {
  const search = await countSearch(db, input)
  const { narrowing, filters, order, counts } = search
  const rows =
    counts.total > input.offset
      ? await listProjects(db, narrowing, filters, order, input.limit, input.offset)
      : []
  return { ...search, rows }
}

/** Above this a rank tells the reader nothing that the money does not, and would cost a read of every row. */
const mostRanked = 2_000

/** Words that nearly everything has do not rank it; a search that took any of its words is always ranked. */
const orderOf = (search: ProjectSearch, total: number): Order =>
  'terms' in search.order && total > mostRanked && search.everyWord ? byMoney : search.order

const byMoney: Order = { by: 'granted', down: true }

/** The best of what a search made elsewhere finds among the projects, and how many it finds: without facets. */
export async function topProjects(
  db: Read,
  search: Pick<Search, 'tsquery' | 'terms'>,
  limit: number,
): Promise<{ rows: ListedProject[]; total: number }> {
  const total = await countMatching(db, search.tsquery)
  const order = { terms: search.terms }
  return {
    total,
    rows: total === 0 ? [] : await listProjects(db, { tsquery: search.tsquery }, {}, order, limit, 0),
  }
}

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
