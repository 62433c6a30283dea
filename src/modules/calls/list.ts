import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Read } from '../../kernel/db.ts'
import { many, paging } from '../../kernel/list.ts'
import { everyone } from '../../kernel/rule.ts'
import { searchFor } from '../search/index.ts'
import type { Call } from './call.ts'
import { anyCall, type CallFacet, callFacets, callsListed } from './list-queries.ts'
import { type Phase, phases } from './phases.ts'
import { lastDeadline } from './taking.ts'
import { typedCalls } from './typed-filters.ts'

export function phaseOf(call: Call, now: Date): Phase {
  if (call.state === 'planned') return call.announcedAt ? 'coming' : 'preparing'
  const until = lastDeadline(call)
  return call.state === 'open' && until !== null && until > now ? 'open' : 'past'
}

export const fundsOf = ({ settings }: Pick<Call, 'settings'>): string[] => [
  ...new Set(settings.money.map((m) => m.fund)),
]

export const callList = z.object({
  q: z
    .string()
    .max(500)
    .optional()
    .describe('Words of a call, or its code; also filters such as fund:ERDF, state:open, ecosystem:hev.'),
  ecosystem: many(z.string().max(40)).describe('Key of the ecosystem, such as hev.'),
  fund: many(z.string().max(40)).describe('Code of a fund, such as ERDF.'),
  programme: many(z.string().max(60)).describe('Code of a programme.'),
  objective: many(z.string().max(60)).describe('Code of a specific objective.'),
  state: many(z.enum(phases)).describe('open, coming, past; preparing for those who prepare calls.'),
  ...paging,
})
export type CallList = z.output<typeof callList>

/** Calls by words and facets, as far as the actor sees them; open ones by nearest deadline, then coming, then past. */
export async function findCalls(db: Read, actor: Actor, now: Date, asked: CallList) {
  const typed = typedCalls(asked.q ?? '')
  const words = typed.text
  const finds = (tsquery: string) => anyCall(db, actor, tsquery)
  const tsquery = words ? ((await searchFor(db, words, finds, 1_000))?.tsquery ?? '') : undefined
  // Where a facet is both ticked and typed, either of its values will do.
  const facets = Object.fromEntries(
    callFacets.map((facet) => [facet, [...asked[facet], ...(typed.filters[facet] ?? [])]]),
  ) as Record<CallFacet, string[]>
  const found = await callsListed(db, actor, { ...asked, ...facets, tsquery }, now)
  return { ...found, unread: typed.unread }
}

const found = z.object({
  items: z.array(z.custom<Call>()),
  total: z.int(),
  counts: z.record(z.enum(callFacets), z.record(z.string(), z.int())),
  unread: z.array(z.string()).describe('Typed filters whose value names nothing known.'),
})

export const listCalls = query({
  name: 'call.list',
  summary: {
    fi: 'Haut siltä osin kuin ne saa nähdä: avoimet, tulevat, päättyneet ja itse valmisteltavat',
    sv: 'Utlysningar så långt man får se dem: öppna, kommande, avslutade och sådana som man själv bereder',
    en: 'Calls as far as you may see them: open, coming, past, and those that you prepare',
  },
  route: { method: 'GET', path: '/calls' },
  input: callList,
  output: found,
  allow: everyone,
  run: (ctx, asked) => findCalls(ctx.db, ctx.actor, ctx.now, asked),
})

export const publicCalls = query({
  name: 'call.public-list',
  summary: {
    fi: 'Julkiset haut: avoimet, tulevat ja päättyneet',
    sv: 'Offentliga utlysningar: öppna, kommande och avslutade',
    en: 'Public calls: open, coming and past',
  },
  route: { method: 'GET', path: '/calls/public' },
  input: callList,
  output: found,
  allow: everyone,
  run: (ctx, asked) => findCalls(ctx.db, { kind: 'visitor' }, ctx.now, asked),
})
