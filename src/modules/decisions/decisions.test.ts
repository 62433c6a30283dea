import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { assessedApplication, declares } from '../../../test/decided-call.ts'
import {
  allDeclareFree,
  decidingStage,
  type Offices,
  officesOf,
  putInState,
  trying,
} from '../../../test/decision-offices.ts'
import { somebody } from '../../../test/people.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { seesSubject } from '../../kernel/subject.ts'
import { actorOfPerson } from '../people/index.ts'
import {
  cityReturn,
  councilReturn,
  councilReturnToCity,
  proposeDecision,
  publishDecision,
  reopenDecision,
  selectDecision,
  takeDecision,
} from './actions.ts'
import { decisionFinder } from './found.ts'
import { headById } from './head-queries.ts'
import { type DecisionEvent, decisionEvents, decisionMachine, decisionStates } from './rules.ts'
import { verdictOn } from './signature.ts'
import { decisionSubject } from './subject.ts'
import { signedParts, trailOf } from './write-queries.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let call: Awaited<ReturnType<typeof officesOf>>['call']
let made = 0
/** Each deed a second after the one before. */
let clock = Date.parse('2026-11-21T09:00:00Z')
const tick = () => {
  clock += 1000
  return new Date(clock)
}

beforeAll(async () => {
  database = await freshDatabase()
  stage = decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-decisions-')))
  ;({ call, people } = await officesOf(database))
})
afterAll(() => database.drop())

const application = async (options: Parameters<typeof assessedApplication>[4] = {}) => {
  const { applicant, preparer, assessor } = people
  made++
  const { id } = await assessedApplication(
    database,
    call,
    made,
    { applicant, checker: preparer, assessor },
    options,
  )
  return id
}
const terms = {
  outcome: 'yes',
  grounds: 'Täyttää haun tavoitteet.',
  starts: '2027-03-01',
  ends: '2029-02-28',
  byPartner: [
    { row: 'a', cost: '70000', grant: '42000' },
    { row: 'b', cost: '30000', grant: '18000' },
  ],
}
const actions = {
  propose: proposeDecision,
  select: selectDecision,
  'city-return': cityReturn,
  decide: takeDecision,
  'council-return-to-city': councilReturnToCity,
  'council-return': councilReturn,
  publish: publishDecision,
  reopen: reopenDecision,
} satisfies Record<DecisionEvent, unknown>
const inputOf = (event: DecisionEvent, decision: string) =>
  event === 'propose' || event === 'select' || event === 'decide'
    ? { decision, ...terms }
    : { decision, reason: 'Syy palauttaa' }
const does = async (who: keyof Offices, event: DecisionEvent, decision: string, more: object = {}) =>
  (
    await trying(database, { ...stage, now: tick() }, people[who], actions[event], {
      ...inputOf(event, decision),
      ...more,
    })
  ).reason ?? 'done'

describe('the state table', () => {
  const officeOf: Partial<Record<keyof Offices, string>> = {
    coordinator: 'coordinator',
    preparer: 'preparer',
    assessor: 'assessor',
    city2: 'city-decider',
    council2: 'council-officer',
    applicant: 'project-manager',
    viewer: 'viewer',
    elsewhere: 'nobody here',
  }
  it.each(decisionStates)('from %s: every event by every office', async (state) => {
    const id = await application()
    await allDeclareFree(database, people, id)
    expect(await does('preparer', 'propose', id)).toBe('done')
    // A selection of this round, so that only state and office are left to decide a cell.
    expect(await does('city', 'select', id)).toBe('done')
    const { decision } = (await headById(database.db, id))!
    const cells: string[] = []
    for (const event of decisionEvents) {
      for (const [who, office] of Object.entries(officeOf) as [keyof Offices, string][]) {
        await putInState(database, decision!, state)
        await execute(
          database.db,
          `update decision_part set void_at = case when part = 'selection' and $2 <> 'select' then null else now() end
           where decision_id = $1 and id = (select id from decision_part where decision_id = $1 order by at, id limit 1)`,
          [decision, event],
        )
        await execute(
          database.db,
          `update decision_part set void_at = now() where decision_id = $1 and void_at is null
           and id <> (select id from decision_part where decision_id = $1 order by at, id limit 1)`,
          [decision],
        )
        const { by, from } = decisionMachine.events[event]
        const may = by.includes(office)
        const wanted = !may
          ? `decision.${event}.forbidden`
          : from.includes(state)
            ? 'done'
            : 'decision.wrong-state'
        const got = await does(who, event, id)
        if (got !== wanted) cells.push(`${state} ${event} ${office}: ${got}, not ${wanted}`)
      }
    }
    expect(cells).toEqual([])
  })
})

describe('the road', () => {
  it('leaves two signatures that hold, the trail of each round, and what was signed before', async () => {
    const id = await application()
    await allDeclareFree(database, people, id)
    for (const [who, event] of [
      ['preparer', 'propose'],
      ['city', 'select'],
      ['council', 'council-return-to-city'],
      ['city2', 'select'],
      ['council', 'decide'],
      ['council', 'reopen'],
      ['preparer', 'propose'],
      ['city', 'select'],
      ['council2', 'decide'],
    ] as const)
      expect(await does(who, event, id)).toBe('done')
    const head = (await headById(database.db, id))!
    expect(head).toMatchObject({ state: 'decided', round: 2 })
    expect(head.halves.map((h) => h.part).sort()).toEqual(['legal', 'selection'])
    const parts = await signedParts(database.db, head.decision!)
    expect(parts.map((p) => [p.part, p.round, p.voidAt === null])).toEqual([
      ['selection', 1, false],
      ['selection', 1, false],
      ['legal', 1, false],
      ['selection', 2, true],
      ['legal', 2, true],
    ])
    for (const part of parts) expect(verdictOn(part)).toMatchObject({ holds: true, differs: [] })
    const legal = parts.at(-1)!
    expect(legal.content).toMatchObject({
      grant: '60000.00',
      selection: parts[3]!.hash,
      application: { version: 1, hash: expect.stringContaining('hash-of') },
      signed: { name: 'Lauri Liitto', office: 'council-officer', at: new Date(clock).toISOString() },
    })
    expect((await trailOf(database.db, head.decision!)).filter((e) => e.hash).map((e) => e.hash)).toEqual(
      parts.map((p) => p.hash),
    )
    const { rows } = await execute(
      database.db,
      `select changes from audit_entry where action = 'decision.decide' order by seq desc limit 1`,
    )
    expect(JSON.stringify(rows[0])).toContain(legal.hash)
  })

  it('tells who has the next turn, and nobody with a conflict there', async () => {
    const id = await application()
    await allDeclareFree(database, people, id)
    await declares(database, people.city2, id, 'conflict', new Date('2026-11-20T06:00:00Z'))
    await does('preparer', 'propose', id)
    const { rows } = await execute(database.db, `select person_id from notification where subject_id = $1`, [
      id,
    ])
    expect(rows.map((r) => r.person_id)).toEqual([people.city.id])
  })

  it('refuses a reason of nothing, money above what was asked, and a failed criterion', async () => {
    const id = await application()
    await allDeclareFree(database, people, id)
    const byPartner = [{ row: 'a', cost: '70000', grant: '42000.01' }]
    expect(await does('preparer', 'propose', id, { byPartner })).toBe('decision.partner-over-asked')
    expect(await does('preparer', 'propose', id)).toBe('done')
    expect(await does('city', 'city-return', id, { reason: '  ' })).toBe('decision.no-reason')
    const failed = await application({ check: 'fail' })
    await allDeclareFree(database, people, failed)
    expect(await does('preparer', 'propose', failed)).toBe('decision.criterion-failed')
    expect(await does('preparer', 'propose', failed, { outcome: 'no' })).toBe('done')
    const below = await application({ score: 2 })
    await allDeclareFree(database, people, below)
    expect(await does('preparer', 'propose', below)).toBe('decision.below-threshold')
  })
})

describe('who finds and hears of a decision that is not published', () => {
  it('is who handles it and is free there: a conflicted or uninvolved person finds nothing', async () => {
    const id = await application({ title: 'Revontulten mittaus' })
    await allDeclareFree(database, people, id)
    expect(await does('preparer', 'propose', id)).toBe('done')
    await declares(database, people.city2, id, 'conflict', tick())
    await execute(
      database.db,
      `update application set lexemes = to_tsvector('simple', 'revontulten mittaus') where id = $1`,
      [id],
    )
    const now = tick()
    const asked = { typed: 'revontulten', tsquery: "'revontulten'", limit: 5 }
    const sees = async (who: keyof Offices) => {
      const actor = await actorOfPerson(database.db, people[who].id, now)
      const reading = { db: database.db, actor, now, language: 'fi' } as unknown as Parameters<
        typeof decisionFinder.find
      >[0]
      const found = await decisionFinder.find(reading, asked as Parameters<typeof decisionFinder.find>[1])
      const spoken = await decisionSubject.find(database.db, id)
      return [found.total, found.items.length, spoken!.seenBy!(actor!), seesSubject(actor!, spoken!)]
    }
    for (const who of ['city', 'preparer', 'council', 'coordinator'] as const)
      expect([who, ...(await sees(who))]).toEqual([who, 1, 1, true, true])
    for (const who of ['city2', 'applicant', 'viewer', 'assessor', 'elsewhere'] as const)
      expect([who, ...(await sees(who))]).toEqual([who, 0, 0, false, false])
  })
})

/** How many walks are taken: more where there is time. */
const walks = Number(process.env.TALKOOT_WALKS ?? 25)

describe('whatever is tried', () => {
  const who = ['coordinator', 'preparer', 'assessor', 'city', 'city2', 'council', 'council2', 'both'] as const
  type Step =
    | { is: 'event'; by: (typeof who)[number]; event: DecisionEvent; outcome: 'yes' | 'no' }
    | { is: 'declare'; by: (typeof who)[number]; answer: 'none' | 'conflict' }
    | { is: 'recheck'; result: 'pass' | 'fail'; by: (typeof who)[number] }
  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          is: fc.constant('event' as const),
          by: fc.constantFrom(...who),
          event: fc.constantFrom(...decisionEvents),
          outcome: fc.constantFrom('yes' as const, 'yes' as const, 'no' as const),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          is: fc.constant('declare' as const),
          by: fc.constantFrom(...who),
          answer: fc.constantFrom('none' as const, 'none' as const, 'conflict' as const),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          is: fc.constant('recheck' as const),
          result: fc.constantFrom('pass' as const, 'fail' as const),
          by: fc.constantFrom('preparer' as const, 'council' as const),
        }),
      },
    ),
    { minLength: 10, maxLength: 30 },
  )

  it(
    'nothing is decided with an open conflict, a failed criterion, a preparer as decider or a half missing',
    async () => {
      // All offices in one hand: the office is no way round.
      const both = await somebody(database, 'Kaikki Kädessä', [
        ['preparer', call.ecosystem],
        ['city-decider', call.ecosystem],
        ['council-officer', call.ecosystem],
        ['coordinator', call.ecosystem],
      ])
      const all = { ...people, both }
      let decided = 0
      await fc.assert(
        fc.asyncProperty(steps, async (list) => {
          const id = await application()
          const said = new Map<string, 'none' | 'conflict'>()
          const prepared = new Set<string>([people.preparer.id, people.assessor.id, people.applicant.id])
          let check: 'pass' | 'fail' = 'pass'
          // Everybody begins free, so that the walks go far; what they say later counts.
          for (const person of [...Object.values(people), both]) {
            await declares(database, person, id)
            said.set(person.id, 'none')
          }
          // A likely road first, then anything at all.
          const road: Step[] = (
            [
              ['preparer', 'propose'],
              ['city', 'select'],
            ] as const
          ).map(([by, event]) => ({ is: 'event', by, event, outcome: 'yes' }))
          for (const step of [...road, ...list]) {
            const now = tick()
            const person = all[step.by]
            if (step.is === 'declare') {
              await declares(database, person, id, step.answer, now)
              said.set(person.id, step.answer)
            } else if (step.is === 'recheck') {
              // A finding is replaced, never written over: who made the one before has prepared too.
              await execute(
                database.db,
                `with replaced as (update eligibility_check set replaced_at = $4
                 where application_id = $1 and replaced_at is null returning *)
               insert into eligibility_check (id, application_id, criterion, version, result, ground, person_id, by_whom, at)
               select gen_random_uuid(), application_id, criterion, version, $2, ground, $3, by_whom, $4 from replaced`,
                [id, step.result, person.id, now],
              )
              await execute(database.db, `update assessment set state = $2 where application_id = $1`, [
                id,
                step.result === 'fail' ? 'failed' : 'settled',
              ])
              check = step.result
              prepared.add(person.id)
            } else {
              const before = (await headById(database.db, id))!
              const input = { ...inputOf(step.event, id), outcome: step.outcome }
              const { reason } = await trying(database, { ...stage, now }, person, actions[step.event], input)
              if (reason !== undefined) continue
              if (step.event === 'propose') prepared.add(person.id)
              if (step.event !== 'select' && step.event !== 'decide') continue
              expect(said.get(person.id)).toBe('none')
              expect(prepared.has(person.id)).toBe(false)
              if (step.outcome === 'yes') expect(check).toBe('pass')
              if (step.event === 'select') continue
              decided++
              const selection = before.halves.find((h) => h.part === 'selection')
              expect(selection).toMatchObject({ round: before.round, voidAt: null })
              expect(selection!.person).not.toBe(person.id)
              if (step.outcome === 'yes') expect(selection!.outcome).toBe('yes')
            }
          }
          // However it got there: what says that it is decided has both halves.
          const end = (await headById(database.db, id))!
          const halves = end.halves.map((h) => h.part).sort()
          if (end.state === 'decided' || end.state === 'published')
            expect(halves).toEqual(['legal', 'selection'])
          else expect(halves).not.toContain('legal')
        }),
        // Chance seldom gets as far as a decision: this road always does, so that what is asked of one is asked.
        {
          numRuns: walks,
          examples: [[[{ is: 'event', by: 'council', event: 'decide', outcome: 'yes' }]]],
        },
      )
      expect(decided).toBeGreaterThan(0)
    },
    30_000 + walks * 2_000,
  )
})
