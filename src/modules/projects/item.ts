import { type NoRegion, placeOf } from '../codes/index.ts'
import type { ListedParty, ListedProject } from './list-queries.ts'
import type { RegionFrom } from './row.ts'
import type { ProjectItem } from './schemas.ts'

/** What names a project in its registry: its code or, where its list gives none, a mark that starts with "~". */
type Addressed = { registry: string } & ({ key: string } | { code: string })
const keyOf = (p: Addressed): string => ('key' in p ? p.key : p.code)

/** The permanent path of a project; the registry is named only where a code alone might mean two projects. */
export const projectPath = (p: Addressed): string =>
  p.registry === 'eura'
    ? `/projects/${encodeURIComponent(keyOf(p))}`
    : `/projects/${encodeURIComponent(p.registry)}/${encodeURIComponent(keyOf(p))}`

/** The code as the list gave it; null for a project that has none. */
export const codeOf = (key: string): string | null => (key.startsWith('~') ? null : key)

/** A project as REST and exports give it. A personal trader's name never leaves the house. */
export function projectItemOf(p: ListedProject, partners: readonly ListedParty[]): ProjectItem {
  return {
    id: p.id,
    key: p.code,
    code: codeOf(p.code),
    registry: p.registry,
    name: p.title,
    language: p.language,
    summary: p.summary,
    fund: p.fund,
    programme: p.programme,
    period: p.period,
    priority: p.priority,
    objective: p.objective,
    authority: { key: p.authority, name: p.authority_name },
    status: p.status,
    startDate: p.start_on,
    endDate: p.end_on,
    region: p.region,
    regionFrom: p.region_from as RegionFrom | null,
    regionUnknown: p.region === null ? whyNoRegion(p) : null,
    themes: p.themes,
    amounts: {
      currency: p.currency,
      granted: p.granted,
      realised: p.realised,
      plannedPublic: p.planned_public,
      realisedPublic: p.realised_public,
      totalCost: p.total_cost,
      eu: p.eu_amount,
    },
    lead: p.lead === null ? null : partyOf(p.lead, p.lead_name, p.lead_personal),
    partners: partners.map((x) => partyOf(x.organisation, x.name, x.personal)),
    url: p.url,
    share: p.share,
    page: projectPath(p),
  }
}

const partyOf = (id: string, name: string | null, personal: boolean) =>
  personal ? { id: null, name: null, personal } : { id, name, personal }

/** Nothing is filled in where a list names no place and the authority does not stand for one region. */
export function whyNoRegion(
  p: Pick<ListedProject, 'authority' | 'period' | 'programme' | 'priority'>,
): NoRegion {
  if (!p.authority || !p.period) return 'unknown'
  const place = placeOf({
    authority: p.authority,
    period: p.period,
    ...(p.programme && { programme: p.programme }),
    ...(p.priority && { priority: p.priority }),
  })
  return place.region === undefined ? place.because : 'unknown'
}
