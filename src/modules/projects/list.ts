import type { Read } from '../../kernel/db.ts'
import { centsOf } from '../../kernel/money.ts'
import { searchFor } from '../search/index.ts'
import { cubeOf } from './cube.ts'
import { countFacets, type FacetCounts, type FacetFilters, facetNames } from './facets.ts'
import {
  anyMatch,
  foundByKey,
  isNarrowed,
  type ListedProject,
  listProjects,
  type Narrowing,
  type Order,
  type SortName,
} from './list-queries.ts'
import type { ProjectListInput } from './schemas.ts'
import { typedFilters } from './typed-filters.ts'

export type ProjectPage = {
  rows: ListedProject[]
  counts: FacetCounts
  /** The words of the search without its filters, for marking them in titles. */
  words: string
  /** Spellings that were taken along because those typed were not found. */
  instead: string[]
  order: Order
}

const codeShape = /^[A-Za-z]{1,3}\d{4,9}$/

/** Finds, counts and orders projects: what the list page, REST and exports all stand on. */
export async function findProjects(db: Read, input: ProjectListInput): Promise<ProjectPage> {
  const { cube } = await cubeOf(db)
  const typed = typedFilters(input.q ?? '')
  const filters = mergedFilters(input, typed.filters)
  const narrowing: Narrowing = {
    lead: input.lead,
    organisation: input.organisation,
    minCents: centsOrNone(input.min) ?? typed.minCents,
    maxCents: centsOrNone(input.max) ?? typed.maxCents,
  }
  let order: Order = input.sort
    ? { by: input.sort.replace('-', '') as SortName, down: input.sort.startsWith('-') }
    : { by: 'granted', down: true }
  let instead: string[] = []
  const words = typed.text
  if (words !== '') {
    const total = cube.reduce((n, r) => n + r.projects, 0)
    const search = await searchFor(db, words, (tsquery) => anyMatch(db, tsquery), total)
    narrowing.tsquery = search?.tsquery ?? "''"
    instead = search?.instead ?? []
    if (search && !input.sort) order = { terms: search.terms }
    if (codeShape.test(words)) {
      const byCode = await foundByKey(db, { code: words.toUpperCase() })
      if (byCode.size > 0) {
        narrowing.code = words.toUpperCase()
        narrowing.tsquery = undefined
        order = { by: 'code', down: false }
      }
    }
  }
  const found = isNarrowed(narrowing) ? await foundByKey(db, narrowing) : undefined
  const counts = countFacets(cube, filters, found)
  const rows =
    counts.total === 0 ? [] : await listProjects(db, narrowing, filters, order, input.limit, input.offset)
  return { rows, counts, words, instead, order }
}

const centsOrNone = (text: string | undefined): bigint | undefined =>
  text === undefined ? undefined : centsOf(text)

function mergedFilters(input: ProjectListInput, typed: FacetFilters): FacetFilters {
  const merged: FacetFilters = {}
  for (const facet of facetNames) {
    const values = [...input[facet], ...(typed[facet] ?? [])]
    if (values.length > 0) merged[facet] = values
  }
  return merged
}
