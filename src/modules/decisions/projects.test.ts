import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as streamText } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { assessedApplication, declares, promised } from '../../../test/decided-call.ts'
import {
  allDeclareFree,
  decidingAt,
  decidingStage,
  type Offices,
  officesOf,
  trying,
} from '../../../test/decision-offices.ts'
import { actingAs } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import { hashOfContent } from '../../kernel/canonical.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute, transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { openRegistrar } from '../organisations/index.ts'
import { projectSubject } from '../projects/index.ts'
import { proposeDecision, publishDecision, reopenDecision, selectDecision, takeDecision } from './actions.ts'
import { type GroupView, joinGroup, readGroup } from './group-actions.ts'
import { headById } from './head-queries.ts'
import { doMany } from './many-actions.ts'
import { readFunding, type ToldFunding } from './project-funding.ts'
import { fundingOf } from './project-queries.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let call: Awaited<ReturnType<typeof officesOf>>['call']
let clock = decidingAt.getTime()
const as = (who: keyof Offices) => {
  clock += 60_000
  return actingAs(database, { ...stage, now: new Date(clock) }, people[who])
}
const terms = (grant: string) => ({
  outcome: 'yes',
  grounds: 'Vahva.',
  starts: '2027-03-01',
  ends: '2029-02-28',
  byPartner: [{ row: 'a', cost: '70000', grant }],
})

beforeAll(async () => {
  database = await freshDatabase()
  stage = decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-granted-')))
  ;({ call, people } = await officesOf(database, 'rahaa-2027'))
})
afterAll(() => database.drop())

/** Decided, and not published yet. */
async function decided(number: number, group: string | undefined, grant: string, answers: object = {}) {
  const by = { applicant: people.applicant, checker: people.preparer, assessor: people.assessor }
  const { id } = await assessedApplication(database, call, number, by, { ...(group && { group }), answers })
  await allDeclareFree(database, people, id)
  await as('preparer')(proposeDecision, { decision: id, ...terms(grant) })
  await as('city')(selectDecision, { decision: id, ...terms(grant) })
  await as('council')(takeDecision, { decision: id, ...terms(grant) })
  return id
}
async function published(...asked: Parameters<typeof decided>) {
  const id = await decided(...asked)
  await as('council')(publishDecision, { decision: id })
  return id
}
const projects = async () =>
  (
    await execute(
      database.db,
      `select id, code, registry, title, status, granted::text, total_cost::text, start_on::text, lead_name,
        (select count(*)::int from project_party x where x.project_id = p.id) as parties from project p order by code`,
    )
  ).rows

it('a granted decision becomes a project whose list is the signed decision, with its money and promises', async () => {
  const id = await published(1, undefined, '42000', promised)
  const head = (await headById(database.db, id))!
  const [project] = await projects()
  expect(project).toMatchObject({
    code: 'rahaa-2027-1',
    registry: 'talkoot',
    status: 'granted',
    granted: '42000.00',
    total_cost: '70000.00',
    start_on: '2027-03-01',
    lead_name: 'Testin yliopisto 1',
    parties: 2,
  })
  expect(head.project).toBe(project!.id)
  const [funding] = await fundingOf(database.db, head.project!)
  expect(funding).toMatchObject({
    application: id,
    number: 'rahaa-2027/1',
    granted: '42000.00',
    year: 2026,
    payer: null,
    sources: [
      { source: 'EAKR', amount: '42000.00' },
      { source: 'Testin kunta', amount: '10000.00' },
      { source: 'own', amount: '18000.00' },
    ],
    indicators: [{ indicator: 'RCO01 Tuetut yritykset', target: '12' }],
  })
  expect(funding!.commitments.map((c) => c.kind)).toEqual(['continuation', 'financing'])
  const { rows } = await execute(
    database.db,
    `select file_hash, state, list from import where state = 'applied'`,
  )
  expect(rows).toHaveLength(1)
  const document = await streamText(stage.files.open(rows[0]!.file_hash as string))
  expect(hashOfContent(JSON.parse(document))).toBe(funding!.hash)
})

it('applications of a group are one project; reopening takes its own away, and what stays, stays', async () => {
  const group = newId()
  const two = await published(2, group, '30000')
  const three = await published(3, group, '20000.50')
  const ofGroup = async () => (await projects()).filter((p) => p.code === 'rahaa-2027-2')
  const [both] = await ofGroup()
  expect(both).toMatchObject({ granted: '50000.50', total_cost: '140000.00', parties: 4 })
  expect((await headById(database.db, three))!.project).toBe(both!.id)
  expect(await fundingOf(database.db, both!.id as string)).toHaveLength(2)

  await as('council')(reopenDecision, { decision: two, reason: 'Laskuvirhe' })
  const [left] = await ofGroup()
  expect(left).toMatchObject({ id: both!.id, granted: '20000.50', parties: 2 })
  expect(await fundingOf(database.db, both!.id as string)).toHaveLength(1)

  await as('council')(reopenDecision, { decision: three, reason: 'Laskuvirhe' })
  expect(await ofGroup()).toEqual([])
  // Granted again, it is the same project: what was said of it is found again.
  await as('preparer')(proposeDecision, { decision: three, ...terms('10000') })
  await as('city2')(selectDecision, { decision: three, ...terms('10000') })
  await as('council2')(takeDecision, { decision: three, ...terms('10000') })
  await as('council2')(publishDecision, { decision: three })
  expect((await ofGroup())[0]).toMatchObject({ id: both!.id, granted: '10000.00' })
})

it('many are published at once: each its project, and a group one, as one by one', async () => {
  const group = newId()
  const four = await decided(4, undefined, '15000')
  const five = await decided(5, group, '16000')
  const six = await decided(6, group, '17000')
  await as('council')(doMany, { event: 'publish', decisions: [six, four, five] })
  const made = (await projects()).filter((p) => ['rahaa-2027-4', 'rahaa-2027-5'].includes(p.code as string))
  expect(made.map((p) => [p.code, p.granted, p.parties])).toEqual([
    ['rahaa-2027-4', '15000.00', 2],
    ['rahaa-2027-5', '33000.00', 4],
  ])
  const { rows } = await execute(
    database.db,
    `select (select sum(granted)::text from project) as told, (select sum(granted)::text from project_cube) as counted`,
  )
  expect(rows[0]!.counted).toBe(rows[0]!.told)
})

it('tells a visitor of the money and its targets, and what stands in the application to its own people', async () => {
  const answers = {
    'targets.rows': ['x1'],
    'targets.x1.indicator': 'RCO01',
    'targets.x1.target': '12',
    'targets.x1.evidence': 'Kävijäluettelo',
    'money.rows': ['z1'],
    'money.z1.financier': 'Testin kunta',
    'money.z1.amount': '10 000,00',
  }
  const id = await published(7, undefined, '42000', answers)
  const project = (await headById(database.db, id))!.project
  const subjects = new Map([[projectSubject.kind, projectSubject]])
  const reads = async (who: keyof Offices | undefined) => {
    const own = { ...stage, subjects, now: new Date(clock) }
    const found = who
      ? await actingAs(database, own, people[who])<{ items: ToldFunding[] }>(readFunding, { project })
      : await perform(readFunding, own, { project })
    return found.items[0]!
  }
  for (const who of [undefined, 'viewer'] as const) {
    const told = await reads(who)
    expect(told).toMatchObject({
      sight: 'public',
      granted: '42000.00',
      commitments: [],
      sources: [],
      meetings: [],
    })
    expect(told.indicators).toMatchObject([{ indicator: 'RCO01', target: '12', evidence: null }])
  }
  for (const who of ['applicant', 'council'] as const) {
    const told = await reads(who)
    expect(told.sight).toBe(who === 'council' ? 'whole' : 'own')
    expect(told.commitments).toHaveLength(1)
    expect(told.indicators[0]!.evidence).toBe('Kävijäluettelo')
  }
})

it('one that is granted joins the project of another that stands; who leaves a group begins one of its own', async () => {
  const five = await published(18, undefined, '30000')
  const low = await decided(17, undefined, '20000')
  const asked = { decision: low, with: five }
  // Who prepares may not any more, and who publishes may.
  expect((await trying(database, stage, people.preparer, joinGroup, asked)).reason).toBe('decision.not-yours')
  expect((await trying(database, stage, people.city, joinGroup, asked)).reason).toBe(
    'decision.join-group.forbidden',
  )
  await as('council')(joinGroup, asked)
  await as('council')(publishDecision, { decision: low })
  const named = async (code: string) =>
    (await projects()).filter((p) => p.code === code).map((p) => [p.title, p.granted])
  expect(await named('rahaa-2027-18')).toEqual([['Hanke 18', '50000.00']])
  const view = await as('council')<GroupView>(readGroup, { decision: five })
  expect(view.members.map((m) => m.head.number)).toEqual([17, 18])
  expect(view.project).toMatchObject({ code: 'rahaa-2027-18' })
  expect(view.mayChange).toBe(false)
  // Published, it is reopened before it goes anywhere.
  expect(
    (await trying(database, stage, people.council, joinGroup, { decision: five, with: null })).reason,
  ).toBe('decision.wrong-state')
  await as('council')(reopenDecision, { decision: five, reason: 'Eri hanke' })
  expect(await named('rahaa-2027-18')).toEqual([['Hanke 17', '20000.00']])
  await as('preparer')(joinGroup, { decision: five, with: null })
  await as('preparer')(proposeDecision, { decision: five, ...terms('30000') })
  await as('city')(selectDecision, { decision: five, ...terms('30000') })
  await as('council')(takeDecision, { decision: five, ...terms('30000') })
  await as('council')(publishDecision, { decision: five })
  expect(await named('rahaa-2027-18')).toEqual([['Hanke 17', '20000.00']])
  expect(await named('rahaa-2027-18-2')).toEqual([['Hanke 18', '30000.00']])
})

it('reads of the registry only those whom a decision names, where all of them are known', async () => {
  const reads = (...names: string[]) =>
    transaction(database.db, async (tx) => {
      const mentions = names.map((name) => ({ name }))
      const registrar = await openRegistrar(tx, null, 'testi', new Date(clock), mentions)
      const ids = mentions.map((m) => registrar.resolve(m).id)
      return { whole: registrar.whole, ids, new: registrar.take().organisations.length }
    })
  const known = await reads('Testin yliopisto 1', 'Testin kaupunki 1')
  expect(known).toMatchObject({ whole: false, new: 0 })
  const more = await reads('Testin yliopisto 1', 'Testin kaupunki 1', 'Vielä tuntematon säätiö')
  expect(more).toMatchObject({ whole: true, new: 1 })
  expect(more.ids.slice(0, 2)).toEqual(known.ids)
})

it('tells a preparer what an application could join, and a conflicted one nothing', async () => {
  const alone = await decided(19, undefined, '20000')
  await as('council')(reopenDecision, { decision: alone, reason: 'Laskuvirhe' })
  const view = await as('preparer')<GroupView>(readGroup, { decision: alone })
  expect(view.groups.map((g) => [g.number, g.count])).toContainEqual(['rahaa-2027/2', 2])
  expect(view.others.map((o) => o.number)).toContain('rahaa-2027/1')
  await declares(database, people.preparer, alone, 'conflict', new Date(clock))
  clock += 60_000
  const now = { ...stage, now: new Date(clock) }
  expect((await trying(database, now, people.preparer, readGroup, { decision: alone })).reason).toBe(
    'decision.missing',
  )
  expect(
    (await trying(database, now, people.preparer, joinGroup, { decision: alone, with: null })).reason,
  ).toBe('decision.barred')
})
