import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { hashOfContent } from '../../kernel/canonical.ts'
import type { Context } from '../../kernel/context.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { personOf } from '../talk/index.ts'
import { inIt, keepsIt } from './access.ts'
import { type Closing, closingOf, forgetClosing, keepClosing } from './closing-queries.ts'
import { did, done, inHand, mustBeFree } from './deeds.ts'
import { no } from './fault-text.ts'
import { breaking } from './keeping.ts'
import {
  candidatesOf,
  eventsOf,
  forcesOf,
  type Head,
  headById,
  membersOf,
  recusalsIn,
  statementsOf,
  votesOf,
} from './queries.ts'
import { problemOfRecord, type Recorded, recordFrom } from './record.ts'
import { givenUpFor, selectionMachine } from './rules.ts'
import { type Solved, solveForRecord } from './solving.ts'
import { writeSelection } from './write-queries.ts'

const one = z.object({ selection: z.uuid() })

/** The job that computes a record which takes longer than a moment. */
export const recordJob = 'selections.record'

/** Milliseconds that whoever closes a meeting waits for its record; a longer one is left to the job. */
const moment = 2_000

export const closeSelection = command({
  name: 'selection.close',
  summary: {
    fi: 'Päätä valintakokous: siitä tehdään tallenne, joka ei enää muutu',
    sv: 'Avsluta urvalsmötet: det får ett protokoll som inte längre ändras',
    en: 'Close a selection meeting: its record is made and never changes again',
  },
  route: { method: 'POST', path: '/selections/{selection}/close' },
  input: one,
  output: done.extend({
    hash: z.string().nullable().describe('Of the record; null while it is being computed.'),
  }),
  allow: keepsIt,
  run: async (ctx, { selection }) => {
    personOf(ctx)
    const head = await inHand(ctx, selection, selectionMachine.events.close.from)
    const candidates = await candidatesOf(ctx.db, selection)
    await mustBeFree(
      ctx,
      head,
      candidates.map((c) => c.id),
      'aside-from-some',
    )
    const { chosen } = head
    if (!chosen) throw no('no-choice')
    if ((await votesOf(ctx.db, selection)).some((v) => v.closed === null)) throw no('vote-open')
    // Limits and rules may have moved since it was chosen.
    const broken = await breaking(ctx, head, candidates, new Set(chosen))
    if (broken.length > 0) throw no('infeasible', 'conflict', { more: broken })
    const path = `/selections/${selection}/record`
    const recorded = await gather(ctx.db, head)
    await writeSelection(ctx.db, selection, { state: 'closing', closed_at: ctx.now })
    const solved = await solvedInAMoment(problemOfRecord(recorded))
    if (!solved) {
      await did(ctx, head, 'close', {})
      await keepClosing(ctx.db, selection, await ctx.jobs.enqueue(ctx.db, recordJob, { selection }))
      return { path, hash: null }
    }
    const hash = await writeRecord(ctx, { ...recorded, closedAt: ctx.now.toISOString() }, solved)
    await did(ctx, head, 'close', { hash })
    return { path, hash }
  },
})

/** The answer to the problem of a record where it comes at once and is whole. */
async function solvedInAMoment(problem: object): Promise<Solved | undefined> {
  const signal = AbortSignal.timeout(moment)
  try {
    const solved = await solveForRecord(problem, { signal })
    return isWhole(solved) ? solved : undefined
  } catch (error) {
    if (signal.aborted) return undefined
    throw error
  }
}

/** A record holds only what anybody can compute again: nothing that a machine was too small or too slow for. */
export const isWhole = (solved: Solved): boolean => !('result' in solved) || solved.result.status === 'exact'

async function gather(db: Read, head: Head): Promise<Omit<Recorded, 'closedAt'>> {
  const { id } = head
  const events = await eventsOf(db, id)
  // The closing itself is no part of the course that is recorded.
  const closing = head.state === 'closing' ? events.findLastIndex((e) => e.event === 'close') : events.length
  return {
    head,
    candidates: await candidatesOf(db, id),
    members: await membersOf(db, id),
    statements: await statementsOf(db, id),
    forces: await forcesOf(db, id),
    recusals: await recusalsIn(db, id),
    votes: await votesOf(db, id),
    events: events.slice(0, closing),
  }
}

async function writeRecord({ db }: Context<Tx>, recorded: Recorded, solved: Solved): Promise<string> {
  const record = recordFrom(recorded, solved)
  const hash = hashOfContent(record)
  await writeSelection(db, recorded.head.id, {
    state: 'closed',
    record: JSON.stringify(record),
    record_hash: hash,
  })
  return hash
}

/** The problem of the record that is being computed. */
export const closingProblem = query({
  name: 'selection.closing-problem',
  summary: {
    fi: 'Tehtävä, josta päätetyn kokouksen tallenne lasketaan',
    sv: 'Problemet som det avslutade mötets protokoll räknas ur',
    en: 'The problem from which the record of a meeting that is closed is computed',
  },
  input: one,
  output: z.object({ waits: z.object({ problem: z.custom<object>(), closed: z.string() }).nullable() }),
  allow: systemOnly,
  run: async (ctx, { selection }) => {
    const head = await headById(ctx.db, selection)
    if (head?.state !== 'closing') return { waits: null }
    return { waits: { problem: problemOfRecord(await gather(ctx.db, head)), closed: head.closedAt! } }
  },
})

/** The closing that a record was computed for: one that was closed anew since then waits for another. */
const ofClosing = one.extend({ closed: z.string().describe('When the meeting was closed.') })

async function closingInHand(
  ctx: Context<Tx>,
  { selection, closed }: z.output<typeof ofClosing>,
): Promise<Head> {
  const head = await inHand(ctx, selection, selectionMachine.events.record.from)
  if (head.closedAt !== closed) throw no('wrong-state')
  return head
}

export const makeRecord = command({
  name: 'selection.make-record',
  summary: selectionMachine.events.record.says,
  input: ofClosing.extend({ solved: z.custom<Solved>() }),
  output: z.object({ hash: z.string() }),
  allow: systemOnly,
  untold: ['solved'],
  run: async (ctx, { selection, closed, solved }) => {
    const head = await closingInHand(ctx, { selection, closed })
    const hash = await writeRecord(ctx, { ...(await gather(ctx.db, head)), closedAt: closed }, solved)
    await forgetClosing(ctx.db, selection)
    await did(ctx, head, 'record', { hash })
    return { hash }
  },
})

export const resumeSelection = command({
  name: 'selection.resume',
  summary: selectionMachine.events.resume.says,
  route: { method: 'POST', path: '/selections/{selection}/resume' },
  input: one,
  output: done,
  allow: keepsIt,
  run: async (ctx, { selection }) => {
    const head = await inHand(ctx, selection, selectionMachine.events.resume.from)
    await reopen(ctx, selection)
    return did(ctx, head, 'resume', {})
  },
})

const reopen = async ({ db }: Context<Tx>, selection: string): Promise<void> => {
  await writeSelection(db, selection, { state: 'open', closed_at: null })
  await forgetClosing(db, selection)
}

export const giveUpRecord = command({
  name: 'selection.give-up-record',
  summary: {
    fi: 'Luovu liian vaikean tallenteen laskemisesta: kokous jatkuu',
    sv: 'Avstå från att räkna ett för svårt protokoll: mötet fortsätter',
    en: 'Give up computing a record that is too hard: the meeting goes on',
  },
  input: ofClosing.extend({ why: z.enum(givenUpFor) }),
  output: done,
  allow: systemOnly,
  run: async (ctx, { selection, closed, why }) => {
    const head = await closingInHand(ctx, { selection, closed })
    await reopen(ctx, selection)
    return did(ctx, head, 'give-up', { why })
  },
})

export const closingSelection = query({
  name: 'selection.closing',
  summary: {
    fi: 'Kuinka pitkällä kokouksen tallenteen laskeminen on',
    sv: 'Hur långt räknandet av mötets protokoll har kommit',
    en: 'How far the computing of a meeting’s record is',
  },
  input: one,
  output: z.object({ closing: z.custom<Closing>().nullable() }),
  allow: inIt,
  run: async (ctx, { selection }) => ({ closing: (await closingOf(ctx.db, selection)) ?? null }),
})
