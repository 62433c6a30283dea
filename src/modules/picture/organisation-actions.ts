import { z } from 'zod'
import { parseIdentifier } from '../../engine/matching/index.ts'
import { query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone } from '../../kernel/rule.ts'
import { sightOf } from '../projects/index.ts'
import { searchFor } from '../search/index.ts'
import {
  anyOrganisation,
  companionsOf,
  idByIdentifier,
  identifiersOf,
  type ListedOrganisation,
  listOrganisations,
  mergedInto,
  namesOf,
  type OrganisationCounts,
  type OrganisationFilters,
  type OrganisationNarrowing,
  type OrganisationOrder,
  type OrganisationSort,
  organisationById,
  organisationCounts,
  projectsByYear,
  type YearRow,
} from './organisation-queries.ts'
import {
  type OrganisationItem,
  organisationAnswer,
  organisationDetail,
  organisationList,
} from './organisation-schemas.ts'

const facets = ['kind', 'region', 'country'] as const

export const listAction = query({
  name: 'organisations.list',
  summary: {
    fi: 'Hae ja rajaa organisaatioita',
    sv: 'Sök och avgränsa organisationer',
    en: 'Search and narrow down organisations',
  },
  route: { method: 'GET', path: '/organisations' },
  input: organisationList,
  output: organisationAnswer,
  allow: everyone,
  run: (ctx, input) => findOrganisations(ctx.db, ctx.actor, input),
})

/** Finds, counts and orders organisations: what the list page, REST and saved views stand on. */
export async function findOrganisations(db: Read, actor: Actor, input: z.output<typeof organisationList>) {
  const sight = await sightOf(db, actor)
  const filters: OrganisationFilters = { kind: input.kind, region: input.region, country: input.country }
  const { narrowing, order, instead } = await readWords(db, actor, input.q ?? '', input.sort)
  const counts = countFacets(await organisationCounts(db, sight, narrowing), filters)
  const rows =
    counts.total > input.offset
      ? await listOrganisations(db, sight, narrowing, filters, order, input.limit, input.offset)
      : []
  return { items: await itemsOf(db, actor, rows), ...counts, instead }
}

type Reading = { narrowing: OrganisationNarrowing; order: OrganisationOrder; instead: string[] }

async function readWords(db: Read, actor: Actor, q: string, sort: string | undefined): Promise<Reading> {
  const words = q.trim()
  const asked: OrganisationOrder = sort
    ? { by: sort.replace('-', '') as OrganisationSort, down: sort.startsWith('-') }
    : { by: 'granted', down: true }
  if (words === '') return { narrowing: {}, order: asked, instead: [] }
  const id = await identified(db, actor, words)
  if (id) return { narrowing: { id }, order: asked, instead: [] }
  const total = 10_000 // what a word is worth hardly depends on it
  const found = await searchFor(db, words, (tsquery) => anyOrganisation(db, actor, tsquery), total)
  return {
    narrowing: { tsquery: found?.tsquery ?? '' },
    order: found && !sort ? { terms: found.terms } : asked,
    instead: found?.instead ?? [],
  }
}

/** The organisation whose identifier was typed: "0187690-1", "FI01876901", "0187690 1". */
async function identified(db: Read, actor: Actor, text: string): Promise<string | undefined> {
  if (!/\d{4}/.test(text)) return undefined
  const spellings = [text.trim()]
  for (const scheme of ['fi-business-id', 'vat', 'dk-cvr', 'pic', 'ror', 'hr-oib']) {
    const read = parseIdentifier(scheme, text)
    if (read) spellings.push(read.value)
  }
  const digits = /^(?:FI)?(\d{7})[-\s]?(\d)$/i.exec(text.trim())
  if (digits) spellings.push(`${digits[1]}-${digits[2]}`)
  return idByIdentifier(db, actor, spellings)
}

/** Counts by facet; a facet's own choice does not narrow its own counts. Personal traders are counted apart. */
function countFacets(rows: readonly OrganisationCounts[], filters: OrganisationFilters) {
  const counted: Record<string, Record<string, number>> = { kind: {}, region: {}, country: {} }
  let total = 0
  let personal = 0
  for (const row of rows) {
    if (row.personal) {
      personal += row.organisations
      continue
    }
    const failed = facets.filter((f) => filters[f].length > 0 && !filters[f].includes(row[f] ?? 'unknown'))
    if (failed.length === 0) total += row.organisations
    for (const f of facets) {
      if (failed.length > 1 || (failed.length === 1 && failed[0] !== f)) continue
      const value = row[f] ?? 'unknown'
      counted[f]![value] = (counted[f]![value] ?? 0) + row.organisations
    }
  }
  return { total, personal, facets: counted }
}

async function itemsOf(
  db: Read,
  actor: Actor,
  rows: readonly ListedOrganisation[],
): Promise<OrganisationItem[]> {
  const identifiers = await identifiersOf(
    db,
    actor,
    rows.map((r) => r.id),
  )
  return rows.map((r) => ({
    id: r.id,
    names: { fi: r.name, sv: r.name_sv, en: r.name_en },
    identifiers: identifiers.filter((i) => i.id === r.id).map(({ id: _, ...i }) => i),
    kind: r.kind,
    place: r.place,
    region: r.region,
    country: r.country,
    led: r.led,
    joined: r.joined,
    money: r.money,
    firstYear: r.first_year,
    lastYear: r.last_year,
    page: `/organisations/${r.id}`,
  }))
}

export const getAction = query({
  name: 'organisations.get',
  summary: {
    fi: 'Yksi organisaatio: nimet, tunnisteet, hankkeet vuosittain ja maakunnittain, kumppanit, yhdistetyt tietueet',
    sv: 'En organisation: namn, identifierare, projekt per år och landskap, partner, sammanslagna poster',
    en: 'One organisation: names, identifiers, projects by year and region, partners, merged records',
  },
  route: { method: 'GET', path: '/organisations/{id}' },
  input: z.object({ id: z.string().max(100).describe('Its id, or an identifier such as a business id.') }),
  output: organisationDetail,
  allow: everyone,
  run: async ({ db, actor }, { id: asked }) => {
    const sight = await sightOf(db, actor)
    const id = isId(asked) ? asked : await identified(db, actor, asked)
    const found = id && (await organisationById(db, sight, id))
    if (!found) throw missing(asked)
    const [item] = await itemsOf(db, actor, [found])
    const rows = await projectsByYear(db, sight, found.id)
    const merged = await mergedInto(db, actor, found.id)
    return {
      ...item!,
      website: found.website,
      spellings: await namesOf(db, actor, found.id),
      years: yearsOf(rows),
      regions: regionsOf(rows),
      companions: await companionsOf(db, sight, found.id, 10),
      merged: merged.map((m) => ({ ...m, ...evidenceOf(m.evidence) })),
    }
  },
})

const add = (sum: string, more: string | null) => decimalOf(centsOf(sum) + centsOf(more ?? '0'))

/** Years from the first to the last without gaps; projects without a starting day stand last. */
function yearsOf(rows: readonly YearRow[]) {
  const known = rows.map((r) => r.year).filter((y) => y !== null)
  const span = known.length === 0 ? 0 : Math.max(...known) - Math.min(...known) + 1
  const years: (number | null)[] = Array.from({ length: span }, (_, i) => Math.min(...known) + i)
  if (rows.some((r) => r.year === null)) years.push(null)
  return years.map((year) => {
    const sum = { year, led: 0, joined: 0, granted: '0.00', realised: '0.00' }
    for (const r of rows) {
      if (r.year !== year) continue
      if (r.role === 'partner') {
        sum.joined += r.projects
        continue
      }
      sum.led += r.projects
      if (r.currency !== 'EUR') continue
      sum.granted = add(sum.granted, r.granted)
      sum.realised = add(sum.realised, r.realised)
    }
    return sum
  })
}

function regionsOf(rows: readonly YearRow[]) {
  const sums = new Map<string | null, { region: string | null; projects: number; granted: string }>()
  for (const r of rows) {
    const sum = sums.get(r.region) ?? { region: r.region, projects: 0, granted: '0.00' }
    sum.projects += r.projects
    if (r.role === 'lead' && r.currency === 'EUR') sum.granted = add(sum.granted, r.granted)
    sums.set(r.region, sum)
  }
  return [...sums.values()].sort((a, b) => b.projects - a.projects)
}

const evidenceShape = z.object({
  score: z.number().nullish(),
  evidence: z.array(z.object({ kind: z.string(), weight: z.number() })).optional(),
})

/** Which kinds of evidence joined two records, the weightiest first; what they compared may hold other names. */
function evidenceOf(raw: unknown): { score: number | null; evidence: string[] } {
  const read = evidenceShape.safeParse(raw)
  if (!read.success) return { score: null, evidence: [] }
  const { score, evidence = [] } = read.data
  const kinds = evidence
    .filter((e) => e.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((e) => e.kind)
  return { score: score ?? null, evidence: [...new Set(kinds)] }
}

const missing = (id: string) =>
  new Refusal('missing', 'organisations.missing', [
    {
      text: {
        fi: `Toimijaa ${id} ei ole. Tarkista tunnus tai hae nimellä.`,
        sv: `Aktören ${id} finns inte. Kontrollera numret eller sök med namn.`,
        en: `There is no organisation ${id}. Check the identifier, or search by name.`,
      },
    },
  ])

export const organisationActions = [listAction, getAction] as const
