import { z } from 'zod'
import type { Asks, Demand } from '../../engine/network/cover/index.ts'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { listOf, many, paging } from '../../kernel/list.ts'
import { everyone } from '../../kernel/rule.ts'
import { pick } from '../../kernel/text.ts'
import { subjectOntology } from '../search/index.ts'
import { wantedConsortia } from './consortium-queries.ts'
import { fault } from './fault-text.ts'
import { partsOf } from './opening-queries.ts'
import { isOpen, knowingOf, openingOf } from './openings.ts'
import type { Consortium } from './record.ts'
import { isIn } from './rules.ts'
import { wantedOf } from './wanted-queries.ts'

export const wantedFacets = ['kind', 'subject', 'region', 'call', 'until'] as const
export type WantedFacet = (typeof wantedFacets)[number]
export const untils = ['month', 'quarter', 'later', 'none'] as const
type Until = (typeof untils)[number]

/** One thing that a consortium looks for. */
export type Sought = { name: string; kind: Asks['kind']; must: boolean; need: number; met: number }

/** A consortium that looks for partners, as everybody is told of it. */
export type WantedItem = {
  id: string
  path: string
  title: string
  text: string
  call: string | null
  callAddress: string | null
  callCode: string | null
  ecosystem: string
  ecosystemKey: string
  deadline: Date | null
  exercise: boolean
  at: Date | null
  sought: Sought[]
  /** Labels of the subjects that are sought, by their numbers. */
  subjects: Record<string, string>
  /** Regions that are asked for by name; none where anywhere will do. */
  regions: string[]
  /** The lead first; null where it is not told who is in. */
  partners: string[] | null
}

type Found = { item: WantedItem; values: Record<WantedFacet, readonly string[]> }

const untilOf = (deadline: Date | null, now: Date): Until => {
  if (!deadline) return 'none'
  const days = (deadline.getTime() - now.getTime()) / 86_400_000
  return days <= 31 ? 'month' : days <= 92 ? 'quarter' : 'later'
}

/** All public partner searches, told by what everybody may know: whoever asks is told the same. */
async function findWanted(ctx: Context): Promise<{ ready: boolean; found: Found[] }> {
  const open = { ...ctx, actor: { kind: 'visitor' } } as Context
  const consortia = (await wantedConsortia(ctx.db)).filter((c) => isOpen(c, ctx.now))
  const ids = consortia.map(({ id }) => id)
  const [parts, wanted] = [await partsOf(ctx.db, ids), await wantedOf(ctx.db, ids)]
  const inside = [...parts.values()].flatMap(({ partners }) =>
    partners.flatMap((p) => (isIn(p.state) && p.organisation ? [p.organisation] : [])),
  )
  const knowing = await knowingOf(open, inside)
  const ontology = await subjectOntology()
  const found = consortia.map((c): Found => {
    const { demands, partners } = parts.get(c.id)!
    const met = knowing && openingOf(open, knowing, c, parts.get(c.id)!).met
    const lacking = demands.filter((d, i) => !met || met[i]! < d.need)
    const told = wanted.get(c.id)!
    const numbers = [...new Set(lacking.flatMap(subjectsOf))]
    const label = (number: string) => {
      const concept = ontology.conceptOf(number)
      return concept === undefined ? number : ontology.label(concept, ctx.language)
    }
    const item: WantedItem = {
      id: c.id,
      path: `/partners-wanted/${c.id}`,
      title: c.title,
      text: told.text || c.aim,
      call: c.callName,
      callAddress: c.callAddress,
      callCode: c.callCode,
      ecosystem: pick(c.ecosystem.name, ctx.language)?.text ?? c.ecosystem.key,
      ecosystemKey: c.ecosystem.key,
      deadline: c.deadline,
      exercise: c.exercise,
      at: told.at,
      sought: lacking.map((d) => ({
        name: d.name,
        kind: d.asks.kind,
        must: d.must,
        need: d.need,
        met: met?.[demands.indexOf(d)] ?? 0,
      })),
      subjects: Object.fromEntries(numbers.map((number) => [number, label(number)])),
      regions: [...new Set(lacking.flatMap(regionsOf))],
      partners: told.partners ? namesIn(c, partners) : null,
    }
    return { item, values: valuesOf(item, ctx.now) }
  })
  return { ready: knowing !== undefined, found }
}

const subjectsOf = ({ asks }: Pick<Demand, 'asks'>): string[] =>
  asks.kind === 'competence' || asks.kind === 'facility' ? asks.subjects.map(String) : []
const regionsOf = ({ asks }: Pick<Demand, 'asks'>): readonly string[] =>
  asks.kind === 'region' ? asks.codes : []

const namesIn = (
  c: Consortium,
  partners: readonly { organisation: string | null; name: string; state: string }[],
) => {
  const inside = partners.filter((p) => isIn(p.state as Parameters<typeof isIn>[0]))
  const leads = (p: { organisation: string | null }) =>
    p.organisation !== null && p.organisation === c.lead?.id
  return [...inside.filter(leads), ...inside.filter((p) => !leads(p))].map(({ name }) => name)
}

const valuesOf = (item: WantedItem, now: Date): Found['values'] => ({
  kind: [...new Set(item.sought.map(({ kind }) => kind))],
  subject: Object.keys(item.subjects),
  region: item.regions,
  call: item.call ? [item.call] : [],
  until: [untilOf(item.deadline, now)],
})

export type WantedAnswer = {
  items: WantedItem[]
  total: number
  facets: Record<WantedFacet, Record<string, number>>
  subjects: Record<string, string>
  ready: boolean
}

export const listWanted = query({
  name: 'wanted.list',
  summary: {
    fi: 'Julkiset kumppanihaut: konsortiot, jotka etsivät kumppaneita',
    sv: 'Offentliga partnersökningar: konsortier som söker partner',
    en: 'Public partner searches: consortia that look for partners',
  },
  route: { method: 'GET', path: '/partners-wanted' },
  input: z.object({
    kind: many(z.string().max(40)).describe('Kinds of demand, such as competence or facility.'),
    subject: many(z.string().regex(/^\d{1,9}$/)).describe('Number of a concept of YSO.'),
    region: many(z.string().max(20)).describe('Region that is asked for, such as MK06.'),
    call: many(z.string().max(300)).describe('Name of the call.'),
    until: many(z.enum(untils)).describe('When the deadline is.'),
    ...paging,
  }),
  output: listOf(z.custom<WantedItem>()).extend({
    facets: z.custom<WantedAnswer['facets']>(),
    subjects: z.record(z.string(), z.string()),
    ready: z.boolean(),
  }),
  allow: everyone,
  run: async (ctx, asked): Promise<WantedAnswer> => {
    const { ready, found } = await findWanted(ctx)
    const { kept, facets } = narrowed(found, asked)
    return {
      items: kept.slice(asked.offset, asked.offset + asked.limit),
      total: kept.length,
      facets,
      subjects: Object.assign({}, ...found.map(({ item }) => item.subjects)) as Record<string, string>,
      ready,
    }
  },
})

/** What is left, and how many of each value there would be; a facet's own choice does not narrow its own counts. */
function narrowed(found: readonly Found[], chosen: Readonly<Record<WantedFacet, readonly string[]>>) {
  const facets: WantedAnswer['facets'] = { kind: {}, subject: {}, region: {}, call: {}, until: {} }
  const kept: WantedItem[] = []
  for (const { item, values } of found) {
    // Where no region is named, anywhere will do.
    const fits = (facet: WantedFacet) =>
      chosen[facet].length === 0 ||
      (facet === 'region' && values.region.length === 0) ||
      values[facet].some((value) => chosen[facet].includes(value))
    const failed = wantedFacets.filter((facet) => !fits(facet))
    if (failed.length === 0) kept.push(item)
    for (const facet of wantedFacets) {
      if (failed.some((other) => other !== facet)) continue
      for (const value of values[facet]) facets[facet][value] = (facets[facet][value] ?? 0) + 1
    }
  }
  return { kept, facets }
}

export const getWanted = query({
  name: 'wanted.get',
  summary: {
    fi: 'Yksi julkinen kumppanihaku',
    sv: 'En offentlig partnersökning',
    en: 'One public partner search',
  },
  route: { method: 'GET', path: '/partners-wanted/{id}' },
  input: z.object({ id: z.string().max(40) }),
  output: z.object({ item: z.custom<WantedItem>(), ready: z.boolean() }),
  allow: everyone,
  run: async (ctx, { id }) => {
    const { ready, found } = await findWanted(ctx)
    const one = found.find(({ item }) => item.id === id)
    if (!one) throw fault('missing', 'missing')
    return { item: one.item, ready }
  },
})
