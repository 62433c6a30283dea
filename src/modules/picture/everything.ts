import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Read } from '../../kernel/db.ts'
import { listOf } from '../../kernel/list.ts'
import { localPath } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { authorities, regions } from '../codes/index.ts'
import { findEcosystems } from '../ecosystems/index.ts'
import { cubeOf, facetLabel, findProjects, projectList, projectPath } from '../projects/index.ts'
import { searchFor } from '../search/index.ts'
import { authorityName, regionName } from './names.ts'
import {
  anyOrganisation,
  type FoundOrganisation,
  organisationsById,
  organisationsMatching,
} from './queries.ts'
import { text } from './text.ts'

/** What kinds of things a search over everything finds, in the order in which it tells them. */
export const foundTypes = ['region', 'authority', 'ecosystem', 'organisation', 'project'] as const
export type FoundType = (typeof foundTypes)[number]

const item = z.object({
  type: z.enum(foundTypes),
  kind: z.string().describe('The type as a reader calls it.'),
  title: z.string(),
  subtitle: z.string().nullable(),
  url: z.string(),
})
export type FoundItem = z.output<typeof item>

/** "1234567-8", "12345678" and "FI12345678" are one business id. */
export function businessIdOf(typed: string): string | undefined {
  const m = /^(?:FI)?\s*(\d{7})-?(\d)$/i.exec(typed.trim())
  return m ? `${m[1]}-${m[2]}` : undefined
}

export const everything = query({
  name: 'search.everything',
  summary: 'Projects, organisations, authorities and regions by words, code or business id',
  route: { method: 'GET', path: '/search' },
  input: z.object({
    q: z.string().max(500).default(''),
    limit: z.coerce.number().int().min(1).max(50).default(6).describe('Most items of one type.'),
  }),
  output: listOf(item).extend({
    totals: z.record(z.enum(foundTypes), z.number()).describe('How many there are of each type.'),
    instead: z.array(z.string()).describe('Spellings taken along because those typed were not found.'),
  }),
  allow: () => true,
  run: async (ctx, { q, limit }) => {
    const typed = q.trim()
    const none = { region: 0, authority: 0, ecosystem: 0, organisation: 0, project: 0 }
    if (typed === '') return { items: [], total: 0, totals: none, instead: [] }
    const places = placesNamed(typed, ctx.language)
    const holders = await organisationsById(ctx.db, [...new Set([typed, businessIdOf(typed) ?? typed])])
    const organisations =
      holders.length > 0
        ? { total: holders.length, items: holders, instead: [] }
        : await searchOrganisations(ctx.db, typed, limit)
    const projects = await findProjects(ctx.db, projectList.parse({ q: typed, limit }))
    const ecosystems = await findEcosystems(ctx.db, { q: typed, limit, offset: 0 })
    const items = [
      ...places.slice(0, limit),
      ...ecosystems.items.map((e) => ({
        type: 'ecosystem' as const,
        kind: text[ctx.language].kinds.ecosystem,
        title: pick(e.name, ctx.language)?.text ?? e.key,
        subtitle: pick(e.summary, ctx.language)?.text ?? null,
        url: localPath(ctx.language, `/ecosystems/${e.key}`),
      })),
      ...organisations.items.map((o) => organisationItem(o, ctx.language)),
      ...projects.rows.map((p) => ({
        type: 'project' as const,
        kind: text[ctx.language].kinds.project,
        title: p.title,
        subtitle: [p.code, p.lead_personal ? null : p.lead_name].filter(Boolean).join(' · '),
        url: localPath(ctx.language, projectPath(p)),
      })),
    ]
    // A code typed whole means that project; it leads.
    const exact = items.findIndex((i) => i.subtitle?.split(' · ')[0]?.toLowerCase() === typed.toLowerCase())
    if (exact > 0) items.unshift(...items.splice(exact, 1))
    const totals = {
      region: places.filter((p) => p.type === 'region').length,
      authority: places.filter((p) => p.type === 'authority').length,
      ecosystem: ecosystems.total,
      organisation: organisations.total,
      project: projects.counts.total,
    }
    return {
      items,
      total: Object.values(totals).reduce((a, b) => a + b, 0),
      totals,
      instead: [...new Set([...organisations.instead, ...projects.instead])],
    }
  },
})

async function searchOrganisations(db: Read, typed: string, limit: number) {
  const { cube } = await cubeOf(db)
  const total = cube.reduce((n, r) => n + r.projects, 0)
  const search = await searchFor(db, typed, (tsquery) => anyOrganisation(db, tsquery), total)
  if (!search) return { total: 0, items: [], instead: [] }
  return {
    ...(await organisationsMatching(db, search.tsquery, search.terms, limit)),
    instead: search.instead,
  }
}

const organisationItem = (o: FoundOrganisation, language: Language) => ({
  type: 'organisation' as const,
  kind: text[language].kinds.organisation,
  title: o.name,
  subtitle: [o.place, text[language].leadsProjects(o.led)].filter(Boolean).join(' · '),
  url: localPath(language, `/organisations/${o.id}`),
})

/** Regions and authorities of which a word in any language begins with what was typed. */
function placesNamed(typed: string, language: Language) {
  const wanted = typed.toLocaleLowerCase('fi')
  if (wanted.length < 2) return []
  const named = (names: { fi?: string | null; sv?: string | null; en?: string | null }, codes: string[]) =>
    codes.some((c) => c.toLowerCase() === wanted) ||
    [names.fi, names.sv, names.en].some((n) => n?.toLocaleLowerCase('fi').startsWith(wanted))
  const t = text[language]
  return [
    ...regions
      .filter((r) => named(r.name, [r.code, ...r.nuts.map((n) => n.code)]))
      .map((r) => ({
        type: 'region' as const,
        kind: t.kinds.region,
        title: regionName(r.code, language),
        subtitle: r.code,
        url: localPath(language, `/regions/${r.code}`),
      })),
    ...authorities
      .filter((a) => a.areas.length > 0 && named(a.name, [a.code]))
      .map((a) => ({
        type: 'authority' as const,
        kind: t.kinds.authority,
        title: authorityName(a.code, language),
        subtitle: a.home ? facetLabel('region', a.home, language) : null,
        url: localPath(language, `/authorities/${a.code}`),
      })),
  ]
}
