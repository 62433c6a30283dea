import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { declareIn, type ShownTie, shownTies } from '../conflicts/index.ts'
import { personOf } from '../talk/index.ts'
import { inIt, placeIn } from './access.ts'
import { type CandidateStanding, recuse, type Seated, seenAs, standingsAmong } from './conflicted.ts'
import { putDeclarations } from './declaration-queries.ts'
import { did, done, inHand } from './deeds.ts'
import { no } from './fault-text.ts'
import { asideOf, type CandidateRow, candidatesOf, headById } from './queries.ts'
import { putRecusals } from './write-queries.ts'

/** Until it is closed: one may be called late, and a tie may come to mind in the middle. */
const before = ['preparing', 'called', 'open'] as const

/** How the reader stands to one candidate, with what they are asked about or what bars them. */
export type OwnStanding = {
  candidate: string
  is: CandidateStanding['is']
  ties: readonly ShownTie[]
}

const seatedSelf = async (ctx: Context, selection: string, person: string): Promise<Seated> => {
  const { seat } = await placeIn(ctx, selection)
  return { person, ...(seat && { role: seat.role }) }
}

/** The standings that hold in the meeting: who has stepped aside is barred, whatever the register shows. */
async function standingsOfOne(
  db: Read,
  selection: string,
  who: Seated,
  candidates: readonly CandidateRow[],
  now: Date,
): Promise<CandidateStanding[]> {
  const aside = await asideOf(db, selection, who.person)
  const found = await standingsAmong(db, [who], candidates, now)
  return found.map((s) => (aside.has(s.candidate) ? { ...s, is: 'barred' } : s))
}

export const ownStandings = query({
  name: 'selection.own',
  summary: {
    fi: 'Omat sidonnaisuudet valintakokouksen ehdokkaisiin',
    sv: 'Egna bindningar till urvalsmötets kandidater',
    en: 'One’s own ties to the candidates of a selection meeting',
  },
  route: { method: 'GET', path: '/selections/{selection}/declaration' },
  input: z.object({ selection: z.uuid() }),
  output: z.object({ items: z.array(z.custom<OwnStanding>()) }),
  allow: inIt,
  run: async (ctx, { selection }) => {
    const person = personOf(ctx)
    if (!(await headById(ctx.db, selection))) throw no('missing', 'missing')
    const candidates = await candidatesOf(ctx.db, selection)
    const who = await seatedSelf(ctx, selection, person.id)
    const found = await standingsOfOne(ctx.db, selection, who, candidates, ctx.now)
    const shown = await shownTies(
      ctx.db,
      found.flatMap((s) => s.because),
    )
    return {
      items: found.map(({ candidate, is, because }) => ({
        candidate,
        is,
        ties: shown.filter((tie) => because.some((b) => b.key === tie.key)),
      })),
    }
  },
})

export const declareSelection = command({
  name: 'selection.declare',
  summary: {
    fi: 'Ilmoita esteettömyydestä tai esteellisyydestä valintakokouksen ehdokkaiden käsittelyssä',
    sv: 'Anmäl jävfrihet eller jäv i behandlingen av urvalsmötets kandidater',
    en: 'Declare a conflict of interest, or that there is none, in the candidates of a selection meeting',
  },
  route: { method: 'POST', path: '/selections/{selection}/declaration' },
  inPerson: true,
  input: z.object({
    selection: z.uuid(),
    conflicts: z
      .array(z.uuid())
      .max(2_000)
      .default([])
      .describe('Candidates in which one is conflicted; of the others one says that one is not.'),
    denied: z
      .array(z.uuid())
      .max(2_000)
      .default([])
      .describe('Candidates whose asked ties make no conflict; each asked tie needs an answer.'),
    words: z.string().max(2_000).default('').describe('What the conflicts come from.'),
  }),
  output: done,
  allow: inIt,
  untold: ['words'],
  run: async (ctx, { selection, conflicts, denied, words }) => {
    const person = personOf(ctx)
    const head = await inHand(ctx, selection, before)
    const candidates = await candidatesOf(ctx.db, selection)
    const known = new Map(candidates.map((c) => [c.id, c]))
    if ([...conflicts, ...denied].some((c) => !known.has(c))) throw no('no-part', 'invalid')
    if (conflicts.length > 0 && words.trim() === '') throw no('no-words', 'invalid', { field: 'words' })
    const who = await seatedSelf(ctx, selection, person.id)
    const found = await standingsOfOne(ctx.db, selection, who, candidates, ctx.now)
    const open = found.filter(
      (s) => s.is === 'must-answer' && ![...conflicts, ...denied].includes(s.candidate),
    )
    if (open.length > 0)
      throw no('unanswered', 'invalid', { more: open.map((s) => known.get(s.candidate)!.code) })
    // What the register shows is written first: it stands, whatever is declared besides.
    await recuse(ctx, [who], candidates)
    const said = found.filter((s) => s.is !== 'barred')
    for (const { candidate, because } of said) {
      const { application } = known.get(candidate)!
      const conflict = conflicts.includes(candidate)
      if (application)
        await declareIn(
          ctx,
          person.id,
          { id: application },
          {
            says: conflict ? 'conflict' : 'none',
            words: conflict ? words.trim() : '',
            answers: because.map((tie) => ({ tie: tie.key, conflict })),
          },
        )
    }
    await putRecusals(
      ctx.db,
      said
        .filter((s) => conflicts.includes(s.candidate))
        .map(({ candidate }) => ({
          id: newId(ctx.now.getTime()),
          candidate,
          person: person.id,
          found: 'declared' as const,
          ground: 7,
          words: words.trim(),
          at: ctx.now,
        })),
    )
    await putDeclarations(
      ctx.db,
      person.id,
      ctx.now,
      said
        .filter((s) => !known.get(s.candidate)!.application && !conflicts.includes(s.candidate))
        .map(({ candidate, because }) => ({ candidate, denied: because.map(seenAs) })),
    )
    const { path } = await did(ctx, head, 'declare', { conflicts: conflicts.length })
    return { path: head.state === 'open' ? path : `/selections/${selection}` }
  },
})
