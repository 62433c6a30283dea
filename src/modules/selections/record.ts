import { engineVersion, type PublicResult } from '../../engine/portfolio/index.ts'
import { canonical, hashOfContent } from '../../kernel/canonical.ts'
import { addUp } from './costs.ts'
import { problemOf } from './problem.ts'
import type {
  CandidateRow,
  EventRow,
  Head,
  MemberRow,
  RecusalRow,
  SignatureRow,
  StatementRow,
  VoteRow,
} from './queries.ts'
import type { RoomForce } from './room.ts'
import { type Solved, solveProblem } from './solving.ts'

/** Everything of a meeting that its record is made of. */
export type Recorded = {
  head: Head
  candidates: readonly CandidateRow[]
  members: readonly MemberRow[]
  statements: readonly StatementRow[]
  forces: readonly (RoomForce & { reason: string })[]
  recusals: readonly RecusalRow[]
  votes: readonly VoteRow[]
  events: readonly EventRow[]
  closedAt: string
}

/**
 * What a meeting knew, what followed from it and what it chose: whole, in plain JSON of texts and whole numbers, with the
 * problem as the engine reads it, so that anybody can compute it again. Candidates stand by their codes.
 */
export type SelectionRecord = ReturnType<typeof recordFrom>

export function recordFrom(recorded: Recorded, solved: Solved) {
  const { head, candidates, members, statements, forces, recusals, votes, events, closedAt } = recorded
  const codes = new Map(candidates.map((c) => [c.id, c.code]))
  const codeOf = (id: string) => codes.get(id) ?? id
  const shared = statements.filter((s) => s.person === null)
  const problem = problemOfRecord(recorded)
  const chosen = candidates.filter((c) => head.chosen?.includes(c.id)).map((c) => c.code)
  return {
    format: 'talkoot-selection/1',
    engine: engineVersion,
    selection: head.id,
    number: head.number,
    ecosystem: { key: head.ecosystem.key, name: head.ecosystem.name },
    call: head.call?.name ?? null,
    name: head.name,
    purpose: head.purpose,
    exercise: head.exercise,
    exerciseNote: head.exerciseNote,
    held: { day: head.day, clock: head.clock, place: head.place, opened: head.openedAt, closed: closedAt },
    members: members.map(({ person, name, role, came, left }) => ({
      person,
      name,
      role,
      came,
      left,
      weights: statements.filter((s) => s.person === person).map(saidBy),
    })),
    settings: head.settings,
    candidates: candidates.map(({ id: _, path: _path, organisations: _o, ...c }) => c),
    statements: shared.map(saidBy),
    forces: forces.map(({ candidate, way, reason, by, at }) => ({
      candidate: codeOf(candidate),
      way,
      reason,
      by,
      at,
    })),
    recusals: recusals.map(({ candidate, name, found, ground, at }) => ({
      candidate: codeOf(candidate),
      name,
      found,
      ground,
      at,
    })),
    votes: votes.map(({ question, options, opened, closed, ballots }) => ({
      question,
      options: options.map((o) => ({ id: o.id, name: o.name, candidates: o.candidates.map(codeOf) })),
      opened,
      closed,
      ballots: ballots.map(({ name, option }) => ({ name, option })),
    })),
    course: events.map(({ event, person, at }) => ({ event, person, at })),
    problem,
    result: outcomeOf(solved),
    chosen: { candidates: chosen, reasons: head.reasons, ...standingOf(problem, chosen, solved) },
  }
}

/** The problem that a record is computed from: what the meeting said, without what members said for themselves. */
export const problemOfRecord = ({ head, candidates, statements, forces }: Omit<Recorded, 'closedAt'>) =>
  problemOf({
    settings: head.settings,
    candidates,
    statements: statements.filter((s) => s.person === null),
    forces,
  })

const saidBy = ({ id, said, reason, by, at }: StatementRow) => ({ id, said, reason, by, at })

/** What the engine finds, as a record holds it: fractions are texts, and all portfolios are one digest. */
export function outcomeOf(solved: Solved) {
  if (!('result' in solved)) return null
  const { status, count, portfolios, core } = solved.result
  const all = portfolios.map((p) => [...p.projects].sort()).sort((a, b) => (a.join() < b.join() ? -1 : 1))
  return {
    status,
    count: String(count),
    digest: all.length === Number(count) ? hashOfContent(all) : null,
    core: Object.fromEntries(
      Object.entries(core).map(([code, { index, class: kind }]) => [
        code,
        { index: String(index), class: kind },
      ]),
    ),
  }
}

type Problem = ReturnType<typeof problemOf>

/**
 * How a choice stands: what it costs, what it is worth, whether another portfolio dominates it (null where not all are
 * listed), and the share of central value that the best portfolio has above it.
 */
export function standingOf(problem: Problem, chosen: readonly string[], all: Solved) {
  const taken = new Set(chosen)
  const forced = problem.projects.map(({ id }) => ({
    id: `chosen-${id}`,
    kind: taken.has(id) ? ('in' as const) : ('out' as const),
    project: id,
  }))
  const free = problem.rules.filter((r) => r.kind !== 'in' && r.kind !== 'out')
  const alone = solveProblem({ ...problem, rules: [...free, ...forced] }, 1)
  const own = 'result' in alone ? alone.result.portfolios[0] : undefined
  return {
    costs: addUp(problem, chosen),
    values: own?.values ? asTexts(own.values) : null,
    nonDominated: 'result' in all ? isAmong(all.result, taken) : null,
    loss: own && 'result' in all ? lossOf(own.central ?? 0, all.result) : null,
  }
}

function isAmong({ portfolios, count }: PublicResult, taken: ReadonlySet<string>): boolean | null {
  const found = portfolios.some(
    (p) => p.projects.length === taken.size && p.projects.every((id) => taken.has(id)),
  )
  return found || portfolios.length === Number(count) ? found : null
}

/** Sums of scores as decimal texts: a record holds no fractions as numbers. */
const asTexts = (values: Readonly<Record<string, number | string | (number | string)[]>>) =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  )

/** Hundredths of a percent of the best central value that a choice leaves. */
function lossOf(central: number, { portfolios }: PublicResult): string {
  const best = Math.max(central, ...portfolios.map((p) => p.central ?? 0))
  return best === 0 ? '0.00' : (((best - central) / best) * 100).toFixed(2)
}

/** The file of a record: the record, its hash, who has signed it, and a seal over hash and signatures. */
export function fileOf(record: object, hash: string, signatures: readonly SignatureRow[]): string {
  const signed = signatures.map(({ name, role, hash: of, at }) => ({ name, role, hash: of, at }))
  return canonical({
    format: 'talkoot-selection-file/1',
    record,
    hash,
    signatures: signed,
    seal: hashOfContent({ hash, signatures: signed }),
  })
}
