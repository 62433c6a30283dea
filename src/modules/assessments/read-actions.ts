import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { many } from '../../kernel/list.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { signedIn } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'
import { by } from '../people/index.ts'
import { inItsPlace, one } from './check-actions.ts'
import { noCall } from './complaints.ts'
import { missingAssessment } from './course.ts'
import {
  type AssessmentEventRow,
  type CallCounts,
  callHead,
  callsOf,
  eventsOf,
  judgedInCall,
  judgedOf,
} from './judged-queries.ts'
import {
  type ListQuestion,
  narrowed,
  needs,
  outcomes,
  outcomeWord,
  type SortKey,
  sortKeys,
  waitsFor,
} from './list-rules.ts'
import { isOfficeOf, type Seen, seenBy } from './looking.ts'
import { type Queued, queueOf } from './queue.ts'
import { assessmentStates } from './rules.ts'
import { type Seal, sealed } from './seal.ts'
import { givingsOf } from './seal-queries.ts'

const lookers = by('coordinator', 'preparer', 'assessor', 'city-decider', 'council-officer')

export type ReadAssessment = Seen & {
  trail: readonly AssessmentEventRow[]
  /** Whether what is stored of each giving is what was given; once scores are open, to those who see them. */
  seals: readonly Seal[]
}

export const readAssessment = query({
  name: 'assessment.read',
  summary: {
    fi: 'Yhden hakemuksen arviointi siltä osin kuin sen saa nähdä: muiden pisteet vasta, kun kaikki on annettu',
    sv: 'Bedömningen av en ansökan så långt man får se den: andras poäng först när alla har getts',
    en: 'The assessment of an application as far as you may see it: others’ scores once all are given',
  },
  route: { method: 'GET', path: '/assessments/{application}' },
  input: z.object(one),
  output: z.custom<ReadAssessment>(),
  allow: {
    ...lookers,
    in: inItsPlace,
    only: {
      says: {
        fi: 'arvioija: itselle nimetyt hakemukset',
        sv: 'bedömare: ansökningar som de utsetts för',
        en: 'an assessor: what was assigned to them',
      },
      check: async (ctx, { application }) => {
        const judged = await judgedOf(ctx.db, application)
        if (!judged || isOfficeOf(ctx.actor, judged.ecosystem)) return true
        const { actor } = ctx
        return judged.sheets.some(
          (s) => actor.kind === 'person' && s.person === actor.id && s.state !== 'released',
        )
      },
    },
  },
  run: async (ctx, { application }) => {
    const judged = await judgedOf(ctx.db, application)
    if (!judged) throw missingAssessment()
    const [seen] = await seenBy(ctx, [judged])
    const trail = seen?.office ? await eventsOf(ctx.db, application) : []
    const seals = seen?.opened && seen.own === 'free' ? await givingsOf(ctx.db, application) : []
    return { ...seen!, trail, seals: seals.map(sealed) }
  },
})

export const listQuestion = {
  q: z.string().max(200).optional().describe('Words of the title, the lead or the number.'),
  state: many(z.enum(assessmentStates)),
  outcome: many(z.enum(outcomes)),
  need: many(z.enum(needs)).describe(
    'What they wait for: checks, assessors, discussion of scores that lie far apart, one’s own declaration.',
  ),
  sort: z
    .string()
    .regex(new RegExp(`^-?(${sortKeys.join('|')})$`))
    .default('number')
    .transform((v) => v as SortKey | `-${SortKey}`),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  offset: z.coerce.number().int().min(0).default(0),
}

export type ListedAssessments = {
  call: { id: string; code: string; title: Names; state: string; ecosystem: string }
  items: Seen[]
  total: number
  /** Of all in the call, whatever is asked for: by state. */
  counts: Record<string, number>
  byOutcome: Record<string, number>
  byNeed: Record<string, number>
}

export const listAssessments = query({
  name: 'assessment.list',
  summary: {
    fi: 'Haun hakemusten arvioinnit: vaihe, tarkastukset, arvioijat ja annetut pisteet',
    sv: 'Bedömningarna i en utlysning: skede, kontroller, bedömare och givna poäng',
    en: 'The assessments of a call: how far, checks, assessors and scores that are open',
  },
  route: { method: 'GET', path: '/calls/{call}/assessments' },
  input: z.object({ call: z.string().max(100).describe('Id or code of the call.'), ...listQuestion }),
  output: z.custom<ListedAssessments>(),
  allow: {
    ...by('coordinator', 'preparer', 'city-decider', 'council-officer'),
    in: async (ctx, { call }) => (await callHead(ctx.db, call))?.ecosystem,
  },
  run: async (ctx, { call: asked, limit, offset, ...question }) => {
    const call = await callHead(ctx.db, asked)
    if (!call) throw new Refusal('missing', 'call.missing', [noCall])
    const all = await seenBy(ctx, await judgedInCall(ctx.db, call.id))
    const found = narrowed(all, question as ListQuestion)
    const counts: Record<string, number> = {}
    const byOutcome: Record<string, number> = {}
    for (const a of all) {
      counts[a.state] = (counts[a.state] ?? 0) + 1
      byOutcome[outcomeWord(a.outcome)] = (byOutcome[outcomeWord(a.outcome)] ?? 0) + 1
    }
    return {
      call: { ...call, title: call.title as Names },
      items: found.slice(offset, offset + limit),
      total: found.length,
      counts,
      byOutcome,
      byNeed: Object.fromEntries(needs.map((need) => [need, all.filter(waitsFor[need]).length])),
    }
  },
})

export const myAssessments = query({
  name: 'assessment.mine',
  summary: {
    fi: 'Oma vuoro kaikista hauista: mitä arvioi, tarkastaa tai jolle nimeää arvioijat, ja mistä alkaen se on odottanut',
    sv: 'Egen tur ur alla utlysningar: det man bedömer, kontrollerar eller utser bedömare för, och sedan när det väntat',
    en: 'One’s own turn over all calls: what one assesses, checks or assigns assessors to, and since when it has waited',
  },
  route: { method: 'GET', path: '/assessments' },
  input: z.object({}),
  output: z.object({ items: z.array(z.custom<Queued>()) }),
  allow: signedIn,
  run: async (ctx) => ({ items: await queueOf(ctx) }),
})

export const callsInAssessment = query({
  name: 'assessment.calls',
  summary: {
    fi: 'Haut, joita arvioidaan, ja kuinka pitkällä niiden hakemukset ovat',
    sv: 'Utlysningar under bedömning och hur långt deras ansökningar har kommit',
    en: 'Calls in assessment, with how far their applications are',
  },
  route: { method: 'GET', path: '/assessments/calls' },
  input: z.object({}),
  output: z.object({ items: z.array(z.custom<CallCounts>()) }),
  allow: lookers,
  run: async (ctx) => ({
    items: (await callsOf(ctx.db)).filter((c) => isOfficeOf(ctx.actor, c.ecosystem)),
  }),
})
