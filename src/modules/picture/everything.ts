import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context, Follower } from '../../kernel/context.ts'
import type { Finder, FoundThing } from '../../kernel/finder.ts'
import { listOf } from '../../kernel/list.ts'
import { localPath } from '../../kernel/page.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { everyone } from '../../kernel/rule.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { authorities, regions } from '../codes/index.ts'
import { type Ecosystem, findEcosystems } from '../ecosystems/index.ts'
import {
  anyProject,
  codeOf,
  facetLabel,
  findProjects,
  type ListedProject,
  projectList,
  projectPath,
  sightOf,
  topProjects,
  totalOf,
} from '../projects/index.ts'
import { searchFor } from '../search/index.ts'
import { authorityName, regionName } from './names.ts'
import {
  anyOrganisation,
  type FoundOrganisation,
  organisationsById,
  organisationsMatching,
} from './queries.ts'
import { text } from './text.ts'

/** What kinds of things of the picture are found, in the order in which they are told; other modules add theirs. */
export const foundTypes = ['region', 'authority', 'ecosystem', 'organisation', 'project'] as const
export type FoundType = (typeof foundTypes)[number]

const item = z.object({
  type: z.string().describe('One of those below, or what a module adds: topic, event, place.'),
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
  summary: {
    fi: 'Hankkeet, organisaatiot, viranomaiset, maakunnat, ekosysteemit, keskustelut ja tapahtumat sanoilla, tunnuksella tai Y-tunnuksella',
    sv: 'Projekt, organisationer, myndigheter, landskap, ekosystem, diskussioner och händelser enligt ord, kod eller FO-nummer',
    en: 'Projects, organisations, authorities, regions, ecosystems, topics and events by words, code or business id',
  },
  route: { method: 'GET', path: '/search' },
  input: z.object({
    q: z.string().max(500).default(''),
    limit: z.coerce.number().int().min(1).max(50).default(6).describe('Most items of one type.'),
    meanings: z
      .enum(['off'])
      .optional()
      .describe('off: only the words as typed, not what they are called in other languages.'),
  }),
  output: listOf(item).extend({
    totals: z.record(z.string(), z.number()).describe('How many there are of each type.'),
    groups: z.record(z.string(), z.string()).describe('The heading of each type that a module adds.'),
    instead: z.array(z.string()).describe('Spellings taken along because those typed were not found.'),
    also: z.array(z.string()).describe('Names in other languages of what was typed, looked for too.'),
  }),
  allow: everyone,
  run: async (ctx, { q, limit, meanings }) => {
    const typed = q.trim()
    const found = typed === '' ? nothing : await find(ctx, typed, limit, meanings !== 'off')
    const { language, finders = [] } = ctx
    const places = placesNamed(typed, language)
    const ecosystems = found.ecosystems.items.map((e) => ecosystemItem(e, language))
    // An ecosystem that is called so comes before the organisations; one that only mentions the word, last.
    const called = ecosystems.filter((e) => e.title.toLowerCase().includes(typed.toLowerCase()))
    const first = new Set(finders.flatMap((f) => (f.first ? f.type : [])))
    const items = [
      ...found.others.flatMap((o) => (first.has(o.type) ? o.items : [])),
      ...places.slice(0, limit),
      ...called,
      ...found.organisations.items.map((o) => organisationItem(o, language)),
      ...found.projects.rows.map((p) => projectItem(p, language)),
      ...ecosystems.filter((e) => !called.includes(e)),
      ...found.others.flatMap((o) => (first.has(o.type) ? [] : o.items)),
    ]
    const totals: Record<string, number> = {
      region: places.filter((p) => p.type === 'region').length,
      authority: places.filter((p) => p.type === 'authority').length,
      ecosystem: found.ecosystems.total,
      organisation: found.organisations.total,
      project: found.projects.total,
      ...Object.fromEntries(found.others.map((o) => [o.type, o.total])),
    }
    const groups = Object.fromEntries(finders.map((f) => [f.type, f.group[language]]))
    const total = Object.values(totals).reduce((a, b) => a + b, 0)
    return { items, total, totals, groups, instead: found.instead, also: found.also }
  },
})

type Found = {
  projects: { rows: ListedProject[]; total: number }
  organisations: { items: FoundOrganisation[]; total: number }
  ecosystems: { items: Ecosystem[]; total: number }
  others: { type: string; items: FoundItem[]; total: number }[]
  instead: string[]
  also: string[]
}
const nothing: Found = {
  projects: { rows: [], total: 0 },
  organisations: { items: [], total: 0 },
  ecosystems: { items: [], total: 0 },
  others: [],
  instead: [],
  also: [],
}

/** A code or an identifier means one thing, so nothing else is looked for; words are read once for all the tables. */
async function find(ctx: Context, typed: string, limit: number, meanings: boolean): Promise<Found> {
  const { db, actor } = ctx
  const sight = await sightOf(db, actor)
  const holders = await organisationsById(db, sight, [...new Set([typed, businessIdOf(typed) ?? typed])])
  if (holders.length > 0) return { ...nothing, organisations: { items: holders, total: holders.length } }
  // Codes, and the filters of the list's own search box, are the list's matter.
  const structured = /[:<>]/.test(typed)
  if (structured || codeShape.test(typed)) {
    const { rows, counts, instead, also, narrowing } = await findProjects(
      db,
      actor,
      projectList.parse({ q: typed, limit }),
    )
    if (structured || narrowing.code !== undefined)
      return { ...nothing, projects: { rows, total: counts.total }, instead, also }
  }
  const finds = async (tsquery: string) =>
    (await anyProject(db, sight, tsquery)) ||
    (await anyOrganisation(db, actor, tsquery)) ||
    (await othersFound(ctx, { typed, tsquery, limit: 1 })).some((o) => o.total > 0)
  const search = await searchFor(db, typed, finds, totalOf(sight), { meanings })
  if (!search) return nothing
  return {
    projects: await topProjects(db, sight, search, limit),
    organisations: await organisationsMatching(db, sight, search.tsquery, search.terms, limit),
    ecosystems: await findEcosystems(db, { tsquery: search.tsquery, limit, offset: 0 }, actor),
    others: await othersFound(ctx, { typed, tsquery: search.tsquery, limit }),
    instead: search.instead,
    also: search.also,
  }
}

/** What the other modules find, as far as who asks may see it. One after another: they share one reading. */
async function othersFound(ctx: Context, what: Parameters<Finder['find']>[1]) {
  const found: Found['others'] = []
  for (const { type, kind, find } of ctx.finders ?? []) {
    const { items, total } = await find(ctx, what)
    const told = ({ title, subtitle, path }: FoundThing): FoundItem => ({
      type,
      kind: kind[ctx.language],
      title,
      subtitle,
      url: localPath(ctx.language, path),
    })
    found.push({ type, total, items: items.map(told) })
  }
  return found
}

/** Kept pages of searches are made anew when something of a module that all may see comes, changes or goes. */
export const renewSearches: Follower = async (ctx, { changes }) => {
  const types = new Set(ctx.finders?.map((f) => f.type))
  const isPublic = (state: object | null) => (state as { share?: unknown } | null)?.share === 'public'
  if (changes.some((c) => types.has(c.kind) && (isPublic(c.before) || isPublic(c.after))))
    await bumpRevision(ctx.db)
}

const codeShape = /^[A-Za-z]{1,3}\d{4,9}$/

const projectItem = (p: ListedProject, language: Language) => ({
  type: 'project' as const,
  kind: text[language].kinds.project,
  title: p.title,
  subtitle: [codeOf(p.code), p.lead_personal ? null : p.lead_name].filter(Boolean).join(' · '),
  url: localPath(language, projectPath(p)),
})

const ecosystemItem = (e: Ecosystem, language: Language) => ({
  type: 'ecosystem' as const,
  kind: text[language].kinds.ecosystem,
  title: pick(e.name, language)?.text ?? e.key,
  subtitle: pick(e.summary, language)?.text ?? null,
  url: localPath(language, `/ecosystems/${e.key}`),
})

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
