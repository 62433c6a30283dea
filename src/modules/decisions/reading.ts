import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone } from '../../kernel/rule.ts'
import { callById } from '../calls/index.ts'
import { type Gate, gateOf, type RecusalRow, recusalsOf } from '../conflicts/index.ts'
import { holds } from '../people/index.ts'
import { allows } from './allowed.ts'
import {
  type LetterRow,
  lettersOf,
  type MeetingOfDecision,
  meetingsOf,
  namesOfPeople,
  type ProjectOf,
  projectOf,
} from './around-queries.ts'
import { complaint } from './fault-text.ts'
import type { StandingIs } from './guards.ts'
import type { Half, Head } from './head.ts'
import { headById, headsOfCall, headsOfGroup } from './head-queries.ts'
import { preparersOf } from './preparer-queries.ts'
import type { DecisionEvent } from './rules.ts'
import { handles, isOutside, type Sight, sightsOf } from './sight.ts'
import { type Verdict, verdictOn } from './signature.ts'
import { ownStanding } from './standing.ts'
import { type EventRow, signedParts, trailOf } from './write-queries.ts'

export const missing = () => new Refusal('missing', 'decision.missing', [complaint({ is: 'missing' })])

/** A decision as somebody may see it; refuses in the same words when it is not there. */
export async function seenHead(ctx: Context, id: string): Promise<{ head: Head; sight: Sight }> {
  const head = await headById(ctx.db, id)
  if (!head) throw missing()
  const sight = (await sightsOf(ctx, [head]))(head)
  if (sight === 'none') throw missing()
  return { head, sight }
}

/** Without what is kept from the reader: of a published one its legal half alone; of one's conflict nothing. */
export function shown(head: Head, sight: Sight): Head {
  if (sight === 'whole') return head
  const nothing = { proposal: null, proposedBy: null, judgement: null }
  return {
    ...head,
    ...nothing,
    halves: publicHalves(head, sight),
  }
}

/** The legal half; the grounds of a refusal are for who applied. */
const publicHalves = (head: Head, sight: Sight): Head['halves'] =>
  isOutside(sight)
    ? head.halves
        .filter((half) => half.part === 'legal')
        .map((half) =>
          half.outcome === 'yes' || sight === 'own'
            ? half
            : { ...half, grounds: '', content: { ...half.content, grounds: '' } },
        )
    : []

export type DecisionView = {
  head: Head
  sight: Sight
  standing: StandingIs | null
  /** What stands before how it came to be, for who handles it and is not free of conflict there. */
  gate: Gate | null
  may: readonly DecisionEvent[]
  trail: readonly EventRow[]
  signed: readonly Half[]
  preparers: readonly string[]
  recusals: readonly RecusalRow[]
  letters: readonly LetterRow[]
  meetings: readonly MeetingOfDecision[]
  group: readonly { application: string; number: number; title: string; state: Head['state'] }[]
  project: ProjectOf | null
}

/** Who decides is asked whether they are free to; who prepares, whether anything keeps them out. */
const decides = (actor: Context['actor'], head: Head): boolean =>
  holds(actor, ['city-decider', 'council-officer'], head.ecosystem.id)

export const readDecision = query({
  name: 'decision.get',
  summary: {
    fi: 'Yksi päätös: esitys, kaupungin valinta, liiton päätös ja vaiheet siltä osin kuin ne saa nähdä',
    sv: 'Ett beslut: förslag, stadens urval, förbundets beslut och gången så långt man får se dem',
    en: 'One decision: proposal, city’s selection, council’s decision and the trail, as far as you may see them',
  },
  route: { method: 'GET', path: '/decisions/{decision}' },
  input: z.object({ decision: z.uuid() }),
  output: z.custom<DecisionView>(),
  allow: everyone,
  run: async (ctx, { decision }) => {
    const { head, sight } = await seenHead(ctx, decision)
    const inside = sight === 'whole'
    const { db, actor } = ctx
    const preparers = inside
      ? [...((await preparersOf(db, [head.application])).get(head.application) ?? [])]
      : []
    const ownGroup = head.group && inside ? await headsOfGroup(db, head.group) : []
    return {
      head: shown(head, sight),
      sight,
      standing:
        actor.kind === 'person' && !isOutside(sight)
          ? await ownStanding(ctx, head.application, decides(actor, head) ? 'decide' : 'propose')
          : null,
      gate: inside || !handles(actor, head.ecosystem.id) ? null : await gateOf(ctx, head.application),
      may: inside ? allows(actor, head) : [],
      trail: inside && head.decision ? await trailOf(db, head.decision) : [],
      signed: inside && head.decision ? await signedParts(db, head.decision) : publicHalves(head, sight),
      preparers: await namesOfPeople(db, preparers),
      recusals: inside ? await recusalsOf(db, [head.application]) : [],
      // A letter is its applicant's too.
      letters: (inside || sight === 'own') && head.decision ? await lettersOf(db, head.decision) : [],
      meetings: inside && head.decision ? await meetingsOf(db, head.decision) : [],
      group: ownGroup
        .filter((h) => h.application !== head.application)
        .map(({ application, number, title, state }) => ({ application, number, title, state })),
      project: head.decision ? ((await projectOf(db, head.decision)) ?? null) : null,
    }
  },
})

export type ListedDecision = { head: Head; sight: Sight }

export const listDecisions = query({
  name: 'decision.list',
  summary: {
    fi: 'Haun hakemukset ja mitä niistä on esitetty, valittu ja päätetty',
    sv: 'Utlysningens ansökningar och vad som har föreslagits, valts och beslutats om dem',
    en: 'The applications of a call, with what is proposed, selected and decided of each',
  },
  route: { method: 'GET', path: '/calls/{call}/decisions' },
  input: z.object({ call: z.string().max(100) }),
  output: z.object({
    call: z.custom<{
      id: string
      code: string
      title: Head['call']['title']
      exercise: boolean
      ecosystem: string
    }>(),
    items: z.array(z.custom<ListedDecision>()),
  }),
  allow: {
    who: ['coordinator', 'preparer', 'city-decider', 'council-officer', 'system'],
    in: async (ctx, { call }) => (await callById(ctx.db, call))?.ecosystem,
  },
  run: async (ctx, { call: asked }) => {
    const call = await callById(ctx.db, asked)
    if (!call) throw missing()
    const heads = await headsOfCall(ctx.db, call.id)
    const sights = await sightsOf(ctx, heads)
    const { id, code, title, exercise, ecosystem } = call
    return {
      call: { id, code, title, exercise, ecosystem },
      items: heads.map((head) => ({ head: shown(head, sights(head)), sight: sights(head) })),
    }
  },
})

export type Checked = {
  part: Half
  verdict: Verdict
  head: Pick<Head, 'application' | 'number' | 'title' | 'call'>
}

/** Counts the hash of every signature of a decision again. */
export const verifyDecision = query({
  name: 'decision.verify',
  summary: {
    fi: 'Tarkista päätöksen allekirjoitukset laskemalla tiivisteet uudelleen',
    sv: 'Kontrollera beslutets underskrifter genom att räkna kontrollsummorna på nytt',
    en: 'Check the signatures of a decision by counting their hashes again',
  },
  route: { method: 'GET', path: '/decisions/{decision}/signatures' },
  input: z.object({ decision: z.uuid() }),
  output: z.object({ items: z.array(z.custom<Checked>()) }),
  allow: everyone,
  run: async (ctx, { decision }) => {
    const { head, sight } = await seenHead(ctx, decision)
    if (!head.decision || sight === 'kept-out') return { items: [] }
    const parts =
      sight === 'whole'
        ? await signedParts(ctx.db, head.decision)
        : publicHalves(head, sight).filter((half) => half.outcome === 'yes' || sight === 'own')
    const { application, number, title, call } = head
    return {
      items: parts.map((part) => ({
        part,
        verdict: verdictOn(part),
        head: { application, number, title, call },
      })),
    }
  },
})
