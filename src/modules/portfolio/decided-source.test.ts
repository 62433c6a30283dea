import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { assessedApplication, declares, promised } from '../../../test/decided-call.ts'
import {
  allDeclareFree,
  decidingAt,
  decidingStage,
  type Offices,
  officesOf,
} from '../../../test/decision-offices.ts'
import { actingAs } from '../../../test/people.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { proposeDecision, publishDecision, selectDecision, takeDecision } from '../decisions/actions.ts'
import { actorOf } from '../people/index.ts'
import { listCommitments } from './commitment-actions.ts'
import { addPortfolio, addSource, choose } from './keep-actions.ts'
import { getAction } from './read-actions.ts'
import type { Told } from './record.ts'
import { checkDays, checksWaiting, morningReminders } from './reminders.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let call: Awaited<ReturnType<typeof officesOf>>['call']
/** One that takes in the call, and one that takes in projects by a filter alone. */
let byCall: string
let byFilter: string
let applications: string[]
let clock = decidingAt.getTime()

const as = (who: keyof Offices) => {
  clock += 60_000
  return actingAs(database, { ...stage, now: new Date(clock) }, people[who])
}
const told = (who: keyof Offices, portfolio = byCall) => as(who)<Told>(getAction, { portfolio })
const entriesOf = async (who: keyof Offices) =>
  (await told(who)).entries.map((e) => [e.state, e.code, e.money]).toSorted()

beforeAll(async () => {
  database = await freshDatabase()
  stage = decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-source-')))
  ;({ call, people } = await officesOf(database, 'lahde-2027'))
  const by = { applicant: people.applicant, checker: people.preparer, assessor: people.assessor }
  applications = []
  for (const number of [1, 2])
    applications.push((await assessedApplication(database, call, number, by, { answers: promised })).id)
  const found = async (name: string) =>
    (
      await as('coordinator')<{ id: string }>(addPortfolio, {
        ecosystem: 'lahde2027',
        name: { fi: name, sv: '', en: '' },
        share: 'agreement',
      })
    ).id
  byCall = await found('Haun salkku')
  byFilter = await found('Rajauksen salkku')
  await as('coordinator')(addSource, { portfolio: byCall, call: call.code })
  await as('coordinator')(addSource, { portfolio: byFilter, filters: { q: 'lahde-2027' } })
})
afterAll(() => database.drop())

describe('a call as the source of a portfolio', () => {
  it('brings in before its decisions the applications that each reader is free to read', async () => {
    const [first, second] = applications as [string, string]
    expect(await entriesOf('coordinator')).toEqual([])
    await allDeclareFree(database, people, first)
    await declares(database, people.council, second, 'conflict')
    await declares(database, people.coordinator, second)
    expect(await entriesOf('coordinator')).toEqual([
      ['application', 'lahde-2027/1', '60000.00'],
      ['application', 'lahde-2027/2', '60000.00'],
    ])
    expect(await entriesOf('council')).toEqual([['application', 'lahde-2027/1', '60000.00']])
    expect((await told('council')).keptOut).toBe(1)
    expect(await entriesOf('viewer')).toEqual([])
    expect((await told('viewer')).keptOut).toBe(0)
    const refused = told('elsewhere').then(
      () => 'done',
      (e: { kind: string }) => e.kind,
    )
    expect(await refused).toMatch(/forbidden|missing/)
  })

  it('brings in after them the project in place of its application, for all who see it, with what it has promised', async () => {
    const [decision] = applications as [string, string]
    const byPartner = [{ row: 'a', cost: '70000', grant: '42000' }]
    const terms = { outcome: 'yes', grounds: 'Vahva.', starts: '2027-03-01', ends: '2029-02-28', byPartner }
    await as('preparer')(proposeDecision, { decision, ...terms })
    await as('city')(selectDecision, { decision, ...terms })
    await as('council2')(takeDecision, { decision, ...terms })
    expect((await entriesOf('coordinator')).map(([state]) => state)).toEqual(['application', 'application'])
    await as('council2')(publishDecision, { decision })
    expect(await entriesOf('coordinator')).toEqual([
      ['application', 'lahde-2027/2', '60000.00'],
      ['project', 'lahde-2027-1', '42000.00'],
    ])
    for (const who of ['viewer', 'council'] as const)
      expect(await entriesOf(who)).toEqual([['project', 'lahde-2027-1', '42000.00']])
    expect((await told('viewer')).sources).toMatchObject([{ kind: 'call', call: 'lahde-2027', brings: 1 }])
    for (const portfolio of [byCall, byFilter]) {
      const { items } = await as('viewer')<Awaited<ReturnType<typeof listCommitments.run>>>(listCommitments, {
        portfolio,
      })
      expect(items.map((k) => [k.what, k.from, k.ends])).toEqual([
        ['Kokeilualusta jää kaupungin käyttöön', 'decision', '2029-02-28'],
      ])
    }
  })
})

describe('what a decided project has promised', () => {
  const at = (day: string) => new Date(`${day}T05:00:00Z`)
  const waiting = async (who: keyof Offices, day: string) => {
    const actor = (await actorOf(database.db, people[who].session, at(day)))!
    return (await checksWaiting.find({ db: database.db, actor, now: at(day) })).map((turn) => turn.path)
  }
  const of = (...portfolios: string[]) => portfolios.map((id) => `/portfolios/${id}/commitments`).toSorted()
  const morning = (day: string) =>
    morningReminders.run(
      { ...stage, actor: { kind: 'system', name: 'test' }, now: at(day) },
      {},
      async () => undefined,
    )
  const reminded = async () => {
    const { rows } = await execute(
      database.db,
      "select p.name, n.path from notification n join person p on p.id = n.person_id where n.kind = 'commitment' order by p.name, n.path",
    )
    return rows as { name: string; path: string }[]
  }

  it('waits for its check in every portfolio that takes the project in, by its call or by a filter', async () => {
    expect(await waiting('city', '2029-08-27')).toEqual([])
    expect((await waiting('city', '2029-08-28')).toSorted()).toEqual(of(byCall, byFilter))
    expect(await waiting('viewer', '2029-08-28')).toEqual([])
    expect(await waiting('elsewhere', '2029-08-28')).toEqual([])
    const actor = (await actorOf(database.db, people.viewer.session, at('2029-08-28')))!
    const days = await checkDays({ db: database.db, actor }, { from: '2029-08-01', to: '2029-08-31' })
    expect(days.map((d) => [d.on, d.path.split('/')[2]]).toSorted()).toEqual(
      [byCall, byFilter].toSorted().map((id) => ['2029-08-28', id]),
    )
  })

  it('is reminded of only to those who see the project, and not where it has been left out', async () => {
    const project = await database.db.selectFrom('project').select('id').executeTakeFirstOrThrow()
    await execute(database.db, "update project set share = 'own', ecosystem_id = $1", [call.ecosystem])
    await as('coordinator')(choose, {
      portfolio: byFilter,
      thing: project.id,
      stance: 'out',
      reason: 'Toisessa salkussa.',
    })
    expect(await waiting('city', '2029-08-28')).toEqual([])
    expect(await waiting('coordinator', '2029-08-28')).toEqual(of(byCall))
    await morning('2029-08-28')
    await morning('2029-08-29')
    const overseers = [people.coordinator.name, people.preparer.name]
    expect((await reminded()).map((n) => n.name)).toEqual(overseers)
    await execute(database.db, "update project set share = 'agreement'")
    expect(await waiting('city', '2029-08-28')).toEqual(of(byCall))
  })
})
