import { tsvector } from '../../engine/language/index.ts'
import { themesOf } from '../../engine/language/themes.ts'
import { authorityOf, periodOf, regionByNuts, regionOf } from '../codes/index.ts'
import { facetKeyOf } from './facets.ts'
import type { Folded } from './fold.ts'
import { amountClassOf } from './rules.ts'

/** Who leads, as the registry knows them. */
export type Lead = { id: string; name: string; personal: boolean } | undefined

/** A project's row as its folded statements give it; what is derived says from what in the comments. */
export function projectRow(
  id: string,
  registry: string,
  code: string,
  folded: Folded,
  lead: Lead,
  statements: number,
) {
  const v = folded.values
  const authority = v.authority === undefined ? undefined : authorityOf(v.authority)
  // The place that a list names wins; else the region of an authority that stands for exactly one.
  const named = v.nuts === undefined ? undefined : regionByNuts(v.nuts)
  const derived = named || !authority ? undefined : regionOf(authority)
  const row = {
    id,
    registry,
    code,
    title: v.title,
    language: v.language ?? 'fi',
    summary: v.summary ?? null,
    fund: v.fund ?? null,
    programme: v.programme ?? null,
    period: v.period ?? periodOf(v.start) ?? null,
    priority: v.priority ?? null,
    objective: v.objective ?? null,
    authority: authority ?? null,
    authority_name: v.authority ?? null,
    status: v.status ?? null,
    start_on: v.start ?? null,
    end_on: v.end ?? null,
    start_year: v.start ? Number(v.start.slice(0, 4)) : null,
    region: named ?? derived ?? null,
    region_from: named ? 'list' : derived ? 'authority' : null,
    themes: themesOf(v.title).map((t) => t.code),
    currency: v.currency ?? null,
    granted: v.granted ?? null,
    realised: v.realised ?? null,
    planned_public: v.plannedPublic ?? null,
    realised_public: v.realisedPublic ?? null,
    total_cost: v.totalCost ?? null,
    eu_amount: v.eu ?? null,
    amount_class: amountClassOf(v.granted) ?? null,
    lead_id: lead?.id ?? null,
    lead_name: lead?.name ?? null,
    lead_personal: lead?.personal ?? false,
    url: v.url ?? null,
    statements,
    lexemes: tsvector([
      { text: v.title, weight: 'A' },
      { text: code, weight: 'A' },
      ...(lead && !lead.personal ? [{ text: lead.name, weight: 'B' as const }] : []),
      ...(v.partners ?? []).map((p) => ({ text: p.name, weight: 'C' as const })),
      ...(v.summary ? [{ text: v.summary, weight: 'C' as const }] : []),
    ]),
  }
  return { ...row, facet_key: facetKeyOf(row) }
}
export type ProjectRow = ReturnType<typeof projectRow>
