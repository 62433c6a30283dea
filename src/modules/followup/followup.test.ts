import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { assessedApplication, promised } from '../../../test/decided-call.ts'
import { allDeclareFree, decidingStage, type Offices, officesOf } from '../../../test/decision-offices.ts'
import { belongsTo } from '../../../test/organisations.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { applyList } from '../../../test/sample-projects.ts'
import type { Action } from '../../kernel/action.ts'
import { hashOfContent } from '../../kernel/canonical.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { proposeDecision, publishDecision, selectDecision, takeDecision } from '../decisions/actions.ts'
import { actorOf } from '../people/index.ts'
import { projectSubject } from '../projects/index.ts'
import { beginFollowing, dropItem, saveItem } from './actions.ts'
import { approveChange, returnChange } from './change-actions.ts'
import type { Item } from './content.ts'
import { type RisksOfEcosystem, risksOf } from './index.ts'
import {
  approvePacket,
  beginPacket,
  getPacket,
  returnPacket,
  sendPacket,
  type ToldPacket,
} from './packet-actions.ts'
import {
  followupOfProject,
  getFollowup,
  getItem,
  listFollowed,
  type PublicFollowup,
  type ToldFollowup,
} from './read-actions.ts'
import {
  getReconciliation,
  pairRecord,
  settleDifference,
  type ToldReconciliation,
} from './reconcile-actions.ts'
import type { Standing } from './standing.ts'
import { followupDays, lateInProjects, waitingInProjects } from './turns.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let manager: TestPerson
let partner: TestPerson
let key: string
let ecosystem: string
let project: string
const now = new Date('2027-08-02T09:00:00Z')
let clock = now.getTime()

const as = (person: TestPerson) => {
  clock += 60_000
  return actingAs(database, { ...stage, now: new Date(clock) }, person)
}
const does = <T = unknown>(person: TestPerson, action: Action, input: object) => as(person)<T>(action, input)
const told = (person = manager) => does<ToldFollowup>(person, getFollowup, { project })
const save = async (kind: Item['kind'], fields: object, more = {}) =>
  (await does<{ entry: string }>(manager, saveItem, { project, kind, fields, ...more })).entry
const asking = async (person: TestPerson) => ({
  db: database.db,
  actor: await actorOf(database.db, person.session, now),
  now,
})

/** By the product's own acts: a granted application with its promises becomes a project. */
async function granted(call: Awaited<ReturnType<typeof officesOf>>['call']) {
  const at = new Date('2026-11-21T10:00:00Z')
  const by = { applicant: people.applicant, checker: people.preparer, assessor: people.assessor }
  const { id } = await assessedApplication(database, call, 1, by, { answers: promised })
  await allDeclareFree(database, people, id)
  const terms = {
    decision: id,
    outcome: 'yes',
    grounds: 'Vahva.',
    starts: '2027-01-01',
    ends: '2028-12-31',
    byPartner: [{ row: 'a', cost: '70000', grant: '42000' }],
  }
  const then = (who: TestPerson) => actingAs(database, { ...stage, now: at }, who)
  await then(people.preparer)(proposeDecision, terms)
  await then(people.city)(selectDecision, terms)
  await then(people.council)(takeDecision, terms)
  await then(people.council)(publishDecision, { decision: id })
}

beforeAll(async () => {
  database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'talkoot-followup-'))
  stage = { ...decidingStage(database, folder), now, subjects: new Map([['project', projectSubject]]) }
  const made = await officesOf(database, 'seuraa-2027')
  people = made.people
  ecosystem = made.call.ecosystem
  await granted(made.call)
  key = (await execute(database.db, 'select key from ecosystem where id = $1', [ecosystem])).rows[0]!
    .key as string
  project = (await execute(database.db, 'select id from project')).rows[0]!.id as string
  const parties = (
    await execute(
      database.db,
      'select organisation_id as id from project_party where project_id = $1 order by position',
      [project],
    )
  ).rows.map((one) => one.id as string)
  manager = await somebody(database, 'Pia Projektipäällikkö', [['project-manager', ecosystem]])
  partner = await somebody(database, 'Bengt Byggare')
  await belongsTo(database, manager, parties[0]!)
  await belongsTo(database, partner, parties[1]!)
})
afterAll(() => database.drop())

describe('a granted project', () => {
  it('is followed by itself, seen by its people and the office, written by its people alone', async () => {
    const { followed, budget, figures } = await told()
    expect([followed.decided, followed.ecosystemKey, budget.all.planned]).toEqual([true, key, followed.cost])
    expect(figures).toEqual([])
    expect((await told(people.council)).writes).toBe(false)
    expect((await told(partner)).writes).toBe(true)
    for (const person of [people.viewer, people.elsewhere])
      await expect(told(person)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(does(people.council, saveItem, { project, kind: 'risk', fields: {} })).rejects.toMatchObject(
      { kind: 'forbidden' },
    )
  })

  it('keeps a milestone in versions: the older stays readable, two are never current', async () => {
    const said = { title: 'Alusta käytössä', due: '1.6.2027', state: 'planned' }
    const entry = await save('milestone', said)
    await save(
      'milestone',
      { ...said, state: 'reached', reached: '15.7.2027', shows: 'Pöytäkirja' },
      { entry, reason: 'Vastaanotettu' },
    )
    const { versions } = await does<{ versions: Item[] }>(people.council, getItem, { project, entry })
    expect(versions.map(({ content, reason }) => [content.milestone, reason])).toEqual([
      ['reached', 'Vastaanotettu'],
      ['planned', null],
    ])
    const { rows } = await execute(
      database.db,
      'select count(*)::int as n from followup_item where entry_id = $1 and ended_at is null',
      [entry],
    )
    expect(rows[0]!.n).toBe(1)
    await expect(save('milestone', { ...said, due: '31.2.2027' }, { entry })).rejects.toMatchObject({
      complaints: [{ field: 'due' }],
    })
  })

  it('says what is late to its people, and on its day to the calendar', async () => {
    await save('milestone', { title: 'Väliarviointi', due: '1.7.2027', state: 'planned' })
    const [turn] = await lateInProjects.find(await asking(manager))
    expect(turn).toMatchObject({ path: `/followup/${project}`, due: '2027-07-01' })
    expect(await lateInProjects.find(await asking(people.viewer))).toEqual([])
    const july = { from: '2027-07-01', to: '2027-07-31' }
    expect(await followupDays(await asking(partner), july)).toMatchObject([{ on: '2027-07-01' }])
    expect(await followupDays(await asking(people.elsewhere), july)).toEqual([])
  })

  it('shows a public deliverable to everybody and what is its own to nobody else', async () => {
    const said = { form: 'report', due: '1.5.2027', reached: '30.4.2027', url: 'https://example.org/a' }
    await save('deliverable', { title: 'Julkinen raportti', ...said, public: '1' })
    const own = await save('deliverable', { title: 'Sisäinen raportti', ...said })
    const { found } = await does<{ found: PublicFollowup }>(people.viewer, followupOfProject, { project })
    expect(found.whole).toBe(null)
    expect(found.deliverables.map(({ content, byWhom }) => [content.title, byWhom])).toEqual([
      ['Julkinen raportti', ''],
    ])
    await does(manager, dropItem, { project, entry: own })
    expect((await told()).items.map(({ entry }) => entry)).not.toContain(own)
    await expect(does(manager, dropItem, { project, entry: own })).rejects.toMatchObject({
      reason: 'followup.ended',
    })
  })

  it('counts its costs against the plan and says when they are over', async () => {
    const { lines } = (await told()).budget
    const used = { from: '1.1.2027', to: '31.3.2027', [`used.${lines[0]!.code}`]: '999 999,10' }
    const entry = await save('cost', used)
    expect((await told()).budget.all).toMatchObject({ used: '999999.10', over: true })
    await save('cost', { ...used, [`used.${lines[0]!.code}`]: '1 000,10' }, { entry })
    expect((await told()).budget.all).toMatchObject({ used: '1000.10', over: false })
  })
})

describe('a change', () => {
  it('is returned with a reason, asked again, approved by the free, and becomes the project’s end', async () => {
    const said = { subject: 'timetable', title: 'Lisäaikaa', text: 'Viivästyi', end: '28.2.2029' }
    const entry = await save('change', said)
    expect(await waitingInProjects.find(await asking(people.council))).toMatchObject([
      { path: `/followup/${project}/items/${entry}` },
    ])
    const at = { project, entry }
    await expect(does(manager, approveChange, at)).rejects.toMatchObject({ kind: 'forbidden' })
    const bound = await somebody(database, 'Sidottu Virkamies', [['council-officer', ecosystem]])
    await belongsTo(database, bound, (await told()).parties[0]!.organisation)
    await expect(does(bound, approveChange, at)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(does(people.council, returnChange, at)).rejects.toMatchObject({
      reason: 'followup.no-reason',
    })
    await does(people.council, returnChange, { ...at, reason: 'Perustele' })
    await save('change', { ...said, text: 'Laitteet myöhästyivät' }, { entry })
    await does(people.council, approveChange, at)
    await expect(save('change', said, { entry })).rejects.toMatchObject({ reason: 'followup.settled' })
    expect((await told()).followed.ends).toBe('2029-02-28')
    const { versions } = await does<{ versions: Item[] }>(manager, getItem, at)
    expect(versions.map(({ content }) => content.change)).toEqual(['approved', 'asked', 'returned', 'asked'])
    const { rows } = await execute(
      database.db,
      'select count(*)::int as n from decision_statement where project_id = $1 and withdrawn_at is null',
      [project],
    )
    expect(rows[0]!.n).toBe(2)
  })
})

describe('a packet', () => {
  let packet: string
  const read = (person = manager, version?: number) =>
    does<ToldPacket>(person, getPacket, { project, packet, ...(version && { version }) })

  it('is composed of what is known, once for each period', async () => {
    const period = { project, kind: 'final', from: '1.1.2027', to: '30.6.2027' }
    packet = (await does<{ packet: string }>(manager, beginPacket, period)).packet
    await expect(does(manager, beginPacket, period)).rejects.toMatchObject({
      reason: 'followup.same-period',
    })
    await expect(does(manager, beginPacket, { ...period, from: '1.7.2027' })).rejects.toMatchObject({
      complaints: [{ field: 'to' }],
    })
    const { content } = await read()
    expect(content.milestones.map(({ state }) => state)).toEqual(['late', 'reached'])
    expect(content.changes).toMatchObject([{ change: 'approved', end: '2029-02-28' }])
    expect(content.commitments).toContainEqual(expect.objectContaining({ kind: 'continuation' }))
  })

  it('stays as it was sent, under a hash that can be counted again', async () => {
    await expect(does(manager, sendPacket, { project, packet })).rejects.toMatchObject({
      complaints: [{ field: 'summary' }, { field: 'lasts' }],
    })
    const words = { summary: 'Valmista tuli.', lasts: 'Alusta jää.' }
    const { hash } = await does<{ hash: string }>(manager, sendPacket, { project, packet, ...words })
    await save('milestone', { title: 'Lähetyksen jälkeen', due: '1.9.2027', state: 'planned' })
    const { content, versions } = await read(people.council)
    expect(content.milestones).toHaveLength(2)
    expect([hashOfContent(content), versions[0]!.hash]).toEqual([hash, hash])
  })

  it('is returned, mended and approved by another than who sent it; the first version is still there', async () => {
    const at = { project, packet }
    await expect(does(manager, approvePacket, at)).rejects.toMatchObject({ kind: 'forbidden' })
    await does(people.council, returnPacket, { ...at, reason: 'Opit puuttuvat' })
    expect((await read()).content.milestones).toHaveLength(3)
    const mended = { summary: 'Valmista tuli.', lessons: 'Sovi ajoissa.', lasts: 'Alusta jää.' }
    await does(people.coordinator, sendPacket, { ...at, ...mended })
    expect((await read(people.coordinator)).keptOut).toBe('ownPacket')
    await expect(does(people.coordinator, approvePacket, at)).rejects.toMatchObject({
      reason: 'followup.own-packet',
    })
    await does(people.council, approvePacket, at)
    const last = await read()
    expect([last.packet.state, last.packet.version, last.content.words.lessons]).toEqual([
      'approved',
      2,
      'Sovi ajoissa.',
    ])
    expect((await read(manager, 1)).content.words.lessons).toBe('')
    await expect(does(manager, sendPacket, { ...at, ...mended })).rejects.toMatchObject({
      reason: 'followup.not-now',
    })
  })
})

describe('the official list', () => {
  const read = () => does<ToldReconciliation>(manager, getReconciliation, { project })
  const states = async () => Object.fromEntries((await read()).fields.map(({ field, is }) => [field, is]))

  it('is paired by code, and what it says is taken without typing, with its provenance', async () => {
    await applyList(database.db, 'virallinen.csv', '2027-07-01', [
      {
        code: 'A90001',
        title: (await told()).followed.name.fi!,
        fund: 'ERDF',
        start: '2027-01-01',
        end: '2029-06-30',
        lead: { name: (await told()).parties[0]!.name },
        granted: '42000.00',
        currency: 'EUR',
      },
    ])
    expect((await read()).record).toBe(null)
    await expect(does(manager, pairRecord, { project, code: 'ei-ole' })).rejects.toMatchObject({
      complaints: [{ field: 'code' }],
    })
    await does(manager, pairRecord, { project, code: 'A90001' })
    expect(await states()).toMatchObject({
      title: 'same',
      start: 'same',
      end: 'open',
      granted: 'same',
      totalCost: 'silent',
    })
    await does(manager, settleDifference, { project, field: 'end', verdict: 'list' })
    expect((await told()).followed.ends).toBe('2029-06-30')
    expect((await states()).end).toBe('same')
  })

  it('may be wrong: then why is written, and it is asked again when the list changes', async () => {
    expect((await states()).partners).toBe('open')
    await expect(
      does(manager, settleDifference, { project, field: 'partners', verdict: 'ours' }),
    ).rejects.toMatchObject({ complaints: [{ field: 'reason.partners' }] })
    const ours = { project, field: 'partners', verdict: 'ours', reason: 'Luettelosta puuttuu osatoteuttaja' }
    await does(manager, settleDifference, ours)
    expect((await states()).partners).toBe('settled')
    await expect(does(manager, settleDifference, ours)).rejects.toMatchObject({
      reason: 'followup.no-difference',
    })
  })
})

describe('an ecosystem', () => {
  it('sees how every project goes, and takes others in by their code', async () => {
    await save('risk', {
      title: 'Rahoitus viivästyy',
      likelihood: '4',
      effect: '5',
      response: 'Ennakko',
      state: 'open',
    })
    await applyList(database.db, 'muut.csv', '2027-07-01', [
      { code: 'A90002', title: 'Muualla rahoitettu', lead: { name: 'Muu Oy' }, start: '2027-01-01' },
    ])
    await expect(does(manager, beginFollowing, { key, code: 'A90002' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await does(people.coordinator, beginFollowing, { key, code: 'A90002' })
    const { items } = await does<{ items: Standing[] }>(people.council, listFollowed, { key })
    expect(
      items.map(({ followed, lateMilestones, risks }) => [followed.decided, lateMilestones, risks.high]),
    ).toEqual([
      [true, 1, 1],
      [false, 0, 0],
    ])
    await expect(does(people.elsewhere, listFollowed, { key })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('gives other pictures its counts with their lists, to those alone who see every project', async () => {
    const { items } = await does<{ items: Standing[] }>(people.council, listFollowed, { key })
    const counted: RisksOfEcosystem = risksOf(key, items)
    expect(counted).toMatchObject({
      projects: 2,
      risks: { high: { count: 1, path: `/ecosystems/${key}/followup?view=risk-high` } },
      lateMilestones: { count: 1 },
      waiting: { count: 0 },
    })
    await expect(does(people.viewer, listFollowed, { key })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
