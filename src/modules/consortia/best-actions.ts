import { z } from 'zod'
import {
  type Consortium,
  cellOf,
  consortiumQuestion,
  coverWords,
  type Evidence,
  matrixOf,
  sayAlternative,
  sayContradiction,
  saySummary,
} from '../../engine/network/cover/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { bestFor } from './best.ts'
import { type Conflicts, conflictsOf } from './conflicts.ts'
import { partnersOf } from './consortium-queries.ts'
import { coverOf } from './cover.ts'
import { keptOf } from './kept.ts'
import { takeInOne } from './partner-actions.ts'
import type { Kept } from './record.ts'
import { done, gathering, one, openConsortium, pathOf } from './rights.ts'
import { isIn } from './rules.ts'

export type ToldMember = {
  /** Null of one that the registry does not know. */
  organisation: string | null
  name: string
  region: string | null
  country: string | null
  /** Whether it is in already; and whether it was settled that it is. */
  isIn: boolean
  settled: boolean
  /** What stands between it and the call, each in a sentence, as far as the reader may know. */
  conflicts: string[]
  /** Names of the demands that it meets. */
  meets: string[]
}

export type ToldConsortium = {
  members: ToldMember[]
  summary: string
  proved: boolean
  /** That nothing is better, or what may be. */
  said: string
  /** What is given up and won beside the best one. */
  changes: string[]
}

export type ToldBest =
  | { state: 'reading' | 'reckoning' | 'failed' }
  | {
      state: 'answered'
      /** Whether alternatives are known too. */
      whole: boolean
      /** How many were looked at. */
      among: number
      best: ToldConsortium | null
      alternatives: ToldConsortium[]
      contradiction: { leads: string; parts: readonly string[] } | null
    }

type Asked = {
  evidence: Evidence
  pinned: readonly number[]
  kept: Kept
  conflicts: Conflicts
  language: Context['language']
}

function toldConsortium(
  asked: Asked,
  { members, proved, gap }: Consortium,
  best?: Consortium,
): ToldConsortium {
  const { evidence, pinned, kept, conflicts, language } = asked
  const words = coverWords[language]
  const { demands } = evidence.call
  return {
    members: members.map((place) => {
      const { id, name, region, country } = evidence.candidates[place]!
      const partner = kept.partners.find((p) => (p.organisation ?? p.id) === id)
      return {
        organisation: partner ? partner.organisation : id,
        name,
        region: region ?? null,
        country: country ?? null,
        isIn: partner !== undefined && isIn(partner.state),
        settled: pinned.includes(place),
        conflicts: conflicts.get(id) ?? [],
        meets: demands.flatMap((demand, d) =>
          demand.asks.kind !== 'anybody' && cellOf(evidence, d, place).meets ? [demand.name] : [],
        ),
      }
    }),
    summary: saySummary(words, evidence, matrixOf(evidence, members)),
    proved,
    said: gap ? words.best.gap(gap.of, gap.have, gap.bound) : words.best.proved,
    changes: best ? sayAlternative(words, evidence, best.members, members) : [],
  }
}

export const bestAction = query({
  name: 'consortium.best',
  summary: {
    fi: 'Paras pieni konsortio, jolla vaatimukset täyttyvät: todistettu tai sen ero parhaaseen, ja vaihtoehdot',
    sv: 'Det bästa lilla konsortiet som uppfyller kraven: bevisat eller hur långt från det bästa, och alternativ',
    en: 'The best small consortium that meets the demands: proved or how far from the best, with alternatives',
  },
  route: { method: 'GET', path: '/consortia/{consortium}/best' },
  input: z.object(one),
  output: z.custom<ToldBest>(),
  allow: gathering,
  run: async (ctx, { consortium }): Promise<ToldBest> => {
    const kept = await keptOf(ctx, consortium)
    const cover = await coverOf(ctx, kept)
    if (!cover) return { state: 'reading' }
    const found = await bestFor(ctx, kept, cover)
    if (found.state === 'failed') return { state: 'failed' }
    if (!found.answer) return { state: 'reckoning' }
    const { best, alternatives, contradiction } = found.answer
    const { evidence, choices } = consortiumQuestion(found.question)
    const places = new Set([best, ...alternatives].flatMap((one) => one?.members ?? []))
    const conflicts = await conflictsOf(
      ctx,
      kept.consortium,
      [...places].map((place) => evidence.candidates[place]!.id),
    )
    const asked = { evidence, pinned: choices.pinned, kept, conflicts, language: ctx.language }
    return {
      state: 'answered',
      whole: found.state === 'whole',
      among: evidence.candidates.length,
      best: best ? toldConsortium(asked, best) : null,
      alternatives: best ? alternatives.map((other) => toldConsortium(asked, other, best)) : [],
      contradiction: contradiction
        ? sayContradiction(coverWords[ctx.language], evidence, choices, contradiction)
        : null,
    }
  },
})

export const takeIn = command({
  name: 'consortium.take-in',
  summary: {
    fi: 'Ota useita organisaatioita ehdolle yhdellä kertaa; mukana olevat jäävät ennalleen',
    sv: 'Föreslå flera organisationer på en gång; de som redan är med ändras inte',
    en: 'Propose several organisations at once; those who are in stay as they are',
  },
  input: z.object({ ...one, organisations: z.array(z.uuid()).min(1).max(50) }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium: id, organisations }) => {
    await openConsortium(ctx, id)
    const there = new Set(
      (await partnersOf(ctx.db, id)).flatMap((p) =>
        p.organisation && isIn(p.state) ? [p.organisation] : [],
      ),
    )
    for (const organisation of new Set(organisations))
      if (!there.has(organisation)) await takeInOne(ctx, id, { organisation, unknown: false, part: '' })
    return { path: pathOf(id) }
  },
})
