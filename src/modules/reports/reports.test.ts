import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { assessedApplication, promised } from '../../../test/decided-call.ts'
import { allDeclareFree, decidingStage, type Offices, officesOf } from '../../../test/decision-offices.ts'
import { belongsTo } from '../../../test/organisations.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { type Action, perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { sheetStream } from '../../kernel/spreadsheet.ts'
import { proposeDecision, publishDecision, selectDecision, takeDecision } from '../decisions/actions.ts'
import { defineIndicator, figuresOf, useIndicators } from '../indicators/index.ts'
import { actorOf } from '../people/index.ts'
import { projectSubject } from '../projects/index.ts'
import { fieldsOf } from './content.ts'
import { givePart, sendReport } from './fill-actions.ts'
import {
  approveReport,
  correctReport,
  lockReportAction,
  returnReport,
  unlockReport,
} from './office-actions.ts'
import { getReport, listReports, partBefore, reportsOnProject, type ToldReport } from './read-actions.ts'
import { addProject, openReports, saveScheme } from './scheme-actions.ts'
import { readSheet, sheetColumns, sheetRows } from './sheet.ts'
import { reportsToFill, reportsToHandle } from './turns.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let manager: TestPerson
let partner: TestPerson
let key: string
let ecosystem: string
let project: string
let parties: string[]
const now = new Date('2027-08-02T09:00:00Z')
let clock = now.getTime()

const as = (person: TestPerson) => {
  clock += 60_000
  return actingAs(database, { ...stage, now: new Date(clock) }, person)
}
const does = (person: TestPerson, action: Action, input: object) => as(person)<unknown>(action, input)
const open = async (): Promise<string[]> =>
  (await as(people.coordinator)<{ items: { id: string; from: string }[] }>(listReports, { key })).items
    .sort((a, b) => a.from.localeCompare(b.from))
    .map(({ id }) => id)
const told = (report: string, person = people.coordinator) => as(person)<ToldReport>(getReport, { report })
const figure = async (code: string) =>
  (await figuresOf({ db: database.db, now }, { id: ecosystem, key })).find((one) => one.code === code)
    ?.realised

/** By the product's own acts: a granted application with its promises becomes a project. */
async function granted(): Promise<string> {
  const at = new Date('2026-11-21T10:00:00Z')
  const { call } = made
  const by = { applicant: people.applicant, checker: people.preparer, assessor: people.assessor }
  const { id } = await assessedApplication(database, call, 1, by, { answers: promised })
  await allDeclareFree(database, people, id)
  const terms = {
    decision: id,
    outcome: 'yes',
    grounds: 'Vahva.',
    starts: '2027-01-01',
    ends: '2029-02-28',
    byPartner: [{ row: 'a', cost: '70000', grant: '42000' }],
  }
  const then = (who: TestPerson) => actingAs(database, { ...stage, now: at }, who)
  await then(people.preparer)(proposeDecision, terms)
  await then(people.city)(selectDecision, terms)
  await then(people.council)(takeDecision, terms)
  await then(people.council)(publishDecision, { decision: id })
  return id
}
let made: Awaited<ReturnType<typeof officesOf>>

beforeAll(async () => {
  database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'talkoot-reports-'))
  stage = { ...decidingStage(database, folder), now, subjects: new Map([['project', projectSubject]]) }
  made = await officesOf(database, 'rahaa-2027')
  people = made.people
  ecosystem = made.call.ecosystem
  await granted()
  const [row] = (await execute(database.db, 'select key from ecosystem where id = $1', [ecosystem])).rows
  key = row!.key as string
  const [found] = (await execute(database.db, 'select id from project')).rows
  project = found!.id as string
  parties = (
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
  await does(people.coordinator, useIndicators, { key, codes: ['RCO01'] })
  await does(people.coordinator, defineIndicator, {
    key,
    code: 'OMA-1',
    name: { fi: 'Kokeilut' },
    definition: { fi: 'Päättyneet kokeilut' },
    unit: { fi: 'kokeilua' },
    aggregation: 'sum',
  })
})
afterAll(() => database.drop())

const scheme = { period: 'half-year', dueDays: '30', starts: '1.1.2027' }
const listed = (indicator: string, enterprises: string) => ({
  [fieldsOf(indicator).enterprises]: enterprises,
})

describe('how projects report', () => {
  it('is settled by the coordinator, and periods that have ended open once', async () => {
    await expect(does(manager, saveScheme, { key, ...scheme })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      does(people.coordinator, saveScheme, { key, ...scheme, dueDays: '0' }),
    ).rejects.toMatchObject({
      reason: 'reports.bad-due',
    })
    expect(await does(people.coordinator, saveScheme, { key, ...scheme })).toEqual({ opened: 1 })
    expect(await does(people.coordinator, saveScheme, { key, ...scheme })).toEqual({ opened: 0 })
    const { report, asked } = await told((await open())[0]!)
    expect([report.from, report.to, report.dueOn, report.state]).toEqual([
      '2027-01-01',
      '2027-06-30',
      '2027-07-30',
      'open',
    ])
    // The common set, with what was promised; an own indicator that was not promised is not asked.
    expect(asked.map(({ code, promised: p }) => [code, p?.target])).toEqual([['RCO01', '12']])
  })

  it('reminds each project once in each way, and tells whose turn it is', async () => {
    const system = { ...stage, actor: { kind: 'system', name: 'test' } } as Stage
    const first = await perform(openReports, system, {})
    expect(first).toEqual({ opened: 0, reminded: 3 })
    expect((await perform(openReports, system, {})).reminded).toBe(0)
    const { rows } = await execute(
      database.db,
      `select p.name, n.excerpt from notification n join person p on p.id = n.person_id where n.kind = 'report' order by 1`,
    )
    expect(new Set(rows.map(({ name }) => name))).toEqual(
      new Set([
        'Pia Projektipäällikkö',
        'Bengt Byggare',
        'Kaisa Koordinaattori',
        'Liisa Liitto',
        'Lauri Liitto',
      ]),
    )
    const asking = async (person: TestPerson) => ({
      db: database.db,
      actor: await actorOf(database.db, person.session, now),
      now,
    })
    expect(await reportsToFill.find(await asking(manager))).toMatchObject([{ due: '2027-07-30' }])
    expect(await reportsToFill.find(await asking(people.viewer))).toEqual([])
    expect(await reportsToHandle.find(await asking(people.coordinator))).toEqual([])
  })
})

describe('a report of two organisations', () => {
  let report: string
  let indicator: string

  it('is seen by the project and the office alone', async () => {
    report = (await open())[0]!
    indicator = (await told(report)).asked[0]!.id
    for (const person of [people.viewer, people.elsewhere])
      await expect(told(report, person)).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await told(report, manager)).fills).toEqual([parties[0]])
    const seen = async (person: TestPerson) =>
      (await as(person)<{ items: object[] }>(reportsOnProject, { project })).items.length
    expect([await seen(manager), await seen(people.council), await seen(people.viewer)]).toEqual([1, 1, 0])
  })

  it('takes from each its own part, with what is wrong row by row', async () => {
    const part = { report, organisation: parties[0] }
    await expect(
      does(manager, givePart, { ...part, fields: listed(indicator, '0737546-9') }),
    ).rejects.toMatchObject({ complaints: [{ field: fieldsOf(indicator).enterprises }] })
    await expect(
      does(manager, givePart, { ...part, organisation: parties[1], fields: listed(indicator, 'x') }),
    ).rejects.toMatchObject({ reason: 'reports.not-yours' })
    await does(manager, givePart, {
      ...part,
      fields: listed(indicator, '0737546-2; Alfa Oy; pieni\n2331972-7; Beeta Oy'),
    })
    await expect(does(manager, sendReport, { report })).rejects.toMatchObject({
      reason: 'reports.parts-missing',
    })
    await does(partner, givePart, {
      report,
      organisation: parties[1],
      fields: listed(indicator, '0737546-2'),
    })
    await does(manager, sendReport, { report })
    expect((await told(report)).report.state).toBe('sent')
    expect(await figure('RCO01')).toBeFalsy()
  })

  it('is returned with a reason, mended and sent as a new version', async () => {
    await expect(does(people.council, returnReport, { report })).rejects.toMatchObject({
      reason: 'reports.no-reason',
    })
    await expect(does(people.city, returnReport, { report, reason: 'x' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await does(people.council, returnReport, { report, reason: 'Beetan tunnus puuttuu sopimuksesta' })
    await expect(does(people.council, approveReport, { report })).rejects.toMatchObject({
      reason: 'reports.not-now',
    })
    await does(manager, givePart, {
      report,
      organisation: parties[0],
      fields: listed(indicator, '0737546-2; Alfa Oy; pieni\n1572860-0; Gamma Oy'),
    })
    await does(manager, sendReport, { report })
    const { sent, events } = await told(report, manager)
    expect(sent?.version).toBe(2)
    expect(events.map(({ event }) => event)).toEqual(['send', 'return', 'send'])
  })

  it('is approved by nobody who is bound to the project or sent it; then the figure moves, each enterprise once', async () => {
    const bound = await somebody(database, 'Sidottu Virkamies', [['council-officer', ecosystem]])
    await belongsTo(database, bound, parties[1]!)
    await expect(does(bound, approveReport, { report })).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await told(report, bound)).keptOut).toBe('bound')
    await does(people.council, approveReport, { report })
    expect(await figure('RCO01')).toBe('2')
    await expect(
      does(manager, givePart, { report, organisation: parties[0], fields: listed(indicator, 'x') }),
    ).rejects.toMatchObject({ reason: 'reports.not-now' })
  })

  it('is corrected after approval: the figure stands until the correction is approved, and the log says why', async () => {
    await does(people.council, correctReport, { report, reason: 'Gamma purettiin' })
    await does(manager, givePart, {
      report,
      organisation: parties[0],
      fields: listed(indicator, '0737546-2'),
    })
    await does(manager, sendReport, { report })
    expect(await figure('RCO01')).toBe('2')
    await does(people.council2, approveReport, { report })
    expect(await figure('RCO01')).toBe('1')
    const { rows } = await execute(
      database.db,
      'select version, reason from indicator_value where organisation_id = $1 order by version',
      [parties[0]],
    )
    expect(rows).toEqual([
      { version: 2, reason: null },
      { version: 3, reason: 'Gamma purettiin' },
    ])
  })

  it('is locked, and opened again only with a reason', async () => {
    await does(people.council, lockReportAction, { report })
    await expect(does(people.council, correctReport, { report, reason: 'x' })).rejects.toMatchObject({
      reason: 'reports.not-now',
    })
    await expect(does(people.council, unlockReport, { report, reason: 'x' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await does(people.coordinator, unlockReport, { report, reason: 'Tarkastus pyysi' })
    expect((await told(report)).report.state).toBe('approved')
  })
})

describe('the period after', () => {
  it('opens from the day that is said, begins counts anew and goes through a spreadsheet and back', async () => {
    expect(
      await does(people.coordinator, addProject, { key, code: 'rahaa-2027-1', starts: '1.1.2027' }),
    ).toEqual({ opened: 0 })
    await expect(
      does(people.coordinator, addProject, { key, code: 'ei-ole', starts: '1.1.2027' }),
    ).rejects.toMatchObject({ reason: 'reports.no-project' })
    const later = {
      ...stage,
      now: new Date('2028-01-02T09:00:00Z'),
      actor: { kind: 'system', name: 'test' },
    } as Stage
    expect((await perform(openReports, later, {})).opened).toBe(1)
    const second = await told((await open())[1]!)
    expect(partBefore(second, parties[0]!)?.values[0]).toMatchObject({ amount: null, enterprises: [] })
    const { id } = second.asked[0]!
    const typed = listed(id, '0737546-2; Alfa Oy; small\n2331972-7; Beeta Oy')
    const rows = sheetRows(second.asked, (field) => typed[field] ?? '', 'sv')
    const bytes = await buffer(sheetStream('xlsx', sheetColumns('sv'), rows))
    const file = (content: Buffer) => ({ name: 'a.xlsx', open: () => Readable.from([content]) })
    const read = await readSheet(file(bytes), second.asked)
    expect(read).toMatchObject({ rows: 1, faults: [], fields: typed })
    const wrong = rows.map((row) => [...row.slice(0, 7), '0737546-9'])
    const bad = await buffer(sheetStream('xlsx', sheetColumns('sv'), [...wrong, ['RCO99', '', '', '1']]))
    expect((await readSheet(file(bad), second.asked))?.faults).toMatchObject([
      { row: 2, key: 'badBusinessId' },
      { row: 3, key: 'unknownRow' },
    ])
    expect(await readSheet(file(Buffer.from('a;b\n1;2\n')), second.asked)).toBeUndefined()
  })
})
