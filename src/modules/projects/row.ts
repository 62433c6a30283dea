import { themesOf, tsvector, type WeightedText } from '../../engine/language/index.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import {
  authorityOf,
  periodOf,
  programmeOf,
  regionByNuts,
  regionOf,
  regionOfMunicipalities,
  regionOfText,
} from '../codes/index.ts'
import { facetKeyOf } from './facets.ts'
import type { Circle, Folded, ProjectValues } from './fold.ts'
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
  partners: readonly string[],
  statements: number,
  shared: { share: ShareLevel; circle: Circle },
) {
  const v = folded.values
  const authority = v.authority === undefined ? undefined : authorityOf(v.authority)
  const programme = v.programme === undefined ? undefined : programmeOf(v.programme)?.code
  const period = periodOf({
    code,
    ...(v.period && { text: v.period }),
    ...(v.start && { start: v.start }),
    ...(v.end && { end: v.end }),
  })
  // The place that a list names wins; else the region of an authority that stands for exactly one.
  const region = regionByNuts(v.nuts ?? '') ?? (v.region === undefined ? undefined : regionOfText(v.region))
  const municipal = region ? undefined : regionOfMunicipalities(municipalitiesTold(v).names)
  const named = region ?? municipal
  const derived =
    named || !authority || !period
      ? undefined
      : regionOf({
          authority,
          period,
          ...(programme && { programme }),
          ...(v.priority && { priority: v.priority }),
        })
  const row = {
    id,
    registry,
    code,
    title: v.title,
    language: v.language ?? 'fi',
    summary: v.summary ?? null,
    fund: v.fund ?? null,
    programme: programme ?? v.programme ?? null,
    period: period ?? v.period ?? null,
    priority: priorityNumber(v.priority),
    objective: v.objective ?? null,
    authority: authority ?? null,
    authority_name: v.authority ?? null,
    status: v.status ?? null,
    start_on: v.start ?? null,
    end_on: v.end ?? null,
    start_year: v.start ? Number(v.start.slice(0, 4)) : null,
    region: named?.code ?? derived ?? null,
    region_from: (region
      ? 'list'
      : municipal
        ? 'municipality'
        : derived
          ? 'authority'
          : null) as RegionFrom | null,
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
    share: shared.share,
    ecosystem_id: shared.circle === 'public' ? null : shared.circle.ecosystem,
    lexemes: tsvector(searchTexts(code, v, lead, partners)),
  }
  return { ...row, facet_key: facetKeyOf(row) }
}
export type ProjectRow = ReturnType<typeof projectRow>

/** Whether a list names the region, or the municipalities in it, or it is derived from the authority. */
export type RegionFrom = 'list' | 'municipality' | 'authority'

/**
 * The municipalities that a list names, and the field that does: lists write them under "location" too. A list in
 * crowns is another country's: its Sund is not in Åland.
 */
export function municipalitiesTold(v: Pick<ProjectValues, 'municipalities' | 'region' | 'currency'>): {
  field: 'municipalities' | 'region'
  names: readonly string[]
} {
  const field = v.municipalities ? 'municipalities' : 'region'
  const names = v.municipalities ?? (/\p{L}/u.test(v.region ?? '') ? [v.region!] : [])
  return { field, names: (v.currency ?? 'EUR') === 'EUR' ? names : [] }
}

/** "2", "TL 2" and "2. Uusimman tiedon ..." are priority 2; anything else stays as written. */
const priorityNumber = (text: string | undefined): string | null =>
  text === undefined ? null : (/^(?:tl\s*)?(\d{1,2})\b/i.exec(text)?.[1] ?? text)

/** What a project is found by. `partners` are the names that may be public; a personal trader's is not among them. */
export function searchTexts(
  code: string,
  v: ProjectValues,
  lead: Lead,
  partners: readonly string[],
): WeightedText[] {
  return [
    { text: v.title, weight: 'A', language: 'auto' },
    { text: code, weight: 'A', language: 'auto' },
    ...(lead && !lead.personal ? [{ text: lead.name, weight: 'B' as const, language: 'auto' as const }] : []),
    ...partners.map((text) => ({ text, weight: 'C' as const, language: 'auto' as const })),
    ...(v.summary ? [{ text: v.summary, weight: 'C' as const, language: 'auto' as const }] : []),
  ]
}
