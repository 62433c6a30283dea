import { conflictWords } from '../../engine/conflict/index.ts'
import type { Context } from '../../kernel/context.ts'
import { eventsFrom } from '../../kernel/machine.ts'
import type { Language } from '../../kernel/text.ts'
import { placeIn } from './access.ts'
import { givenUpIn } from './closing-queries.ts'
import { placeAmong } from './conflicted.ts'
import { isPresent } from './deeds.ts'
import { no } from './fault-text.ts'
import {
  type CandidateRow,
  candidatesOf,
  forcesOf,
  type Head,
  headById,
  membersOf,
  notesOf,
  type RecusalRow,
  recusalsIn,
  type StatementRow,
  signaturesOf,
  statementsOf,
  type VoteRow,
  votesOf,
} from './queries.ts'
import type { Room, RoomCandidate, RoomRecusal, RoomStatement, RoomVote } from './room.ts'
import { selectionMachine, votes } from './rules.ts'

type Asking = Pick<Context, 'db' | 'actor' | 'now' | 'language'>

/**
 * The meeting as the reader sees it. Of a candidate that they step aside from, what is said of it is left out: notes,
 * reasons of forces, votes' counts under way. Whether they may read the meeting at all is asked before.
 */
export async function readRoom(asking: Asking, id: string): Promise<Room> {
  const { db, actor, now, language } = asking
  const head = await headById(db, id)
  if (!head) throw no('missing', 'missing')
  const [candidates, members, statements] = [
    await candidatesOf(db, id),
    await membersOf(db, id),
    await statementsOf(db, id),
  ]
  const { keeps, runs, seat } = await placeIn(asking, id)
  const self = actor.kind === 'person' ? actor.id : null
  const written = await recusalsIn(db, id)
  const { aside, undeclared } = self
    ? await placeAmong(db, head, { person: self, ...(seat && { role: seat.role }) }, now, candidates)
    : { aside: new Set<string>(), undeclared: new Set<string>() }
  const shownOwn = head.state === 'open' || head.state === 'closed'
  const here = seat !== undefined && isPresent(seat)
  const isOpen = head.state === 'open'
  return {
    ...headShown(head),
    candidates: candidates.map((c) => candidateShown(c, aside.has(c.id))),
    statements: statementsBy(statements, null),
    members: members.map((m) => ({
      ...m,
      statements: shownOwn || m.person === self ? statementsBy(statements, m.person) : [],
    })),
    forces: (await forcesOf(db, id)).map((f) => (aside.has(f.candidate) ? { ...f, reason: null } : f)),
    recusals: written.map((r) => recusalShown(r, language)),
    votes: (await votesOf(db, id)).map((v) => voteShown(v, self, aside)),
    notes: (await notesOf(db, id)).filter((n) => !aside.has(n.candidate)),
    aside: candidates.filter((c) => aside.has(c.id)).map((c) => c.id),
    undeclared: candidates.filter((c) => undeclared.has(c.id)).map((c) => c.id),
    givenUp: (await givenUpIn(db, [id]))[0] ?? null,
    signatures: await signaturesOf(db, id),
    self: seat ? self : null,
    may: {
      keep: runs && eventsFrom(selectionMachine, head.state).length > 0,
      sayOwn: isOpen && seat !== undefined && votes(seat.role),
      vote: isOpen && here && votes(seat.role),
      note: isOpen && (seat !== undefined || keeps),
      sign: head.state === 'closed' && seat !== undefined && seat.role !== 'expert',
    },
  }
}

const headShown = ({ createdAt: _c, calledAt: _k, openedAt: _o, closedAt: _e, ...head }: Head) => head

function candidateShown(c: CandidateRow, aside: boolean): RoomCandidate {
  const { project: _p, application: _a, organisations: _o, path, ...shown } = c
  // An application's own page asks by itself; one that the reader steps aside from leads nowhere.
  return { ...shown, path: aside && c.application ? null : path }
}

const statementsBy = (statements: readonly StatementRow[], person: string | null): RoomStatement[] =>
  statements.filter((s) => s.person === person).map(({ person: _, ...said }) => said)

/** What was computed is told by the kind of its tie, in the reader's language; what was declared, in its own words. */
function recusalShown({ at: _, ...r }: RecusalRow, language: Language): RoomRecusal {
  const kinds: Readonly<Record<string, string>> = conflictWords[language].kinds
  return r.found === 'computed' ? { ...r, words: kinds[r.words] ?? '' } : r
}

/** Candidates in which the options of a vote differ. */
export const differingIn = (options: RoomVote['options']): string[] => {
  const all = [...new Set(options.flatMap((o) => o.candidates))]
  return all.filter((c) => !options.every((o) => o.candidates.includes(c)))
}

/** For what others voted is shown once the vote has ended; whoever is barred from it does not see its ballots. */
function voteShown(vote: VoteRow, self: string | null, aside: ReadonlySet<string>): RoomVote {
  const barred = differingIn(vote.options).some((c) => aside.has(c))
  const shown = vote.closed !== null && !barred
  return {
    ...vote,
    ballots: vote.ballots.map((b) => ({ ...b, option: shown ? b.option : null })),
    mine: vote.ballots.find((b) => b.person === self)?.option ?? null,
    barred,
  }
}
