import { z } from 'zod'
import {
  type Cell,
  type Counted,
  cellOf,
  coverWords,
  matrixOf,
  nextPartners,
  obstaclesBeside,
  type RowState,
  type Suggestion,
  sayColumn,
  sayNobody,
  sayObstacle,
  sayReason,
  sayRow,
  saySummary,
} from '../../engine/network/cover/index.ts'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { decimalOf } from '../../kernel/money.ts'
import { everyone } from '../../kernel/rule.ts'
import { type Conflicts, conflictsOf } from './conflicts.ts'
import { type Cover, coverOf } from './cover.ts'
import { fault } from './fault-text.ts'
import { keptOf } from './kept.ts'
import type { Kept } from './record.ts'
import { one, recordOf } from './rights.ts'
import type { PartnerState } from './rules.ts'

/** A fact as it is told: where it is read, and what it says. */
export type ToldFact = {
  href: string
  kind: string
  title: string
  code: string | null
  money: string | null
  /** Days since 1970. */
  until: number | null
  strength: number
}

export type ToldCell = Pick<Cell, 'state' | 'meets' | 'strength' | 'register'> & {
  facts: ToldFact[]
  /** How many facts there are in all. */
  count: number
}

export type ToldColumn = {
  id: string
  /** Null of one that the registry does not know, and of one that is suggested. */
  organisation: string | null
  partner: string | null
  name: string
  region: string | null
  country: string | null
  state: PartnerState | null
  lead: boolean
  /** What stands between it and the call, each in a sentence, as far as the reader may know. */
  conflicts: string[]
  /** What falls if it leaves. */
  carries: string
  meets: number
}

export type ToldRow = {
  demand: string
  name: string
  source: string
  must: boolean
  counted: Counted
  state: RowState
  said: string
  cells: ToldCell[]
  /** Of the best next partner. */
  next: ToldCell | null
}

export type ToldReason = {
  said: string
  points: number
  /** The demand that it speaks of, with the facts that show it. */
  facts: ToldFact[]
}

export type ToldSuggestion = {
  organisation: string
  name: string
  region: string | null
  country: string | null
  score: number
  reasons: ToldReason[]
  /** Demands that it meets, and those of them that would be met by it. */
  meets: number
  fills: number
  /** Whether anybody has asked it. */
  asked: boolean
  conflicts: string[]
}

export type ToldCover =
  | { ready: false }
  | {
      ready: true
      summary: string
      rows: ToldRow[]
      columns: ToldColumn[]
      suggestions: ToldSuggestion[]
      full: boolean
      /** Demands that nobody who can be asked brings nearer, each with what to do. */
      nobody: { name: string; said: string }[]
      among: number
    }

const mostFacts = 3

export function toldCell(cell: Cell, most = mostFacts): ToldCell {
  const { state, meets, strength, register, facts } = cell
  return {
    state,
    meets,
    strength,
    register,
    count: facts.length,
    facts: facts.slice(0, most).map(({ fact, strength: how }) => ({
      href: fact.id,
      kind: fact.kind,
      title: fact.title,
      code: fact.code ?? null,
      money: fact.money === undefined ? null : decimalOf(fact.money),
      until: fact.until ?? null,
      strength: how,
    })),
  }
}

export function toldSuggestion(
  cover: Cover,
  suggestion: Suggestion,
  conflicts: Conflicts,
  language: Context['language'],
): ToldSuggestion {
  const { evidence } = cover
  const { candidate, score, reasons } = suggestion
  const { id, name, region, country, readiness } = evidence.candidates[candidate]!
  const cells = evidence.call.demands.map((_, d) => cellOf(evidence, d, candidate))
  return {
    organisation: id,
    name,
    region: region ?? null,
    country: country ?? null,
    score,
    meets: cells.filter((cell) => cell.meets).length,
    fills: reasons.filter(({ kind }) => kind === 'fills').length,
    asked: readiness?.answer !== undefined,
    conflicts: conflicts.get(id) ?? [],
    reasons: reasons.map((reason) => ({
      said: sayReason(coverWords[language], evidence, reason),
      points: reason.points,
      facts: reason.demand === undefined ? [] : toldCell(cells[reason.demand]!).facts,
    })),
  }
}

function toldColumns(
  cover: Cover,
  kept: Kept,
  conflicts: Conflicts,
  language: Context['language'],
): ToldColumn[] {
  const { evidence, partners, matrix } = cover
  return matrix.columns.map((column, i) => {
    const { id, name, region, country } = evidence.candidates[column.candidate]!
    const partner = partners[i]!
    return {
      id,
      organisation: partner.organisation,
      partner: partner.id,
      name,
      region: region ?? null,
      country: country ?? null,
      state: partner.state,
      lead: partner.organisation !== null && partner.organisation === kept.consortium.lead?.id,
      conflicts: conflicts.get(id) ?? [],
      carries: sayColumn(coverWords[language], evidence, column),
      meets: column.meets,
    }
  })
}

export const coverAction = query({
  name: 'consortium.cover',
  summary: {
    fi: 'konsortion kattavuustaulukko, mitä puuttuu ja ketä kannattaa kysyä seuraavaksi',
    sv: 'Ett konsortiums täckningstabell, vad som saknas och vem man bör fråga härnäst',
    en: 'The cover matrix of a consortium, what is missing, and whom to ask next',
  },
  route: { method: 'GET', path: '/consortia/{consortium}/cover' },
  input: z.object(one),
  output: z.custom<ToldCover>(),
  allow: { ...everyone, record: recordOf },
  run: async (ctx, input): Promise<ToldCover> => {
    const kept = await keptOf(ctx, input.consortium)
    const cover = await coverOf(ctx, kept)
    if (!cover) return { ready: false }
    const { evidence, matrix, next } = cover
    const words = coverWords[ctx.language]
    const best = next.suggestions[0]
    const conflicts = await conflictsOf(
      ctx,
      kept.consortium,
      [...cover.members, ...next.suggestions.map((s) => s.candidate)].map((c) => evidence.candidates[c]!.id),
    )
    return {
      ready: true,
      summary: saySummary(words, evidence, matrix),
      rows: matrix.rows.map((row) => {
        const { id, name, source, must, counted } = evidence.call.demands[row.demand]!
        return {
          demand: id,
          name,
          source,
          must,
          counted,
          state: row.state,
          said: sayRow(words, evidence, row),
          cells: row.cells.map((cell) => toldCell(cell)),
          next: best ? toldCell(cellOf(evidence, row.demand, best.candidate)) : null,
        }
      }),
      columns: toldColumns(cover, kept, conflicts, ctx.language),
      suggestions: next.suggestions.map((one) => toldSuggestion(cover, one, conflicts, ctx.language)),
      full: next.full,
      nobody: sayNobody(words, evidence, matrix, next).map((said, i) => {
        const { name } = evidence.call.demands[next.nobody[i]!]!
        return { name, said: said.startsWith(`${name}: `) ? said.slice(name.length + 2) : said }
      }),
      among: next.among,
    }
  },
})

/** One organisation beside those who are in: what it would add, cell by cell. */
export type ToldCandidate = {
  organisation: string
  name: string
  region: string | null
  country: string | null
  obstacle: string | null
  conflicts: string[]
  suggestion: ToldSuggestion | null
  cells: {
    demand: string
    name: string
    counted: Counted
    cell: ToldCell
    before: RowState
    after: RowState
  }[]
}

export const candidatesAction = query({
  name: 'consortium.candidates',
  summary: {
    fi: 'Mitä kukin organisaatio toisi konsortioon, näyttöineen ja perusteluineen',
    sv: 'Vad varje organisation skulle tillföra konsortiet, med belägg och skäl',
    en: 'What each organisation would bring to a consortium, with evidence and reasons',
  },
  route: { method: 'GET', path: '/consortia/{consortium}/candidates' },
  input: z.object({
    ...one,
    with: z
      .union([z.uuid(), z.array(z.uuid())])
      .transform((ids) => [ids].flat())
      .pipe(z.array(z.uuid()).min(1).max(4))
      .describe('Ids of one to four organisations.'),
  }),
  output: z.object({ ready: z.boolean(), items: z.array(z.custom<ToldCandidate>()) }),
  allow: { ...everyone, record: recordOf },
  run: async (ctx, { with: ids, ...input }) => {
    const kept = await keptOf(ctx, input.consortium)
    const cover = await coverOf(ctx, kept)
    if (!cover) return { ready: false, items: [] }
    const places = ids.flatMap((id) => cover.evidence.places.get(id) ?? [])
    if (places.length < ids.length) throw fault('missing', 'missing')
    const conflicts = await conflictsOf(ctx, kept.consortium, ids)
    return {
      ready: true,
      items: places.map((place) => toldCandidate(cover, place, conflicts, ctx.language)),
    }
  },
})

function toldCandidate(
  cover: Cover,
  place: number,
  conflicts: Conflicts,
  language: Context['language'],
): ToldCandidate {
  const { evidence, members, choices, matrix, ties } = cover
  const { id, name, region, country } = evidence.candidates[place]!
  const rest = members.filter((member) => member !== place)
  const obstacle = obstaclesBeside(evidence, rest, choices)(place)
  const before = members.includes(place) ? matrixOf(evidence, rest) : matrix
  const after = matrixOf(evidence, [...rest, place])
  // Its points do not hang on who else could be asked: all others are left out.
  const refused = new Map([...evidence.candidates.keys()].filter((c) => c !== place).map((c) => [c, '']))
  const alone = { pinned: [], refused }
  const [suggestion] = nextPartners({ evidence, ties, members: rest, choices: alone, most: 1 }).suggestions
  return {
    organisation: id,
    name,
    region: region ?? null,
    country: country ?? null,
    obstacle: obstacle ? sayObstacle(coverWords[language], evidence, obstacle) : null,
    conflicts: conflicts.get(id) ?? [],
    suggestion: suggestion ? toldSuggestion(cover, suggestion, conflicts, language) : null,
    cells: evidence.call.demands.map((demand, d) => ({
      demand: demand.id,
      name: demand.name,
      counted: demand.counted,
      cell: toldCell(cellOf(evidence, d, place), 12),
      before: before.rows[d]!.state,
      after: after.rows[d]!.state,
    })),
  }
}
